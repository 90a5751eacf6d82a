import { RULES } from "../../rules/registry.ts";
import type { Application } from "../model/application.ts";
import type { Facts } from "../model/facts.ts";
import { type Finding, OUTCOMES, type Outcome, type Ruling, verdictOf } from "../model/finding.ts";
import { formatPlace, type PlanInForce } from "../model/plan.ts";
import type { CaseReport, ChecklistItem } from "../model/report.ts";
import type { Bench, Judge } from "../model/rule.ts";
import { by } from "../model/ruling.ts";
import type { Standards } from "../model/standards.ts";
import { words } from "../model/words.ts";
import { attest } from "./attestation.ts";
import { benchFor } from "./bench.ts";
import { type Beside, factsOf } from "./facts.ts";
import { type Addition, additionOf } from "./granted/addition.ts";

/** What is given beside the application when it is decided. */
export interface Circumstances extends Beside {
  readonly file: string;
}

/** Decides applications against one plan. Made once; what an application can't change is done then. */
export class Decider {
  private readonly judges: readonly { readonly rule: string; readonly decide: Judge }[];
  private readonly questions: readonly Question[];

  constructor(
    private readonly inForce: PlanInForce,
    private readonly standards: Standards,
  ) {
    const bench = benchFor(inForce, standards);
    this.judges = RULES.map(({ id, bind }) => ({ rule: id, decide: bind(inForce.plan.rules[id], bench) }));
    this.questions = questionsOf(inForce, bench);
  }

  decide(application: Application, { file, ...beside }: Circumstances): CaseReport {
    const facts = factsOf(application, this.inForce, this.standards, beside);
    const rulings = this.judges.flatMap(({ rule, decide }) =>
      decide(facts).map((ruling) => ({ rule, ruling })),
    );
    const outside = rulings.some(
      ({ rule, ruling }) => rule === "plan-area" && ruling.because.some(({ truth }) => truth === false),
    );
    const decided = rulings.map(
      ({ rule, ruling }): Finding =>
        outside && !ALWAYS_DECIDED.has(rule)
          ? { rule, ...elsewhere(ruling) }
          : attest({ rule, ...ruling }, application.attestations ?? []),
    );
    const unchecked = verdictOf(decided) === "pass" && !decided.some(weighs);
    const findings = unchecked ? [...decided, nothingDecided(decided)] : decided;
    return {
      plan: this.inForce.plan,
      application,
      file,
      ...(facts.date.known ? { asOf: facts.date.value } : {}),
      ...(facts.location === undefined ? {} : { location: facts.location }),
      verdict: verdictOf(findings),
      findings,
      checklist: outside ? [] : this.checklist(facts, findings),
      counts: countOutcomes(findings),
    };
  }

  /** What the rules in `rules` say where they count rights; nothing else is decided. */
  recount(application: Application, beside: Beside, rules: ReadonlySet<string>): readonly Finding[] {
    const facts = factsOf(application, this.inForce, this.standards, beside);
    return this.judges
      .filter(({ rule }) => rules.has(rule))
      .flatMap(({ rule, decide }) => decide(facts).map((ruling) => ({ rule, ...ruling })))
      .filter(({ counts }) => counts)
      .map((finding) => attest(finding, application.attestations ?? []));
  }

  /** What the right takes of the counts once it is granted; undefined: nothing. */
  addition(application: Application, beside: Beside): Addition | undefined {
    return additionOf(factsOf(application, this.inForce, this.standards, beside), beside.register);
  }

  private checklist(facts: Facts, findings: readonly Finding[]): readonly ChecklistItem[] {
    const raised = findings.flatMap(({ ask, clauses: [clause] }) =>
      ask === undefined || clause === undefined ? [] : [{ clause: clause.id, at: clause.at, ask }],
    );
    const asked = this.questions.filter(({ scope }) => scope(facts).truth !== false).map(({ item }) => item);
    return [...raised, ...asked];
  }
}

/** Outside of the plan's area only these rules say anything. */
const ALWAYS_DECIDED: ReadonlySet<string> = new Set(["plan-period", "plan-area", "mineral-recognised"]);

/** A provision on the application itself was decided: not only that this plan is the one to ask. */
export function weighs({ rule, outcome }: Finding): boolean {
  // That a stated area is the measured one is no provision of the plan either.
  return (
    !ALWAYS_DECIDED.has(rule) && rule !== "stated-area" && outcome !== "not-applicable" && outcome !== "note"
  );
}

/** A run in which no provision applied has checked nothing, and nothing is no pass. */
function nothingDecided(decided: readonly Finding[]): Finding {
  const clauses = decided.find(({ rule }) => rule === "plan-area")?.clauses ?? [];
  return {
    rule: "plan-area",
    outcome: "review",
    clauses,
    message: () =>
      words(
        "本规划没有一条可判定的规定适用于此申请，等于未作审查。",
        "No provision of the plan that can be decided concerns this application, so nothing was checked.",
      ),
    remedy: () =>
      by("authority", "按上级规划和法律法规审查", "decide it by the plans above this one and by the law"),
    because: [],
    final: true,
  };
}

function elsewhere(ruling: Ruling): Ruling {
  return {
    clauses: ruling.clauses,
    outcome: "not-applicable",
    message: () => words("申请范围不在本规划适用范围内", "The site lies outside of the plan's area"),
    because: [],
  };
}

interface Question {
  readonly item: ChecklistItem;
  readonly scope: ReturnType<Bench["condition"]>;
}

/** The clauses that only a person can answer (manual), with whom they concern. */
function questionsOf({ plan }: PlanInForce, bench: Bench): readonly Question[] {
  return plan.clauses.flatMap(({ id, at, question, when }) =>
    question === undefined
      ? []
      : [{ item: { clause: id, at: formatPlace(at), ask: question }, scope: bench.condition(when) }],
  );
}

function countOutcomes(findings: readonly Finding[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of findings) counts[outcome] += 1;
  return counts;
}
