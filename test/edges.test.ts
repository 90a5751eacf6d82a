import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { placeToLonLat } from "../src/geometry/crs/project.ts";
import { inScratch } from "./support/scratch.ts";
import { run } from "./support/session.ts";
import { fixturePath } from "./support/world.ts";
import { APPLICATION, BOUNDARIES, BOUNDARY } from "./tools/layers/boundaries.ts";
import { type Columns, cornerRows, csv } from "./tools/layers/corner-texts.ts";
import { geojson, kml } from "./tools/layers/formats.ts";
import { type Drawn, plane, type Ring } from "./tools/layers/ground.ts";
import { DEGREES } from "./tools/layers/numbers.ts";

inScratch();

const REGISTER = fixturePath("registers", "fangcheng.json");
const PREFIXED = { kind: "prefixed", zone: 38 } as const;

interface Report {
  readonly verdict: string;
  readonly location: {
    readonly areaKm2: string;
    readonly overlaps: readonly {
      readonly key: string;
      readonly km2: string;
      readonly share: number;
      readonly withinTolerance: boolean;
    }[];
  };
  readonly findings: readonly { readonly rule: string; readonly outcome: string }[];
}

interface Given {
  readonly file: string;
  readonly crs?: string | undefined;
}

/** The application with each of these boundaries; what is decided of it, areas to 4 decimals of a km². */
async function decided(
  like: string,
  boundaries: readonly Given[],
  layers: string,
): Promise<readonly Decided[]> {
  const { geometry: _, ...application } = JSON.parse(readFileSync(fixturePath(like), "utf8"));
  const all = boundaries.map(({ file, crs }, index) => ({
    ...application,
    id: `虚构-${index}`,
    geometry: { file, ...(crs === undefined ? {} : { crs }) },
  }));
  writeFileSync("all.json", JSON.stringify(all));
  const { stdout, stderr } = await run([
    ...["check", "all.json", "--layers", layers, "--register", REGISTER, "--format", "json"],
  ]);
  expect(stderr).toBe("");
  return (JSON.parse(stdout) as readonly Report[]).map(({ verdict, location, findings }) => {
    const areas = location.overlaps.filter(({ km2 }) => Number(km2) >= 0.00005);
    return {
      verdict,
      areaKm2: location.areaKm2,
      areas: areas.map(({ key, km2 }) => `${key} ${Number(km2).toFixed(4)}`).sort(),
      shares: areas.map(({ key, share }) => `${key} ${share.toFixed(4)}`).sort(),
      rest: [
        ...new Set(location.overlaps.filter((one) => !areas.includes(one)).map((one) => one.withinTolerance)),
      ],
      findings: findings.map(({ rule, outcome }) => `${outcome} ${rule}`).sort(),
    };
  });
}

interface Decided {
  readonly verdict: string;
  readonly areaKm2: string;
  readonly areas: readonly string[];
  readonly shares: readonly string[];
  /** Whether what is in common beside those is within the tolerance. */
  readonly rest: readonly boolean[];
  readonly findings: readonly string[];
}

/** The ground to the south of the boundary's southern edge, which it shares. */
function south({ rings }: Drawn): Drawn {
  const [[west, east] = []] = rings as readonly (readonly (readonly [number, number])[])[];
  if (west === undefined || east === undefined) throw new Error("a boundary has corners");
  const below = ([longitude, latitude]: readonly [number, number]) => [longitude, latitude - 0.02] as const;
  return { rings: [[west, below(west), below(east), east]], attributes: { 名称: "虚构南邻" } };
}

