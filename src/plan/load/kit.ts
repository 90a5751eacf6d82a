import * as z from "zod";
import type { Condition } from "../../model/condition.ts";
import { STAGES } from "../../model/condition.ts";
import { readDecimal } from "../../model/decimal.ts";
import { DECLARATIONS } from "../../model/evidence.ts";
import { FORCES } from "../../model/finding.ts";
import { FAMILIES } from "../../model/mineral.ts";
import { BASES } from "../../model/quantity.ts";
import type { ProvisionEntry } from "../../model/rule.ts";
import { NUMBERS, refuse } from "../../model/schema.ts";
import type { SectionKit } from "../../model/section.ts";
import * as t from "../../model/terms.ts";
import { OUTPUT_UNITS, readUnit } from "../../model/unit.ts";
import type { Words } from "../../model/words.ts";

/** The names that a plan file may use: its own clauses, the vocabulary, its zones. */
export interface Names {
  hasClause(id: string): boolean;
  hasMineral(name: string): boolean;
  hasZone(name: string): boolean;
  /** What to write instead of a name that isn't there. */
  clausesLike(id: string): Words;
  mineralsLike(name: string): Words;
  zonesLike(name: string): Words;
}

/** Builds the pieces of plan sections; each checks that the names it holds exist, by the file that is being read. */
export function sectionKit(names: () => Names): SectionKit {
  const clauseId = z.string().superRefine((id, context) => {
    if (!names().hasClause(id))
      refuse(
        context,
        id,
        { zh: `本规划没有条款 ${id}`, en: `this plan has no clause ${id}` },
        { code: "unknown-clause", remedy: names().clausesLike(id) },
      );
  });
  const mineral = z.string().superRefine((name, context) => {
    if (!names().hasMineral(name))
      refuse(
        context,
        name,
        { zh: `矿种词表中没有“${name}”`, en: `the vocabulary has no mineral "${name}"` },
        { code: "unknown-mineral", remedy: names().mineralsLike(name) },
      );
  });
  const zone = z.string().superRefine((name, context) => {
    if (!names().hasZone(name))
      refuse(
        context,
        name,
        { zh: `本规划没有分区“${name}”`, en: `this plan has no zone "${name}"` },
        { code: "unknown-zone", remedy: names().zonesLike(name) },
      );
  });
  const number = z
    .union([z.number(), z.string()])
    .superRefine((value, context) => {
      if (readDecimal(value)?.gte(0) !== true)
        refuse(
          context,
          value,
          { zh: `“${value}”不是非负数`, en: `"${value}" isn't a number from zero up` },
          { code: "not-a-number", remedy: NUMBERS },
        );
    })
    // As it is printed, zeros at the end included, but without commas and in half width.
    .transform((value) =>
      typeof value === "number" ? value : value.normalize("NFKC").replaceAll(",", "").trim(),
    );
  const unit = z.string().superRefine((text, context) => {
    if (readUnit(text) === undefined)
      refuse(
        context,
        text,
        { zh: `单位“${text}”不可用`, en: `the unit "${text}" isn't known` },
        {
          code: "unknown-unit",
          remedy: { zh: `可用：${OUTPUT_UNITS.replaceAll(", ", "、")}`, en: `use one of ${OUTPUT_UNITS}` },
        },
      );
  });
  const figure = z.strictObject({
    value: number.describe("数值 · the figure"),
    unit: unit.describe("单位 · its unit"),
    of: z
      .enum(BASES)
      .optional()
      .describe(
        "计量对象：矿石、矿物量、金属量、精矿、荒料 · what it counts: ore, mineral, metal, concentrate or block",
      ),
  });
  const declared = z.partialRecord(z.enum(t.keysOf(DECLARATIONS)), z.boolean());
  const condition = conditionSchema({ mineral, zone, figure, declared });
  const words = z.strictObject({
    zh: z.string().min(1).describe("中文 · in Chinese"),
    en: z.string().min(1).describe("英文 · in English"),
  });
  const common = {
    clause: z
      .union([clauseId, z.array(clauseId).min(1)])
      .describe("所依条款，意思相同的可列多条 · the clause that decides, or several that say the same"),
    with: z.array(clauseId).optional().describe("一并引用的条款 · clauses that it leans on"),
    when: condition
      .optional()
      .describe("适用对象，不写即适用于所有申请 · whom it concerns; without it, everyone"),
    force: z
      .enum(FORCES)
      .optional()
      .describe("约束力，与条款不同时才写 · its force, only where it isn't the clause's"),
    asks: words
      .optional()
      .describe("要求，一条含几项规定时才写 · what it asks, only where a clause holds several provisions"),
  };
  const entry = <Shape extends z.ZodRawShape>(shape: Shape) =>
    z.strictObject({ ...common, ...shape }) as unknown as z.ZodType<
      ProvisionEntry & z.output<z.ZodObject<Shape>>
    >;
  return {
    entry,
    clauseId,
    condition,
    mineral,
    minerals: z.array(mineral).min(1),
    figure,
    unit,
    number,
    words,
    zone,
    declared,
    clauseWhen: z.strictObject({
      clause: clauseId.describe("条款 · the clause"),
      when: condition.describe("适用条件 · when it holds"),
    }),
  };
}

