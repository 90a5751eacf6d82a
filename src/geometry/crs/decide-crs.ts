import { type Words, words } from "../../model/words.ts";
import type { CrsEvidence, DecidedCrs, RefusedCrs } from "./crs.ts";
import { type Claimed, SAY_CRS, type Unfit } from "./crs-claim.ts";
import { claimOfCode } from "./crs-from-code.ts";
import { claimOfHead, TAKEN_AS_CGCS2000 } from "./crs-from-head.ts";
import { type NumberReading, readNumbers } from "./crs-from-numbers.ts";
import { claimOfOption } from "./crs-from-option.ts";
import { claimOfWkt } from "./crs-from-wkt.ts";
import { asWords, settleCrs } from "./crs-settle.ts";
import { centralMeridian, gaussKruger } from "./gauss-kruger.ts";

/**
 * Decides a file's CRS: by the user's word, then .prj or WKT, EPSG code, text head, what the format lays
 * down, and last the size of the numbers where it is unambiguous. What is stated must agree with the
 * numbers; what is concluded, or overruled, is said in `assumed`. Corners then go through `placed`.
 */
export function decideCrs(evidence: CrsEvidence): DecidedCrs | RefusedCrs {
  const statements = statementsOf(evidence);
  const refused = statements.find((one) => "refused" in one && one.final) ?? statements[0];
  if (refused && "refused" in refused) return { refused: refused.refused, remedy: refused.remedy };

  const claimed = statements.filter((one): one is Claimed => "claim" in one);
  const zoned = claimed.find(({ claim }) => claim.kind === "gauss-kruger");
  const stated = claimed[0]?.claim.kind === "cgcs2000" ? (zoned ?? claimed[0]) : claimed[0];
  const reading = readingFor(evidence, stated);
  if (reading && "refused" in reading) return reading;
  const chosen = stated ?? byNumbers(evidence, reading);
  if ("refused" in chosen) return chosen;
  const settled = settleCrs(chosen, reading);
  if ("refused" in settled) return settled;

  return {
    crs: settled.crs,
    northFirst: reading?.northFirst ?? evidence.axes === "north-first",
    assumed: [
      ...chosen.assumed,
      ...statements.flatMap((one) => overruled(one, chosen)),
      ...settled.assumed,
      ...(reading ? axisWords(evidence.axes, reading.northFirst) : []),
      ...(settled.crs.kind === "geographic" && settled.crs.datum === "WGS 84" ? [WGS_84_TAKEN] : []),
    ],
  };
}

const WGS_84_TAKEN = words(
  "WGS 84 坐标当作 CGCS2000 使用（两者相差在分米级以内）",
  "WGS 84 was taken as CGCS2000 (they differ by decimetres at most)",
);

/** What is stated, the best first. */
function statementsOf({ option, wkt, epsg, stated }: CrsEvidence): readonly (Claimed | Unfit)[] {
  const code = epsg === undefined ? undefined : words(`文件写的 EPSG:${epsg}`, `the file's EPSG:${epsg}`);
  return [
    option === undefined ? undefined : claimOfOption(option),
    wkt === undefined || /^[\s\uFEFF]*$/.test(wkt) ? undefined : claimOfWkt(wkt),
    epsg === undefined || code === undefined ? undefined : claimOfCode(epsg, code),
    stated === undefined ? undefined : claimOfHead(stated),
  ].filter((one) => one !== undefined);
}

/** How to read the numbers, by what is stated where they leave a choice; nothing if there are none. */
function readingFor(evidence: CrsEvidence, stated?: Claimed): NumberReading | RefusedCrs | undefined {
  const { range, axes } = evidence;
  if (!(range.minX <= range.maxX && range.minY <= range.maxY)) return undefined;
  const all = readNumbers(range);
  const kind = stated?.claim.kind;
  const suited = narrow(
    narrow(all, (one) =>
      kind === "geographic" ? one.kind === "degrees" : kind !== "gauss-kruger" || one.kind !== "degrees",
    ),
    (one) => axes === "unsaid" || one.northFirst === (axes === "north-first"),
  );
  const [only] = suited;
  if (only && suited.length === 1) return only;
  const numbers = words(
    `每个点的第一个数在 ${range.minX} 至 ${range.maxX} 之间，第二个数在 ${range.minY} 至 ${range.maxY} 之间`,
    `the first numbers run from ${range.minX} to ${range.maxX}, the second from ${range.minY} to ${range.maxY}`,
  );
  return only
    ? {
        refused: words(
          `分不清坐标的种类或先后次序：${numbers.zh}`,
          `the kind of the coordinates or their order can't be told: ${numbers.en}`,
        ),
        remedy: words(
          "请在文件中写明哪一列是北坐标（X、纬度）、哪一列是东坐标（Y、经度），一个文件只用一种坐标",
          "say in the file which column is the northing or latitude and which the easting or longitude, and keep to one kind of coordinates",
        ),
      }
    : {
        refused: words(
          `坐标不在我国范围内：${numbers.zh}${stated ? `（${stated.source.zh}）` : ""}`,
          `the coordinates lie nowhere in China: ${numbers.en}${stated ? ` (${stated.source.en})` : ""}`,
        ),
        remedy: words(
          "应为经纬度（经度 73–136、纬度 3–54），或米为单位的高斯-克吕格坐标（北坐标不超过 7 位，东坐标 6 位，或加带号共 8 位）；请核对坐标",
          "expected: degrees (longitude 73–136, latitude 3–54) or Gauss-Kruger coordinates in metres (northings of at most 7 digits, eastings of 6, or 8 with the zone); check the numbers",
        ),
      };
}

