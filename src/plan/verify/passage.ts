import type { Place } from "../../model/plan.ts";
import { beneath, boxesNamed, type Heading, type Outline, type Stretch } from "../text/outline.ts";
import { headingKey, plain, readNumeral } from "../text/plain.ts";
import type { Box, Row } from "../text/tables.ts";
import { columnsOf, type DeclaredBox } from "./columns.ts";

/** A sentence or a cell of the text as compared, with its line. */
export interface Spot {
  readonly plain: string;
  readonly line: number;
}

/** A row of a table with the names of its columns, one for each cell. */
export interface NamedRow {
  readonly row: Row;
  readonly columns: readonly string[];
  readonly box: Box;
  /** The column that holds the figure, where the plan declares it. */
  readonly valueColumn?: string;
}

/** Where a key phrase stands. */
interface PhraseSpot {
  readonly phrase: string;
  /** In the clause's place; several leave open which is meant. */
  readonly here: readonly Spot[];
  /** How often it stands elsewhere in the text. */
  readonly elsewhere: number;
}

/** What the text has for a clause. */
export interface Passage {
  /** The parts of the place that the text doesn't have: `第四节 …`. */
  readonly missing: readonly {
    readonly part: keyof Place | "columns";
    readonly name: string;
    readonly index: number;
  }[];
  readonly phrases: readonly PhraseSpot[];
  /** The sentences that hold the phrases. */
  readonly sentences: readonly Spot[];
  /** The paragraphs that these stand in. */
  readonly paragraphs: readonly Spot[];
  /** The rows named by the place; all of the table where it names none. */
  readonly rows: readonly NamedRow[];
  /** Whether the place names them. */
  readonly namesRows: boolean;
  /** The paragraphs of the box, where it isn't a table, and its notes. */
  readonly boxLines: readonly Spot[];
  /** The headings and box titles that the clause stands under. */
  readonly titles: readonly Spot[];
  readonly line?: number;
}

interface Located {
  readonly stretches: readonly Stretch[];
  readonly titles: readonly Spot[];
  readonly box?: Box;
  readonly rows: readonly NamedRow[];
  readonly namesRows: boolean;
  readonly notes: readonly Spot[];
  readonly missing: Passage["missing"];
}

/** Finds a clause in the text: each of its places (the first is `at`), then its phrases in them. */
export function findPassage(
  places: readonly Place[],
  phrases: readonly string[],
  outline: Outline,
  declared: readonly DeclaredBox[],
): Passage {
  const located = places.map((place, index) => locate(place, index, outline, declared));
  const found = phrases.map((phrase) => findPhrase(phrase, located, outline));
  const spots = found.flatMap(({ here }) => here);
  const rows = located.flatMap((one) => one.rows);
  const boxLines = located.flatMap((one) => [
    ...(one.box === undefined || one.box.isTable ? [] : linesIn(outline, one.box)),
    ...one.notes,
  ]);
  const line = spots[0]?.line ?? rows[0]?.row.line;
  return {
    missing: located.flatMap(({ missing }) => missing),
    phrases: found,
    sentences: spots,
    paragraphs: spots.map((spot) => outline.text.lines[spot.line - 1] ?? spot).map(asSpot),
    rows,
    namesRows: located.some(({ namesRows }) => namesRows),
    boxLines,
    titles: located.flatMap(({ titles }) => titles),
    ...(line === undefined ? {} : { line }),
  };
}

const asSpot = ({ plain: text, ...rest }: { plain: string; number?: number; line?: number }): Spot => ({
  plain: text,
  line: rest.line ?? rest.number ?? 0,
});

function linesIn({ text }: Outline, { from, to }: Stretch): readonly Spot[] {
  return text.lines.slice(from, to).map(({ plain: line, number }) => ({ plain: line, line: number }));
}

const WHOLE = "全文";

function locate(place: Place, index: number, outline: Outline, declared: readonly DeclaredBox[]): Located {
  const whole: Stretch = { from: 0, to: outline.text.lines.length };
  const missing: Passage["missing"][number][] = [];
  const titles: Spot[] = [];
  let stretches: readonly Stretch[] = [whole];
  const narrow = (part: "chapter" | "section" | "heading", find: (name: string) => readonly Heading[]) => {
    const name = place[part];
    if (name === undefined || name === WHOLE) return;
    const found = find(name);
    if (found.length === 0) missing.push({ part, name, index });
    else stretches = found;
    titles.push(...around(found).map(({ title, line }) => ({ plain: title, line })));
  };
  const around = (found: readonly Heading[]) =>
    outline.headings.filter((heading) =>
      found.some(
        (one) => one === heading || (heading.level > 1 && heading.from < one.from && one.from < heading.to),
      ),
    );
  narrow("chapter", (name) => beneath(outline, name, stretches, { from: 0, to: 0 }));
  narrow("section", (name) => beneath(outline, name, stretches, { from: 1, to: 2 }));
  const wider = stretches;
  narrow("heading", (name) => name.split("；").flatMap((one) => subheadings(one, stretches, outline)));
  const empty = { stretches, titles, rows: [], namesRows: false, notes: [], missing };
  if (place.box === undefined) return empty;
  // A box of the section may stand before the sub-heading that speaks of it.
  const [box, another] =
    [stretches, wider]
      .map((within) => boxesNamed(outline, place.box ?? "", within))
      .find((found) => found.length > 0) ?? [];
  if (box === undefined || another !== undefined) {
    missing.push({ part: "box", name: place.box, index });
    return empty;
  }
  titles.push({ plain: box.title, line: box.from + 1 });
  const columns = columnsOf(
    box,
    declared.find((one) => boxesNamed(outline, one.box, wider).includes(box)),
  );
  if (columns.missing !== undefined) missing.push({ part: "columns", name: columns.missing, index });
  const named = box.rows.slice(columns.headerRows).map((row): NamedRow => {
    const shift = columns.names.length - row.cells.length;
    const own = row.cells.map((_, at) => columns.names[at + shift] ?? "");
    return { row, columns: own, box, ...(columns.value === undefined ? {} : { valueColumn: columns.value }) };
  });
  const notes = box.notes.map(({ plain: line, number }) => ({ plain: line, line: number }));
  if (place.row === undefined) return { ...empty, box, rows: box.isTable ? named : [], notes };
  const label = String(place.row);
  if (/^(?:注|备注)$/.test(label)) {
    if (notes.length === 0) missing.push({ part: "row", name: label, index });
    return { ...empty, box, notes };
  }
  const rows = label.split("、").flatMap((one) => {
    const fitting = rowsNamed(one, named);
    if (fitting.length === 0 && columns.names.some((name) => labelKey(name) === labelKey(one))) return named;
    if (fitting.length === 0) missing.push({ part: "row", name: one, index });
    return fitting;
  });
  return { ...empty, box, rows, namesRows: true, notes: [] };
}