function oneOrMore<Value extends z.ZodType>(value: Value) {
  return z.union([value, z.array(value).min(1)]).optional();
}

function conditionSchema({
  mineral,
  zone,
  figure,
  declared,
}: Pick<SectionKit, "mineral" | "zone" | "figure" | "declared">): z.ZodType<Condition> {
  const condition: z.ZodType = z.lazy(() =>
    z.strictObject({
      right: z.enum(t.keysOf(t.RIGHTS)).optional().describe("矿业权类型 · kind of right"),
      stage: oneOrMore(z.enum(STAGES)).describe(
        "申请事项：新建（含探转采）、改扩建、延续、变更、转让、探转采 · what is applied for; new includes conversion",
      ),
      changes: oneOrMore(z.enum(t.keysOf(t.CHANGES))).describe("变更内容 · what changes"),
      mineral: oneOrMore(mineral).describe(
        "矿种或矿类，含其下各矿种 · minerals or groups, with all that they cover",
      ),
      class: oneOrMore(z.union([z.literal(1), z.literal(2), z.literal(3)])).describe(
        "矿产类别：第一、二、三类 · class of the mineral: 1, 2 or 3",
      ),
      solid: z.boolean().optional().describe("固体矿产 · a solid mineral"),
      family: oneOrMore(z.enum(FAMILIES)).describe("矿产大类 · family of minerals"),
      method: oneOrMore(z.enum(t.keysOf(t.METHODS))).describe("开采方式 · mining method"),
      depositSize: oneOrMore(z.enum(t.keysOf(t.SIZES))).describe("矿区储量规模 · size of the deposit"),
      mineSize: oneOrMore(z.enum(t.keysOf(t.SIZES))).describe("矿山建设规模 · size of the mine"),
      complexity: z
        .enum(t.keysOf(t.COMPLEXITIES))
        .optional()
        .describe("矿床复杂程度 · complexity of the deposit"),
      touches: oneOrMore(zone).describe(
        "位于或部分位于的分区：区名或区类 · a zone that it lies in or touches: its name or kind",
      ),
      arable: z.boolean().optional().describe("位于耕地 · on arable land"),
      allocation: oneOrMore(z.enum(t.keysOf(t.ALLOCATIONS))).describe("出让方式 · how the right is granted"),
      authority: oneOrMore(z.enum(t.keysOf(t.AUTHORITIES))).describe("登记机关 · registering authority"),
      funding: oneOrMore(z.enum(t.keysOf(t.FUNDING_SOURCES))).describe(
        "勘查资金来源 · where the money is from",
      ),
      fullyFunded: z.boolean().optional().describe("财政全额出资 · wholly public money"),
      base: z
        .strictObject({
          right: z.enum(t.keysOf(t.RIGHTS)).optional().describe("原矿业权类型 · kind of the existing right"),
          sameHolder: z.boolean().optional().describe("同一矿业权人 · the same holder"),
          relation: oneOrMore(z.enum(t.keysOf(t.BASE_RELATIONS))).describe(
            "与原矿业权的关系 · how it grows from the existing right",
          ),
          growsAtMost: z
            .number()
            .min(0)
            .optional()
            .describe("面积增加不超过百分之几（含本数） · the area grows by so many per cent at most"),
          sameMineral: z.boolean().optional().describe("矿种相同 · the same mineral"),
          within: z.boolean().optional().describe("全部位于原范围内 · wholly within the existing right"),
        })
        .optional()
        .describe("由其扩大、转换而来的已有矿业权 · the existing right that it grows from"),
      applicant: oneOrMore(z.enum(t.keysOf(t.APPLICANT_KINDS))).describe("申请人类型 · kind of applicant"),
      declared: declared.optional().describe("声明事项 · statements of fact"),
      coMinerals: z.boolean().optional().describe("有共伴生矿产 · there are co-minerals"),
      outputAtLeast: figure.optional().describe("生产规模达到（含本数） · the output reaches this figure"),
      any: z.array(condition).min(1).optional().describe("满足其一即可 · any of these conditions"),
      not: condition.optional().describe("不满足 · this condition doesn't hold"),
    }),
  );
  return condition as z.ZodType<Condition>;
}
