import type { RefinementCtx } from "zod";
import * as z from "zod";
import type { Condition } from "../src/model/condition.ts";
import { inZone } from "../src/model/fact-words.ts";
import { type Facts, holds } from "../src/model/facts.ts";
import { inFigureUnit, marginTo, planFigure } from "../src/model/figure.ts";
import type { Ruling } from "../src/model/finding.ts";
import { mineralWords } from "../src/model/mineral.ts";
import { touches } from "../src/model/proofs.ts";
import { formatQuantity } from "../src/model/quantity.ts";
import { compare } from "../src/model/range.ts";
import { byClause, flag, readElsewhere, where } from "../src/model/reading.ts";
import type { Bench, Judge, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, note, whereConcerned } from "../src/model/ruling.ts";
import { refuse } from "../src/model/schema.ts";
import { all, type Proof } from "../src/model/truth.ts";
import { type Words, words } from "../src/model/words.ts";
import { readRow } from "./tables/scale-reading.ts";
import { byTable } from "./tables/scale-ruling.ts";
import { type RowEntry, readRows, rowSchema } from "./tables/scale-table.ts";
import { atLeast, raise } from "./tables/scale-words.ts";

export interface ScaleEntry extends ProvisionEntry {
  readonly unit?: string | undefined;
  readonly rows?: readonly RowEntry[] | undefined;
  /** Minerals that this provision lets off: 正常延续. */
  readonly exempt?: boolean | undefined;
  /** Each zone's own minimum, as the zones of the plan print it. */
  readonly zones?: boolean | undefined;
  /** The clause by which a higher threshold of national industrial policy prevails. */
  readonly policy?: string | undefined;
  /** Whom the clause may not mean (只采不选, where it says 采选): of these a person judges a shortfall. */
  readonly unclearFor?: Condition | undefined;
}

/** 最低开采规模: how much a mine must put out at least, by mineral, deposit size, method and zone. */
export const minimumScale: Rule<readonly ScaleEntry[]> = {
  id: "minimum-scale",
  title: words("最低开采规模", "Minimum scale"),
  purpose: words(
    "新建（规划另有规定的，含改扩建、延续）矿山的生产规模不得低于规划数值；规划要求而未刊出数值的，须复核。",
    "A new mine (and, where the plan says so, an expanded or renewed one) must reach the plan's figure; where the plan asks for one but doesn't print it, review.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第十八条：矿山最低开采规模",
    "Mineral Resources Law (2024), art. 18: minimum scale of mines",
  ),
  passes: words(
    "大型岩金 15 万吨矿石/年（方城县）",
    "a large lode-gold deposit, 150,000 t/a of ore (Fangcheng)",
  ),
  fails: words("大型岩金 14.9 万吨矿石/年（方城县）", "the same with 149,000 t/a of ore"),
  example: `- clause: XX-MIN-01
  when: { right: mining, stage: new }
  unit: 万吨/年
  rows:
    - { clause: XX-MIN-02, mineral: 岩金, of: ore, large: 15, medium: 9, small: 6 }
    - { clause: XX-MIN-03, mineral: 铁矿, method: open-pit, of: ore, least: 30 }`,
  section: (kit) =>
    z.array(
      kit
        .entry({
          unit: kit.unit.optional().describe("全表单位 · the unit of the whole table"),
          rows: z.array(rowSchema(kit)).optional().describe("表中各行 · the rows of the table"),
          exempt: z.boolean().optional().describe("正常延续不受最低规模限制 · these are let off"),
          zones: z.boolean().optional().describe("按各分区自身的最低规模 · by each zone's own minimum"),
          policy: kit.clauseId
            .optional()
            .describe(
              "国家产业政策门槛更高时从其规定的条款 · the clause by which a higher national threshold prevails",
            ),
          unclearFor: kit.condition
            .optional()
            .describe("条款是否适用不明的对象，须复核 · whom the clause may not mean: review"),
        })
        .superRefine(everyRowHasUnit),
    ),
  reads: {
    unit: readElsewhere,
    rows: (rows, { unit }) => rows.flatMap((row) => readRow(row, unit)),
    exempt: flag("不受最低开采规模限制", "the minimum scale isn't asked", "less"),
    zones: (own) =>
      own
        ? [
            {
              label: words("各分区自身的最低生产规模", "each zone's own minimum"),
              zoneFigure: "minimum",
              stricter: "more",
            },
          ]
        : [],
    policy: byClause(
      ["国家产业政策门槛更高的，从其规定，依据", "a higher national threshold prevails, by"],
      "more",
    ),
    unclearFor: where(["未必适用，须由人认定", "it may not mean, so a person judges"]),
  },
  bind: eachEntry(bindEntry),
};