/** 一、开发利用规模调控（一）（二） names two items beneath a heading. */
function subheadings(name: string, within: readonly Stretch[], outline: Outline): readonly Heading[] {
  const whole = beneath(outline, name, within, { from: 2, to: 5 });
  if (whole.length > 0) return whole;
  const items = /^(.+?)((?:[（(][一二三四五六七八九十]+[）)])+)$/.exec(name);
  const [, title = "", numbers = ""] = items ?? [];
  if (items === null) return [];
  const under = beneath(outline, title, within, { from: 2, to: 5 });
  const wanted = [...plain(numbers).matchAll(/\(.+?\)/g)].map(([number]) => number);
  const found = wanted.map((number) =>
    outline.headings.filter(
      (heading) =>
        heading.level === 3 &&
        heading.title.startsWith(number) &&
        under.some(({ from, to }) => from <= heading.from && heading.from < to),
    ),
  );
  return found.some((one) => one.length === 0) ? [] : found.flat();
}

/** A row by its number, by its label, or by a merged label and its own (年开采量 铁矿). */
function rowsNamed(label: string, rows: readonly NamedRow[]): readonly NamedRow[] {
  if (/^\d+$/.test(label)) {
    const numbered = rows.filter(
      ({ row }) => readNumeral(row.cells[0]?.plain.replace(/^0+/, "") ?? "") === Number(label),
    );
    return numbered.length > 0 ? numbered : rows.slice(Number(label) - 1, Number(label));
  }
  const parts = label.split(/\s+/).map(labelKey);
  return rows.filter(({ row }) => {
    const cells = row.cells.map((cell) => labelKey(cell.plain));
    return cells.some((_, from) => parts.every((part, at) => cells[from + at] === part));
  });
}

/** A label without what stands in brackets behind it: 矿山数量（个）. */
function labelKey(text: string): string {
  return headingKey(plain(text).replace(/\([^()]*\)$/, ""));
}

function findPhrase(phrase: string, located: readonly Located[], outline: Outline): PhraseSpot {
  const wanted = plain(phrase);
  const inBoxes = located.flatMap((one) => inBox(wanted, one, outline));
  const here = inBoxes.length > 0 ? inBoxes : inProse(wanted, located, outline);
  return { phrase, here, elsewhere: countIn(outline.text.plain, wanted) - here.length };
}

function inBox(wanted: string, { rows, notes, box }: Located, outline: Outline): readonly Spot[] {
  const found = [
    ...rows.flatMap(({ row }) => cellsWith(wanted, row)),
    ...notes.flatMap((note) => sentencesWith(wanted, note)),
  ];
  if (found.length > 0 || box === undefined) return found;
  if (box.isTable) return headerWith(wanted, box);
  return linesIn(outline, box).flatMap((line) => sentencesWith(wanted, line));
}

function cellsWith(wanted: string, row: Row): readonly Spot[] {
  const inCells = row.cells.filter((cell) => cell.plain.includes(wanted));
  if (inCells.length > 0) return [...new Map(inCells.map((cell) => [cell.line, cell])).values()];
  const whole = row.cells.map((cell) => cell.plain).join("");
  return whole.includes(wanted) ? [{ plain: whole, line: row.line }] : [];
}

/** The heading of a column is a phrase too. */
function headerWith(wanted: string, { rows }: Box): readonly Spot[] {
  const cells = rows.slice(0, 2).flatMap((row) => row.cells);
  const found = cells.find((cell) => cell.plain.includes(wanted));
  return found === undefined ? [] : [found];
}

/** Places may overlap: each line is looked into once. */
function inProse(wanted: string, located: readonly Located[], outline: Outline): readonly Spot[] {
  const boxed = outline.boxes.filter(({ isTable }) => isTable);
  return outline.text.lines.flatMap((line, index) => {
    const isIn = (one: Stretch) => one.from <= index && index < one.to;
    if (boxed.some(isIn) || !located.some(({ stretches }) => stretches.some(isIn))) return [];
    return sentencesWith(wanted, { plain: line.plain, line: line.number });
  });
}

/** The sentences of a line that hold a phrase, one for each time it stands there. */
function sentencesWith(wanted: string, { plain: text, line }: Spot): readonly Spot[] {
  const found: Spot[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const from = Math.max(...[..."。;!"].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
    const ends = [..."。;!"].map((mark) => text.indexOf(mark, at + wanted.length)).filter((end) => end >= 0);
    found.push({ plain: text.slice(at === 0 ? 0 : from, Math.min(...ends, text.length)), line });
  }
  return found;
}

function countIn(text: string, wanted: string): number {
  return wanted === "" ? 0 : text.split(wanted).length - 1;
}
