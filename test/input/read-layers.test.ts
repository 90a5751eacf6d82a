import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { ellipsoidalAreaM2 } from "../../src/geometry/area/area.ts";
import { EVERYWHERE } from "../../src/geometry/shape/shape.ts";
import type { Layer } from "../../src/geometry/site/layer.ts";
import { readLayerEntries } from "../../src/input/layers.ts";
import { readLayers } from "../../src/input/spatial/read-layers.ts";
import { inScratch } from "../support/scratch.ts";
import { rectangle } from "../support/shapes.ts";
import { writeShapefile } from "../support/write-shapefile.ts";

inScratch();

const HERE = { minX: 113, minY: 33, maxX: 113.01, maxY: 33.01 };
type Ring = readonly (readonly [number, number])[];
const square = (x: number, y: number): Ring => [
  [x, y],
  [x, y + 0.01],
  [x + 0.01, y + 0.01],
  [x + 0.01, y],
  [x, y],
];
const BOW: Ring = [
  [113, 33],
  [113.01, 33.01],
  [113.01, 33],
  [113, 33.01],
  [113, 33],
];
const m2 = (x: number, y: number) => ellipsoidalAreaM2([rectangle(x, y, x + 0.01, y + 0.01)]);

/** Writes 图.shp with a column 名 and a shape for each, or none. */
function write(...features: readonly (readonly [name: string, ring?: Ring])[]): void {
  writeShapefile("图", {
    fields: [{ name: "MC", type: "C", length: 20 }],
    features: features.map(([MC, ring]) => ({
      attributes: { MC },
      ...(ring === undefined ? {} : { rings: [ring] }),
    })),
  });
}

async function layer(yaml: string, wanted: readonly string[] = []): Promise<Layer> {
  writeFileSync("layers.yaml", yaml);
  const [only] = await readLayers(await readLayerEntries("layers.yaml"), [HERE], new Set(wanted));
  if (only === undefined) throw new Error("no layer");
  return only;
}

const namesOf = ({ features }: Layer) => features.near(EVERYWHERE).map(({ attributes }) => attributes["MC"]);

describe("the areas of zones", () => {
  const KIND = "zones: { file: 图.shp, kind: 集中开采区, fields: { name: MC } }";
  beforeEach(() => write(["甲", square(113, 33)], ["甲", square(114, 34)], ["乙", square(113.5, 33.5)]));

  it("are those of all features, near and far, though only near ones are kept", async () => {
    const found = await layer(KIND);
    expect(namesOf(found)).toEqual(["甲"]);
    expect([...found.names]).toEqual(["甲", "乙"]);
    expect(found.areas?.get("甲")).toBeCloseTo(m2(113, 33) + m2(114, 34), 3);
    expect(found.areas?.get("乙")).toBeCloseTo(m2(113.5, 33.5), 3);
  });

  it("are those that `where` leaves, of a zone named by its entry", async () => {
    const found = await layer("zones: { file: 图.shp, name: 一号区, where: { MC: 甲 } }");
    expect(found.areas?.get("一号区")).toBeCloseTo(m2(113, 33) + m2(114, 34), 3);
  });

  it.each([
    ["without a shape", undefined],
    ["that crosses itself", BOW],
  ])("aren't known of a zone with a feature %s", async (_name, ring) => {
    write(["甲", square(113, 33)], ring === undefined ? ["甲"] : ["甲", ring], ["乙", square(113.5, 33.5)]);
    expect([...((await layer(KIND)).areas?.keys() ?? [])]).toEqual(["乙"]);
  });
});

describe("layers of existing rights", () => {
  const RIGHTS = "existingRights: { file: 图.shp, right: mining, fields: { id: MC } }";

  it("keep a right that is asked for wherever it lies", async () => {
    write(["甲", square(113, 33)], ["乙", square(114, 34)], ["丙", square(114, 34)]);
    expect(namesOf(await layer(RIGHTS))).toEqual(["甲"]);
    expect(namesOf(await layer(RIGHTS, ["乙"]))).toEqual(["甲", "乙"]);
  });

  it("hold one that is only a line for one that isn't placed", async () => {
    const line: Ring = [
      [113, 33],
      [113.01, 33.01],
      [113.005, 33.005],
      [113, 33],
    ];
    write(["甲", square(113.02, 33)], ["乙", line]);
    expect((await layer(RIGHTS)).unplaced).toHaveLength(1);
    expect((await layer("county: { file: 图.shp }")).unplaced).toHaveLength(0);
  });
});
