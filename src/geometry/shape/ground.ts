import type { Crs } from "../crs/crs.ts";

/**
 * Two points closer than this are one (0.1 mm): finer than any coordinate that is printed (0.01 m,
 * 0.001″ or 3 cm) and coarser than what calculating leaves behind.
 */
export const HAIR = 1e-4;

/** Metres on the ground for one unit of x and of y, near enough for tolerances. */
export interface Ground {
  readonly perX: number;
  readonly perY: number;
}

const METRES_PER_DEGREE = 111_195;

/** The ground's scale at `y`, the northing or latitude. */
export function groundAt(crs: Crs, y: number): Ground {
  if (crs.kind === "gauss-kruger") return { perX: 1, perY: 1 };
  return { perX: METRES_PER_DEGREE * Math.cos((y * Math.PI) / 180), perY: METRES_PER_DEGREE };
}

/** Metres between two points. */
export function distance(ground: Ground, ax: number, ay: number, bx: number, by: number): number {
  return length((ax - bx) * ground.perX, (ay - by) * ground.perY);
}

/** Metres from point p to the nearest point of the edge a–b. */
export function distanceToEdge(
  ground: Ground,
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const ux = (bx - ax) * ground.perX;
  const uy = (by - ay) * ground.perY;
  const vx = (px - ax) * ground.perX;
  const vy = (py - ay) * ground.perY;
  const squared = ux * ux + uy * uy;
  const share = squared === 0 ? 0 : Math.max(0, Math.min(1, (ux * vx + uy * vy) / squared));
  return length(vx - share * ux, vy - share * uy);
}

/** As Math.hypot, which is many times slower for the sake of numbers that no place has. */
export function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
