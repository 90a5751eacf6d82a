import { ClauseBook, type Plan, type PlanInForce } from "../../src/model/plan.ts";
import { library } from "./world.ts";

/** A way from the plan to one of its values. */
export type Way = readonly (string | number)[];

/** What the reading of a file adds, and no plan says. */
const NOT_OF_THE_PLAN = new Set(["line", "sha256", "file", "geometryAt", "geometry"]);
/** What only says how the data stand to the plan's text, and decides nothing. */
const ABOUT_THE_TEXT = new Set(["totals", "accepts", "uncited", "boxes", "written"]);

/** The ways to all values of a plan that pass the test, in the plan's order. */
export function waysTo(value: unknown, wanted: (value: unknown) => boolean, way: Way = []): readonly Way[] {
  if (value === null || typeof value !== "object") return wanted(value) ? [way] : [];
  return Object.entries(value).flatMap(([key, one]) =>
    NOT_OF_THE_PLAN.has(key) || ABOUT_THE_TEXT.has(key) ? [] : waysTo(one, wanted, [...way, key]),
  );
}

/** Numbers, and texts that are nothing but a number. */
export function isFigure(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && /^\d+(\.\d+)?$/.test(value));
}

/** A plan with one value made anew, in force like the one it was. */
export function withAltered(inForce: PlanInForce, way: Way, alter: (value: unknown) => unknown): PlanInForce {
  return withPlan(inForce, (plan) => {
    let at = plan as unknown as Record<string | number, unknown>;
    for (const key of way.slice(0, -1)) at = at[key] as typeof at;
    const last = way.at(-1) ?? "";
    at[last] = alter(at[last]);
  });
}

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };

/** A copy of a plan with changes made to it. */
export function withPlan(inForce: PlanInForce, change: (plan: Writable<Plan>) => void): PlanInForce {
  const plan = structuredClone(inForce.plan) as Writable<Plan>;
  change(plan);
  return { plan: plan as Plan, clauses: new ClauseBook(plan as Plan), minerals: inForce.minerals };
}

export const inForce = (id: string): Promise<PlanInForce> => library.load(id);
