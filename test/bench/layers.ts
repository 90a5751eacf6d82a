import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOME } from "../../src/plan/home.ts";
import { writeLargeGeoJson } from "./large-geojson.ts";
import { writeLargeShapefile } from "./large-shapefile.ts";
import { measured, median } from "./measured.ts";

/**
 * `npm run bench:layers [rounds]`: one application checked against a layer of 200,000 polygons of 30
 * corners, as a whole process of the built program, against a process that only reads the file with a
 * bare library (`shapefile`, `JSON.parse`). In turn, medians; only ratios of one run mean anything.
 */
const ROUNDS = Number(process.argv[2] ?? 3);
const AIM = 3;
const SPARE_MB = 150;

const BARE: Readonly<Record<string, string>> = {
  shp: `require("shapefile").open(process.argv[2], undefined, { encoding: "gb18030" })
    .then(async (source) => { while (!(await source.read()).done); });`,
  geojson: `JSON.parse(require("node:fs").readFileSync(process.argv[2], "utf8"));`,
};

function contest(folder: string, kind: "shp" | "geojson", layer: string): string {
  const layers = join(folder, "layers.yaml");
  writeFileSync(layers, `constraints:\n  permanent-farmland: { file: ${JSON.stringify(layer)} }\n`);
  const boundary = join(folder, "boundary.csv");
  writeFileSync(boundary, "X,Y\n3655000,38500000\n3655000,38501000\n3656000,38501000\n3656000,38500000\n");
  // The peer is resolved from the project's own folder.
  const bare = join(HOME, "dist", `bare-${kind}.cjs`);
  writeFileSync(bare, BARE[kind] ?? "");
  const check = [
    ...["dist/mineright.cjs", "check", "fixtures/fangcheng/pass-gold-at-the-minimum.json"],
    ...["--register", "fixtures/registers/fangcheng.json", "--geometry", boundary, "--layers", layers],
  ];
  const rounds = Array.from({ length: ROUNDS }, () => ({
    bare: measured(folder, [bare, layer], [0]),
    check: measured(folder, check, [1, 3]),
  }));
  rmSync(bare);
  const ratio = median(rounds.map((pair) => pair.check.seconds / pair.bare.seconds));
  const size = statSync(layer).size / 1e6;
  const most = Math.max(...rounds.map((pair) => pair.check.megabytes));
  const row = (side: "bare" | "check") =>
    `${median(rounds.map((pair) => pair[side].seconds)).toFixed(2)} s, ${Math.max(...rounds.map((pair) => pair[side].megabytes)).toFixed(0)} MB`;
  return [
    `${kind}, ${size.toFixed(0)} MB, ${ROUNDS} rounds in turn`,
    `  only read, bare library  ${row("bare")}`,
    `  one application checked  ${row("check")}`,
    `  time × ${ratio.toFixed(2)} (aim: below ${AIM}), memory ${most.toFixed(0)} MB (aim: below ${(size * 1.5 + SPARE_MB).toFixed(0)})`,
  ].join("\n");
}

const folder = mkdtempSync(join(tmpdir(), "mineright-layers-"));
try {
  const shp = writeLargeShapefile(folder, { east: 38_450_000, north: 3_650_000 });
  process.stdout.write(`${contest(folder, "shp", shp)}\n`);
  const geojson = join(folder, "layer.geojson");
  writeLargeGeoJson(geojson, 200_000);
  process.stdout.write(`${contest(folder, "geojson", geojson)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
