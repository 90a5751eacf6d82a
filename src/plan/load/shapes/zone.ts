import * as z from "zod";
import { ZONE_KINDS } from "../../../model/plan.ts";
import { text } from "../../../model/schema.ts";
import type { SectionKit } from "../../../model/section.ts";
import { geometryField } from "../../../model/spatial-file.ts";
import { AUTHORITIES, keysOf, RIGHTS } from "../../../model/terms.ts";

/** The shape of a zone (规划分区). */
export function zoneSchema(kit: SectionKit) {
  return z.strictObject({
    name: text.optional().describe("区名；规划未命名的不写 · its name, if the plan gives one"),
    aliases: z.array(text).min(1).optional().describe("规划中的其他叫法 · what the plan calls it elsewhere"),
    kind: z.enum(ZONE_KINDS).describe("区类 · kind of zone"),
    clause: kit.clauseId.describe("所依条款 · the clause that draws it"),
    minerals: kit.minerals.optional().describe("所设矿种 · the minerals it is for"),
    groups: kit.minerals
      .optional()
      .describe("规划对这些矿种的统称 · groups by which the plan calls them too"),
    areaKm2: kit.number.optional().describe("面积（平方千米） · km²"),
    rights: z.int().positive().optional().describe("拟设矿业权数 · how many rights it is to hold"),
    minimum: kit.figure.optional().describe("该区最低生产规模 · the zone's own minimum scale"),
    count: z
      .int()
      .positive()
      .optional()
      .describe("未命名的区有几个 · how many unnamed zones this stands for"),
    geometry: geometryField
      .optional()
      .describe("范围：GeoJSON 或空间数据文件 · its outline: GeoJSON, or a spatial file"),
  });
}

/** The shape of planned blocks (规划区块) of one kind. */
export function blocksSchema(kit: SectionKit) {
  return z.strictObject({
    kind: z.enum(keysOf(RIGHTS)).describe("勘查或开采规划区块 · blocks for exploration or for mining"),
    clause: kit.clauseId.describe("所依条款 · the clause that plans them"),
    count: z.int().min(0).describe("区块数 · how many"),
    name: text.optional().describe("区块名称 · its name"),
    mineral: kit.mineral.optional().describe("矿种；未刊出的不写 · the mineral, if printed"),
    level: z
      .union([z.enum(keysOf(AUTHORITIES)), z.array(z.enum(keysOf(AUTHORITIES))).min(1)])
      .optional()
      .describe("发证级别，合计的可列多个 · level of the authority, or several counted together"),
  });
}
