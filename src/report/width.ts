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
const NOT_FIRST = codePoints("，。、；：？！）》】”’…％%)]},.;:?!·/");
const NOT_LAST = codePoints("（《【“‘([{≥≤＜第");
const SPACE = 0x20;

function codePoints(text: string): ReadonlySet<number> {
  return new Set([...text].map((character) => character.codePointAt(0) ?? 0));
}

/**
 * Breaks a text into lines of at most `width` columns. Latin words stay whole, Chinese breaks
 * anywhere but before a closing or after an opening mark; a word wider than a line is cut. Nothing
 * but the spaces at a break is ever dropped.
 */
export function wrap(text: string, width: number): string[] {
  const most = Math.max(width, 8);
  if (!text.includes("\n")) return wrapParagraph(text, most);
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, most));
}

function wrapParagraph(text: string, width: number): string[] {
  if (text.length * 2 <= width || widthOf(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let start = 0;
  let used = 0;
  // The last place of this line that it may break at, and the columns up to there.
  let breakAt = 0;
  let usedAtBreak = 0;
  let before = SPACE;
  for (let at = 0; at < text.length; ) {
    const here = text.codePointAt(at) ?? 0;
    const columns = columnsOf(here);
    if (mayBreak(before, here)) {
      breakAt = at;
      usedAtBreak = used;
    }
    while (used + columns > width && here !== SPACE) {
      const end = breakAt > start ? breakAt : at;
      lines.push(text.slice(start, end).trimEnd());
      used = end === breakAt ? used - usedAtBreak : 0;
      start = breakAt = end;
      usedAtBreak = 0;
    }
    used += columns;
    before = here;
    at += here > 0xffff ? 2 : 1;
  }
  lines.push(text.slice(start).trimEnd());
  return lines;
}

/** Between two characters of one line: after spaces, and beside wide characters, marks excepted. */
function mayBreak(before: number, here: number): boolean {
  if (here === SPACE) return false;
  if (before !== SPACE && before < FIRST_WIDE && here < FIRST_WIDE) return false;
  return !NOT_FIRST.has(here) && !NOT_LAST.has(before);
}

const FIRST_WIDE = 0x2e80;