function everyRowHasUnit({ unit, rows = [] }: ScaleEntry, context: RefinementCtx): void {
  rows.forEach((row, index) => {
    if ((row.unit ?? unit) === undefined)
      refuse(context, row, words("表中数值没有单位", "the figures of this row have no unit"), {
        code: "missing-unit",
        path: ["rows", index],
        remedy: words("为该行或整个表写 unit", "give the row, or the table, a unit"),
      });
  });
}

function bindEntry(entry: ScaleEntry, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const policy =
    entry.policy === undefined ? undefined : bench.provision({ clause: entry.policy, when: entry.when });
  if (entry.exempt) return (facts) => [exempt(provision, facts)];
  if (entry.zones) return bindZones(provision, bench);
  const rows = readRows(entry.rows ?? [], entry.unit, provision, bench);
  const unclear = entry.unclearFor && bench.condition(entry.unclearFor);
  return whereConcerned(provision, (facts, scope) => {
    const doubt = unclear?.(facts);
    const rulings = byTable(rows, provision, scope, facts, doubt?.truth === true ? doubt : undefined);
    return policy === undefined ? rulings : [...rulings, policyThreshold(policy, scope, facts)];
  });
}

function exempt(provision: Provision, facts: Facts): Ruling {
  const scope = provision.scope(facts);
  return judge(provision, scope, () => ({
    met: scope,
    found: () =>
      words(
        `${facts.mineral.text}已有矿山申请延续`,
        `An existing mine for ${mineralWords(facts.mineral).en} is to be renewed`,
      ),
  }));
}

/** A zone's own minimum, beside the county's: the stricter of the two decides by itself. */
function bindZones(provision: Provision, { inForce }: Bench): Judge {
  const zones = inForce.plan.zones.flatMap((zone) =>
    zone.minimum === undefined ? [] : [{ zone, figure: planFigure(zone.minimum) }],
  );
  return whereConcerned(provision, (facts, scope) =>
    zones.flatMap(({ zone, figure }): Ruling[] => {
      const inside = touches(zone, facts);
      if (inside.truth === false) return [];
      const where = inZone(zone, facts);
      const output = facts.output(figure.measure);
      const expected = atLeast(formatQuantity(figure.quantity));
      const met = compare(output, "at-least", figure.value, () =>
        words("达到该区最低生产规模", "the zone's own minimum is reached"),
      );
      return [
        judge(provision, all([scope, inside]), () => ({
          met,
          found: () =>
            words(
              `${where.zh}，生产规模 ${inFigureUnit(output, figure).zh}`,
              `${where.en}, with an output of ${inFigureUnit(output, figure).en}`,
            ),
          asks: () => words(`该区最低生产规模 ${expected.zh}`, `the zone's own minimum, ${expected.en}`),
          expected: () => expected,
          actual: () => inFigureUnit(output, figure),
          margin: marginTo(output, figure, "at-least"),
          ...(met.truth === false ? { remedy: () => raise(expected) } : {}),
        })),
      ];
    }),
  );
}

/** A higher national threshold prevails; nobody has it as verified data, so it is asked for. */
function policyThreshold(provision: Provision, scope: Proof, facts: Facts): Ruling {
  const met = holds(
    facts.declared("policy-threshold-met"),
    (given) => given,
    () => words("达到国家产业政策准入门槛", "the national industrial-policy threshold is reached"),
  );
  if (met.truth === "unknown")
    return { ...note(provision, policyNotStated), missing: met.missing, because: [scope, met] };
  return judge({ ...provision, force: "mandatory" }, scope, () => ({
    met,
    found: () =>
      words(
        `声明${met.truth ? "达到" : "未达到"}国家产业政策准入门槛`,
        `The national industrial-policy threshold is declared ${met.truth ? "reached" : "not reached"}`,
      ),
    remedy: () =>
      by("applicant", "达到国家产业政策准入门槛", "reach the national industrial-policy threshold"),
  }));
}

function policyNotStated(): Words {
  return words(
    "未说明是否达到国家产业政策准入门槛；该门槛高于规划数值的，以产业政策为准，须另行核对。",
    "It isn't stated whether the national industrial-policy threshold is reached; where it is higher than the plan's figure it prevails, so check it.",
  );
}
