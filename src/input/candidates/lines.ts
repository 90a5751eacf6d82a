import { words } from "../../model/words.ts";
import type { ReadingOptions } from "../application.ts";
import { soundOne } from "../application.ts";
import type { Document } from "../document.ts";
import { parseJson } from "../json.ts";
import { Unusable, unusable } from "../problem.ts";
import { withSettings } from "../settings.ts";
import { decideSource } from "../spatial/decide.ts";
import { sourceOfGeometry } from "../spatial/geojson/whole.ts";
import { APPLICATIONS } from "../spatial/read-applications.ts";
import { columnOf } from "../spatial/records.ts";
import { type Candidate, candidateAt, orThrow, type Unnumbered } from "./candidate.ts";
import { candidateOf } from "./features.ts";

/** A longer line is no candidate: without an end it would fill the memory. */
const MOST_LINE_BYTES = 16 * 1024 * 1024;
const NEW_LINE = 0x0a;
const RECORD_SEPARATOR = 0x1e;

/** Lines of bytes out of pieces of bytes, without their ends; empty ones too, so that numbers stay right. */
export async function* linesOfBytes(
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
 * columns of a table are, or an application. A line that can't be read is that candidate's own trouble.
 */
export async function* candidatesInLines(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  file: string,
  options: ReadingOptions,
): AsyncGenerator<Unnumbered> {
  let line = 0;
  for await (const bytes of linesOfBytes(chunks, file)) {
    line += 1;
    const begin = bytes[0] === RECORD_SEPARATOR ? 1 : 0;
    const isEmpty = bytes.subarray(begin).every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09);
    if (!isEmpty) yield await candidateInLine(bytes.subarray(begin), file, line, options);
  }
}

/** One line as a candidate. */
export async function candidateInLine(
  bytes: Buffer,
  file: string,
  line: number,
  options: ReadingOptions,
): Promise<Unnumbered> {
  const fallback = `${file}#${line}`;
  const unread = (problems: Candidate["problems"]) => ({ id: fallback, file, line, problems });
  let document: Document;
  try {
    document = atLine(parseJson(textOf(bytes, file), file), line);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return unread(error.problems.map((problem) => ({ ...problem, line })));
  }
  const { value } = document;
  if (!isFeature(value)) {
    const given = withSettings(document, options.settings);
    return candidateAt({ file, line }, idIn(value) ?? fallback, () =>
      orThrow(soundOne({ document: given, path: [] })),
    );
  }
  try {
    const source = sourceOfGeometry(value, document, []);
    const hasShape = source.evidence.range.minX <= source.evidence.range.maxX;
    const decided = hasShape ? decideSource(source, options.crs) : undefined;
    const columns = columnOf(source, options.mappings, APPLICATIONS);
    for await (const raw of source.features()) {
      const id = featureId(value) ?? fallback;
      return candidateOf({ ...raw, line }, { number: line, id }, { file, decided, columns, options });
    }
    return unread([{ file, line, message: words("没有要素", "there is no feature") }]);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return unread(error.problems);
  }
}

function textOf(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
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
    ...document,
    file: document.file,
    value: document.value,
    locate: (path) => ({ ...document.locate(path), line }),
    locateKey: (path, key) => ({ ...document.locateKey(path, key), line }),
  };
}

function isFeature(value: unknown): value is { readonly id?: unknown } {
  return (value as { type?: unknown } | null)?.type === "Feature";
}

/** GeoJSON's own place for an id. */
function featureId({ id }: { readonly id?: unknown }): string | undefined {
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

function idIn(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === "string" ? id : undefined;
}
