import type { Outline, Stretch } from "../text/outline.ts";
import { plain } from "../text/plain.ts";
import type { Box, Row } from "../text/tables.ts";
import { type Located, linesIn } from "./locate.ts";
import type { Spot } from "./spot.ts";

/** Where a key phrase stands. */
export interface PhraseSpot {
  readonly phrase: string;
  /** In the clause's place; several leave open which is meant. */
  readonly here: readonly Spot[];
  /** How often it stands elsewhere in the text. */
  readonly elsewhere: number;
}

/** Looks for a key phrase in places, in the boxes that they name first. */
export function findPhrase(phrase: string, located: readonly Located[], outline: Outline): PhraseSpot {
  const wanted = plain(phrase);
  const inBoxes = located.flatMap((one) => inBox(wanted, one, outline));
  const inText = inBoxes.length > 0 ? inBoxes : inProse(wanted, located, outline);
  const here = inText.length > 0 ? inText : inTitles(wanted, located);
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

/** So is the title of the box, where nothing else has the phrase. */
function inTitles(wanted: string, located: readonly Located[]): readonly Spot[] {
  return located
    .flatMap(({ box }) => (box === undefined ? [] : [{ plain: box.title, line: box.from + 1 }]))
    .filter(({ plain: title }) => title.includes(wanted));
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
    if (!line.plain.includes(wanted)) return [];
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