/** Those that suit, or all if none does. */
function narrow<T>(all: readonly T[], suits: (one: T) => boolean): readonly T[] {
  const some = all.filter(suits);
  return some.length > 0 ? some : all;
}

/** What the format and the size of the numbers say where nothing is stated. */
function byNumbers({ byFormat }: CrsEvidence, reading: NumberReading | undefined): Claimed | RefusedCrs {
  if (byFormat && (!reading || reading.kind === "degrees"))
    return {
      claim: byFormat,
      source: words(`格式规定的 ${byFormat.datum} 经纬度`, `${byFormat.datum} degrees, by the format's rule`),
      assumed: [],
    };
  if (!reading)
    return {
      refused: words("没有坐标，也没有写明坐标系", "there are no coordinates, and no CRS is stated"),
      remedy: SAY_CRS,
    };
  if (reading.kind === "unprefixed")
    return {
      refused: words(
        "没有写明坐标系，横坐标不带带号，看不出是哪一带",
        "no CRS is stated, and the eastings don't begin with a zone, so the zone isn't known",
      ),
      remedy: SAY_CRS,
    };
  const found = asWords(reading);
  const against = byFormat
    ? words(
        `按格式应为 ${byFormat.datum} 经纬度，但${found.zh}`,
        `the format asks for ${byFormat.datum} degrees, but ${found.en}`,
      )
    : words(`文件没有写明坐标系，${found.zh}`, `the file states no CRS; ${found.en}`);
  return { claim: { kind: "cgcs2000" }, source: found, assumed: [against, TAKEN_AS_CGCS2000] };
}

/** What to say of a statement that wasn't followed. */
function overruled(one: Claimed | Unfit, chosen: Claimed): readonly Words[] {
  if ("refused" in one)
    return [
      words(
        `以${chosen.source.zh}为准，没有采用：${one.refused.zh}`,
        `${chosen.source.en} was followed, not this: ${one.refused.en}`,
      ),
    ];
  if (!differs(one.claim, chosen.claim)) return [];
  return [
    words(
      `以${chosen.source.zh}为准，${one.source.zh}与它不同，没有采用`,
      `${chosen.source.en} was followed; ${one.source.en} differs and was not`,
    ),
  ];
}

function differs(a: Claimed["claim"], b: Claimed["claim"]): boolean {
  if (a.kind === "cgcs2000" || b.kind === "cgcs2000") return false;
  if (a.kind === "geographic" && b.kind === "geographic") return a.datum !== b.datum;
  if (a.kind === "geographic" || b.kind === "geographic") return true;
  const [one, other] = [a, b].map(({ width = 3, zone = 0 }) => gaussKruger(width, zone, true) ?? undefined);
  return one !== undefined && other !== undefined && centralMeridian(one) !== centralMeridian(other);
}

function axisWords(axes: CrsEvidence["axes"], northFirst: boolean): readonly Words[] {
  if (axes !== "unsaid" && northFirst === (axes === "north-first")) return [];
  const order = northFirst
    ? words(
        "第一个数是北坐标或纬度（X），第二个是东坐标或经度（Y）",
        "the first number is the northing or latitude",
      )
    : words("第一个数是东坐标或经度，第二个是北坐标或纬度", "the first number is the easting or longitude");
  return [
    axes === "unsaid"
      ? words(`按数值大小判断，${order.zh}`, `by the size of the numbers, ${order.en}`)
      : words(
          `坐标次序与文件写明的或格式规定的相反，已按数值大小对调：${order.zh}`,
          `the axes are swapped against what the file or its format says, and were put right by the size of the numbers: ${order.en}`,
        ),
  ];
}
