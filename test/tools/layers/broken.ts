import iconv from "iconv-lite";
import { shapefileBytes } from "../../support/write-shapefile.ts";
import { BOUNDARY } from "./boundaries.ts";
import { cornerRows, csv, landText, registerText } from "./corner-texts.ts";
import { geojson, kmz, shapefile, wkt } from "./formats.ts";
import { type Drawn, inPlane, plane, type Ring } from "./ground.ts";
import { DEGREES, type Numbers } from "./numbers.ts";
import { countyOf } from "./sketch.ts";
import { write, writeParts } from "./write.ts";

const ZONE = 38;
const PREFIXED: Numbers = { kind: "prefixed", zone: ZONE };
const LOOK = { numbers: PREFIXED, encoding: "gbk", cpg: true, prj: true } as const;
const { ground } = countyOf("fangcheng");

/** The boundary with other rings. */
const withRings = (...rings: readonly Ring[]): Drawn => ({ ...BOUNDARY, rings });
const [shell = []] = BOUNDARY.rings;
/** A simple box, in seconds from the middle. */
const box = (west: number, south: number, east: number, north: number): Ring =>
  ground.seconds([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);

/** What is wrong in the ways that boundaries usually are, each named by what it shows. */
export function writeBroken(): void {
  shapefiles();
  rings();
  texts();
  crs();
}

function shapefiles(): void {
  const parts = shapefile([BOUNDARY], LOOK);
  const to = (name: string) => `boundaries/broken/${name}`;
  const { dbf: _dbf, ...noTable } = parts;
  writeParts(to("缺少DBF"), noTable);
  const { shx: _shx, ...noIndex } = parts;
  writeParts(to("缺少SHX"), noIndex);
  writeParts(to("截断"), { ...parts, shp: (parts["shp"] ?? new Uint8Array()).subarray(0, 200) });
  const inMetres = shell.map((corner) => inPlane(corner, plane(ZONE, true)));
  writeParts(to("未闭合"), { ...shapefileBytes({ features: [{ rings: [inMetres] }], prj: wkt(PREFIXED) }) });
  write(to("图纸.dwg"), Buffer.concat([Buffer.from("AC1018"), Buffer.alloc(58)]));
  write(to("截断.kmz"), kmz([BOUNDARY]).subarray(0, 300));
}

function rings(): void {
  const to = (name: string, ...list: readonly Ring[]) =>
    write(`boundaries/broken/${name}.geojson`, geojson([withRings(...list)], DEGREES));
  const cross = (from: Ring): Ring => [0, 2, 1, 3].map((at) => from[at] as Ring[number]);
  to("自相交", cross(box(-300, 170, -180, 250)));
  to("孔在外", box(-300, 170, -180, 250), box(-170, 170, -160, 180));
  to("圈相交", box(-300, 170, -180, 250), box(-200, 180, -160, 200));
  to("面积超过全县", box(-36_000, -36_000, 36_000, 36_000));
  to(
    "全在一线",
    ground.seconds([
      [-300, 170],
      [-240, 170],
      [-180, 170],
    ]),
  );
  const [first, ...others] = box(-300, 170, -180, 250);
  if (first === undefined) throw new Error("a box has corners");
  const spike = ground.seconds([
    [-240, 170],
    [-240, 120],
    [-240, 170],
  ]);
  to("尖刺", [first, ...spike, ...others]);
  const open = geojson([withRings(shell)], DEGREES).replace(/,\[[\d.,]+\]\]\]/, "]]");
  write("boundaries/broken/未闭合.geojson", open);
  write("boundaries/broken/没有要素.geojson", geojson([], DEGREES));
}

function texts(): void {
  const to = (name: string, text: string) => write(`boundaries/broken/${name}`, iconv.encode(text, "gbk"));
  to("点数不符.txt", landText(BOUNDARY, ZONE).replace(/^9,/m, "12,"));
  to("点号跳号.txt", landText(BOUNDARY, ZONE).replace("J4,1,", "J9,1,"));
  to("缺行.txt", registerText(BOUNDARY, ZONE).replace(/^XY003=.*\r\n/m, ""));
  const rows = cornerRows([withRings(shell)], PREFIXED);
  to("只有两点.csv", csv(rows.slice(0, 3)));
  to("坐标不是数字.csv", csv(rows).replace(/,(\d+\.\d+),/, ",待测,"));
  to(
    "分秒满60.csv",
    csv(cornerRows([BOUNDARY], { kind: "dms" }))
      .replace("02′", "72′")
      .replace(/°\d\d′/, "°72′"),
  );
}

function crs(): void {
  const to = (name: string) => `boundaries/broken/${name}`;
  const parts = shapefile([BOUNDARY], LOOK);
  writeParts(to("带号与PRJ不符"), { ...parts, prj: Buffer.from(wkt({ kind: "prefixed", zone: 39 })) });
  writeParts(to("西安80"), { ...parts, prj: Buffer.from(XIAN_80) });
  write(
    to("北京54.txt"),
    iconv.encode(landText(BOUNDARY, ZONE).replace("2000国家大地坐标系", "1954北京坐标系"), "gbk"),
  );
  const degrees = csv(cornerRows([BOUNDARY], DEGREES));
  write(to("火星坐标.csv"), iconv.encode(`拐点坐标（GCJ-02）\r\n${degrees}`, "gbk"));
  write(to("不知何带.csv"), iconv.encode(csv(cornerRows([BOUNDARY], { kind: "plane", zone: ZONE })), "gbk"));
  const unsaid = csv(cornerRows([BOUNDARY], { kind: "ddd.mmss" })).replaceAll("(度分秒)", "");
  write(to("度还是度分秒.csv"), iconv.encode(unsaid, "gbk"));
  const far = withRings(shell.map(([longitude, latitude]) => [longitude - 103, latitude] as const));
  write(to("不在中国.csv"), iconv.encode(csv(cornerRows([far], DEGREES)), "gbk"));
}

const XIAN_80 =
  'PROJCS["Xian_1980_3_Degree_GK_Zone_38",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",' +
  'SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],' +
  'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",38500000.0],PARAMETER["False_Northing",0.0],' +
  'PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],' +
  'UNIT["Meter",1.0]]';
