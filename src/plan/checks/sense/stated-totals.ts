import { type Decimal, decimal, formatDecimal, readDecimal } from "../../../model/decimal.ts";
import type { StatedTotal, TotalPart } from "../../../model/plan.ts";
import { agreesAsPrinted } from "../../../model/rounding.ts";
import { words } from "../../../model/words.ts";
import { selectValues, sumOf } from "../../read/select.ts";
import { partsOf, resultOf, type TotalResult } from "../../read/total-parts.ts";
import type { Check, PlanUnderCheck } from "../check.ts";

const RESULT_WORDS = {
  equals: words("应为", "but should be"),
  atMost: words("应不超过", "but should be at most"),
  below: words("应小于", "but should be below"),
  atLeast: words("应不小于", "but should be at least"),
} as const;

/** How a result that isn't kept to is written. */
const SIGNS: Readonly<Record<TotalResult, string>> = { equals: "≠", atMost: ">", below: "≥", atLeast: "<" };

/** Figures of the plan fit each other. */
export const totalsDisagree: Check = {
  code: "totals-disagree",
  level: "error",
  mayBeSo: true,
  title: words("数字合计不符", "Totals that don't add up"),
  why: words(
    "totals 中的校核：分区面积、个数，区块和采矿权数，总量等各数相加（相除）应等于规划所述。不符的多为抄错；规划自身不符的，以 contradictions 记录。",
    "What totals states: areas, counts, blocks, rights and outputs add up (or divide) to what the plan says of them. Where they don't, one is mostly miscopied; if the plan itself errs, a contradiction records it.",
  ),
  wrong: { of: "rights: 2", by: "rights: 3" },
  right: { of: "rights: 2", by: "rights: 2 # of 3" },
  *looks(given) {
    for (const [index, total] of given.plan.totals.entries()) {
      const all = calculated(total, given);
      const [result, part] = resultOf(total);
      const stated = part === undefined ? undefined : amount(part, given);
      // A path that leads nowhere is found by a check of its own.
      if (all === undefined || stated === undefined || part === undefined) continue;
      const printed =
        typeof part === "object" || readDecimal(part) === undefined ? formatDecimal(stated) : part;
      const isQuotient = total.percent !== undefined || total.ratio !== undefined;
      const is = all.find((one) => !holds(one, result, stated, isQuotient ? printed : undefined));
      yield is === undefined
        ? undefined
        : {
            path: ["totals", index],
            subject: total.id,
            finds: `${formatDecimal(is, 4)} ${SIGNS[result]} ${printed}`,
            clause: total.clauses[0],
            message: words(
              `${total.what.zh}：算得 ${formatDecimal(is, 4)}，${RESULT_WORDS[result].zh} ${printed}`,
              `${total.what.en}: it comes to ${formatDecimal(is, 4)}, ${RESULT_WORDS[result].en} ${printed}`,
            ),
            remedy: words("对照规划核对各数", "check the figures"),
          };
    }
  },
};

/** What a total refers to is there. */
export const noSuchValue: Check = {
  code: "no-such-value",
  level: "error",
  title: words("校核所指的数不存在", "Total of nothing"),
  why: words(
    "totals 中的路径没有指到数：这项校核什么也没有核对。",
    "A path under totals leads to no number, so that the total would check nothing.",
  ),
  wrong: { of: "blocks[mining].count", by: "blocks[minning].count" },
  right: { of: "blocks[mining].count", by: "blocks[建筑石料].count" },
  *looks(given) {
    for (const [index, total] of given.plan.totals.entries())
      for (const part of partsOf(total)) {
        const path = typeof part === "object" ? part.count : part;
        yield amount(part, given) !== undefined
          ? undefined
          : {
              path: ["totals", index],
              subject: total.id,
              finds: String(path),
              clause: total.clauses[0],
              message: words(`“${path}”没有指到数`, `"${path}" leads to no number`),
              remedy: words("对照文件改正路径", "correct the path by the file"),
            };
      }
  },
};

/** What is to keep to the result: a sum, a quotient, or each of several values. */
function calculated(
  { sum, each, percent, ratio }: StatedTotal,
  given: PlanUnderCheck,
): readonly Decimal[] | undefined {
  if (each !== undefined) {
    const values = selectValues(given.document.value, each).map((one) => sumOf([one]));
    return values.length === 0 || values.includes(undefined) ? undefined : (values as Decimal[]);
  }
  const is = sum === undefined ? quotientOf(percent, ratio, given) : added(sum, given);
  return is && [is];
}

function quotientOf(
  percent: StatedTotal["percent"],
  ratio: StatedTotal["ratio"],
  given: PlanUnderCheck,
): Decimal | undefined {
  const [above, below, times] =
    percent === undefined ? [ratio?.of, ratio?.to, 1] : [percent.part, percent.whole, 100];
  if (above === undefined || below === undefined) return undefined;
  const [part, whole] = [added(above, given), added(below, given)];
  return part === undefined || whole === undefined || whole.eq(0) ? undefined : part.times(times).div(whole);
}

function added(parts: TotalPart | readonly TotalPart[], given: PlanUnderCheck): Decimal | undefined {
  const amounts = [parts as TotalPart | TotalPart[]].flat().map((part) => amount(part, given));
  return amounts.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum.plus(one)));
}

function amount(part: TotalPart, { document }: PlanUnderCheck): Decimal | undefined {
  if (typeof part === "object") {
    const found = selectValues(document.value, part.count);
    return found.length === 0 ? undefined : decimal(found.length);
  }
  return readDecimal(part) ?? sumOf(selectValues(document.value, String(part)));
}

/** @param printed a quotient is rounded as it is printed */
function holds(
  is: Decimal,
  result: TotalResult,
  stated: Decimal,
  printed: string | number | undefined,
): boolean {
  switch (result) {
    case "equals":
      return printed === undefined ? is.eq(stated) : agreesAsPrinted(printed, is);
    case "atMost":
      return is.lte(stated);
    case "below":
      return is.lt(stated);
    case "atLeast":
      return is.gte(stated);
  }
}
