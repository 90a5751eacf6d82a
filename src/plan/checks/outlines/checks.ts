import type { Path } from "../../../input/document.ts";
import { decimal } from "../../../model/decimal.ts";
import { km2Words } from "../../../model/fact-words.ts";
import { agreesAsPrinted } from "../../../model/rounding.ts";
import { words } from "../../../model/words.ts";
import type { Check, Found, PlanUnderCheck } from "../check.ts";
import { outlinesOf, soundOutlines } from "./outlines.ts";

/** Outlines are sound polygons. */
const invalidOutline: Check = {
  code: "invalid-outline",
  level: "error",
  title: words("范围图形不合格", "Unsound outline"),
  why: words(
    "分区（县域）的范围自相交、未闭合、越出中国或读不出，不能据以判定。",
    "The outline of a zone (or of the county) crosses itself, isn't closed, lies outside China or can't be read: nothing can be decided by it.",
  ),
  wrong: {
    of: "[112.10, 33.10], [112.11, 33.10], [112.11, 33.11]",
    by: "[112.10, 33.10], [112.11, 33.11], [112.11, 33.10]",
  },
  right: {
    of: "[112.10, 33.10], [112.11, 33.10], [112.11, 33.11]",
    by: "[112.1, 33.1], [112.11, 33.1], [112.11, 33.11]",
  },
  async *looks(given) {
    const outlines = await outlinesOf(given);
    if (outlines === undefined) return;
    for (const { outline, subject, path, clause } of [
      ...outlines.zones,
      ...(outlines.county ? [outlines.county] : []),
    ]) {
      if (!("problems" in outline)) yield undefined;
      else
        for (const { file, line, message, remedy } of outline.problems)
          yield {
            path,
            subject,
            finds: message.en,
            clause,
            message: words(
              `${subject}：${placed(file, line, given)}${message.zh}`,
              `${subject}: ${placed(file, line, given)}${message.en}`,
            ),
            remedy: remedy ?? words("改正范围", "correct the outline"),
          };
    }
  },
};

/** A zone is as large as the plan prints it. */
const zoneArea: Check = {
  code: "zone-area",
  level: "error",
  title: words("分区面积不符", "Zone of another area"),
  why: words(
    "所画分区的椭球面积与规划所印面积（按所印位数取舍）不符：图形或数字有一处不对。",
    "The drawn zone's area on the ellipsoid isn't the printed one, to the digits it is printed with: either is wrong.",
  ),
  wrong: { of: 'areaKm2: "1.035"', by: 'areaKm2: "1.350"' },
  right: { of: 'areaKm2: "1.035"', by: 'areaKm2: "1.04"' },
  async *looks(given) {
    for (const { outline, areaKm2, ...zone } of soundOutlines((await outlinesOf(given))?.zones ?? [])) {
      if (areaKm2 === undefined) continue;
      const drawn = decimal(outline.m2).div(1e6);
      const is = km2Words(drawn, 4);
      yield agreesAsPrinted(areaKm2, drawn)
        ? undefined
        : {
            ...zone,
            finds: `${is.en} ≠ ${areaKm2}`,
            message: words(
              `${zone.subject}：所画 ${is.zh}，规划为 ${areaKm2} 平方千米`,
              `${zone.subject}: drawn with ${is.en}, in the plan it has ${areaKm2} km²`,
            ),
            remedy: words("核对范围和 areaKm2", "check the outline and areaKm2"),
          };
    }
  },
};

