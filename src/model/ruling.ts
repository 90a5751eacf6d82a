import type { Facts } from "./facts.ts";
import type { Actor, Citation, Margin, Remedy, Ruling } from "./finding.ts";
import { askFor } from "./labels.ts";
import { composeMessage, sayNotConcerned } from "./message.ts";
import { outcomeOf, type Standing } from "./outcome.ts";
import { CONCERNS_ALL } from "./proofs.ts";
import type { Bench, Judge, Provision, Rule } from "./rule.ts";
import { type Missing, type Proof, unsettled } from "./truth.ts";
import { joinWords, type Words, words } from "./words.ts";

/** What a rule says of one provision; {@link judge} makes the ruling of it. */
export interface Statement extends Omit<Standing, "force" | "scope"> {
  /** What was found, without saying yet whether that is right: `生产规模 14.9 万吨矿石/年`. */
  readonly found: () => Words;
  /** What the provision asks, where the clause's own words don't say it of this case. */
  readonly asks?: () => Words;
  /** A further sentence: why it is doubtful, which other figure there is. */
  readonly comment?: () => Words;
  readonly expected?: () => Words;
  readonly actual?: () => Words;
  readonly margin?: Margin | undefined;
  /** What would make it pass. Without one, the applicant is asked for what is missing. */
  readonly remedy?: () => Remedy;
  readonly final?: boolean;
  /** It holds the application against the rights that exist. */
  readonly counts?: true;
}

/**
 * Judges one provision for one application. What the rule has to say is asked only if the provision
 * may concern it: most don't.
 */
export function judge(provision: Provision, scope: Proof, say: () => Statement): Ruling {
  if (scope.truth === false) return notConcerned(provision, scope);
  const statement = say();
  const { met, exception, expected, actual, margin, remedy, final, counts } = statement;
  const standing: Standing = { ...statement, force: provision.force, scope };
  const outcome = outcomeOf(standing);
  const because = exception === undefined ? [scope, met] : [scope, met, exception];
  const open = outcome === "review" || outcome === "note" ? unsettled(because) : [];
  return {
    clauses: provision.clauses,
    also: provision.also,
    outcome,
    message: () => composeMessage(standing, outcome, statement, provision.asks),
    because,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(margin === undefined || outcome === "not-applicable" ? {} : { margin }),
    ...(open.length === 0 ? {} : { missing: open }),
    ...(outcome === "fail" || outcome === "review" ? { remedy: remedy ?? (() => supply(open)) } : {}),
    ...(final ? { final } : {}),
    ...(counts ? { counts } : {}),
    ...(outcome === "not-applicable" ? { ask: provision.asks } : {}),
  };
}

/** The provision doesn't concern the application. */
export function notConcerned({ clauses, also }: Provision, scope: Proof): Ruling {
  return {
    clauses,
    also,
    outcome: "not-applicable",
    message: () => sayNotConcerned(scope),
    because: [scope],
  };
}

/** Decides by one provision, asking nothing of an application that it doesn't concern: most don't. */
export function whereConcerned(
  provision: Provision,
  decide: (facts: Facts, scope: Proof) => readonly Ruling[],
): Judge {
  return (facts) => {
    const scope = provision.scope(facts);
    return scope.truth === false ? [notConcerned(provision, scope)] : decide(facts, scope);
  };
}

/** Binds a section entry by entry; the rulings come in the order of the entries. */
export function eachEntry<Entry>(
  bindEntry: (entry: Entry, bench: Bench) => Judge,
): Rule<readonly Entry[]>["bind"] {
  return (section = [], bench) => {
    const judges = section.map((entry) => bindEntry(entry, bench));
    return (facts) => judges.flatMap((decide) => decide(facts));
  };
}

/** A provision of national law, where the plan is silent: it doesn't say no by itself. */
export function nationalLaw(citation: Citation, asks: Words): Provision {
  return { force: "principle", clauses: [citation], also: [], scope: () => CONCERNS_ALL, asks };
}

/** A ruling that only informs. */
export function note(provision: Provision, message: () => Words): Ruling {
  return { clauses: provision.clauses, also: provision.also, outcome: "note", message, because: [] };
}

/** A remedy: who can do what. */
export function by(actor: Actor, zh: string, en: string): Remedy {
  return { by: actor, words: words(zh, en) };
}

/** Facts are for the applicant to state; what only a person can tell is for an official. */
function supply(open: readonly Missing[]): Remedy {
  const asked = open.flatMap(({ field }) => {
    const label = askFor(field);
    return label === undefined ? [] : [words(`${label.zh}（${field}）`, `${label.en} (${field})`)];
  });
  if (asked.length === 0)
    return by(
      "authority",
      "由审查人员判断，并以 attestations 记明",
      "an official judges it and records an attestation",
    );
  // Two reasons for one field ask for it once.
  const each = asked.filter(({ zh }, index) => asked.findIndex((one) => one.zh === zh) === index);
  const list = joinWords(each, "；", "; ");
  return by("applicant", `补充或更正：${list.zh}`, `state or correct: ${list.en}`);
}
