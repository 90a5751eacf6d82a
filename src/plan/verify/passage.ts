import type { Place } from "../../model/plan.ts";
import type { Outline } from "../text/outline.ts";
import type { DeclaredBox } from "./columns.ts";
import { linesIn, locate, type MissingPart } from "./locate.ts";
import { findPhrase, type PhraseSpot } from "./phrases.ts";
import type { NamedRow, Spot } from "./spot.ts";

/** What the text has for a clause. */
export interface Passage {
  /** The parts of the place that the text doesn't have: `第四节 …`. */
  readonly missing: readonly MissingPart[];
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

/** Every line of a place: of its box where it names one, else of its stretch of text. */
export function linesOf(
  place: Place,
  index: number,
  outline: Outline,
  declared: readonly DeclaredBox[],
): { readonly lines: readonly Spot[]; readonly missing: Passage["missing"] } {
  const { box, rows, notes, stretches, missing } = locate(place, index, outline, declared);
  const inBox = box === undefined || box.isTable ? [] : linesIn(outline, box);
  const cells = rows.flatMap(({ row }) => row.cells);
  const lines =
    place.box === undefined
      ? stretches.flatMap((stretch) => linesIn(outline, stretch))
      : [...cells, ...inBox, ...notes];
  return { lines, missing };
}

const asSpot = ({ plain: text, ...rest }: { plain: string; number?: number; line?: number }): Spot => ({
  plain: text,
  line: rest.line ?? rest.number ?? 0,
});
