import type { Path } from "../../input/document.ts";
import { readDecimal } from "../../model/decimal.ts";
import { BASES } from "../../model/quantity.ts";
import type { ValueKind } from "../../model/verification.ts";
import type { Scalar } from "./values.ts";

/** What the figure under a key is: how it is bounded, what it counts, and in which column a table has it. */
export interface FigureRole {
  readonly bound: "at-most" | "below" | "at-least" | "exactly";
  /** `given`: by the unit beside it; else what it counts by itself. */
  readonly counts: "given" | "items" | "percent" | "km2" | "years";
  readonly column?: RegExp;
  /** The text may set it as a limit too (不超过3个), since the rule takes it as one. */
  readonly isLimit?: true;
}

const EXACT_ITEMS: FigureRole = { bound: "exactly", counts: "items" };
const SIZE = (column: RegExp): FigureRole => ({ bound: "at-least", counts: "given", column });

const FIGURES: Readonly<Record<string, FigureRole>> = {
  large: SIZE(/^大型/),
  medium: SIZE(/^中型/),
  small: SIZE(/^小型/),
  least: { bound: "at-least", counts: "given" },
  areaKm2: { bound: "exactly", counts: "km2", column: /面积/ },
  atMostKm2: { bound: "at-most", counts: "km2" },
  rights: { ...EXACT_ITEMS, isLimit: true, column: /数量|个数|投放/ },
  count: EXACT_ITEMS,
  blocks: EXACT_ITEMS,
  atMost: { bound: "at-most", counts: "items" },
  below: { bound: "below", counts: "items" },
  atLeastBlocks: { bound: "at-least", counts: "items" },
  atLeastPercent: { bound: "at-least", counts: "percent" },
  growsAtMost: { bound: "at-most", counts: "percent" },
  atLeastYears: { bound: "at-least", counts: "years" },
};
const VALUES: Readonly<Record<string, FigureRole>> = {
  atMost: { bound: "at-most", counts: "given" },
  minimum: { bound: "at-least", counts: "given", column: /最低.*规模/ },
  outputAtLeast: { bound: "at-least", counts: "given" },
};

/** The role of the figure at a path; any other number under a rule is a figure too, but of what isn't known. */
export function figureRole(path: Path): FigureRole {
  const key = String(path.at(-1));
  const role = key === "value" ? VALUES[String(path.at(-2))] : FIGURES[key];
  return role ?? { bound: "exactly", counts: "items" };
}

/** Under these keys stands what we say of the plan, or what holds the file together. */
const OWN = new Set(["id", "en", "titleEn", "use", "status", "policy", "agreement", "coProduct", "clause"]);
const OWN_LISTS = new Set(["clause", "clauses", "with"]);
const PROSE = new Set(["zh", "remark"]);
const MINERAL = new Set(["mineral", "minerals", "groups"]);
/** Words of the law that the vocabulary has a term for. */
const TERMS = new Set(["method", "kind", "level", "sizes", "areas", "atLeast", "degree", "complexity"]);

/** The kind of a value, by where it stands; what isn't known here is a reading, a number a figure. */
export function kindOf(path: Path, value: Scalar): ValueKind {
  const names = path.filter((step): step is string => typeof step === "string");
  const [section = ""] = names;
  const key = names.at(-1) ?? "";
  const isItem = typeof path.at(-1) === "number";
  if (section === "boxes" || section === "written" || names.includes("accepts")) return "own";
  if (PROSE.has(key)) return "prose";
  if (OWN.has(key) || (isItem && OWN_LISTS.has(key))) return "own";
  if (names.includes("geometry")) return "unpublished";
  if (section === "plan") return headKind(names);
  if (section === "totals") return totalKind(names, value);
  if (section === "uncited") return names.includes("phrases") ? "phrase" : "own";
  if (section === "terms") return key === "name" ? "name" : "reading";
  if (section === "clauses") {
    if (names.includes("at") || names.includes("also")) return "place";
    if (key === "phrase" || key === "absent") return "phrase";
    if (key === "force") return "force";
  }
  if (names.includes("spans")) return "date";
  if (typeof value === "boolean") return "reading";
  if (key === "class") return "reading";
  if (key === "unit") return "unit";
  if (key === "of") return BASES.some((basis) => basis === value) ? "basis" : "reading";
  if (MINERAL.has(key)) return "mineral";
  if (key === "name" || key === "aliases" || key === "touches") return "name";
  if (typeof value === "number" || value === "/" || readDecimal(value ?? "") !== undefined) return "figure";
  if (TERMS.has(key)) return "term";
  return "reading";
}

/** A path is our own; what it leads to is verified where it stands. */
function totalKind(names: readonly string[], value: Scalar): ValueKind {
  if (names[1] === "at" || names[1] === "also") return "place";
  return readDecimal(value === null || typeof value === "boolean" ? "" : value) === undefined
    ? "own"
    : "figure";
}

function headKind(names: readonly string[]): ValueKind {
  const key = names.at(-1) ?? "";
  if (names.includes("extension") || key === "code") return "unpublished";
  if (key === "title") return "title";
  if (key === "from" || key === "to" || key === "issued") return "date";
  return key === "name" || key === "aliases" || key === "authority" ? "name" : "own";
}
