import { joinWords, type Words, words } from "../../model/words.ts";
import type { CrsEvidence } from "./crs.ts";
import {
  type Claimed,
  CONVERT,
  type GaussKrugerClaim,
  SAY_CRS,
  type Unfit,
  unfit,
  ZONES_SAID,
  zoneClaim,
} from "./crs-claim.ts";
import { readDatum } from "./datum-name.ts";

/** The CRS that the head of a text file states (坐标系=, 几度分带=, 带号=); nothing if it states none. */
export function claimOfHead({
  datum,
  width,
  zone,
}: NonNullable<CrsEvidence["stated"]>): Claimed | Unfit | undefined {
  const said = [
    ...(datum?.trim() ? [words(`坐标系“${datum}”`, `CRS "${datum}"`)] : []),
    ...(width === undefined ? [] : [words(`${width} 度分带`, `${width}-degree zones`)]),
    ...(zone === undefined ? [] : [words(`带号 ${zone}`, `zone ${zone}`)]),
  ];
  if (said.length === 0) return undefined;
  const what = joinWords(said);
  const source = words(`文件头写的${what.zh}`, `the file's head (${what.en})`);

  const reading = datum?.trim() ? readDatum(datum) : "CGCS2000";
  if (typeof reading === "object") return unfit(source, reading.old, CONVERT, true);
  if (reading === undefined) return unfit(source, words("不认识这个坐标系", "this CRS isn't known"), SAY_CRS);
  const zoned = zone === undefined ? undefined : zoneClaim(zone);
  if (zone !== undefined && zoned === undefined)
    return unfit(
      source,
      words(`没有这个带（${ZONES_SAID.zh}）`, `there is no such zone (${ZONES_SAID.en})`),
      SAY_CRS,
    );
  if (zoned && width !== undefined && zoned.width !== width)
    return unfit(
      source,
      words(
        `第 ${zone} 带不是 ${width} 度带（${ZONES_SAID.zh}）`,
        `zone ${zone} isn't one of ${width} degrees (${ZONES_SAID.en})`,
      ),
      SAY_CRS,
    );

  const plane: GaussKrugerClaim | undefined =
    zoned ?? (width === undefined ? undefined : { kind: "gauss-kruger", width });
  if (reading === "WGS 84") {
    if (plane)
      return unfit(
        source,
        words("WGS 84 不用于高斯-克吕格分带", "WGS 84 isn't used with Gauss-Kruger zones"),
        SAY_CRS,
      );
    return { claim: { kind: "geographic", datum: "WGS 84" }, source, assumed: [] };
  }
  return {
    claim: plane ?? { kind: "cgcs2000" },
    source,
    assumed: datum?.trim() ? [] : [TAKEN_AS_CGCS2000],
  };
}

/** Where nothing names the datum. */
export const TAKEN_AS_CGCS2000: Words = words(
  "文件没有写明大地基准，按 2000 国家大地坐标系（CGCS2000）处理",
  "the file names no datum: CGCS2000 was taken",
);
