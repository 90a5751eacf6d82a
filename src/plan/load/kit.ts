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
import type { Figure, SectionKit } from "../../model/section.ts";
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
  const figure = z.strictObject({ value: number, unit, of: z.enum(BASES).optional() });
  const condition = conditionSchema(mineral, zone, figure);
  const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
  const entry = <Shape extends z.ZodRawShape>(shape: Shape) =>
    z.strictObject({
      clause: z.union([clauseId, z.array(clauseId).min(1)]),
      with: z.array(clauseId).optional(),
      when: condition.optional(),
      force: z.enum(FORCES).optional(),
      asks: words.optional(),
      ...shape,
    }) as unknown as z.ZodType<ProvisionEntry & z.output<z.ZodObject<Shape>>>;
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
  };
}

function oneOrMore<Value extends z.ZodType>(value: Value) {
  return z.union([value, z.array(value).min(1)]).optional();
}

function conditionSchema(
  mineral: z.ZodType<string>,
  zone: z.ZodType<string>,
  figure: z.ZodType<Figure>,
): z.ZodType<Condition> {
  const condition: z.ZodType = z.lazy(() =>
    z.strictObject({
      right: z.enum(t.keysOf(t.RIGHTS)).optional(),
      stage: oneOrMore(z.enum(STAGES)),
      changes: oneOrMore(z.enum(t.keysOf(t.CHANGES))),
      mineral: oneOrMore(mineral),
      class: oneOrMore(z.union([z.literal(1), z.literal(2), z.literal(3)])),
      solid: z.boolean().optional(),
      family: oneOrMore(z.enum(FAMILIES)),
      method: oneOrMore(z.enum(t.keysOf(t.METHODS))),
      depositSize: oneOrMore(z.enum(t.keysOf(t.SIZES))),
      mineSize: oneOrMore(z.enum(t.keysOf(t.SIZES))),
      complexity: z.enum(t.keysOf(t.COMPLEXITIES)).optional(),
      touches: oneOrMore(zone),
      arable: z.boolean().optional(),
      allocation: oneOrMore(z.enum(t.keysOf(t.ALLOCATIONS))),
      authority: oneOrMore(z.enum(t.keysOf(t.AUTHORITIES))),
      funding: oneOrMore(z.enum(t.keysOf(t.FUNDING_SOURCES))),
      fullyFunded: z.boolean().optional(),
      base: z
        .strictObject({
          right: z.enum(t.keysOf(t.RIGHTS)).optional(),
          sameHolder: z.boolean().optional(),
          relation: oneOrMore(z.enum(t.keysOf(t.BASE_RELATIONS))),
          growsAtMost: z.number().min(0).optional(),
          sameMineral: z.boolean().optional(),
          within: z.boolean().optional(),
        })
        .optional(),
      applicant: oneOrMore(z.enum(t.keysOf(t.APPLICANT_KINDS))),
      declared: z.partialRecord(z.enum(t.keysOf(DECLARATIONS)), z.boolean()).optional(),
      coMinerals: z.boolean().optional(),
      outputAtLeast: figure.optional(),
      any: z.array(condition).min(1).optional(),
      not: condition.optional(),
    }),
  );
  return condition as z.ZodType<Condition>;
}
