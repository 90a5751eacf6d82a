import readSheets from "read-excel-file/node";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { bytesOf } from "../bytes.ts";
import type { Sheet } from "./rows.ts";

/** The sheets of an XLSX workbook, cells as text with all their digits. Throws `Unusable`. */
export async function sheetsOfWorkbook(file: string): Promise<readonly Sheet[]> {
  const bytes = bytesOf(file);
  try {
    const sheets = await readSheets<string>(bytes, { parseNumber: (digits) => digits });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })),
    }));
  } catch (error) {
    return unusable({
      file,
      message: words(
        `不能作为 XLSX 读取：${reasonOf(error)}`,
        `it can't be read as XLSX: ${reasonOf(error)}`,
      ),
      remedy: words(
        "用表格软件重新另存为 .xlsx 或 .csv（不加密码）",
        "save it anew as .xlsx or .csv, without a password",
      ),
    });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Spreadsheets keep 38500000.12 as 38500000.119999997: fifteen digits are what they show. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell).trim();
  if (!/^-?\d+(?:\.\d+)?(?:E[-+]?\d+)?$/i.test(text) || /^-?\d{1,15}$/.test(text)) return text;
  return plainDigits(Number(text));
}

function plainDigits(value: number): string {
  const digits = String(Number(value.toPrecision(15)));
  return digits.includes("e") ? value.toFixed(10) : digits;
}
