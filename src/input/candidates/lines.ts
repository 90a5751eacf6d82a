import { words } from "../../model/words.ts";
import { type ReadingOptions, soundOne } from "../application.ts";
import type { Document } from "../document.ts";
import { parseJson } from "../json.ts";
import { LineSplitter } from "../line-splitter.ts";
import { type Problem, Unusable, unusable } from "../problem.ts";
import { withSettings } from "../settings.ts";
import { sourceOfGeometry } from "../spatial/geojson/whole.ts";
import { MOST_LINE_BYTES } from "./beginning.ts";
import { candidateAt } from "./candidate.ts";
import { FeatureReader } from "./features.ts";
import { idInProperties, ownId } from "./own-id.ts";
import type { Unit, Unnumbered } from "./unit.ts";

const RECORD_SEPARATOR = 0x1e;

/** A line without its end. */
interface Line {
  readonly bytes: Buffer;
  readonly isTooLong: boolean;
  /** The last one needn't have an end. */
  readonly isEnded: boolean;
}

async function* linesOfBytes(pieces: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Line> {
  const lines = new LineSplitter(MOST_LINE_BYTES);
  for await (const piece of pieces)
    for (const bytes of lines.push(piece)) yield { bytes, isTooLong: lines.isTooLong, isEnded: true };
  if (lines.heldBytes > 0) yield { bytes: lines.rest(), isTooLong: lines.isTooLong, isEnded: false };
}

/** What may be asked and told while lines are read. */
interface Watch {
  /** So many bytes have been read. */
  readonly reached: (bytes: number) => void;
  /** Whether the last line, which has no end, may be a part of a longer one. */
  readonly isTorn: () => boolean;
}

/**
 * Candidates written one a line (NDJSON, GeoJSONSeq): a GeoJSON feature, whose properties are read as the
 * columns of a table are, or an application. Empty lines are passed over.
 */
export async function* unitsInLines(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  file: string,
  { reached, isTorn }: Watch = { reached: () => {}, isTorn: () => false },
): AsyncGenerator<Unit> {
  let line = 0;
  let read = 0;
  for await (const { bytes: given, isTooLong, isEnded } of linesOfBytes(pieces)) {
    line += 1;
    read += given.length + 1;
    reached(read);
    if (isTooLong) {
      yield { kind: "unread", file, record: line, problems: [tooLong(file, line)] };
      continue;
    }
    const bytes = given[0] === RECORD_SEPARATOR ? given.subarray(1) : given;
    if (bytes.every(isSpace)) continue;
    if (!isEnded && isTorn()) yield { kind: "unread", file, record: line, problems: [torn(file, line)] };
    else yield { kind: "line", file, line, bytes };
  }
}

function tooLong(file: string, line: number): Problem {
  return {
    file,
    line,
    column: 1,
    message: words("此行超过 16 MB", "this line is longer than 16 MB"),
    remedy: words("一行写一个候选区块（NDJSON）", "write one candidate a line (NDJSON)"),
  };
}

function torn(file: string, line: number): Problem {
  return {
    file,
    line,
    message: words(
      "读取时文件仍在增长，此行未写完",
      "the file grew while it was read, and this line wasn't complete",
    ),
    remedy: words("待文件写完后重新筛查", "screen it again when it is complete"),
  };
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09;
}

/** Reads one line. What is wrong with it is that candidate's own trouble. */
export async function readLine(
  { bytes, file, line, called }: Extract<Unit, { kind: "line" }>,
  options: ReadingOptions,
): Promise<Unnumbered> {
  let id = called ?? `${file}#${line}`;
  try {
    const document = atLine(parseJson(textOf(bytes, file), file), line);
    const { value } = document;
    id = ownId(value) ?? id;
    if (isFeature(value)) {
      id = idInProperties(value, options.mappings) ?? id;
      return await readFeature(document, id, line, options);
    }
    const given = withSettings(document, options.settings);
    return candidateAt({ file, line }, id, () => soundOne({ document: given, path: [] }));
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { id, file, line, problems: error.problems.map((problem) => ({ ...problem, line })) };
  }
}

async function readFeature(
  document: Document,
  called: string,
  line: number,
  options: ReadingOptions,
): Promise<Unnumbered> {
  const { file, value } = document;
  const source = sourceOfGeometry(value, document, []);
  const reader = new FeatureReader(source, options);
  for await (const raw of source.features()) {
    return reader.read({ kind: "feature", origin: source, record: line, raw: { ...raw, line } }, called);
  }
  return unusable({ file, line, message: words("没有要素", "there is no feature") });
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return unusable({
      file,
      message: words("此行不是 UTF-8 编码", "this line isn't UTF-8"),
      remedy: words("另存为 UTF-8", "save it as UTF-8"),
    });
  }
}

/** A line stands where it stands in its file. */
function atLine(document: Document, line: number): Document {
  return {
    file: document.file,
    value: document.value,
    locate: (path) => ({ ...document.locate(path), line }),
    locateKey: (path, key) => ({ ...document.locateKey(path, key), line }),
  };
}

function isFeature(value: unknown): boolean {
  return (value as { type?: unknown } | null)?.type === "Feature";
}
