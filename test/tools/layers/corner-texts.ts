import { type Corner, type Drawn, nameOf } from "./ground.ts";
import { degreesMinutesSeconds, type Numbers, packed, written } from "./numbers.ts";

/** How a table of corners writes its two columns; `both-zones`: each corner in the 3° zone that it lies in. */
export type Columns = Numbers | { readonly kind: "dms" | "ddd.mmss" | "dddmmss" | "both-zones" };

/** Rows of a corner table with its heading: one row for each corner, columns of attributes behind. */
export function cornerRows(drawn: readonly Drawn[], columns: Columns): readonly (readonly string[])[] {
  const names = [...new Set(drawn.flatMap(({ attributes }) => Object.keys(attributes)))];
  const rows = drawn.flatMap(({ rings, attributes }) =>
    rings.flatMap((ring, index) =>
      ring.map((corner, at) => [
        ...[`J${at + 1}`, String(index + 1), ...cells(corner, columns)],
        ...names.map((name) => attributes[name] ?? ""),
      ]),
    ),
  );
  return [["点号", "圈号", ...headings(columns), ...names], ...rows];
}

function headings({ kind }: Columns): readonly string[] {
  if (kind === "plane" || kind === "prefixed" || kind === "both-zones") return ["X", "Y"];
  if (kind === "degrees") return ["经度(度)", "纬度(度)"];
  return kind === "dms" ? ["经度", "纬度"] : ["经度(度分秒)", "纬度(度分秒)"];
}

/** Surveyors call the northing X and write it first. */
function cells([longitude, latitude]: Corner, columns: Columns): readonly string[] {
  switch (columns.kind) {
    case "dms":
      return [longitude, latitude].map((angle) => degreesMinutesSeconds(angle));
    case "ddd.mmss":
      return [longitude, latitude].map((angle) => packed(angle, "."));
    case "dddmmss":
      return [longitude, latitude].map((angle) => packed(angle, ""));
    case "degrees":
      return written([longitude, latitude], columns);
    case "both-zones": {
      const zone = Math.round(longitude / 3);
      return written([longitude, latitude], { kind: "prefixed", zone }).toReversed();
    }
    default:
      return written([longitude, latitude], columns).toReversed();
  }
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** Land-survey text (国土 TXT), as it is filed with applications for land. */
export function landText(drawn: Drawn, zone: number): string {
  const { rings } = drawn;
  const corners = rings.flatMap((ring, index) =>
    ring.map((corner, at) => `J${at + 1},${index + 1},${northEast(corner, zone, "prefixed")}`),
  );
  const count = corners.length;
  return `[属性描述]
格式版本号=1.01版本
数据产生单位=（虚构）合成数据
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=${zone}
精度=0.001
转换参数=0,0,0,0,0,0,0
[地块坐标]
${count},,虚构-01,${nameOf(drawn)},面,,,,@
${corners.join("\n")}
`.replaceAll("\n", "\r\n");
}

/** Text of the filing program for mining rights (报盘), each polygon closed by a row of elevations. */
export function registerText(drawn: Drawn, zone: number): string {
  const { rings } = drawn;
  const rows = rings.flatMap((ring) => [
    ...ring.map((corner, at) => `${at + 1},${northEast(corner, zone, "prefixed")}`),
    "标高,400,200,,1",
  ]);
  const numbered = rows.map((row, at) => `XY${String(at + 1).padStart(3, "0")}=${row}`);
  return `[登记项目]
矿区名称=${nameOf(drawn)}
坐标系统=2000国家大地坐标系
坐标总行数=${rows.length}
${numbered.join("\n")}
`.replaceAll("\n", "\r\n");
}

function northEast(corner: Corner, zone: number, kind: "plane" | "prefixed"): string {
  const [east, north] = written(corner, { kind, zone });
  return `${north},${east}`;
}