describe("a boundary that fills its block, its zone and its county, in whatever format", () => {
  let all: readonly Decided[];
  beforeAll(async () => {
    const block = { ...BOUNDARY, attributes: { 名称: "虚构区块", 主矿种: "金矿", 级别: "省级" } };
    writeFileSync("block.geojson", geojson([south(BOUNDARY), block], PREFIXED));
    writeFileSync("zone.geojson", geojson([BOUNDARY], DEGREES));
    writeFileSync("line-plane.geojson", geojson([south(BOUNDARY)], PREFIXED));
    writeFileSync("line-degrees.kml", kml([south(BOUNDARY)]));
    writeFileSync(
      "layers.yaml",
      `
county: { file: block.geojson, where: { 名称: 虚构区块 } }
constraints:
  nature-reserve: { file: line-plane.geojson }
  ecological-redline: { file: line-degrees.kml }
zones: [{ file: zone.geojson, kind: 重点开采区 }]
blocks: [{ file: block.geojson, kind: 采矿权, fields: { name: 名称, mineral: 主矿种, level: 级别 } }]
`,
    );
    const files = BOUNDARIES.map(({ file, crs }) => ({ file: fixturePath("boundaries", file), crs }));
    all = await decided(APPLICATION, files, "layers.yaml");
  });
  it.each(BOUNDARIES.map(({ file }, index) => [file, index] as const))(
    "gives the same verdict and areas: %s",
    (_, index) => {
      expect(all[index]).toMatchObject({
        areaKm2: "1.6227",
        areas: ["block 1.6227", "county 1.6227", "zone 1.6227"],
        shares: ["block 1.0000", "county 1.0000", "zone 1.0000"],
      });
      expect(all[index]?.rest).not.toContain(false);
      expect({ ...all[index], rest: [] }).toEqual({ ...all[0], rest: [] });
    },
  );
});

describe("corners that no format but metres gives exactly", () => {
  const crs = plane(38, true);
  const ring: Ring = [
    [38_394_909, 3_669_021],
    [38_397_409, 3_669_021],
    [38_397_409, 3_670_621],
    [38_394_909, 3_670_621],
  ].map(([x = 0, y = 0]) => placeToLonLat(x, y, crs));
  const granite: Drawn = { rings: [ring], attributes: {} };
  const tables: readonly Columns[] = [
    PREFIXED,
    DEGREES,
    { kind: "dms" },
    { kind: "ddd.mmss" },
    { kind: "dddmmss" },
    { kind: "both-zones" },
  ];
  const files = [
    ...tables.map((columns) => [`${columns.kind}.csv`, csv(cornerRows([granite], columns))] as const),
    ["site.kml", kml([granite])] as const,
    ["degrees.geojson", geojson([granite], DEGREES)] as const,
    ["metres.geojson", geojson([granite], PREFIXED)] as const,
  ];
  let all: readonly Decided[];
  beforeAll(async () => {
    for (const [file, content] of files) writeFileSync(file, content);
    const given = files.map(([file]) => ({ file }));
    const layers = fixturePath("layers", "fangcheng", "layers.yaml");
    all = await decided("fangcheng/pass-granite-decided-from-layers.json", given, layers);
  });
  it.each(files.map(([file], index) => [file, index] as const))(
    "pass in their block all the same: %s",
    (_, index) => {
      const is = all[index];
      expect(is).toMatchObject({ verdict: "pass", shares: ["block 1.0000", "county 1.0000", "zone 1.0000"] });
      expect(is?.findings).toEqual(all[0]?.findings);
      expect(is?.rest).not.toContain(false);
      // 0.001″ make a site of another size; what it lies in is always as large as it is.
      expect(Number(is?.areaKm2)).toBeCloseTo(3.99895, 3);
      expect(is?.areas).toEqual(["block", "county", "zone"].map((key) => `${key} ${is?.areaKm2}`));
    },
  );

  it("is told in the report", async () => {
    const args = [
      ...[
        "check",
        fixturePath("fangcheng", "pass-granite-decided-from-layers.json"),
        "--geometry",
        "dms.csv",
      ],
      ...["--layers", fixturePath("layers", "fangcheng", "layers.yaml"), "--register", REGISTER],
    ];
    const told = async (lang: string) =>
      (await run([...args, "--lang", lang], { terminal: 300 })).stdout.split("\n");
    expect(await told("en")).toContainEqual(
      expect.stringMatching(
        /Assumed .*虚构-采矿区块.shp, as of 2024-05-01: 4 corners were taken as the site's own \(moved by 0\.0[012]\d m at most\); edges between such follow the site's \(by 0\.0\d\d m at most\)/,
      ),
    );
    expect(await told("zh")).toContainEqual(
      expect.stringMatching(/推定 .*虚构-采矿区块.shp，现势 2024-05-01：4 个拐点与申请范围的拐点视为同一点/),
    );
  });
});
