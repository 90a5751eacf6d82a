import proj4 from "proj4";
import { type Words, words } from "../../model/words.ts";
import type { Geographic } from "./crs.ts";
import { type Claimed, CONVERT, type GaussKrugerClaim, type Unfit, unfit, zoneClaim } from "./crs-claim.ts";
import { OLD, oldDatum, readDatum } from "./datum-name.ts";
import { INVERSE_FLATTENING, SEMI_MAJOR } from "./ellipsoid.ts";
import { gaussKruger } from "./gauss-kruger.ts";

const KEY = "wkt of a file";
/** No .prj is longer than a few thousand letters. */
const LONGEST = 100_000;
const DEGREE = Math.PI / 180;

/** What proj4's parser makes of a WKT, as far as it matters here; angles in radians, lengths in metres. */
type Parsed = Readonly<Record<string, unknown>>;

/**
 * The CRS that a WKT states (.prj; ESRI, OGC or WKT 2). proj4 takes anything that it can parse, so every
 * parameter is held against those of CGCS2000's zones; names decide only where they name another datum.
 */
export function claimOfWkt(text: string): Claimed | Unfit {
  const wkt = text.replace(/^\uFEFF/, "").trim();
  const parsed = parse(wkt);
  const name = parsed && textOf(parsed, "name");
  const source = name
    ? words(`文件的坐标系定义“${name}”`, `the file's CRS definition "${name}"`)
    : words("文件的坐标系定义（.prj）", "the file's CRS definition (.prj)");
  if (!parsed)
    return unfit(source, words("不是完整的 WKT，看不懂", "not a whole WKT, it can't be read"), FIX_PRJ);
  const names = [...wkt.matchAll(NAMED)].map(([, one = ""]) => one);
  const old = names.map(oldDatum).find((one) => one !== undefined) ?? oldEllipsoid(parsed);
  if (old) return unfit(source, old, CONVERT, true);
  if (
    parsed["datum_params"] !== undefined &&
    ![parsed["datum_params"]].flat().every((one) => Number(one) === 0)
  )
    return unfit(
      source,
      words(
        "带有到 WGS 84 的转换参数（TOWGS84），不是 2000 国家大地坐标系",
        "it carries a shift to WGS 84 (TOWGS84), so it isn't CGCS2000",
      ),
      CONVERT,
      true,
    );
  const fault = faultOf(parsed);
  if (fault) return unfit(source, fault, FIX_PRJ);
  const claim = parsed["projName"] === "longlat" ? geographic(parsed) : zoneOf(parsed);
  if ("zh" in claim) return unfit(source, claim, FIX_PRJ);
  const known = names.some((one) => typeof readDatum(one) === "string");
  return { claim, source, assumed: known ? [] : [unnamed(source)] };
}

/** Parts of a WKT whose names tell the datum; remarks and areas of use mention others. */
const NAMED =
  /\b(?:PROJCS|GEOGCS|LOCAL_CS|DATUM|(?:BASE)?(?:PROJ|GEOG|GEOD|ENG)CRS|COMPD_CS|COMPOUNDCRS)\s*\[\s*"([^"]*)"/gi;

const FIX_PRJ = words(
  "请改正坐标系定义（.prj），或写明坐标系（选项 --crs；图层和登记表在 YAML 中与 file 并列写 crs），例如 zone=38 或 EPSG:4490",
  "correct the definition (.prj), or state the CRS (option --crs; for a layer or a register, crs beside its file in the YAML), for example zone=38 or EPSG:4490",
);

function unnamed(source: Words): Words {
  return words(
    `${source.zh}没有写明 CGCS2000，参数与它相同，按 CGCS2000 处理`,
    `${source.en} doesn't name CGCS2000; its parameters are the same, so CGCS2000 was taken`,
  );
}

/** What comes before the horizontal CRS in one with heights; the parser stops where the horizontal one ends. */
const WITH_HEIGHT = /^COMP(?:D_CS|OUNDCRS)\s*\[\s*"[^"]*"\s*,\s*/i;

/** The horizontal CRS in `wkt`, or nothing if it can't be read. */
function parse(wkt: string): Parsed | undefined {
  if (!wkt.includes("[") || wkt.startsWith("+") || wkt.length > LONGEST) return undefined;
  try {
    proj4.defs(KEY, wkt.replace(WITH_HEIGHT, ""));
    return proj4.defs(KEY) as unknown as Parsed;
  } catch {
    return undefined;
  }
}

function oldEllipsoid(parsed: Parsed): Words | undefined {
  const [a, rf] = [Number(parsed["a"]), Number(parsed["rf"])];
  if (Math.abs(a - 6_378_140) < 0.1) return OLD.XIAN;
  return Math.abs(a - 6_378_245) < 0.1 && Math.abs(rf - 298.3) < 0.01 ? OLD.BEIJING : undefined;
}

