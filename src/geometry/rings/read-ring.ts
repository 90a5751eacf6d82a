import { joinWords, type Words, words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import { distance, groundAt, HAIR } from "../shape/ground.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import type { RawRing } from "../shape/raw.ts";
import { cornersOf, xOf, yOf } from "../shape/shape.ts";
import { cornerWords, type NumberedRing, placeWords } from "./numbered-ring.ts";
import { eastFirst, type RingFrame } from "./ring-frame.ts";
import { wrongNumbers } from "./ring-numbers.ts";
import { atCorner, ofRing } from "./ring-problems.ts";

/** What became of one ring of a file; without `ring` it has none that could be looked at further. */
export interface ReadRing {
  readonly ring?: NumberedRing;
  readonly problems: readonly GeometryProblem[];
  readonly notes: readonly Words[];
}

/**
 * Reads one ring: x is east from here on, the closing corner is dropped, and so are corners that repeat
 * the one before them (which can't change the ground and is noted). Anything else that is wrong with
 * single corners is a problem.
 */
export function readRing(raw: RawRing, number: number, frame: RingFrame): ReadRing {
  const xy = eastFirst(raw, frame);
  const faults = wrongNumbers(raw, xy, number, frame.crs);
  if (faults.length > 0) return { problems: faults, notes: [] };
  const total = cornersOf(xy);
  if (total === 0) return { problems: [tooFew(raw, number, 0)], notes: [] };
  const ground = groundAt(frame.crs, yOf(xy, 0));
  const same = (one: number, other: number): boolean =>
    distance(ground, xOf(xy, one), yOf(xy, one), xOf(xy, other), yOf(xy, other)) < HAIR;

  const closes = total > 1 && same(0, total - 1);
  const problems: GeometryProblem[] = [];
  const notes: Words[] = [];
  if (!closes && frame.closing === "required") problems.push(openRing(raw, xy, number, frame.crs));
  if (!closes && frame.closing === "optional") notes.push(closedHere(number));

  const kept: number[] = [];
  const repeated: number[] = [];
  for (let index = 0, before = -1; index < total - (closes ? 1 : 0); index++) {
    if (before >= 0 && same(before, index)) repeated.push(index);
    else {
      kept.push(index);
      before = index;
    }
  }
  // The corner before the closing one may repeat it as well.
  for (let last = kept.at(-1); last !== undefined && last !== 0 && same(0, last); last = kept.at(-1)) {
    repeated.push(last);
    kept.pop();
  }
  if (repeated.length > 0) notes.push(dropped(raw, xy, number, frame.crs, repeated));

  const distinct = kept.length < 3 ? kept.length : distinctUpTo3(kept, same);
  if (distinct < 3) return { problems: [...problems, tooFew(raw, number, distinct)], notes };
  const ring = new Float64Array(2 * kept.length);
  const corners = kept.map((index, corner) => {
    ring[2 * corner] = xOf(xy, index);
    ring[2 * corner + 1] = yOf(xy, index);
    return index + 1;
  });
  return { ring: { number, ring, corners, raw }, problems, notes };
}

/** A ring that runs back and forth between two corners has no more than two. */
function distinctUpTo3(kept: readonly number[], same: (one: number, other: number) => boolean): number {
  const [first = 0, second = 0] = kept;
  return kept.some((index) => !same(first, index) && !same(second, index)) ? 3 : 2;
}

function openRing(raw: RawRing, xy: Float64Array, number: number, crs: Crs): GeometryProblem {
  const end = cornersOf(xy) - 1;
  const last = [xOf(xy, end), yOf(xy, end)] as const;
  const gap = distance(groundAt(crs, yOf(xy, 0)), xOf(xy, 0), yOf(xy, 0), ...last);
  const metres = gap < 0.01 ? gap.toPrecision(2) : gap.toFixed(2);
  return atCorner(
    "open-ring",
    { ring: number, corner: end + 1, raw },
    words(
      `是末点，未回到首点，相差 ${metres} 米：环不闭合`,
      `is the last and misses the first by ${metres} m: the ring isn't closed`,
    ),
    words(
      "请以首点坐标结束该环；如缺拐点，请补齐",
      "end the ring with its first corner; add corners if some are missing",
    ),
    { place: last, crs },
  );
}

function tooFew(raw: RawRing, number: number, distinct: number): GeometryProblem {
  return ofRing(
    "too-few-corners",
    { number, raw },
    words(
      `只有 ${distinct} 个不同的拐点，至少需要 3 个`,
      `has ${distinct} distinct corners; it needs 3 at least`,
    ),
    words("请补齐拐点，或删去该环", "add the missing corners, or remove the ring"),
  );
}

function closedHere(number: number): Words {
  return words(
    `第 ${number} 环末尾未重复首点，已按首尾相连闭合`,
    `ring ${number} doesn't repeat its first corner at the end; it was closed from the last to the first`,
  );
}

const NAMED = 5;

function dropped(
  raw: RawRing,
  xy: Float64Array,
  number: number,
  crs: Crs,
  repeated: readonly number[],
): Words {
  const named = [...repeated]
    .sort((a, b) => a - b)
    .slice(0, NAMED)
    .map((index) => {
      const corner = cornerWords(number, index + 1, raw);
      const place = placeWords(xOf(xy, index), yOf(xy, index), crs);
      return words(`${corner.zh}（${place.zh}）`, `${corner.en} (${place.en})`);
    });
  const list = joinWords(named, "、", "; ");
  const more = repeated.length > NAMED ? words("等", " and more") : words("", "");
  const count = repeated.length;
  return words(
    `第 ${number} 环有 ${count} 个拐点与前一点重合，已合并，范围不变：${list.zh}${more.zh}`,
    `ring ${number} has ${count} corner${count === 1 ? "" : "s"} repeating the one before, merged without change to the ground: ${list.en}${more.en}`,
  );
}
