import { type Words, words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import { groundAt, HAIR } from "../shape/ground.ts";
import type { GeometryFault, GeometryProblem } from "../shape/problem.ts";
import type { RawRing, RawShape } from "../shape/raw.ts";
import { cornersOf, xOf, yOf } from "../shape/shape.ts";
import type { NumberedRing } from "./numbered-ring.ts";
import { readRing } from "./read-ring.ts";
import type { RingFrame } from "./ring-frame.ts";
import { atCorner, fileCorner, ofRing } from "./ring-problems.ts";
import { isFlat, withoutSpikes } from "./spikes.ts";

/** Rings that belong together: of a given part the shell, then its holes. */
export interface Part {
  readonly roles: RawShape["roles"];
  readonly rings: readonly NumberedRing[];
}

export interface SoundRings {
  readonly parts: readonly Part[];
  readonly problems: readonly GeometryProblem[];
  readonly notes: readonly Words[];
  /** Numbers of the rings whose last edge the file doesn't have. */
  readonly open: ReadonlySet<number>;
}

/** Where coordinates are printed to 0.01 m or 0.001″ (3 cm), a spike isn't exactly a line. */
const SPIKE_WIDTH = 0.03;

/**
 * Reads all rings and looks at each by itself; rings without area and spikes don't come along.
 * @param lenient lines instead of rings and exact spikes are dropped with a note, as they are no ground.
 */
export function soundRings(shape: RawShape, frame: RingFrame, lenient: boolean): SoundRings {
  const problems: GeometryProblem[] = [];
  const notes: Words[] = [];
  const open = new Set<number>();
  let number = 0;
  const parts = partsOf(shape).map((rings): Part => {
    const sound = rings.flatMap((raw, index) => {
      number++;
      const read = readRing(raw, number, frame);
      const isOpen = read.problems.some(({ fault }) => fault === "open-ring");
      if (isOpen) open.add(number);
      const single =
        read.ring === undefined
          ? { problems: [], notes: [] }
          : lookedAt(read.ring, frame.crs, isOpen, lenient);
      const found = [...read.problems, ...single.problems];
      // A line instead of a ring is passed over, but not as the shell of holes that then lack it.
      const hasHoles = shape.roles === "given" && index === 0 && rings.length > 1;
      const told = lenient && !hasHoles ? found.filter(({ fault }) => !NO_GROUND.has(fault)) : found;
      if (told.length < found.length) notes.push(passedOver(number));
      problems.push(...told);
      notes.push(...read.notes, ...single.notes);
      return single.ring === undefined ? [] : [single.ring];
    });
    return { roles: shape.roles, rings: sound };
  });
  return { parts, problems, notes, open };
}

const NO_GROUND: ReadonlySet<string> = new Set<GeometryFault>(["too-few-corners", "zero-area"]);

function partsOf(shape: RawShape): readonly (readonly RawRing[])[] {
  return shape.roles === "given" ? shape.parts : [shape.rings];
}

interface Looked {
  readonly ring?: NumberedRing;
  readonly problems: readonly GeometryProblem[];
  readonly notes: readonly Words[];
}

function lookedAt(whole: NumberedRing, crs: Crs, isOpen: boolean, lenient: boolean): Looked {
  const ground = groundAt(crs, yOf(whole.ring, 0));
  if (isFlat(whole.ring, ground)) return { problems: [noArea(whole)], notes: [] };
  const { ring, tips } = withoutSpikes(whole, ground, lenient ? HAIR : SPIKE_WIDTH);
  const isLine = cornersOf(ring.ring) < 3 || isFlat(ring.ring, ground);
  // What the missing last edge of an open ring seems to do is no fault of its own.
  const last = cornersOf(whole.ring) - 1;
  const real = tips.filter((tip) => !isOpen || (tip !== 0 && tip !== last));
  if (!lenient)
    return { ...(!isLine && { ring }), problems: real.map((tip) => spike(whole, tip, crs)), notes: [] };
  const notes = real.length === 0 ? [] : [spikesDropped(whole, real.length)];
  return isLine ? { problems: [noArea(whole)], notes: [] } : { ring, problems: [], notes };
}

function noArea(ring: NumberedRing): GeometryProblem {
  return ofRing(
    "zero-area",
    ring,
    words("的拐点都在一条直线上，面积为零", "has all its corners on one line and no area"),
    words("请核对拐点坐标，或删去该环", "check its corners, or remove the ring"),
  );
}

function spike(ring: NumberedRing, tip: number, crs: Crs): GeometryProblem {
  return atCorner(
    "spike",
    fileCorner(ring, tip),
    words("是尖刺：边界到此沿原路折回", "is a spike: the boundary turns round there and goes back on itself"),
    words("请核对该点坐标，或删去该点", "check this corner, or remove it"),
    { place: [xOf(ring.ring, tip), yOf(ring.ring, tip)], crs },
  );
}

function spikesDropped({ number }: NumberedRing, count: number): Words {
  return words(
    `第 ${number} 环有 ${count} 处沿原路折回的尖刺，已去掉，范围不变`,
    `ring ${number} went back on itself at ${count} corner${count === 1 ? "" : "s"}, dropped without change to the ground`,
  );
}

function passedOver(number: number): Words {
  return words(`第 ${number} 环没有面积，已略去`, `ring ${number} has no area and was passed over`);
}
