import { cornersOf, type Polygon, type Ring, ringsOf, xOf, yOf } from "../shape/shape.ts";

/** Small blocks (小区块, 15″×15″) in a basic unit block (基本单位区块, 1′×1′). */
const SMALL_BLOCKS = 16;
const SMALL_BLOCKS_PER_DEGREE = 240;
/** Seconds are printed with three decimals and plane coordinates with two: 0.001″ is 3 cm. */
const TOLERANCE = 0.0015 / 15;

/** A corner that isn't one of blocks; rings (shell, its holes, the next shell …) and corners count from 1. */
interface Misaligned {
  readonly ring: number;
  readonly corner: number;
  /** Longitude and latitude. */
  readonly at: readonly [number, number];
  /** It lies off the 15″ graticule, or the edge from it runs neither north–south nor east–west. */
  readonly why: "off-graticule" | "oblique-edge";
}

export type BasicBlocks =
  /** `blocks` is a whole number of sixteenths, exact in binary: 2.25 is two blocks and a quarter. */
  | { readonly aligned: true; readonly blocks: number }
  | { readonly aligned: false; readonly misaligned: readonly Misaligned[] };

/**
 * Counts the basic unit blocks (基本单位区块) that an exploration area consists of, with quarter blocks (30″)
 * and small blocks (15″) as 1/4 and 1/16. That needs every corner on the 15″ graticule, within 0.0015″
 * (5 cm), and edges along it; otherwise there is no count.
 * @param lonLat sound polygons, in degrees.
 */
export function basicBlocks(lonLat: readonly Polygon[]): BasicBlocks {
  const misaligned = ringsOf(lonLat).flatMap((ring, index) => misalignedIn(ring, index + 1));
  if (misaligned.length > 0) return { aligned: false, misaligned };
  const cells = lonLat.reduce(
    (sum, { shell, holes }) => sum + cellsIn(shell) - holes.reduce((inner, hole) => inner + cellsIn(hole), 0),
    0,
  );
  return { aligned: true, blocks: cells / SMALL_BLOCKS };
}

function misalignedIn(ring: Ring, number: number): Misaligned[] {
  const found: Misaligned[] = [];
  const count = cornersOf(ring);
  for (let corner = 0; corner < count; corner++) {
    const next = (corner + 1) % count;
    const off = isOff(xOf(ring, corner)) || isOff(yOf(ring, corner));
    const oblique =
      line(xOf(ring, corner)) !== line(xOf(ring, next)) && line(yOf(ring, corner)) !== line(yOf(ring, next));
    if (off || oblique)
      found.push({
        ring: number,
        corner: corner + 1,
        at: [xOf(ring, corner), yOf(ring, corner)],
        why: off ? "off-graticule" : "oblique-edge",
      });
  }
  return found;
}

/** The nearest line of the graticule, counted from 0°. */
function line(degrees: number): number {
  return Math.round(degrees * SMALL_BLOCKS_PER_DEGREE);
}

function isOff(degrees: number): boolean {
  return !(Math.abs(degrees * SMALL_BLOCKS_PER_DEGREE - line(degrees)) <= TOLERANCE);
}

/** Along the graticule the area in cells is their count; sums of whole numbers are exact. */
function cellsIn(ring: Ring): number {
  const count = cornersOf(ring);
  let twice = 0;
  for (let from = count - 1, to = 0; to < count; from = to++)
    twice += line(xOf(ring, from)) * line(yOf(ring, to)) - line(xOf(ring, to)) * line(yOf(ring, from));
  return Math.abs(twice) / 2;
}
