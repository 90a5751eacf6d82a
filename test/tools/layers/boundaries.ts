import iconv from "iconv-lite";
import { writeApplication } from "./application.ts";
import { type Columns, cornerRows, csv, landText, registerText } from "./corner-texts.ts";
import { gbkZip, geojson, kml, kmz, shapefile, xlsx } from "./formats.ts";
import type { Drawn } from "./ground.ts";
import { DEGREES, type Numbers } from "./numbers.ts";
import { countyOf } from "./sketch.ts";
import { write, writeParts } from "./write.ts";

const ZONE = 38;
const BARE: Numbers = { kind: "plane", zone: ZONE };
const PREFIXED: Numbers = { kind: "prefixed", zone: ZONE };

/** A gold mine near Fangcheng that doesn't exist: six corners and a triangle left out within. */
export const BOUNDARY: Drawn = {
  rings: [
    [
      [-300, 170],
      [-240, 170],
      [-240, 210],
      [-260, 210],
      [-268, 201],
      [-300, 201],
    ] as const,
    [
      [-280, 180],
      [-270, 180],
      [-270, 188],
    ] as const,
  ].map((corners) => countyOf("fangcheng").ground.seconds(corners)),
  attributes: {
    KQMC: "虚构黄家庄金矿",
    ZKZ: "岩金",
    SCGM: "15",
    GMDW: "万吨/年",
    KCFS: "地下开采",
    SM: "虚构范围（合成数据）",
  },
};

/** One boundary in one format. */
interface Written {
  /** Below `fixtures/boundaries/`. */
  readonly file: string;
  /** What the user must say of the CRS, where neither the file nor its numbers tell. */
  readonly crs?: string;
  readonly write: (path: string) => void | Promise<void>;
}

const as = (file: string, content: string | Uint8Array, crs?: string): Written => ({
  file,
  ...(crs === undefined ? {} : { crs }),
  write: (path) => write(path, content),
});
const gbk = (text: string) => iconv.encode(text, "gbk");

function parts(
  file: string,
  numbers: Numbers,
  look: { readonly encoding?: "gbk" | "utf-8"; readonly cpg?: boolean; readonly prj?: boolean },
  crs?: string,
): Written {
  const { encoding = "gbk", cpg = true, prj = true } = look;
  const [base = "", ending] = file.split(".");
  const made = shapefile([BOUNDARY], { numbers, encoding, cpg, prj });
  return {
    file,
    ...(crs === undefined ? {} : { crs }),
    write: (path) => writeParts(path.slice(0, -file.length) + base, made, ending === "SHP"),
  };
}

function table(file: string, columns: Columns, crs?: string): Written {
  const rows = cornerRows([BOUNDARY], columns);
  return {
    file,
    ...(crs === undefined ? {} : { crs }),
    write: async (path) => write(path, file.endsWith(".xlsx") ? await xlsx("拐点", rows) : gbk(csv(rows))),
  };
}

/** The boundary in every format that is read. */
export const BOUNDARIES: readonly Written[] = [
  parts("虚构-GBK-带号.shp", PREFIXED, {}),
  parts("虚构-GBK-无CPG-无PRJ-带号.shp", PREFIXED, { cpg: false, prj: false }),
  parts("虚构-GBK-无CPG-不带号.SHP", BARE, { cpg: false }),
  parts("虚构-GBK-无PRJ-不带号.shp", BARE, { prj: false }, "zone=38"),
  parts("虚构-UTF8-经纬度.shp", DEGREES, { encoding: "utf-8" }),
  as(
    "虚构-GBK文件名.zip",
    gbkZip("虚构黄家庄", shapefile([BOUNDARY], { numbers: PREFIXED, encoding: "gbk", cpg: true, prj: true })),
  ),
  as("虚构-无坐标系.geojson", geojson([BOUNDARY], DEGREES, false)),
  as("虚构-4490.geojson", geojson([BOUNDARY], DEGREES)),
  as("虚构-4526.geojson", geojson([BOUNDARY], PREFIXED)),
  as("虚构-4547.geojson", geojson([BOUNDARY], BARE)),
  table("虚构-度.csv", DEGREES),
  table("虚构-度分秒.csv", { kind: "dms" }),
  table("虚构-dddmmss.csv", { kind: "dddmmss" }),
  table("虚构-带号.csv", PREFIXED),
  table("虚构-不带号.csv", BARE, "zone=38"),
  table("虚构-ddd点mmss.xlsx", { kind: "ddd.mmss" }),
  table("虚构-带号.xlsx", PREFIXED),
  as("虚构-国土.txt", gbk(landText(BOUNDARY, ZONE))),
  as("虚构-报盘.txt", gbk(registerText(BOUNDARY, ZONE))),
  as("虚构.kml", kml([BOUNDARY])),
  as("虚构.kmz", kmz([BOUNDARY])),
];

/** The block was taken into the plan later: it prints none for gold. */
const DECLARED = { "recovery-rates-met": true, "policy-threshold-met": true, "plan-adjusted": true };

/** The application that the boundary belongs to; it says nothing of where it lies. */
export const APPLICATION = "boundaries/虚构-申请.json";

export async function writeBoundaries(): Promise<void> {
  writeApplication(APPLICATION, {
    id: "虚构-方城-2024-110",
    plan: "fangcheng",
    like: "pass-gold-at-the-minimum.json",
    facts: { declarations: DECLARED },
  });
  for (const { file, write } of BOUNDARIES) await write(`boundaries/${file}`);
}