/** Zones lie in the county. */
const zoneOutsideCounty: Check = {
  code: "zone-outside-county",
  level: "error",
  title: words("分区在县域外", "Zone outside the county"),
  why: words(
    "规划只管本县；分区超出县域（plan.county.geometry）的，坐标或带号有误。",
    "A plan governs its county alone; where a zone sticks out of it (plan.county.geometry), coordinates or their zone are wrong.",
  ),
  wrong: { of: "[112.3, 33.0]", by: "[112.105, 33.0]" },
  right: { of: "[112.3, 33.0]", by: "[112.4, 33.0]" },
  async *looks(given) {
    const outlines = await outlinesOf(given);
    const [county] = soundOutlines(outlines?.county ? [outlines.county] : []);
    if (outlines === undefined || county === undefined) return;
    for (const { outline, subject, path, clause } of soundOutlines(outlines.zones)) {
      const m2 = outlines.outsideM2(outline, county.outline);
      if (m2 === undefined) yield intricate(subject, path);
      if (m2 === undefined) continue;
      const is = km2Words(decimal(m2).div(1e6), 4);
      yield m2 === 0
        ? undefined
        : {
            path,
            subject,
            finds: is.en,
            clause,
            message: words(
              `${subject}有 ${is.zh} 在${county.subject}范围之外`,
              `${is.en} of ${subject} lie outside of the outline of ${county.subject}`,
            ),
            remedy: words("核对坐标和坐标系", "check the coordinates and their CRS"),
          };
    }
  },
};

/** Zones don't overlap each other. */
const zonesOverlap: Check = {
  code: "zones-overlap",
  level: "error",
  title: words("分区重叠", "Zones that overlap"),
  why: words(
    "同类分区互相重叠，重叠处归哪一区不明；不同类的可以重叠。",
    "Where zones of one kind overlap, nobody knows which one holds; zones of different kinds may.",
  ),
  wrong: {
    of: "[112.20, 33.10], [112.21, 33.10], [112.21, 33.11], [112.20, 33.11], [112.20, 33.10]",
    by: "[112.105, 33.10], [112.115, 33.10], [112.115, 33.11], [112.105, 33.11], [112.105, 33.10]",
  },
  right: {
    of: "[112.20, 33.10], [112.21, 33.10], [112.21, 33.11], [112.20, 33.11], [112.20, 33.10]",
    by: "[112.11, 33.10], [112.12, 33.10], [112.12, 33.11], [112.11, 33.11], [112.11, 33.10]",
  },
  async *looks(given) {
    const outlines = await outlinesOf(given);
    if (outlines === undefined) return;
    const zones = soundOutlines(outlines.zones);
    for (const [index, one] of zones.entries())
      for (const other of zones.slice(0, index)) {
        if (kindOf(one.path, given) !== kindOf(other.path, given)) continue;
        const m2 = outlines.overlapM2(one.outline, other.outline);
        if (m2 === undefined) yield intricate(one.subject, one.path);
        if (m2 === undefined) continue;
        const is = km2Words(decimal(m2).div(1e6), 4);
        yield m2 === 0
          ? undefined
          : {
              path: one.path,
              subject: one.subject,
              finds: `${other.subject} ${is.en}`,
              clause: one.clause,
              message: words(
                `${one.subject}与${other.subject}重叠 ${is.zh}`,
                `${one.subject} and ${other.subject} overlap by ${is.en}`,
              ),
              remedy: words("核对两区的范围", "check both outlines"),
            };
      }
  },
};

/** The file that an outline stands in, where it isn't the plan's own. */
function placed(file: string, line: number | undefined, { document }: PlanUnderCheck): string {
  if (file === document.file) return "";
  return line === undefined ? `${file}: ` : `${file}:${line}: `;
}

function intricate(subject: string, path: Path): Found {
  return {
    path,
    subject,
    finds: "?",
    message: words(
      `${subject}：边界过于密集，无法比较`,
      `${subject}: its edges are too dense to be compared`,
    ),
    remedy: words("简化范围后再检查", "simplify the outline, then check again"),
  };
}

function kindOf([, index]: readonly (string | number)[], { plan }: PlanUnderCheck) {
  return plan.zones[Number(index)]?.kind;
}

export const OUTLINE_CHECKS: readonly Check[] = [invalidOutline, zoneArea, zoneOutsideCounty, zonesOverlap];