/** What is wrong with a CRS whatever zone it has: its kind, ellipsoid, meridian of reference, units. */
function faultOf(parsed: Parsed): Words | undefined {
  const projection = String(parsed["projName"] ?? "")
    .replaceAll("_", " ")
    .toLowerCase();
  if (parsed["local"] === true || /^(?:LOCAL_CS|ENG)/.test(textOf(parsed, "type") ?? ""))
    return words(
      "是地方坐标系（LOCAL_CS），不知道在地球上的位置",
      "a local CRS (LOCAL_CS): where it lies on the earth isn't known",
    );
  if (!["longlat", "gauss kruger", "transverse mercator"].includes(projection))
    return words(
      `投影是“${projection || "未写明"}”，需要的是经纬度或高斯-克吕格投影`,
      `its projection is "${projection || "not stated"}"; degrees or Gauss-Kruger are needed`,
    );
  const [a, rf] = [Number(parsed["a"]), Number(parsed["rf"])];
  const ellipsoid = isNear(a, SEMI_MAJOR, 1e-3) && isNear(rf, INVERSE_FLATTENING, 3e-7);
  const wgs84 = isNear(a, SEMI_MAJOR, 1e-3) && isNear(rf, 298.257223563, 3e-7);
  if (!ellipsoid && !(wgs84 && projection === "longlat"))
    return words(
      `椭球为 a=${a}、1/f=${rf}，CGCS2000 是 a=${SEMI_MAJOR}、1/f=${INVERSE_FLATTENING}`,
      `its ellipsoid has a=${a}, 1/f=${rf}; CGCS2000's has a=${SEMI_MAJOR}, 1/f=${INVERSE_FLATTENING}`,
    );
  if (Number(parsed["from_greenwich"] ?? 0) !== 0)
    return words("本初子午线不是格林尼治", "its prime meridian isn't Greenwich");
  const unit = Number(parsed["to_meter"]);
  const right = projection === "longlat" ? isDegree(unit) || isDegree(unit / a) : unit === 1;
  if (!right)
    return projection === "longlat"
      ? words(
          `角度单位“${parsed["units"]}”不是度`,
          `its unit of angle, "${parsed["units"]}", isn't the degree`,
        )
      : words(
          `长度单位“${parsed["units"]}”不是米`,
          `its unit of length, "${parsed["units"]}", isn't the metre`,
        );
  return undefined;
}

function geographic(parsed: Parsed): Geographic {
  const own = isNear(Number(parsed["rf"]), INVERSE_FLATTENING, 3e-7);
  return { kind: "geographic", datum: own ? "CGCS2000" : "WGS 84" };
}

/** Parameters that every zone has alike. */
const FIXED = [
  { key: "k0", value: 1, zh: "中央经线比例", en: "scale factor" },
  { key: "lat0", value: 0, zh: "起始纬度", en: "latitude of origin" },
  { key: "y0", value: 0, zh: "北偏移", en: "false northing" },
] as const;

/** The zone with these parameters, or what is wrong with them. */
function zoneOf(parsed: Parsed): GaussKrugerClaim | Words {
  for (const { key, value, zh, en } of FIXED) {
    const found = parsed[key];
    if (typeof found !== "number") return words(`没有写${zh}`, `it states no ${en}`);
    if (Math.abs(found - value) > 1e-9)
      return words(`${zh}是 ${found}，应为 ${value}`, `its ${en} is ${found}, not ${value}`);
  }
  if (typeof parsed["long0"] !== "number") return words("没有写中央经线", "it states no central meridian");
  if (typeof parsed["x0"] !== "number") return words("没有写东偏移", "it states no false easting");
  const meridian = parsed["long0"] / DEGREE;
  const third = Math.round(meridian / 3);
  if (!isNear(meridian, third * 3, 1e-9) || !gaussKruger(3, third, false))
    return words(
      `中央经线 ${round(meridian)}° 不是国家 3 度带或 6 度带的中央经线（75° 至 135° 间 3 的倍数）`,
      `its central meridian, ${round(meridian)}°, is none of the national zones' (multiples of 3 from 75° to 135°)`,
    );
  const easting = parsed["x0"];
  if (easting === 500_000) return { kind: "gauss-kruger", width: 3, zone: third, prefixed: false };
  const claim = zoneClaim((easting - 500_000) / 1_000_000);
  const own = claim && (claim.width === 3 ? 3 * claim.zone : 6 * claim.zone - 3);
  if (claim && own === third * 3) return { ...claim, prefixed: true };
  return words(
    `东偏移 ${easting} 与中央经线 ${round(meridian)}° 不符，应为 500000 或带号加 500000（${third}500000）`,
    `its false easting ${easting} doesn't go with the central meridian ${round(meridian)}°: 500000 or ${third}500000 is expected`,
  );
}

function textOf(parsed: Parsed, key: string): string | undefined {
  const value = parsed[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isNear(value: number, wanted: number, by: number): boolean {
  return Math.abs(value - wanted) <= by;
}

function isDegree(value: number): boolean {
  return isNear(value / DEGREE, 1, 1e-6);
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
