import type { StatedTotal, TotalPart } from "../../model/plan.ts";

/** How what a total comes to is held against what the plan says. */
export const RESULTS = ["equals", "atMost", "below", "atLeast"] as const;
export type TotalResult = (typeof RESULTS)[number];

/** What a total is held against. */
export function resultOf(total: StatedTotal): readonly [TotalResult, TotalPart | undefined] {
  const result = RESULTS.find((key) => total[key] !== undefined) ?? "equals";
  return [result, total[result]];
}

/** Every figure and path of a total. */
export function partsOf(total: StatedTotal): readonly TotalPart[] {
  const { sum = [], each, percent, ratio } = total;
  const quotient = [percent?.part, percent?.whole, ratio?.of, ratio?.to] as readonly (
    | TotalPart
    | TotalPart[]
  )[];
  return [...sum, each, ...quotient.flat(), resultOf(total)[1]].filter((part) => part !== undefined);
}
