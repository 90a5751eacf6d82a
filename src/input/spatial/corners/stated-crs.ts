import type { CrsEvidence } from "../../../geometry/crs/crs.ts";

type Stated = NonNullable<CrsEvidence["stated"]>;

/** The datums (坐标系) that headings name, each with the ways to write it. */
const DATUMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    "2000国家大地坐标系",
    /CGCS\s*2000|2000\s*国家(?:大地)?坐标|(?:国家|大地)\s*2000|2000\s*(?:大地)?坐标|[(（]2000[)）]/i,
  ],
  [
    "1980西安坐标系",
    /(?:19)?80\s*(?:年)?\s*西安|西安\s*(?:19)?80|(?:国家|西安)?(?:19)?80\s*坐标|xi'?an\s*(?:19)?80|[(（](?:19)?80[)）]/i,
  ],
  [
    "1954北京坐标系",
    /(?:19)?54\s*(?:年)?\s*北京|北京\s*(?:19)?54|(?:北京)?(?:19)?54\s*坐标|beijing\s*(?:19)?54|[(（](?:19)?54[)）]/i,
  ],
  ["WGS 84", /WGS[\s_-]*(?:19)?84/i],
  ["GCJ-02", /GCJ[\s_-]*02|火星坐标/i],
  ["独立坐标系", /(?:地方|城市|城建|独立|矿区|假定)坐标系/],
];

/** All datums that a text names, in the field's own names. */
export function datumsIn(text: string): readonly string[] {
  return DATUMS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

/** What a heading says of the projection: 3度带, 带号38, 38带, 中央子午线114°. */
export function zoneIn(text: string): Pick<Stated, "width" | "zone"> {
  const width = widthOf(/([36三六])\s*(?:°|度)\s*(?:分)?带/.exec(text)?.[1]);
  const numbered = /带号\s*[:：=为]?\s*(\d{1,2})(?!\d)|(?<!\d)(\d{2})\s*(?:度)?\s*带/.exec(text);
  const meridian = /中央(?:子午线|经线)\D{0,6}(\d{2,3})(?!\d)/.exec(text)?.[1];
  const zone = numbered ? Number(numbered[1] ?? numbered[2]) : zoneAround(meridian, width ?? 3);
  return { ...(width && { width }), ...(zone !== undefined && { zone }) };
}

/** 3, 3°, 三度, 3度带: the width of zones. Undefined: neither 3 nor 6. */
export function widthOf(text: string | undefined): 3 | 6 | undefined {
  const sign = /^\s*([36三六])\s*(?:°|度)?\s*(?:分)?带?\s*$/.exec(text ?? "")?.[1];
  if (sign === undefined) return undefined;
  return sign === "3" || sign === "三" ? 3 : 6;
}

function zoneAround(meridian: string | undefined, width: 3 | 6): number | undefined {
  if (meridian === undefined) return undefined;
  const zone = width === 3 ? Number(meridian) / 3 : (Number(meridian) + 3) / 6;
  return Number.isInteger(zone) ? zone : undefined;
}
