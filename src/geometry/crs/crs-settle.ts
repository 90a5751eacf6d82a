import { type Words, words } from "../../model/words.ts";
import type { Crs, GaussKruger, RefusedCrs } from "./crs.ts";
import { type Claimed, type GaussKrugerClaim, SAY_CRS } from "./crs-claim.ts";
import { type NumberReading, widthOf } from "./crs-from-numbers.ts";
import { crsName } from "./crs-name.ts";
import { centralMeridian, gaussKruger } from "./gauss-kruger.ts";

interface Settled {
  readonly crs: Crs;
  readonly assumed: readonly Words[];
}

/** The CRS that is both stated and borne out by the numbers, or how the two contradict each other. */
export function settleCrs(
  { claim, source }: Claimed,
  reading: NumberReading | undefined,
): Settled | RefusedCrs {
  if (claim.kind === "geographic")
    return !reading || reading.kind === "degrees"
      ? { crs: claim, assumed: [] }
      : clash(source, asWords(reading));
  if (claim.kind === "cgcs2000") {
    if (!reading || reading.kind === "degrees")
      return { crs: { kind: "geographic", datum: "CGCS2000" }, assumed: [] };
    return reading.kind === "prefixed" ? byPrefix({ kind: "gauss-kruger" }, source, reading) : noZone(source);
  }
  if (reading?.kind === "degrees") return clash(source, asWords(reading));
  if (reading?.kind === "prefixed") return byPrefix(claim, source, reading);
  const { width = 3, zone } = claim;
  const crs =
    zone === undefined
      ? undefined
      : gaussKruger(width, zone, reading === undefined && claim.prefixed !== false);
  if (!crs) return noZone(source);
  const bare = reading !== undefined && claim.prefixed === true;
  return { crs, assumed: bare ? [taken(crs, source, asWords(reading))] : [] };
}

/** The zone that eastings begin with, if it is the one stated; the first of two where nothing else tells. */
function byPrefix(claim: GaussKrugerClaim, source: Words, reading: NumberReading): Settled | RefusedCrs {
  const { zones } = reading;
  const [first = 0, second = first] = zones;
  if (second - first > 1 || widthOf(first) !== widthOf(second))
    return {
      refused: words(
        `横坐标的带号从 ${first} 到 ${second}，不在相邻两带内`,
        `the eastings begin with zones from ${first} to ${second}, which aren't neighbours`,
      ),
      remedy: words(
        "请核对横坐标的前两位；跨多带的数据请改用经纬度（EPSG:4490）",
        "check the first two digits of the eastings; use degrees (EPSG:4490) for data over many zones",
      ),
    };
  const crs = zones
    .map((zone) => gaussKruger(widthOf(zone) ?? 3, zone, true))
    .find((one): one is GaussKruger => one !== undefined && suits(one, claim));
  if (!crs) return clash(source, asWords(reading));
  const concluded = claim.prefixed === false || (claim.width !== undefined && claim.width !== crs.width);
  // Where the numbers alone were the source, that was said already, and the CRS stands in the report.
  const open = claim.zone === undefined && source.zh !== asWords(reading).zh;
  return {
    crs,
    assumed: [
      ...(concluded || open ? [taken(crs, source, asWords(reading))] : []),
      ...(first === second ? [] : [gathered(crs, first, second)]),
    ],
  };
}

function suits(crs: GaussKruger, { width, zone, prefixed }: GaussKrugerClaim): boolean {
  if (zone === undefined) return width === undefined || width === crs.width;
  if (prefixed === true) return crs.zone === zone;
  const stated = gaussKruger(width ?? 3, zone, true);
  return stated !== undefined && centralMeridian(stated) === centralMeridian(crs);
}

/** What the numbers are by their size, as a part of a sentence. */
export function asWords({ kind, zones }: NumberReading): Words {
  if (kind === "degrees") return words("坐标数值是经纬度的大小", "the numbers have the size of degrees");
  if (kind === "unprefixed")
    return words("横坐标是 6 位数，不带带号", "the eastings have 6 digits, without a zone");
  return words(
    `横坐标是 8 位数，以带号 ${zones.join("、")} 开头`,
    `the eastings have 8 digits and begin with zone ${zones.join(" and ")}`,
  );
}

function taken(crs: Crs, source: Words, numbers: Words): Words {
  const name = crsName(crs);
  return words(
    `${source.zh}，${numbers.zh}，按 ${name.zh} 处理`,
    `${source.en}; ${numbers.en}: taken as ${name.en}`,
  );
}

function gathered(crs: GaussKruger, first: number, second: number): Words {
  const name = crsName(crs);
  return words(
    `范围跨第 ${first}、${second} 带，各点都换算到 ${name.zh}，界线在该带平面内按直线`,
    `the area lies across zones ${first} and ${second}: all corners were brought to ${name.en}, and edges are straight in its plane`,
  );
}

function clash(source: Words, numbers: Words): RefusedCrs {
  return {
    refused: words(
      `${source.zh}与坐标不符：${numbers.zh}`,
      `${source.en} contradicts the coordinates: ${numbers.en}`,
    ),
    remedy: words(
      "请核对哪一个有误：改正坐标系，或改正坐标",
      "find out which is wrong, and correct the CRS or the coordinates",
    ),
  };
}

function noZone(source: Words): RefusedCrs {
  return {
    refused: words(
      `横坐标不带带号，${source.zh}没有说明是哪一带`,
      `the eastings don't begin with a zone, and ${source.en} doesn't say which one they are in`,
    ),
    remedy: SAY_CRS,
  };
}
