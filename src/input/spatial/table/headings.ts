import type { CrsEvidence } from "../../../geometry/crs/crs.ts";
import { halfWidth } from "../corners/half-width.ts";
import type { AngleHint } from "../corners/notation.ts";

/** What a column of a corner table stands for. */
export type Role =
  | "label"
  | "x"
  | "y"
  | "northing"
  | "easting"
  | "longitude"
  | "latitude"
  | "area"
  | "part"
  | "ring"
  | "height";

export interface Heading {
  /** As the table has it. */
  readonly name: string;
  readonly role?: Role;
  readonly hint?: AngleHint;
}

/**
 * The names of columns in Chinese, pinyin initials and English, bare: lower case, without spaces, units
 * and brackets. `x` and `y` alone are told apart from the names that say what they are: only surveyors
 * call the northing X.
 */
const NAMES: Readonly<Record<Role, RegExp>> = {
  label:
    /^(?:点号|点名|点序号?|序号|编号|拐点|拐点号|拐点编号|拐点序号|拐点名称?|界址点|界址点号|界址点编号|顶点|顶点号|顶点序号|j|jzd|jzdh|dh|gdh|gd|xh|no\.?|num|nr|id|fid|oid|index|point|pt|ptid|pointid|pointno|corner|cornerno|vertex|vertexindex|label)$/,
  x: /^(?:x|x坐标|坐标x|x值|xzb|zbx|x轴|x-?coord(?:inate)?|pointx|coordx)$/,
  y: /^(?:y|y坐标|坐标y|y值|yzb|zby|y轴|y-?coord(?:inate)?|pointy|coordy)$/,
  northing: /^(?:x?纵坐标x?|x纵|纵x|x?北坐标x?|北向坐标|北向|北距|x北|zzb|bzb|northing|north|n|纵轴)$/,
  easting: /^(?:y?横坐标y?|y横|横y|y?东坐标y?|东向坐标|东向|东距|y东|hzb|dzb|easting|east|e|横轴)$/,
  longitude: /^(?:经度l?|东经|大地经度|l|l经度|经度坐标|jd|jingdu|lon|lng|long|longitude)$/,
  latitude: /^(?:纬度b?|北纬|大地纬度|b|b纬度|纬度坐标|wd|weidu|lat|latitude)$/,
  area: /^(?:区块|区块名称?|区块号|区块编号|地块|地块名称?|地块号|地块编号|矿区|矿区名称|矿山名称|矿权名称|矿业权名称|采矿权名称|探矿权名称|图斑|图斑号|图斑编号|名称|qk|qkmc|qkbh|qkh|dk|dkmc|dkbh|dkh|kqmc|kqbh|mc|block|area|parcel|feature|name|mine)$/,
  part: /^(?:多边形|多边形号|面|面号|部分|部分号|分块|子块|dbx|part|partno|polygon|polygonno|multipart)$/,
  ring: /^(?:圈|圈号|环|环号|圈序号|qh|hh|ring|ringno|ringid|ringindex)$/,
  height: /^(?:z|h|高程|高度|标高|海拔|gc|height|elevation|elev|altitude|alt)$/,
};

const PACKED = /度分秒|度\.?分\.?秒|dms|d\.?ms\b|mmss/;
const DECIMAL = /\((?:度|°|十进制度?|小数度?)\)|十进制|小数度|decimal|\bdd\b|\(deg(?:rees)?\)/;

/** Reads the name of a column. */
export function headingOf(cell: string): Heading {
  const name = cell.trim();
  const plain = halfWidth(name).toLowerCase().replace(/\s+/g, "");
  const bare = bareName(plain);
  const role = (Object.keys(NAMES) as Role[]).find((one) => NAMES[one].test(bare));
  if (role === undefined) return { name };
  const hint = hintOf(plain, bare, role);
  return { name, role, ...(hint && { hint }) };
}

/** `X坐标(m)` → `x坐标`, `纵坐标(X)` → `纵坐标x`: units go, what is left in brackets counts. */
function bareName(plain: string): string {
  return plain
    .replace(
      /[([【](?:m|米|单位:?米|°|度|deg(?:rees)?|dms|dd|度\.?分\.?秒|ddd?\.?mm\.?ss\.?s*|十进制度?|小数度?|decimal(?:degrees)?|cgcs2000|2000|(?:西安)?(?:19)?80(?:西安)?|(?:北京)?(?:19)?54(?:北京)?|wgs-?84)[)\]】]/g,
      "",
    )
    .replace(/(?<=[\u4e00-\u9fff])(?:度\.?分\.?秒|dms)$/, "")
    .replace(/[/_·:()[\]【】*]/g, "");
}

function hintOf(plain: string, bare: string, role: Role): AngleHint {
  if (role !== "longitude" && role !== "latitude") return undefined;
  if (PACKED.test(plain)) return "packed";
  // Nobody writes degrees without marks under an English name.
  return DECIMAL.test(plain) || /^(?:lon|lng|long|longitude|lat|latitude)$/.test(bare)
    ? "decimal"
    : undefined;
}

const LICENCE = /^(?:(?:采矿|勘查|采矿权|探矿权)?许可证(?:编?号)|(?:ck|kc)?xkzh)$/;

/** Where no column names the areas, their licence numbers tell them apart. */
export function withAreas(columns: readonly Heading[]): readonly Heading[] {
  if (columns.some(({ role }) => role === "area")) return columns;
  const isLicence = ({ name }: Heading) => LICENCE.test(bareName(halfWidth(name).toLowerCase()));
  return columns.map((one) => (one.role === undefined && isLicence(one) ? { ...one, role: "area" } : one));
}

/** Which number comes first, by the names of the two columns in their order; `undefined`: they are no pair. */
export function axesOf(first: Role, second: Role): CrsEvidence["axes"] | undefined {
  const pair = `${first} ${second}`;
  if (/^(?:northing easting|latitude longitude|x y|northing y|x easting)$/.test(pair)) return "north-first";
  if (/^(?:easting northing|longitude latitude|y x|y northing|easting x)$/.test(pair)) return "x-first";
  return undefined;
}
