import type { StatedTotal, TotalPart } from "../../model/plan.ts";
import type { Point } from "../../model/reading.ts";
import { joinWords, verbatim, words } from "../../model/words.ts";

/** A total by its id: what it says, where, and the figures that must fit. */
export function totalPoint(total: StatedTotal): Point {
  const { id, what, clauses, at } = total;
  const where = clauses.length > 0 ? clauses.join(" ") : Object.values(at ?? {}).join(" ");
  return {
    label: words("合计", "total"),
    of: verbatim(id),
    value: joinWords([what, verbatim(`[${where}] ${figures(total)}`)], " ", " "),
  };
}

/** `blocks[mining].count = 4`, `7 / 26 = 26.92 %`. */
function figures({ sum, each, percent, ratio, ...bounds }: StatedTotal): string {
  const left = [
    sum === undefined ? [] : [all(sum)],
    each === undefined ? [] : [each],
    percent === undefined ? [] : [`${all(percent.part)} / ${all(percent.whole)}`],
    ratio === undefined ? [] : [`${all(ratio.of)} : ${all(ratio.to)}`],
  ].flat();
  const right = BOUNDS.flatMap(([key, sign]) => {
    const bound = bounds[key];
    return bound === undefined ? [] : [`${sign} ${all(bound)}`];
  });
  return [...left, ...right, ...(percent === undefined ? [] : ["%"])].join(" ");
}

const BOUNDS = [
  ["equals", "="],
  ["atMost", "≤"],
  ["below", "<"],
  ["atLeast", "≥"],
] as const;

function all(parts: TotalPart | readonly TotalPart[]): string {
  return [parts].flat().map(said).join(" + ");
}

function said(part: TotalPart): string {
  return typeof part === "object" ? `count(${part.count})` : String(part);
}
