import type { Words } from "./words.ts";

/**
 * Kleene's strong three values. `"unknown"` is a value like the others: it is carried, combined and
 * reported, and never rounded to one of them.
 */
export type Truth = true | false | "unknown";

/** A fact nobody gave: where it belongs in the input, and why it is needed. */
export interface Missing {
  /** Path in the application (`site.arableLand`), or `register.…`. */
  readonly field: string;
  readonly why: Words;
  /** Two statements of it, or a statement and a layer, contradict each other. */
  readonly contradicts?: true;
}

/**
 * A judged statement (判断) with the statements it rests on. An unknown one names the facts that
 * would settle it, so the list of missing data and the explanation come from the logic itself.
 */
export interface Proof {
  readonly truth: Truth;
  /** Empty unless `truth` is unknown. */
  readonly missing: readonly Missing[];
  /** The statement in words; a thunk, because most are never printed. */
  readonly says: () => Words;
  readonly op: "fact" | "all" | "any" | "not" | "whichever";
  readonly from: readonly Proof[];
  /** The input path it looked at, for `fact`. */
  readonly field?: string;
}

const NOTHING: readonly never[] = [];

/** A statement about one fact that is known. */
export function fact(truth: boolean, says: () => Words, field?: string): Proof {
  return {
    truth,
    missing: NOTHING,
    says,
    op: "fact",
    from: NOTHING,
    ...(field === undefined ? {} : { field }),
  };
}

/** A statement about facts of which at least one is missing. */
export function unknown(missing: readonly Missing[], says: () => Words): Proof {
  return {
    truth: "unknown",
    missing: distinct(missing),
    says,
    op: "fact",
    from: NOTHING,
    ...(missing[0] === undefined ? {} : { field: missing[0].field }),
  };
}

/** True if all are; false as soon as one is false. */
export function all(from: readonly Proof[], says: () => Words = sayAll): Proof {
  return combine("all", from, conjunction(from), says);
}

/** True as soon as one is; false if all are. */
export function any(from: readonly Proof[], says: () => Words = sayAny): Proof {
  return combine("any", from, disjunction(from), says);
}

/** True if it is false, and the other way round; unknown stays unknown. */
export function not(proof: Proof, says: () => Words = sayNot): Proof {
  return combine("not", [proof], proof.truth === "unknown" ? "unknown" : !proof.truth, says);
}

/**
 * The outcome under every possible value of an unknown choice: each case is the same statement with
 * one value put in. If all cases agree the agreement stands, whatever the value is; otherwise the
 * choice itself is what is missing.
 */
export function whichever(
  choice: readonly Missing[],
  cases: readonly Proof[],
  says: () => Words = sayWhichever,
): Proof {
  const first = cases[0]?.truth ?? "unknown";
  const agreed = cases.every((one) => one.truth === first) ? first : "unknown";
  const proof = combine("whichever", cases, agreed, says);
  return agreed === "unknown" ? { ...proof, missing: distinct([...choice, ...proof.missing]) } : proof;
}

function combine(op: Proof["op"], from: readonly Proof[], truth: Truth, says: () => Words): Proof {
  const missing = truth === "unknown" ? unsettled(from) : NOTHING;
  return { truth, missing, says, op, from };
}

function conjunction(from: readonly Proof[]): Truth {
  let truth: Truth = true;
  for (const proof of from) {
    if (proof.truth === false) return false;
    if (proof.truth === "unknown") truth = "unknown";
  }
  return truth;
}

function disjunction(from: readonly Proof[]): Truth {
  let truth: Truth = false;
  for (const proof of from) {
    if (proof.truth === true) return true;
    if (proof.truth === "unknown") truth = "unknown";
  }
  return truth;
}

/** The facts that would settle the unknown ones among `from`, each field once. */
export function unsettled(from: readonly Proof[]): readonly Missing[] {
  const found: Missing[] = [];
  for (const proof of from) if (proof.truth === "unknown") found.push(...proof.missing);
  return distinct(found);
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  if (missing.length < 2) return missing;
  const byField = new Map<string, Missing>();
  for (const one of missing) if (!byField.has(one.field)) byField.set(one.field, one);
  return [...byField.values()];
}

const sayAll = () => ({ zh: "同时满足", en: "all of these hold" });
const sayAny = () => ({ zh: "满足其一", en: "one of these holds" });
const sayNot = () => ({ zh: "不成立", en: "this does not hold" });
const sayWhichever = () => ({ zh: "无论取何值", en: "whichever value it has" });
