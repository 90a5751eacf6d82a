import { RULES } from "../../rules/registry.ts";
import type { Application } from "../model/application.ts";
import type { Facts } from "../model/facts.ts";
import { type Finding, OUTCOMES, type Outcome } from "../model/finding.ts";
import { formatPlace, type PlanInForce } from "../model/plan.ts";
import type { CaseReport, ChecklistItem } from "../model/report.ts";
import type { Bench, Judge } from "../model/rule.ts";
import type { Standards } from "../model/standards.ts";
import { attest } from "./attestation.ts";
import { benchFor } from "./bench.ts";
import { conclude, elsewhere, isOnlyForTheArea, saysOutside } from "./conclusion.ts";
import { type Beside, factsOf } from "./facts.ts";
import { type Addition, additionOf } from "./granted/addition.ts";

/** What is given beside the application when it is decided. */
export interface Circumstances extends Beside {
  readonly file: string;
}

/** Decides applications against one plan. Made once; what an application can't change is done then. */
export class Decider {
  /** The rules, bound to the plan. */
  readonly judges: readonly { readonly rule: string; readonly decide: Judge }[];
  private readonly questions: readonly Question[];

  constructor(
    readonly inForce: PlanInForce,
    readonly standards: Standards,
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
    const outside = rulings.some(({ rule, ruling }) => saysOutside(rule, ruling));
    const decided = rulings.map(
      ({ rule, ruling }): Finding =>
        outside && isOnlyForTheArea(rule)
          ? { rule, ...elsewhere(ruling) }
          : attest({ rule, ...ruling }, application.attestations ?? []),
    );
    const { verdict, findings } = conclude(decided, (finding) => finding);
    return {
      plan: this.inForce.plan,
      application,
      file,
      ...(facts.date.known ? { asOf: facts.date.value } : {}),
      ...(facts.location === undefined ? {} : { location: facts.location }),
      verdict,
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
