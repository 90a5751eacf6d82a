import { formatDecimal } from "../../../model/decimal.ts";
import { planFigure } from "../../../model/figure.ts";
import { formatQuantity } from "../../../model/quantity.ts";
import { words } from "../../../model/words.ts";
import type { Check, PlanUnderCheck } from "../check.ts";
import { clauseOf, entriesOf, sameMeasure, scaleRows, scopeOf } from "../sections.ts";

/** The totals of a plan, with the minerals that each is for. */
function totalsOf({ plan, minerals }: PlanUnderCheck) {
  return entriesOf(plan, "production-total").map(({ entry, path }) => ({
    entry,
    path: [...path, "atMost", "value"],
    subject: [entry.mineral].flat().join("、"),
    terms: minerals.termsOf([entry.mineral].flat()),
    figure: planFigure(entry.atMost),
    clause: clauseOf(entry),
  }));
}

/** Two totals for the same output. */
export const twoTotals: Check = {
  code: "two-totals",
  level: "warning",
  mayBeSo: true,
  title: words("开采总量重复", "Two totals"),
  why: words(
    "同一矿种、同一计量对象有两个总量指标；规划自身不一致的，以 contradictions 记录。",
    "A mineral has two totals that count the same; where the plan itself says two things, a contradiction records it.",
  ),
  wrong: {
    of: "    - { clause: SC-QTA-01,",
    by: "    - { clause: SC-QTA-01, mineral: 银矿, atMost: { value: 6, unit: 万吨/年, of: ore } }\n    - { clause: SC-QTA-01,",
  },
  right: {
    of: "    - { clause: SC-QTA-01,",
    by: "    - { clause: SC-QTA-01, mineral: 银矿, atMost: { value: 6, unit: 吨/年, of: metal } }\n    - { clause: SC-QTA-01,",
  },
  *looks(given) {
    const before = new Map<string, ReturnType<typeof totalsOf>[number]>();
    for (const one of totalsOf(given)) {
      const { dimension, per, of } = one.figure.measure;
      const names = one.terms.map(({ name }) => name).sort();
      const key = JSON.stringify([names, dimension, per, of, scopeOf(one.entry)]);
      const twin = before.get(key);
      before.set(key, one);
      const [first, second] = [twin ?? one, one].map(({ figure }) => formatQuantity(figure.quantity));
      yield twin && {
        path: one.path,
        subject: one.subject,
        finds: `${twin.entry.atMost.value}, ${one.entry.atMost.value}`,
        clause: one.clause,
        message: words(
          `${one.subject}有两个开采总量：${first?.zh}、${second?.zh}`,
          `${one.subject} has two totals: ${first?.en} and ${second?.en}`,
        ),
        remedy: words("只保留一个", "keep one"),
      };
    }
  },
};

/** A total that not even one mine of the least size fits into. */
export const quotaBelowMinimum: Check = {
  code: "quota-below-minimum",
  level: "warning",
  mayBeSo: true,
  title: words("总量低于最低规模", "Total below every minimum"),
  why: words(
    "开采总量小于同一矿种各级最低规模，任何达标的新矿都会超出；可能抄错。规划确实如此的，以 contradictions 记录。",
    "A total is below every minimum scale of its mineral, so any new mine that is large enough exceeds it. One of them may be miscopied; if the plan has it so, a contradiction records it.",
  ),
  wrong: { of: "mineral: 建筑石料, atMost: { value: 300,", by: "mineral: 建筑石料, atMost: { value: 19.9," },
  right: { of: "mineral: 建筑石料, atMost: { value: 300,", by: "mineral: 建筑石料, atMost: { value: 20," },
  *looks(given) {
    const { minerals } = given;
    const rows = scaleRows(given.plan);
    for (const { entry, subject, terms, figure, path, clause } of totalsOf(given)) {
      const figures = rows
        .filter(({ row }) => {
          const term = minerals.term(row.mineral);
          return term && terms.some((one) => minerals.covers(one, term) || minerals.covers(term, one));
        })
        .flatMap(({ cells }) => cells.map((cell) => cell.figure))
        .filter(({ measure }) => sameMeasure(measure, figure.measure))
        .sort((a, b) => a.value.cmp(b.value));
      const [least] = figures;
      if (least === undefined) continue;
      const [is, asked] = [formatQuantity(figure.quantity), formatQuantity(least.quantity)];
      yield figure.value.gte(least.value)
        ? undefined
        : {
            path,
            subject,
            finds: `${entry.atMost.value} < ${formatDecimal(least.value.div(figure.quantity.unit.scale))}`,
            clause,
            message: words(
              `${subject}开采总量 ${is.zh}，低于同矿种最低规模中最小的 ${asked.zh}`,
              `the total for ${subject}, ${is.en}, is below the least minimum scale of the mineral, ${asked.en}`,
            ),
            remedy: words("对照规划核对两数", "check both figures"),
          };
    }
  },
};
