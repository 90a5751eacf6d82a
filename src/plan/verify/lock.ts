import { hash } from "node:crypto";
import type { Verification } from "../../model/verification.ts";
import type { Scalar } from "./values.ts";

/** How it was verified, at which line of the text, the hash of it all, and the value, if it is short. */
export type LockedValue = readonly [status: string, line: number | null, hash: string, value?: Scalar];

/**
 * What a plan held when all of it was verified against its text. It is committed beside the plan
 * (`<plan>.lock.json`), so that a changed value is refused where the text isn't at hand.
 */
export interface PlanLock {
  readonly schema: "mineright/plan-lock@1";
  readonly plan: string;
  readonly text: { readonly sha256: string };
  readonly tool: string;
  readonly values: Readonly<Record<string, LockedValue>>;
}

/** Longer values are known by their hash alone; the plan's own history has them. */
const LONGEST_SHOWN = 24;

/** The lock of a plan that was verified whole. */
export function lockOf({ plan, text, values }: Verification, tool: string): PlanLock {
  const locked = values.map(({ key, value, status, textLine }): [string, LockedValue] => {
    const line = textLine ?? null;
    const hash = hashOf(key, value, status, line);
    const isShort = String(value).length <= LONGEST_SHOWN;
    return [key, isShort ? [status, line, hash, value] : [status, line, hash]];
  });
  return {
    schema: "mineright/plan-lock@1",
    plan,
    text: { sha256: text.sha256 },
    tool,
    values: Object.fromEntries(locked.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  };
}

/** A value a line, in the order of their keys: a change shows as a change of its line. */
export function formatLock({ values, ...head }: PlanLock): string {
  const lines = Object.entries(values).map(
    ([key, value]) => `    ${JSON.stringify(key)}: [${value.map((one) => JSON.stringify(one)).join(", ")}]`,
  );
  const top = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  return `{\n${top.join("\n")}\n  "values": {\n${lines.join(",\n")}\n  }\n}\n`;
}

/** Whether two locks say the same, by whatever version they were written. */
export function sameLock(one: PlanLock, other: PlanLock): boolean {
  return formatLock({ ...one, tool: "" }) === formatLock({ ...other, tool: "" });
}

/** What a value is known by that is locked at a line with a status. */
export function hashOf(key: string, value: Scalar, status: string, line: number | null): string {
  return hash("sha256", JSON.stringify([key, value, status, line])).slice(0, 12);
}
