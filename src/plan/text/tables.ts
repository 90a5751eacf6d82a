import { plain, readNumeral } from "./plain.ts";
import type { TextLine } from "./plan-text.ts";

/** A cell of a table; merged and empty cells are empty. */
interface Cell {
  readonly plain: string;
  readonly line: number;
}

/** A row of a table: its cells, merged labels taken from above. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly line: number;
}

/** A box (专栏) or numbered table of the text. */
export interface Box {
  readonly number: number;
  /** 专栏4 新建矿山最低开采规模标准, as compared. */
  readonly title: string;
  /** Lines from and up to (without), counted from 0. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Row[];
  /** Whether it has rows of several cells, rather than paragraphs. */
  readonly isTable: boolean;
  /** What stands beneath the table (注, 备注). */
  readonly notes: readonly TextLine[];
}

const TITLE = /^专栏([一二三四五六七八九十]+|\d+)(?=\D|$)/;

/** The boxes of a text, in its order. A line that opens with 专栏N is a title unless it is a sentence. */
export function boxesIn(lines: readonly TextLine[]): readonly Box[] {
  return lines.flatMap((line, index) => {
    const [, numeral] = TITLE.exec(line.plain) ?? [];
    const number = numeral === undefined ? undefined : readNumeral(numeral);
    if (number === undefined || /[。,;]$/.test(line.plain)) return [];
    return [readBox(lines, index, number)];
  });
}

const isCell = ({ raw }: TextLine) => raw.startsWith("\t");
const isBlank = ({ raw }: TextLine) => raw.trim() === "" && !raw.includes("\t");

/**
 * A table has a cell a line, each behind a tab, or a row a line with tabs between; a paragraph without one
 * belongs to the cell above. A blank line before a cell ends the row, two blank lines end the table.
 */
function readBox(lines: readonly TextLine[], title: number, number: number): Box {
  const rows: TextLine[][][] = [];
  const notes: TextLine[] = [];
  let at = title + 1;
  while (at < lines.length && blankAt(lines, at)) at++;
  let isNewRow = true;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (isBlank(line) && endsAt(lines, at))) break;
    if (isBlank(line)) {
      isNewRow = true;
      continue;
    }
    if (!isCell(line) && (rows.length === 0 || startsBox(line))) break;
    if (isCell(line)) {
      const cells = line.raw.trim() === "" ? [line] : cellsOf(line);
      // 大型、中型及小型为…: a sentence across the table is a note in it.
      if (isNewRow && isSentence(line) && (rows[0]?.length ?? 0) > 1 && !cellFollows(lines, at)) {
        notes.push(line);
        continue;
      }
      if (isNewRow || rows.length === 0) rows.push([]);
      rows.at(-1)?.push(...cells.map((cell) => [cell]));
    } else if (isNewRow && (rows[0]?.length ?? 0) > 1 && isSentence(line)) notes.push(line);
    else rows.at(-1)?.at(-1)?.push(line);
    isNewRow = false;
  }
  const isTable = rows.some((row) => row.length > 1);
  const to = isTable ? notesAfter(lines, at, notes) : at;
  return {
    number,
    title: lines[title]?.plain ?? "",
    from: title,
    to,
    rows: withLabels(rows.map(joined)),
    isTable,
    notes,
  };
}

function blankAt(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at];
  return line === undefined || isBlank(line);
}

const isSentence = ({ plain: whole }: TextLine) => whole.endsWith("。");

function cellFollows(lines: readonly TextLine[], at: number): boolean {
  const next = lines[at + 1];
  return next !== undefined && isCell(next);
}

/** Two blank lines end a table, unless it goes on behind them. */
function endsAt(lines: readonly TextLine[], from: number): boolean {
  if (!blankAt(lines, from + 1)) return false;
  const next = lines.slice(from).find((line) => !isBlank(line));
  return next === undefined || !isCell(next) || startsBox(next);
}

const startsBox = (line: TextLine) => TITLE.test(line.plain);

function cellsOf(line: TextLine): TextLine[] {
  return line.raw
    .replace(/^\t/, "")
    .split("\t")
    .map((raw) => ({ number: line.number, raw, plain: plain(raw) }));
}

/** What follows a table at once and calls itself a note. */
function notesAfter(lines: readonly TextLine[], from: number, notes: TextLine[]): number {
  let at = from;
  while (at < lines.length && blankAt(lines, at)) at++;
  const line = lines[at];
  if (line === undefined || !/^(?:注|备注|说明):?/.test(line.plain)) return from;
  notes.push(line);
  return at + 1;
}

function joined(row: readonly (readonly TextLine[])[]): Row {
  const cells = row.map((parts) => ({
    plain: parts.map((part) => part.plain).join(""),
    line: parts[0]?.number ?? 0,
  }));
  return { cells, line: cells.find((cell) => cell.plain !== "")?.line ?? cells[0]?.line ?? 0 };
}

/** A merged label cell is printed once, in its first row: the rows below take it from there. */
function withLabels(rows: readonly Row[]): readonly Row[] {
  const labelled: Row[] = [];
  for (const row of rows) {
    const above = labelled.at(-1);
    const firstOwn = row.cells.findIndex((cell) => cell.plain !== "");
    labelled.push({
      ...row,
      cells: row.cells.map((cell, index) => (index < firstOwn ? (above?.cells[index] ?? cell) : cell)),
    });
  }
  return labelled;
}
