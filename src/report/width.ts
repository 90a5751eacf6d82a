import { eastAsianWidth } from "get-east-asian-width";

/** How many columns a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    width += columnsOf(code);
  }
  return width;
}

/** Nearly all text is ASCII or Chinese, which needs no table. */
function columnsOf(code: number): number {
  if (code < 0x300) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  return /\p{Mark}/u.test(String.fromCodePoint(code)) ? 0 : eastAsianWidth(code);
}

/** 避头: what may not begin a line. 避尾: what may not end one. */
const NOT_FIRST = new Set("，。、；：？！）》】”’…％%)]},.;:?!·/");
const NOT_LAST = new Set("（《【“‘([{≥≤＜第");

/**
 * Breaks a text into lines of at most `width` columns. Latin words stay whole, Chinese breaks
 * anywhere but before a closing or after an opening mark. Nothing is ever dropped.
 */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, Math.max(width, 8)));
}

function wrapParagraph(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of glue(pieces(text))) {
    const body = widthOf(piece.trimEnd());
    if (line !== "" && used + body > width) {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
    }
    const shown = line === "" ? piece.trimStart() : piece;
    line += shown;
    used += body + (shown.length - shown.trimEnd().length);
    for (; body > width && widthOf(line.trimEnd()) > width; used = widthOf(line)) {
      const head = take(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Latin words with the spaces after them; every wide character by itself. */
function pieces(text: string): string[] {
  return text.match(/[^\s\u2E80-\uFFFF]+\s*|\s+|[\u2E80-\uFFFF]|[\s\S]/gu) ?? [];
}

/** Joins marks to the piece that they may not be parted from. */
function glue(parts: readonly string[]): string[] {
  const glued: string[] = [];
  for (const part of parts) {
    const before = glued.at(-1);
    const stays = before !== undefined && (NOT_FIRST.has(part[0] ?? "") || NOT_LAST.has(before.at(-1) ?? ""));
    if (stays) glued[glued.length - 1] = before + part;
    else glued.push(part);
  }
  return glued;
}

function take(text: string, width: number): string {
  let head = "";
  let used = 0;
  for (const character of text) {
    used += columnsOf(character.codePointAt(0) ?? 0);
    if (used > width) break;
    head += character;
  }
  return head === "" ? text.slice(0, 1) : head;
}
