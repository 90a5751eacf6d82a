import * as z from "zod";
import { RULES } from "../../../rules/registry.ts";
import { UNCITED, type UncitedBecause } from "../../model/coverage.ts";
import { FORCES } from "../../model/finding.ts";
import { ZONE_KINDS } from "../../model/plan.ts";
import { isoDate, refuse, text } from "../../model/schema.ts";
import type { SectionKit } from "../../model/section.ts";
import { geometryField } from "../../model/spatial-file.ts";
import { AUTHORITIES, keysOf, RIGHTS } from "../../model/terms.ts";
import { words as pair, type Words } from "../../model/words.ts";
import { type Names, sectionKit } from "./kit.ts";
import { totalSchema } from "./total.ts";

/** A check's code: `unused-clause`. */
const CODE = /^[a-z]+(-[a-z0-9]+)*$/;

/** The shape of a plan file (规划数据文件); the sections under `rules` come from the rules themselves. */
export function planSchema(names: () => Names, kit: SectionKit = sectionKit(names)) {
  const words = kit.words;
  const place = z.strictObject({
    chapter: text.optional().describe("章，照原文 · chapter, as printed"),
    section: text.optional().describe("节 · section"),
    heading: text.optional().describe("节内标题 · heading within the section"),
    box: text.optional().describe("专栏 · box"),
    row: z
      .union([z.int().positive(), text])
      .optional()
      .describe("专栏中的行号或行名 · number or label of the row in the box"),
  });
  const clause = z
    .strictObject({
      id: z
        .string()
        .regex(/^[A-Z]{2,4}-[A-Z]{3}-\d{2}$/)
        .describe("条款编号：县-类-序号 · id of the clause: county, kind, number"),
      at: place.describe("在规划文本中的位置 · where it stands in the text"),
      also: z
        .array(place)
        .min(1)
        .optional()
        .describe("原文中的其他位置 · further places of the text where it stands"),
      force: z
        .enum(FORCES)
        .describe(
          "约束力：mandatory 严禁、不得、必须，principle 原则上，expected 预期、鼓励 · how strongly it binds",
        ),
      phrase: z
        .union([text, z.array(text)])
        .transform((one) => (typeof one === "string" ? [one] : one))
        .describe("可在原文中查到的关键词 · words by which it is found in the text"),
      absent: z
        .array(text)
        .min(1)
        .optional()
        .describe(
          "原文中没有的词，规划未作规定的依据 · words that the text doesn't have, by which it is silent",
        ),
      asks: words.describe("要求，用自己的话 · what it asks, in our own words"),
      use: z
        .enum(["manual", "background"])
        .optional()
        .describe(
          "不由规则判定的：manual 由人核对，background 仅作背景 · where no rule decides it: for a person, or background",
        ),
      question: words
        .optional()
        .describe("manual 条款须由人回答的问题 · the question that a person must answer"),
      when: kit.condition.optional().describe("manual 条款的适用对象 · whom a manual clause concerns"),
      reason: words.optional().describe("background 条款不判定的理由 · why no rule decides it"),
      remark: text.optional().describe("编辑备注 · a remark for editors"),
    })
    .superRefine((given, context) => {
      const complain = (code: string, path: string, said: Words, remedy: Words) =>
        refuse(context, given, said, { code, path: [path], remedy });
      if ((given.use === "manual") !== (given.question !== undefined))
        complain(
          "question-of-clause",
          "question",
          pair(
            "人工核对（manual）的条款须有问题，其他条款不写",
            "a manual clause, and only that, has a question",
          ),
          pair("写 question: { zh, en }，或改正 use", "write question: { zh, en }, or correct its use"),
        );
      if ((given.use === "background") !== (given.reason !== undefined))
        complain(
          "reason-of-clause",
          "reason",
          pair(
            "背景（background）条款须说明理由，其他条款不写",
            "a background clause, and only that, has a reason",
          ),
          pair("写 reason: { zh, en }，或改正 use", "write reason: { zh, en }, or correct its use"),
        );
      if (given.when !== undefined && given.use !== "manual")
        complain(
          "misplaced-when",
          "when",
          pair("适用条件写在规则部分", "who is concerned stands with the rule"),
          pair(
            "移到 rules 中引用该条款的规定下",
            "move it to the entry under rules that refers to the clause",
          ),
        );
    });
  const zone = z.strictObject({
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
  const family = z.strictObject({
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
  const uncited = z
    .strictObject({
      because: z
        .enum(Object.keys(UNCITED) as UncitedBecause[])
        .describe("不作条款的原因 · why these lines are no clauses"),
      phrases: z.array(text).min(1).describe("各行中的一个短语 · a phrase of each line"),
      clauses: z
        .array(kit.clauseId)
        .default([])
        .describe("重复的是哪些条款（duplicate 必填） · of duplicates, the clauses they repeat"),
    })
    .superRefine(({ because, clauses }, context) => {
      if ((because === "duplicate") !== clauses.length > 0)
        refuse(context, clauses, {
          zh: "重复其他条款（duplicate）的须写明 clauses，其他的不写",
          en: "a duplicate, and only that, names the clauses that it repeats",
        });
    });
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
    zones: z.array(zone).default([]).describe("规划分区 · the zones that the plan draws"),
    blocks: z.array(family).default([]).describe("规划区块 · planned blocks"),
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
      .array(
        z.strictObject({
          id: z
            .string()
            .regex(/^T-[A-Z]{2,4}-\d{2}$/)
            .describe("编号：T-县-序号 · id: T, county, number"),
          clauses: z.array(kit.clauseId).default([]).describe("涉及的条款 · the clauses concerned"),
          status: z
            .enum(["handled", "accepted"])
            .describe("handled 影响判定，accepted 不影响 · whether it changes what a rule does"),
          what: words.describe("矛盾所在及如何处理 · what contradicts, and what follows"),
          accepts: z
            .array(
              z.strictObject({
                code: z.string().regex(CODE).describe("检查的代码 · code of the check"),
                subject: text.describe("所接受的对象 · what it accepts"),
                finds: text.describe("检查发现的数值 · the figures that it finds"),
              }),
            )
            .min(1)
            .optional()
            .describe("由此接受的检查结果 · findings of checks that this answers"),
        }),
      )
      .default([])
      .describe("规划自身的矛盾 · where the plan contradicts itself"),
    uncited: z
      .array(uncited)
      .default([])
      .describe(
        "含“不得”“必须”等词而不作条款的行 · lines with words like 不得 that no clause cites, and why",
      ),
    boxes: z
      .array(
        z.strictObject({
          box: text.describe("专栏号 · the box"),
          columns: z.array(text).min(1).describe("各列表头，按原文 · its columns, as headed in the text"),
          value: text.optional().describe("数值所在的列 · the column that holds a row's figure"),
        }),
      )
      .optional()
      .describe("专栏的列，供核对原文 · columns of boxes, by which figures are found in the text"),
    written: z
      .array(
        z.strictObject({
          clause: z
            .union([kit.clauseId, z.array(kit.clauseId).min(1)])
            .describe("所依条款 · the clauses it rests on"),
          of: text.optional().describe("所属行或矿种 · of which row or mineral"),
          value: z.union([z.number(), text]).describe("本文件的值 · the value in this file"),
          as: text
            .optional()
            .describe("原文的写法；不写为原文未写 · how the text has it; absent: it doesn't"),
          why: words.describe("为何意思相同 · why they mean the same"),
        }),
      )
      .optional()
      .describe("原文写法不同的值 · values for which the text has other words"),
    totals: z
      .array(totalSchema(kit, place))
      .default([])
      .describe("规划自身数字的校核 · sums that the plan's own figures must make"),
    clauses: z.array(clause).min(1).describe("全部条款 · every clause"),
    rules: z
      .strictObject(Object.fromEntries(RULES.map(({ id, section }) => [id, section(kit).optional()])))
      .describe("各规则的内容 · one section for each rule"),
  });
}
