import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Crs } from "../../src/geometry/crs/crs.ts";
import { decideCrs } from "../../src/geometry/crs/decide-crs.ts";
import { planeFor } from "../../src/geometry/crs/plane.ts";
import { placeToLonLat, project } from "../../src/geometry/crs/project.ts";
import { HOME } from "../../src/plan/home.ts";

/** What test/tools/proj-values.py writes. */
interface Values {
  readonly zones: readonly {
    readonly epsg: number;
    readonly places: readonly (readonly [lon: number, lat: number, x: number, y: number, areal: number])[];
  }[];
  readonly wkt: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const SCRIPT = join(HOME, "test/tools/proj-values.py");
const PYTHON = "/usr/bin/python3";
const NOWHERE = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
const DEGREES: Crs = { kind: "geographic", datum: "CGCS2000" };

const stored = JSON.parse(readFileSync(join(HOME, "test/geometry/data/proj.json"), "utf8")) as Values;
const installed = spawnSync(PYTHON, ["-c", "import pyproj"]).status === 0;
const live = installed
  ? (JSON.parse(
      execFileSync(PYTHON, [SCRIPT, "-", "--every-form"], { encoding: "utf8", maxBuffer: 1 << 26 }),
    ) as Values)
  : stored;

function crsOf(given: { readonly epsg: number } | { readonly wkt: string }): Crs {
  const answer = decideCrs({ ...given, axes: "x-first", range: NOWHERE });
  if ("refused" in answer) throw new Error(answer.refused.en);
  return answer.crs;
}

function holdsAgainst(values: Values) {
  it.each(values.zones)("EPSG:$epsg: places and scale", ({ epsg, places }) => {
    const crs = crsOf({ epsg });
    for (const [longitude, latitude, x, y, areal] of places) {
      const [east, north] = placeToLonLat(x, y, crs);
      expect(Math.abs(east - longitude)).toBeLessThan(1e-12);
      expect(Math.abs(north - latitude)).toBeLessThan(1e-12);
      const [inX, inY] = project(
        { shell: Float64Array.of(longitude, latitude), holes: [] },
        DEGREES,
        crs,
      ).shell;
      expect(Math.hypot((inX as number) - x, (inY as number) - y)).toBeLessThan(2e-8);
      const { areaBelow } = planeFor(crs, { minX: x, maxX: x, minY: y - 25_000, maxY: y + 75_000 });
      const perMetre = (areaBelow(x, y + 50) - areaBelow(x, y - 50)) / 100;
      expect(Math.abs(perMetre * areal - 1)).toBeLessThan(2e-10);
    }
  });

  const usable = Object.entries(values.wkt).filter(([code]) => /^4(?:49\d|5[0-4]\d|55[0-4]|326)$/.test(code));
  it.each(usable)("EPSG:%s: every form of its WKT is the CRS of its code", (code, forms) => {
    const wanted = crsOf({ epsg: Number(code) });
    for (const wkt of Object.values(forms)) {
      const found = crsOf({ wkt });
      // The same projection: a 6° zone without prefix is the 3° zone of its meridian.
      if (wanted.kind === "gauss-kruger" && wanted.width === 6 && !wanted.prefixed)
        expect(found).toEqual({ ...wanted, width: 3, zone: 2 * wanted.zone - 1 });
      else expect(found).toEqual(wanted);
    }
  });

  it("a height beside a CRS is passed over in every form of WKT", () => {
    const forms = Object.values(values.wkt["EPSG:4526+5737"] ?? {});
    expect(forms).toHaveLength(3);
    for (const wkt of forms) expect(crsOf({ wkt })).toEqual(crsOf({ epsg: 4526 }));
  });

  it.each([
    ["4610", /Xian 80/],
    ["2362", /Xian 80/],
    ["2421", /Beijing 54/],
    ["4555", /New Beijing 54/],
    ["32649", /ellipsoid|projection/],
  ])("EPSG:%s is refused in every form of its WKT", (code, says) => {
    for (const wkt of Object.values(values.wkt[code] ?? {})) expect(() => crsOf({ wkt })).toThrow(says);
    expect(Object.keys(values.wkt[code] ?? {})).toHaveLength(3);
  });
}

describe("against stored values of PROJ", () => holdsAgainst(stored));
describe.skipIf(!installed)("against PROJ as installed", () => holdsAgainst(live));
