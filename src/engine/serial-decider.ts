import type { Application } from "../model/application.ts";
import type { Facts } from "../model/facts.ts";
import type { Finding, Ruling } from "../model/finding.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import { type ShortFinding, type ShortReport, shorten } from "../model/short-report.ts";
import type { Words } from "../model/words.ts";
import { type Concluded, conclude, elsewhere, isOnlyForTheArea, saysOutside } from "./conclusion.ts";
import type { Circumstances, Decider } from "./decider.ts";
import { type Beside, factsOf } from "./facts.ts";
import { Recall, Recalled } from "./recall.ts";

/** What one of many applications has of its own. */
interface Given {
  readonly application: Application;
  readonly location: MeasuredSite | undefined;
}

type Of = Recalled<Given>;

/**
 * Decides one application after the other, as its {@link Decider} would each. What a rule found is used
 * again for those that give the same facts wherever it looked, and most candidates of a screening do.
 */
export class SerialDecider {
  private readonly recall = new Recall<Given>();
  private readonly rules: readonly RecalledRule[];

  constructor(
    private readonly decider: Decider,
    private readonly beside: Omit<Beside, "location">,
  ) {
    const { inForce, standards } = decider;
    let asked: Given | undefined;
    let facts: Facts | undefined;
    const factsOfGiven = (given: Given) => {
      if (facts === undefined || asked !== given)
        facts = factsOf(given.application, inForce, standards, { ...beside, location: given.location });
      asked = given;
      return facts;
    };
    this.rules = decider.judges.map(
      ({ rule, decide }) => new RecalledRule(rule, (given) => decide(factsOfGiven(given)), this.recall),
    );
  }

  /** @param file where the application was read */
  decide(application: Application, location: MeasuredSite | undefined, file: string): ShortReport<Kept> {
    const of = new Recalled({ application, location });
    const { verdict, findings } =
      // What a person has attested is weighed with all that was found.
      application.attestations === undefined
        ? this.recalled(of)
        : this.afresh(application, { ...this.beside, location, file });
    return {
      plan: this.decider.inForce.plan,
      location,
      verdict,
      findings,
      message: (finding) => finding.message(of),
    };
  }

  private recalled(of: Of): Concluded<Kept> {
    const told = this.rules.flatMap((rule) => rule.findings(of));
    const decided = told.some(({ outside }) => outside)
      ? told.map((one) => (isOnlyForTheArea(one.rule) ? asItIs({ rule: one.rule, ...elsewhere(one) }) : one))
      : told;
    return conclude(decided, asItIs);
  }

  private afresh(application: Application, circumstances: Circumstances): Concluded<Kept> {
    const { verdict, findings } = this.decider.decide(application, circumstances);
    return { verdict, findings: findings.map(asItIs) };
  }
}

/** What of a finding is the same wherever the facts are, and how its sentence is made of those of a case. */
interface Kept extends ShortFinding {
  readonly outside: boolean;
  readonly message: (of: Of) => Words;
}

function asItIs(finding: Finding): Kept {
  return { ...shorten(finding), outside: false, message: () => finding.message() };
}

/** One rule with what it found before. */
class RecalledRule {
  readonly findings: (of: Of) => readonly Kept[];
  private readonly messages = new Map<number, (of: Of) => Words>();

  constructor(
    private readonly rule: string,
    private readonly judge: (given: Given) => readonly Ruling[],
    private readonly recall: Recall<Given>,
  ) {
    this.findings = recall.remember((given) => judge(given).map((ruling, index) => this.keep(ruling, index)));
  }

  private keep(ruling: Ruling, index: number): Kept {
    const { rule } = this;
    return {
      ...shorten({ rule, ...ruling }),
      outside: saysOutside(rule, ruling),
      message: (of) => this.messageAt(index)(of),
    };
  }

  /** Words name more of a case than it was decided by, so that they are kept by what they name. */
  private messageAt(index: number): (of: Of) => Words {
    const known = this.messages.get(index) ?? this.recall.remember((given) => this.say(given, index));
    this.messages.set(index, known);
    return known;
  }

  private say(given: Given, index: number): Words {
    const { zh = "", en = "" } = this.judge(given)[index]?.message() ?? {};
    return { zh, en };
  }
}
