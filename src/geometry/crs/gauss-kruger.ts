import type { GaussKruger } from "./crs.ts";

/** The zones that cover China (带号范围), first and last. */
export const ZONES = { 3: [25, 45], 6: [13, 23] } as const;

/** Zone `zone` of that width, if China has it. */
export function gaussKruger(width: 3 | 6, zone: number, prefixed: boolean): GaussKruger | undefined {
  const [first, last] = ZONES[width];
  const exists = Number.isInteger(zone) && zone >= first && zone <= last;
  return exists ? { kind: "gauss-kruger", width, zone, prefixed } : undefined;
}

/** The longitude in degrees that a zone is built around (中央经线): 3n, or 6n − 3 for 6° zones. */
export function centralMeridian({ width, zone }: GaussKruger): number {
  return width === 3 ? 3 * zone : 6 * zone - 3;
}

/** What eastings carry so that none is negative, in metres: 500 000, after the zone's number if prefixed. */
export function falseEasting({ zone, prefixed }: GaussKruger): number {
  return (prefixed ? zone * 1_000_000 : 0) + 500_000;
}
