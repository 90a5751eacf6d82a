import { words } from "../../model/words.ts";
import { type ReadingOptions, soundOne } from "../application.ts";
import type { Document } from "../document.ts";
import { parseJson } from "../json.ts";
import { Unusable, unusable } from "../problem.ts";
import { withSettings } from "../settings.ts";
import { sourceOfGeometry } from "../spatial/geojson/whole.ts";
import { candidateAt } from "./candidate.ts";
import { FeatureReader } from "./features.ts";
import type { Unit, Unnumbered } from "./unit.ts";

/** A longer line is no candidate: without an end it would fill the memory. */
const MOST_LINE_BYTES = 16 * 1024 * 1024;
const NEW_LINE = 0x0a;
const RECORD_SEPARATOR = 0x1e;

/** Lines of bytes out of pieces of bytes, without their ends; empty ones too, so that numbers stay right. */
async function* linesOfBytes(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  file: string,
): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
      const piece = chunk.subarray(from, end);
      yield held.length === 0 ? piece : Buffer.concat([...held, piece]);
      line += 1;
      held = [];
      heldBytes = 0;
      from = end + 1;
    }
    if (from < chunk.length) {
      held.push(chunk.subarray(from));
      heldBytes += chunk.length - from;
      if (heldBytes > MOST_LINE_BYTES)
        unusable({
          file,
          line,
          column: 1,
          message: words("此行超过 16 MB", "this line is longer than 16 MB"),
          remedy: words("一行写一个候选区块（NDJSON）", "write one candidate a line (NDJSON)"),
        });
    }
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

/**
 * Candidates written one a line (NDJSON, GeoJSONSeq): a GeoJSON feature, whose properties are read as the
 * columns of a table are, or an application. Empty lines are passed over.
 */
export async function* unitsInLines(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  file: string,
): AsyncGenerator<Unit> {
  let line = 0;
  for await (const given of linesOfBytes(chunks, file)) {
    line += 1;
    const bytes = given[0] === RECORD_SEPARATOR ? given.subarray(1) : given;
    if (!bytes.every(isSpace)) yield { kind: "line", file, line, bytes };
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09;
}

/** Reads one line. What is wrong with it is that candidate's own trouble. */
export async function readLine(
  { bytes, file, line }: Extract<Unit, { kind: "line" }>,
  options: ReadingOptions,
): Promise<Unnumbered> {
  const fallback = `${file}#${line}`;
  try {
    const document = atLine(parseJson(textOf(bytes, file), file), line);
    if (isFeature(document.value)) return await readFeature(document, fallback, line, options);
    const given = withSettings(document, options.settings);
    return candidateAt({ file, line }, idIn(document.value) ?? fallback, () =>
      soundOne({ document: given, path: [] }),
    );
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { id: fallback, file, line, problems: error.problems.map((problem) => ({ ...problem, line })) };
  }
}

async function readFeature(
  document: Document,
  fallback: string,
  line: number,
  options: ReadingOptions,
): Promise<Unnumbered> {
  const { file, value } = document;
  const source = sourceOfGeometry(value, document, []);
  const reader = new FeatureReader(source, options);
  for await (const raw of source.features()) {
    const called = idIn(value) ?? fallback;
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

/** Applications and GeoJSON features have it in the same place. */
function idIn(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}
