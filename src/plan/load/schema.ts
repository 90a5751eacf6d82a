import * as z from "zod";
import { RULES } from "../../../rules/registry.ts";
import { isoDate, text } from "../../model/schema.ts";
import type { SectionKit } from "../../model/section.ts";
import { geometryField } from "../../model/spatial-file.ts";
import { type Names, sectionKit } from "./kit.ts";
import { clauseSchema } from "./shapes/clause.ts";
import { contradictionSchema } from "./shapes/contradiction.ts";
import { boxSchema, writtenSchema } from "./shapes/printed.ts";
import { totalSchema } from "./shapes/total.ts";
import { uncitedSchema } from "./shapes/uncited.ts";
import { blocksSchema, zoneSchema } from "./shapes/zone.ts";

/** The shape of a plan file (规划数据文件); the sections under `rules` come from the rules themselves. */
export function planSchema(names: () => Names, kit: SectionKit = sectionKit(names)) {
  const words = kit.words;
  return z.strictObject({
    plan: z
      .strictObject({
        id: z
          .string()
          .regex(/^[a-z][a-z0-9-]*$/)
          .describe("规划编号，小写字母，全局唯一 · id of the plan, in small letters"),
        title: text.describe("规划名称 · its title"),
        titleEn: text.describe("规划英文名称 · its title in English"),
        county: z
          .strictObject({
            code: z
              .string()
              .regex(/^\d{6}$/)
              .describe("六位行政区划代码（GB/T 2260），加引号 · six-digit county code, in quotes"),
            name: text.describe("县（市、区）名 · the county"),
            en: text.describe("英文县名 · the county in English"),
            aliases: z.array(text).default([]).describe("其他叫法 · other names of it"),
            geometry: geometryField
              .optional()
              .describe("县域：GeoJSON 或空间数据文件 · its outline: GeoJSON, or a spatial file"),
          })
          .describe("规划适用的县 · the county it governs"),
        authority: text.optional().describe("编制机关 · who made it"),
        period: z
          .strictObject({
            from: isoDate().describe("首日 · first day"),
            to: isoDate().describe("末日 · last day"),
          })
          .describe("规划期 · the years it plans for"),
        extension: z
          .strictObject({
            to: isoDate().describe("延至何日 · the day up to which it runs on"),
            basis: text.describe("文号 · the notice it rests on"),
          })
          .optional()
          .describe("延期文件 · a notice that lets it run on"),
        issued: isoDate().optional().describe("印发日期；未载明的不写 · day of issue, if printed"),
      })
      .describe("规划本身 · the plan itself"),
    terms: z
      .array(
        z.strictObject({
          name: text.describe("规划用词 · the plan's word"),
          is: kit.mineral.optional().describe("即矿种词表中的 · the name in the vocabulary that it means"),
          either: kit.minerals.optional().describe("可能是其中之一 · it may be any of these"),
        }),
      )
      .default([])
      .describe("规划自己的矿种用词 · the plan's own words for minerals"),
    zones: z.array(zoneSchema(kit)).default([]).describe("规划分区 · the zones that the plan draws"),
    blocks: z.array(blocksSchema(kit)).default([]).describe("规划区块 · planned blocks"),
    unpublished: z
      .array(
        z.strictObject({
          what: words.describe("规划提到而未刊出的内容 · what isn't printed"),
          clauses: z.array(kit.clauseId).default([]).describe("涉及的条款 · the clauses concerned"),
        }),
      )
      .default([])
      .describe("规划提到而未刊出的内容 · what the plan names without printing it"),
    contradictions: z
      .array(contradictionSchema(kit))
      .default([])
      .describe("规划自身的矛盾 · where the plan contradicts itself"),
    uncited: z
      .array(uncitedSchema(kit))
      .default([])
      .describe(
        "含“不得”“必须”等词而不作条款的行 · lines with words like 不得 that no clause cites, and why",
      ),
    boxes: z
      .array(boxSchema)
      .optional()
      .describe("专栏的列，供核对原文 · columns of boxes, by which figures are found in the text"),
    written: z
      .array(writtenSchema(kit))
      .optional()
      .describe("原文写法不同的值 · values for which the text has other words"),
    totals: z
      .array(totalSchema(kit))
      .default([])
      .describe("规划自身数字的校核 · sums that the plan's own figures must make"),
    clauses: z.array(clauseSchema(kit)).min(1).describe("全部条款 · every clause"),
    rules: z
      .strictObject(Object.fromEntries(RULES.map(({ id, section }) => [id, section(kit).optional()])))
      .describe("各规则的内容 · one section for each rule"),
  });
}
