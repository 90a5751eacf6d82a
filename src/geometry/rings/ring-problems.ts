import { joinWords, type Words, words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import type { GeometryFault, GeometryProblem } from "../shape/problem.ts";
import type { RawRing } from "../shape/raw.ts";
import { cornerWords, edgeWords, lineOf, type NumberedRing, placeWords } from "./numbered-ring.ts";

/** A corner of the file: its ring's number, its own number, and the ring that it is in. */
export interface FileCorner {
  readonly ring: number;
  readonly corner: number;
  readonly raw: RawRing;
}

type Place = readonly [x: number, y: number];

/** A corner of a ring, counted from 0, as the file knows it. */
export function fileCorner(ring: NumberedRing, index: number): FileCorner {
  return { ring: ring.number, corner: ring.corners[index] ?? 0, raw: ring.raw };
}

/** A problem at a corner: 第 2 环第 5 点（J5）<what> */
export function atCorner(
  fault: GeometryFault,
  { ring, corner, raw }: FileCorner,
  what: Words,
  remedy: Words,
  at?: { readonly place: Place; readonly crs: Crs },
): GeometryProblem {
  const name = cornerWords(ring, corner, raw);
  const where = at === undefined ? words("", "") : inBrackets(placeWords(...at.place, at.crs));
  return {
    fault,
    message: words(`${name.zh}${where.zh}${what.zh}`, `${name.en}${where.en} ${what.en}`),
    remedy,
    ring,
    corner,
    ...(at !== undefined && { at: at.place }),
    ...lineOf(corner, raw),
  };
}

/** A problem of a ring as a whole: 第 2 环<what> */
export function ofRing(
  fault: GeometryFault,
  ring: { readonly number: number; readonly raw: RawRing },
  what: Words,
  remedy: Words,
): GeometryProblem {
  return {
    fault,
    message: words(`第 ${ring.number} 环${what.zh}`, `ring ${ring.number} ${what.en}`),
    remedy,
    ring: ring.number,
    ...lineOf(1, ring.raw),
  };
}

function inBrackets({ zh, en }: Words): Words {
  return words(`（${zh}）`, ` (${en})`);
}

/** The problem that two edges meet, said with both edges and the place. */
export function atEdges(
  fault: GeometryFault,
  one: { readonly ring: NumberedRing; readonly edge: number },
  other: { readonly ring: NumberedRing; readonly edge: number },
  how: Words,
  remedy: Words,
  at: { readonly place: Place; readonly crs: Crs },
): GeometryProblem {
  const corner = fileCorner(one.ring, one.edge);
  const [first, second] = [edgeWords(one.ring, one.edge), edgeWords(other.ring, other.edge)];
  const place = placeWords(...at.place, at.crs);
  const [ringOne, ringOther] = [one.ring.number, other.ring.number];
  const message =
    ringOne === ringOther
      ? words(
          `第 ${ringOne} 环${first.zh}与${second.zh}${how.zh}，位于 ${place.zh}`,
          `in ring ${ringOne}, ${first.en} ${how.en} ${second.en}, at ${place.en}`,
        )
      : words(
          `第 ${ringOne} 环${first.zh}与第 ${ringOther} 环${second.zh}${how.zh}，位于 ${place.zh}`,
          `in ring ${ringOne}, ${first.en} ${how.en} ${second.en} in ring ${ringOther}, at ${place.en}`,
        );
  return {
    fault,
    message,
    remedy,
    ring: ringOne,
    corner: corner.corner,
    at: at.place,
    ...lineOf(corner.corner, corner.raw),
  };
}

/** How many problems of one kind are told one by one. */
const TOLD = 20;

/** The problems in the order of the file; of each kind the first, with a word that there are more. */
export function tellable(problems: readonly GeometryProblem[]): readonly GeometryProblem[] {
  const told = new Map<GeometryFault, number>();
  return [...problems]
    .sort((a, b) => (a.ring ?? 0) - (b.ring ?? 0) || (a.corner ?? 0) - (b.corner ?? 0))
    .flatMap((problem) => {
      const count = (told.get(problem.fault) ?? 0) + 1;
      told.set(problem.fault, count);
      if (count > TOLD + 1) return [];
      if (count <= TOLD) return [problem];
      const more = words("（同类错误还有，不再逐一列出）", " (there are more of this kind, not listed)");
      return [{ ...problem, message: joinWords([problem.message, more], "", "") }];
    });
}
