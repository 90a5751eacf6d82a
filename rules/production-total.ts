import * as z from "zod";
import { decimal } from "../src/model/decimal.ts";
import type { Facts } from "../src/model/facts.ts";
import { inFigureUnit, marginTo, type PlanFigure, planFigure } from "../src/model/figure.ts";
import { formatQuantity } from "../src/model/quantity.ts";
import { compare, exactly, plus, type Range } from "../src/model/range.ts";
import { eachMineral, figureLimit, flag, told } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, notConcerned } from "../src/model/ruling.ts";
import type { Figure } from "../src/model/section.ts";
import { all, type Proof, whichever } from "../src/model/truth.ts";
import { joinWords, verbatim, type Words, words } from "../src/model/words.ts";

export interface Total extends ProvisionEntry {
  /** The plan's own term; of several, which the total is for together, the registered outputs are added. */
  readonly mineral: string | readonly string[];
  readonly atMost: Figure;
  /** 左右, ±: printed without a tolerance, so an excess is only told. */
  readonly about?: boolean | undefined;
  /** The plan's own output in its base year, told as background and never used as today's. */
  readonly baseline?: Words | undefined;
  /** Another figure of the plan for the same thing. */
  readonly rival?: Words | undefined;
}

/** 开采总量: a mineral's yearly output in the county, with the right applied for. */
export const productionTotal: Rule<readonly Total[]> = {
  id: "production-total",
  title: words("开采总量", "Total production"),
  purpose: words(
    "登记的现有年产量加上本次申请，不超过规划的年开采总量；指标为预期性的，超出仅提示。",
    "The registered output plus the one applied for stays within the plan's yearly total; beyond a merely expected total the report only tells so.",
  ),
  law: words(
    "《矿产资源规划编制实施办法》：总量调控指标",
    "Measures for making mineral-resource plans: totals",
  ),
  passes: words(
    "现有 15 万吨，新增 30 万吨，指标 200 万吨以内（喀左县铁矿）",
    "150,000 t/a registered plus 300,000, within 2 Mt/a (iron in Kazuo)",
  ),
  fails: words(
    "现有 190 万吨，新增 30 万吨（喀左县铁矿，控制性）",
    "1.9 Mt/a registered plus 300,000 (iron in Kazuo, a control figure)",
  ),
  example: `- clause: XX-QTA-01
  when: { right: mining, stage: [new, expansion] }
  mineral: 建筑石料
  atMost: { value: 500, unit: 万吨/年, of: ore }`,
  section: (kit) =>
    z.array(
      kit.entry({
        mineral: z
          .union([kit.mineral, kit.minerals])
          .describe("矿种，合计的可列多种 · the mineral, or several that are counted together"),
        atMost: kit.figure.describe("总量上限（含本数） · the most that may be produced, inclusive"),
        about: z
          .boolean()
          .optional()
          .describe("“左右”，超出仅提示 · printed as about: an excess is only told"),
        baseline: kit.words
          .optional()
          .describe("规划基期产量，仅作背景 · the base-year output, background only"),
        rival: kit.words
          .optional()
          .describe("规划对同一事项的另一数值 · another figure of the plan for the same thing"),
      }),
    ),
  reads: {
    mineral: eachMineral(["总量所计矿种", "counts the output of"]),
    atMost: (figure, { mineral }) => [
      {
        label: words("年开采总量", "yearly total"),
        of: joinWords([mineral].flat().map(verbatim)),
        minerals: [mineral].flat(),
        ...figureLimit("at-most", figure),
      },
    ],
    about: flag(
      "左右（未刊容差，超出只提示）",
      "about (no tolerance printed; an excess is only told)",
      "less",
    ),
    baseline: told(["基准年", "base year"]),
    rival: told(["另一数值", "another figure"]),
  },
  bind: eachEntry(bindTotal),
};

function bindTotal({ mineral, atMost, about, baseline, rival, ...entry }: Total, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const names = typeof mineral === "string" ? [mineral] : mineral;
  const terms = names.map((one) => {
    const term = bench.inForce.minerals.term(one);
    if (term === undefined) throw new Error(`a total for an unknown mineral: ${one}`);
    return term;
  });
  const what = words(names.join("、"), names.join(", "));
  const figure = planFigure(atMost);
  const sign = about ? words("约", "about") : words("≤", "≤");
  const limit = formatQuantity(figure.quantity);
  const expected = words(`${sign.zh} ${limit.zh}`, `${sign.en} ${limit.en}`);
  const background = rival ?? baseline;
  return (facts) => {
    const scope = all([provision.scope(facts), facts.mineralIs(terms)]);
    if (scope.truth === false) return [notConcerned(provision, scope)];
    const present = terms
      .map((term) => facts.register.outputOf(term, figure.measure))
      .reduce(plus, exactly(decimal(0)));
    const added = facts.output(figure.measure);
    const total = plus(present, added);
    const says = () => words("总量在指标以内", "the total stays within the figure");
    const met = compare(total, "at-most", figure.value, says);
    return [
      judge(provision, scope, () => ({
        met: isExpansion(facts) ? afterExpansion(present, met, figure, says) : met,
        counts: true,
        found: () =>
          words(
            `${what.zh}现有 ${inFigureUnit(present, figure).zh}，本次 ${inFigureUnit(added, figure).zh}，合计 ${inFigureUnit(total, figure).zh}`,
            `${what.en}: ${inFigureUnit(present, figure).en} at present, ${inFigureUnit(added, figure).en} applied for, ${inFigureUnit(total, figure).en} together`,
          ),
        asks: () => words(`年开采总量 ${expected.zh}`, `a yearly total of ${expected.en}`),
        ...(background === undefined ? {} : { comment: () => background }),
        expected: () => expected,
        actual: () => inFigureUnit(total, figure),
        margin: marginTo(total, figure, "at-most"),
        remedy: () =>
          met.truth === false
            ? by(
                "authority",
                "核减其他矿山产量，或调整指标后再行审批",
                "lower the output of other mines, or adjust the total first",
              )
            : by(
                "authority",
                "提供登记数据（--register）中该矿种的现有年产量",
                "give the mineral's present yearly output in the register (--register)",
              ),
      })),
    ];
  };
}

/** An existing mine is already counted with its old output, so the growth is at most the new one. */
function isExpansion({ application: { operation } }: Facts): boolean {
  return operation !== "new" && operation !== "conversion";
}

function afterExpansion(present: Range, withAll: Proof, figure: PlanFigure, says: () => Words): Proof {
  const withNone = compare(present, "at-most", figure.value, says);
  const choice = {
    field: "register.outputOf",
    why: words(
      "现有产量已含原规模，扩建净增量未知",
      "the present output includes the mine's old scale, so its net growth isn't known",
    ),
  };
  return whichever([choice], [withAll, withNone]);
}
