import { type Words, words } from "../../model/words.ts";
import type { Crs } from "./crs.ts";
import { type Claim, type Claimed, CONVERT, SAY_CRS, type Unfit, unfit } from "./crs-claim.ts";
import { OLD } from "./datum-name.ts";

/** EPSG's runs of zones, first code to last; in each, codes follow the zones from the west. */
const ZONE_CODES = [
  { first: 4491, last: 4501, width: 6, zone: 13, prefixed: true },
  { first: 4502, last: 4512, width: 6, zone: 13, prefixed: false },
  { first: 4513, last: 4533, width: 3, zone: 25, prefixed: true },
  { first: 4534, last: 4554, width: 3, zone: 25, prefixed: false },
] as const;

/** EPSG codes of datums that can't be used: geographic, 6° and 3° zones. */
const OLD_CODES: readonly (readonly [first: number, last: number, why: Words])[] = [
  [4610, 4610, OLD.XIAN],
  [2327, 2390, OLD.XIAN],
  [4214, 4214, OLD.BEIJING],
  [2401, 2442, OLD.BEIJING],
  [21413, 21423, OLD.BEIJING],
  [21453, 21463, OLD.BEIJING],
  [21473, 21483, OLD.BEIJING],
  [4555, 4555, OLD.NEW_BEIJING],
  [4568, 4589, OLD.NEW_BEIJING],
  [4652, 4656, OLD.NEW_BEIJING],
  [4766, 4800, OLD.NEW_BEIJING],
  [4812, 4812, OLD.NEW_BEIJING],
  [4822, 4822, OLD.NEW_BEIJING],
];

/** The CRS that an EPSG code stands for, as `source` has it. */
export function claimOfCode(code: number, source: Words): Claimed | Unfit {
  const claim = knownCode(code);
  if (claim) return { claim, source, assumed: [] };
  const old = OLD_CODES.find(([first, last]) => code >= first && code <= last);
  if (old) return unfit(source, old[2], CONVERT, true);
  if ([3857, 900913, 3785, 102100, 102113].includes(code))
    return unfit(
      source,
      words(
        "网络墨卡托（Web Mercator）是网络地图的显示投影，不能量面积、定界线",
        "Web Mercator is made for maps on screens: areas and boundaries can't be taken from it",
      ),
      words("请导出为 2000 国家大地坐标系（EPSG:4490）", "export the data in CGCS2000 (EPSG:4490)"),
    );
  return unfit(
    source,
    words(
      "不是可用的坐标系；可用的是 EPSG:4490、4491–4554（2000 国家大地坐标系）和 4326（WGS 84）",
      "not a CRS that can be used; these can: EPSG:4490, 4491–4554 (CGCS2000) and 4326 (WGS 84)",
    ),
    SAY_CRS,
  );
}

/** The EPSG code of a CRS. */
export function codeOf(crs: Crs): number {
  if (crs.kind === "geographic") return crs.datum === "CGCS2000" ? 4490 : 4326;
  const run = ZONE_CODES.find(({ width, prefixed }) => width === crs.width && prefixed === crs.prefixed);
  return (run?.first ?? 0) + crs.zone - (run?.zone ?? 0);
}

function knownCode(code: number): Claim | undefined {
  if (code === 4490) return { kind: "geographic", datum: "CGCS2000" };
  if (code === 4326) return { kind: "geographic", datum: "WGS 84" };
  const run = ZONE_CODES.find(({ first, last }) => Number.isInteger(code) && code >= first && code <= last);
  return (
    run && {
      kind: "gauss-kruger",
      width: run.width,
      zone: run.zone + code - run.first,
      prefixed: run.prefixed,
    }
  );
}
