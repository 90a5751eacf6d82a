import { type Words, words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { bytesOf } from "../bytes.ts";
import type { FailLine } from "../corners/notation.ts";
import { decodeText } from "../encoding.ts";
import { hasNoLayers, noSuchLayer } from "../no-such-layer.ts";
import type { SourceOptions } from "../source.ts";
import { sheetOfText } from "./csv.ts";
import type { Sheet } from "./rows.ts";
import { sheetsOfWorkbook } from "./xlsx.ts";

/** A table file's sheets: one of a text file, of a workbook all or the one that the user names. */
export interface Sheets {
  readonly format: "CSV" | "XLSX";
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Words[];
}

/** Reads a CSV, TSV or XLSX file. Throws `Unusable`. */
export async function sheetsOf(file: string, { layer, encoding }: SourceOptions): Promise<Sheets> {
  const bytes = bytesOf(file);
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") {
    if (layer !== undefined) return hasNoLayers(file, "CSV");
    const { text, notes } = decodeText(bytes, file, encoding);
    return { format: "CSV", sheets: [sheetOfText(text, file)], notes };
  }
  const all = await sheetsOfWorkbook(file);
  const sheets = layer === undefined ? all : all.filter(({ name }) => name === layer);
  if (sheets.length > 0) return { format: "XLSX", sheets, notes: [] };
  const names = all.map(({ name = "" }) => name);
  return noSuchLayer(file, layer ?? "", names);
}

/** Which of several sheets was read, where the user named none. */
export function chosenOf({ name }: Sheet, sheets: readonly Sheet[]): readonly Words[] {
  return sheets.length > 1 ? [words(`读取工作表“${name}”`, `the sheet "${name}" was read`)] : [];
}

/** How what is wrong with a sheet is told. */
export function failIn(file: string, sheet?: string): FailLine {
  return (line, message, remedy) =>
    unusable({
      file,
      ...(line !== undefined && { line }),
      message:
        sheet === undefined
          ? message
          : words(`工作表“${sheet}”：${message.zh}`, `sheet "${sheet}": ${message.en}`),
      remedy,
    });
}
