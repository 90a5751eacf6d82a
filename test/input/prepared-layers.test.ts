import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { EVERYWHERE } from "../../src/geometry/shape/shape.ts";
import type { Layer } from "../../src/geometry/site/layer.ts";
import { readLayerEntries } from "../../src/input/layers.ts";
import { PreparedLayers } from "../../src/input/spatial/prepared-layers.ts";
import { readLayers } from "../../src/input/spatial/read-layers.ts";
import { inScratch } from "../support/scratch.ts";

inScratch();

const YAML = `
existingRights: { file: 矿权.geojson, right: mining, fields: { id: XKZH, status: ZT } }
zones: { file: 矿权.geojson, kind: 集中开采区, fields: { name: MC } }
`;
const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 0.01, y],
    [x + 0.01, y + 0.01],
    [x, y + 0.01],
    [x, y],
  ],
];
const bowTie = [
  [
    [113, 33],
    [113.01, 33.01],
    [113.01, 33],
    [113, 33.01],
    [113, 33],
  ],
];

function write(...features: readonly (readonly [attributes: object, coordinates: unknown])[]): void {
  const all = features.map(([properties, coordinates]) => ({
    type: "Feature",
    properties,
    geometry: { type: "Polygon", coordinates },
  }));
  writeFileSync("矿权.geojson", JSON.stringify({ type: "FeatureCollection", features: all }));
}

async function read(prepared?: PreparedLayers): Promise<readonly Layer[]> {
  return readLayers(await readLayerEntries("layers.yaml"), undefined, new Set(), prepared);
}

/** Everything that a layer says, features and all. */
function told({ features, names, areas, ...about }: Layer): unknown {
  return [about, [...names], [...(areas ?? [])], features.near(EVERYWHERE)];
}

const kept = () => readdirSync("kept").filter((name) => name.endsWith(".layers"));
const inKept = (maker = "this program") => new PreparedLayers("kept", maker);

beforeEach(() => {
  rmSync("kept", { recursive: true, force: true });
  rmSync("矿权.prj", { force: true });
  writeFileSync("layers.yaml", YAML);
  write(
    [{ XKZH: "C1", MC: "甲", ZT: "有效" }, square(113, 33)],
    [{ XKZH: "C2", MC: "乙" }, square(113.1, 33)],
    [{ XKZH: "C1", MC: null }, bowTie],
  );
});

describe("prepared layers", () => {
  it("are the same as those that are read", async () => {
    const plain = (await read()).map(told);
    expect((await read(inKept())).map(told)).toEqual(plain);
    expect(kept()).toHaveLength(1);
    expect((await read(inKept())).map(told)).toEqual(plain);
    expect(kept()).toHaveLength(1);
  });

  it("find features by place and by what a column says", async () => {
    await read(inKept());
    const [rights] = await read(inKept());
    const ids = (some: readonly { readonly attributes: object }[] | undefined) =>
      some?.map(({ attributes }) => Object.values(attributes)[0]);
    const here = { minX: 113.1, maxX: 113.2, minY: 33, maxY: 33.1 };
    expect(ids(rights?.features.near(here))).toEqual(["C2"]);
    expect(ids(rights?.features.having("XKZH", "C1"))).toEqual(["C1", "C1"]);
    expect(ids(rights?.features.having("XKZH", "C3"))).toEqual([]);
    const unsound = rights?.features.near(EVERYWHERE).filter(({ fault }) => fault !== undefined);
    expect(unsound?.map(({ fault }) => fault?.fault)).toEqual(["self-crossing"]);
  });

  it.each<[string, () => void]>([
    ["the layer changes", () => write([{ XKZH: "C9", MC: "甲", ZT: "有效" }, square(113, 33)])],
    ["a file beside it changes", () => writeFileSync("矿权.prj", "x")],
    ["its entry changes", () => writeFileSync("layers.yaml", `asOf: 2024-05-01\n${YAML}`)],
  ])("are made anew where %s", async (_name, change) => {
    await read(inKept());
    change();
    const anew = (await read(inKept())).map(told);
    expect(kept()).toHaveLength(2);
    expect(anew).toEqual((await read()).map(told));
  });

  it("are made anew by another program", async () => {
    await read(inKept());
    await read(inKept("another"));
    expect(kept()).toHaveLength(2);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["torn", (bytes) => bytes.subarray(0, bytes.length - 40)],
    ["empty", () => Buffer.alloc(0)],
    [
      "changed in one bit",
      (bytes) => bytes.fill(bytes.readUInt8(bytes.length - 500) ^ 1, bytes.length - 500, bytes.length - 499),
    ],
    ["of another kind", () => Buffer.from("{}".repeat(500))],
  ])("that are %s are made anew", async (_name, damage) => {
    const plain = (await read(inKept())).map(told);
    const [name] = kept();
    const whole = readFileSync(`kept/${name}`);
    writeFileSync(`kept/${name}`, damage(Buffer.from(whole)));
    expect((await read(inKept())).map(told)).toEqual(plain);
    expect(readFileSync(`kept/${name}`).equals(whole)).toBe(true);
  });

  it.each(["taken", "taken/kept", "nowhere/kept", "/proc/kept"])("aren't kept in %s", (folder) => {
    writeFileSync("taken", "");
    expect(() => new PreparedLayers(folder, "this program")).toThrow("can't be written");
  });
});
