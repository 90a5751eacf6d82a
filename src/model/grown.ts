import type { Application } from "./application.ts";

/** How a right takes the place of mines that exist: several become one (合并), or one grows (扩大). */
export type Grown = "merger" | "enlargement";

/** A right that takes the place of the mines it grows from adds none to those counted. */
export function growsFrom({ base, operation }: Application): Grown | undefined {
  if (base?.right !== "mining" || operation === "conversion") return undefined;
  // Another holder's mine stays beside the one that is said to enlarge it.
  if (base.relation === "enlargement" && base.sameHolder === false) return undefined;
  return base.relation === "merger" || base.relation === "enlargement" ? base.relation : undefined;
}
