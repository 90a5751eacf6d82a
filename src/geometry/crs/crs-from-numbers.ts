import type { Box } from "../shape/shape.ts";
import type { DecidedCrs } from "./crs.ts";
import { CHINA } from "./extent.ts";
import { ZONES } from "./gauss-kruger.ts";

/**
 * What the size of the numbers allows: degrees, eastings that begin with a zone (8 digits), or eastings
 * without one (6 digits).
 */
export interface NumberReading {
  readonly kind: "degrees" | "prefixed" | "unprefixed";
  /** The first number of a corner is the northing or latitude. */
  readonly northFirst: boolean;
  /** Zones that the eastings begin with, from the west; empty if they don't. */
  readonly zones: readonly number[];
}

interface Kind {
  readonly kind: NumberReading["kind"];
  readonly isEast: (value: number) => boolean;
  readonly isNorth: (value: number) => boolean;
}

const MILLION = 1_000_000;
/** Northings from 3° to 54° of latitude, in metres. */
const isNorthing = (value: number) => value >= 331_000 && value <= 5_990_000;

const KINDS: readonly Kind[] = [
  {
    kind: "degrees",
    isEast: (value) => value >= CHINA.minX && value <= CHINA.maxX,
    isNorth: (value) => value >= CHINA.minY && value <= CHINA.maxY,
  },
  {
    kind: "prefixed",
    isEast: (value) => widthOf(zoneOf(value)) !== undefined,
    isNorth: isNorthing,
  },
  { kind: "unprefixed", isEast: (value) => value >= 10_000 && value < MILLION, isNorth: isNorthing },
];

/** The zone that an easting begins with, whether there is one of that number or not. */
export function zoneOf(easting: number): number {
  return Math.floor(easting / MILLION);
}

/** 3° or 6° by a zone's number; nothing if there is no such zone. */
export function widthOf(zone: number): 3 | 6 | undefined {
  return ([3, 6] as const).find((width) => zone >= ZONES[width][0] && zone <= ZONES[width][1]);
}

/**
 * How the numbers between these bounds may be read inside China: as all of them allow, or if nothing
 * suits all, as some do (single wrong corners are found later, each by its place).
 */
export function readNumbers(range: Box): readonly NumberReading[] {
  const strict = readingsWhere(range, (values, suits) => values.every(suits));
  return strict.length > 0 ? strict : readingsWhere(range, (values, suits) => values.some(suits));
}

/** Whether all numbers of a file's corners between these bounds can be places of its CRS inside China. */
export function areInChina(range: Box, { crs, northFirst }: Pick<DecidedCrs, "crs" | "northFirst">): boolean {
  const wanted = crs.kind === "geographic" ? "degrees" : crs.prefixed ? "prefixed" : "unprefixed";
  return readingsWhere(range, (values, suits) => values.every(suits)).some(
    (one) => one.kind === wanted && one.northFirst === northFirst,
  );
}

type Quantifier = (values: readonly number[], suits: (value: number) => boolean) => boolean;

function readingsWhere(range: Box, hold: Quantifier): readonly NumberReading[] {
  const first = [range.minX, range.maxX];
  const second = [range.minY, range.maxY];
  return KINDS.flatMap(({ kind, isEast, isNorth }) =>
    [false, true].flatMap((northFirst) => {
      const [east, north] = northFirst ? [second, first] : [first, second];
      if (!hold(east, isEast) || !hold(north, isNorth)) return [];
      const zones = kind === "prefixed" ? [...new Set(east.filter(isEast).map(zoneOf))] : [];
      return [{ kind, northFirst, zones }];
    }),
  );
}
