import { joinWords, type Words, words } from "../../model/words.ts";
import type { Geographic, RefusedCrs } from "./crs.ts";
import { gaussKruger, ZONES } from "./gauss-kruger.ts";

/** A zone of the projection, as far as it is stated: the zone's number tells the width, not the reverse. */
export interface GaussKrugerClaim {
  readonly kind: "gauss-kruger";
  readonly width?: 3 | 6;
  readonly zone?: number;
  /** Absent: not said. */
  readonly prefixed?: boolean;
}

/** What one piece of evidence says of the CRS; what it leaves open, the numbers must tell. */
export type Claim = Geographic | GaussKrugerClaim | { readonly kind: "cgcs2000" };

export interface Claimed {
  readonly claim: Claim;
  /** Who says it and how, as a part of a sentence: .prj 写的“…”. */
  readonly source: Words;
  readonly assumed: readonly Words[];
}

/** Evidence that can't be used. If `final`, no better evidence may overrule it: the numbers are on another datum. */
export interface Unfit extends RefusedCrs {
  readonly final: boolean;
}

export function unfit(source: Words, reason: Words, remedy: Words, final = false): Unfit {
  return { refused: joinWords([source, reason], "：", ": "), remedy, final };
}

/** What to write where the file's own word doesn't do. */
export const SAY_CRS = words(
  "请写明坐标系（选项 --crs；图层和登记表在 YAML 中与 file 并列写 crs），例如 zone=38 或 EPSG:4490",
  "state the CRS (option --crs; for a layer or a register, crs beside its file in the YAML), for example zone=38 or EPSG:4490",
);

/** What to do with coordinates of an older datum or in disguise. */
export const CONVERT = words(
  "请先用自然资源部的坐标转换服务（自然资源部公告 2022 年第 24 号）转换为 2000 国家大地坐标系，再检查；如果只是标错，请改正文件中的坐标系",
  "first convert it to CGCS2000 with the Ministry of Natural Resources' conversion service (announcement 2022 No. 24); if it is only labelled wrongly, correct the file's CRS",
);

/** The zone of that number: 13 to 23 are 6° zones, 25 to 45 are 3° ones. */
export function zoneClaim(zone: number): (GaussKrugerClaim & { readonly zone: number }) | undefined {
  for (const width of [3, 6] as const)
    if (gaussKruger(width, zone, true)) return { kind: "gauss-kruger", width, zone };
  return undefined;
}

/** The zone about that meridian. A meridian of a 6° zone is also that of a 3° zone, and so is the projection. */
export function meridianClaim(meridian: number): (GaussKrugerClaim & { readonly zone: number }) | undefined {
  const zone = meridian / 3;
  return gaussKruger(3, zone, true) ? { kind: "gauss-kruger", width: 3, zone } : undefined;
}

/** The zones there are, for messages. */
export const ZONES_SAID = words(
  `3 度带为 ${ZONES[3].join("–")}，6 度带为 ${ZONES[6].join("–")}`,
  `3-degree zones are ${ZONES[3].join("–")}, 6-degree zones ${ZONES[6].join("–")}`,
);
