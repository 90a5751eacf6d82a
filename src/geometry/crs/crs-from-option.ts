import { joinWords, type Words, words } from "../../model/words.ts";
import {
  type Claim,
  type Claimed,
  CONVERT,
  meridianClaim,
  type Unfit,
  unfit,
  ZONES_SAID,
  zoneClaim,
} from "./crs-claim.ts";
import { claimOfCode } from "./crs-from-code.ts";
import { readDatum } from "./datum-name.ts";

/** One way to write a CRS as an option. The first whose pattern fits reads it. */
interface Form {
  readonly pattern: RegExp;
  /** As the error lists it. */
  readonly example: string;
  readonly meaning: Words;
  /** Absent: the number isn't one of a CRS. */
  readonly read: (number: number, source: Words) => Claimed | Unfit | Claim | undefined;
}

/** Everything that may be written for a CRS, case and spaces aside. */
const FORMS: readonly Form[] = [
  {
    pattern: /^(?:EPSG:?)?(\d{4,6})$/,
    example: "EPSG:4526",
    meaning: words("EPSG 代码，也可只写 4526", "an EPSG code, or 4526 alone"),
    read: claimOfCode,
  },
  {
    pattern: /^(?:ZONE[=:]?)?第?(\d{2})带?$/,
    example: "zone=38",
    meaning: words(
      "3 度带或 6 度带的带号，也可写 38 或 38带",
      "the number of a 3-degree or 6-degree zone, also 38 or 38带",
    ),
    read: zoneClaim,
  },
  {
    pattern: /^ZONE3[=:](\d{2})$/,
    example: "zone3=38",
    meaning: words("3 度带的带号", "the number of a 3-degree zone"),
    read: (zone) => ofWidth(zone, 3),
  },
  {
    pattern: /^ZONE6[=:](\d{2})$/,
    example: "zone6=19",
    meaning: words("6 度带的带号", "the number of a 6-degree zone"),
    read: (zone) => ofWidth(zone, 6),
  },
  {
    pattern: /^CM[=:]?(\d{2,3})[°E]?$/,
    example: "cm=114",
    meaning: words("中央经线的度数", "the central meridian in degrees"),
    read: meridianClaim,
  },
  {
    pattern: /^CGCS2000$/,
    example: "CGCS2000",
    meaning: words(
      "2000 国家大地坐标系：经纬度，或横坐标带带号的平面坐标",
      "CGCS2000: degrees, or eastings that begin with their zone",
    ),
    read: () => ({ kind: "cgcs2000" }),
  },
  {
    pattern: /^WGS84$/,
    example: "WGS84",
    meaning: words("WGS 84 经纬度", "WGS 84 degrees"),
    read: () => ({ kind: "geographic", datum: "WGS 84" }),
  },
];

/** The CRS that the user states. */
export function claimOfOption(option: string): Claimed | Unfit {
  const source = words(`指定的坐标系“${option}”`, `the stated CRS "${option}"`);
  const written = option.normalize("NFKC").toUpperCase().replace(/\s+/g, "");
  for (const { pattern, read } of FORMS) {
    const [whole, number] = pattern.exec(written) ?? [];
    if (whole === undefined) continue;
    const answer = read(Number(number), source);
    if (answer === undefined) return unfit(source, noZone(), listed());
    return "kind" in answer ? { claim: answer, source, assumed: [] } : answer;
  }
  const datum = readDatum(option);
  if (typeof datum === "object") return unfit(source, datum.old, CONVERT, true);
  if (datum === "CGCS2000") return { claim: { kind: "cgcs2000" }, source, assumed: [] };
  return unfit(source, words("看不懂", "not understood"), listed());
}

function ofWidth(zone: number, width: 3 | 6): Claim | undefined {
  const claim = zoneClaim(zone);
  return claim?.width === width ? claim : undefined;
}

function noZone(): Words {
  return words(
    `没有这个带或中央经线（${ZONES_SAID.zh}；中央经线为 75° 至 135° 间 3 的倍数）`,
    `there is no such zone or central meridian (${ZONES_SAID.en}; central meridians are multiples of 3 from 75° to 135°)`,
  );
}

function listed(): Words {
  const forms = FORMS.map(({ example, meaning }) =>
    words(`${example}（${meaning.zh}）`, `${example} (${meaning.en})`),
  );
  return joinWords([words("可以写", "write one of"), joinWords(forms, "；", "; ")], "：", ": ");
}
