/** Enough to see how a file begins, if its lines aren't longer. */
const HEAD_BYTES = 64 * 1024;
/** A longer line is no candidate: without an end it would fill the memory. */
export const MOST_LINE_BYTES = 16 * 1024 * 1024;
const NEW_LINE = 0x0a;
/** Signs up to it are spaces and ends of lines. */
const SPACE = 0x20;

/** What kind of file it is where its name doesn't tell, by how it begins. */
export type Kind = "lines" | "document" | "features";

/**
 * Reads the beginning: no more than is needed to tell lines from a document, so that whoever writes lines
 * slowly is answered, but the first line whole.
 *
 * @param next the next piece, undefined at the end
 */
export async function beginningOf(next: () => Promise<Buffer | undefined>): Promise<readonly Buffer[]> {
  const pieces: Buffer[] = [];
  let length = 0;
  let hasLine = false;
  let goesOn = false;
  for (let piece = await next(); piece !== undefined; piece = await next()) {
    pieces.push(piece);
    length += piece.length;
    const behind: Buffer | undefined = hasLine ? piece : behindLine(piece);
    hasLine ||= behind !== undefined;
    goesOn ||= behind?.some((byte) => byte > SPACE) === true;
    if (length > MOST_LINE_BYTES || isSequence(textOf(pieces.slice(0, 1)))) break;
    if (goesOn ? length >= HEAD_BYTES || isLines(textOf(pieces)) : length >= HEAD_BYTES && !isOpen(pieces))
      break;
  }
  return pieces;
}

/** What stands behind the first end of a line. */
function behindLine(piece: Buffer): Buffer | undefined {
  const end = piece.indexOf(NEW_LINE);
  return end < 0 ? undefined : piece.subarray(end + 1);
}

/** @param isUnnamed it has no name that would tell a table or a survey text from a document */
export function kindBy(pieces: readonly Buffer[], isUnnamed: boolean): Kind {
  const text = textOf(pieces);
  if (isCollection(text)) return "features";
  if (isSequence(text) || isLines(text)) return "lines";
  return isUnnamed && !/^[[{]/.test(text) ? "features" : "document";
}

function textOf(pieces: readonly Buffer[]): string {
  return Buffer.concat(pieces)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
}

function isCollection(text: string): boolean {
  return /^\{[^{}[\]]{0,300}"(?:features|type)"\s*:\s*(?:\[|"FeatureCollection")/.test(text);
}

/** An object that isn't a collection and may end with the line, whose end didn't come yet. */
function isOpen(pieces: readonly Buffer[]): boolean {
  const head = textOf(pieces.slice(0, 1));
  return head.startsWith("{") && !isCollection(head);
}

/** Records each behind a sign of its own: a text sequence (RFC 8142). */
function isSequence(text: string): boolean {
  return text.startsWith("\u001e");
}

/** More than one object, each on a line of its own. */
function isLines(text: string): boolean {
  const end = text.indexOf("\n");
  if (!text.startsWith("{") || end < 0 || !text.slice(end).trimStart().startsWith("{")) return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}
