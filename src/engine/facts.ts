import type { Application } from "../model/application.ts";
import type { Stage } from "../model/condition.ts";
import type { DeclarationKey, DocumentKey } from "../model/evidence.ts";
import { absent, type Fact, type Facts, known, type Overlap, type RegisterFacts } from "../model/facts.ts";
import { notStated } from "../model/labels.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import type { Mineral, Recognised } from "../model/mineral.ts";
import type { PlanInForce, Zone, ZoneKind } from "../model/plan.ts";
import type { Measure, Quantity } from "../model/quantity.ts";
import type { Range } from "../model/range.ts";
import type { Register } from "../model/register.ts";
import type { Standards } from "../model/standards.ts";
import type { Constraint, Relation, Size } from "../model/terms.ts";
import type { Missing, Proof } from "../model/truth.ts";
import { words } from "../model/words.ts";
import { Amounts } from "./amounts.ts";
import { baseHolder } from "./base-holder.ts";
import { declarationFact, documentFact } from "./evidence-facts.ts";
import type { GrantedRights } from "./granted/granted-rights.ts";
import { LocatedFacts } from "./located-facts.ts";
import { MineralFacts } from "./mineral-facts.ts";
import { countFrom } from "./register-facts.ts";
import { overlapWith, relationToKind, relationToZone } from "./site-facts.ts";
import { sizeFromReserves } from "./sizes.ts";
import { isAtStage } from "./stage.ts";

type Given<T> = Exclude<T, undefined>;
type Group = "base" | "funding" | "applicant" | "site";

/** What is known of a case beside its application. */
export interface Beside {
  readonly register?: Register | undefined;
  /** The date for applications without one. */
  readonly asOf?: string | undefined;
  /** Where the site lies by coordinates and layers. */
  readonly location?: MeasuredSite | undefined;
  /** Rights that are to be counted as if they were granted already. */
  readonly granted?: GrantedRights | undefined;
}

/** Brings an application into the terms that rules reason in. */
export function factsOf(
  application: Application,
  inForce: PlanInForce,
  standards: Standards,
  beside: Beside = {},
): Facts {
  return new CaseFacts(application, inForce, standards, beside);
}

/** Private money that is said to be wholly the State's: one of the two is wrong. */
const PRIVATE_YET_FULL: Missing = {
  field: "funding.source",
  why: words("资金来源为社会资金，却称全额财政出资", "private money is said to be wholly the State's"),
};

class CaseFacts implements Facts {
  readonly date: Fact<string>;
  readonly mineral: Recognised;
  readonly register: RegisterFacts;
  private depositSizeRead: Fact<Size> | undefined;
  private readonly minerals: MineralFacts;
  private readonly amounts: Amounts;
  readonly location: MeasuredSite | undefined;
  private readonly located: LocatedFacts | undefined;

  constructor(
    readonly application: Application,
    readonly inForce: PlanInForce,
    private readonly standards: Standards,
    private readonly beside: Beside,
  ) {
    const { register, asOf, location, granted } = beside;
    const date = application.date ?? asOf;
    this.date = date === undefined ? absent(notStated("date")) : known(date, "date");
    this.minerals = new MineralFacts(application, inForce.minerals);
    this.mineral = this.minerals.main;
    this.amounts = new Amounts(application, this.mineral.named);
    const counts = countFrom(register, inForce);
    this.register = granted === undefined ? counts : granted.over(counts, application.right);
    this.location = location;
    this.located = location && new LocatedFacts(location, application, inForce);
  }

  given<K extends keyof Application>(key: K): Fact<Given<Application[K]>> {
    return this.read(this.application, key, key);
  }
  base<K extends keyof Given<Application["base"]>>(key: K): Fact<Given<Given<Application["base"]>[K]>> {
    const stated = this.part("base", key);
    if (key !== "sameHolder") return stated;
    const { application, beside } = this;
    return baseHolder(stated as Fact<boolean>, application, beside.register) as typeof stated;
  }
  funding<K extends keyof Given<Application["funding"]>>(
    key: K,
  ): Fact<Given<Given<Application["funding"]>[K]>> {
    const { funding } = this.application;
    const aboutSource = key === "source" || key === "full";
    if (aboutSource && funding?.source === "private" && funding.full) return absent(PRIVATE_YET_FULL);
    // Private money isn't wholly the State's.
    if (key === "full" && funding?.full === undefined && funding?.source === "private")
      return known(false as Given<Given<Application["funding"]>[K]>, "funding.source");
    return this.part("funding", key);
  }
  applicant<K extends keyof Given<Application["applicant"]>>(key: K) {
    return this.part("applicant", key);
  }
  site<K extends keyof Given<Application["site"]>>(key: K) {
    return this.part("site", key);
  }
  block<K extends keyof Given<Given<Application["site"]>["block"]>>(
    key: K,
  ): Fact<Given<Given<Given<Application["site"]>["block"]>[K]>> {
    const given = this.read(this.application.site?.block, key, `site.block.${key}`);
    const { granted } = this.beside;
    if (key !== "rights" || granted === undefined) return given;
    return granted.inBlock(given as Fact<number>, this) as typeof given;
  }

  stage(stages: readonly Stage[]): Proof {
    return isAtStage(this, stages);
  }

  get coMinerals() {
    return this.minerals.coMinerals;
  }
  mineralIs(terms: readonly Mineral[]): Proof {
    return this.minerals.is(terms);
  }
  get mineralClass() {
    return this.minerals.class;
  }

  get depositSize(): Fact<Size> {
    this.depositSizeRead ??= this.readDepositSize();
    return this.depositSizeRead;
  }

  get mineSize(): Fact<Size> {
    return this.given("mineSize");
  }

  output(measure: Measure): Range {
    return this.amounts.output(measure);
  }
  inMeasure(quantity: Quantity, measure: Measure, field: string): Range | undefined {
    return this.amounts.inMeasure(quantity, measure, field);
  }

  document(key: DocumentKey): Fact<boolean> {
    return documentFact(this.application.documents, key);
  }
  declared(key: DeclarationKey): Fact<boolean> {
    return declarationFact(this.application.declarations, key);
  }

  constraint(key: Constraint): Fact<Overlap> {
    return this.located?.constraint(key) ?? overlapWith(this.application.site?.constraints, key);
  }
  relationTo(zone: Zone): Fact<Relation> {
    return (
      this.located?.relationTo(zone) ?? relationToZone(this.application.site?.zones, zone, this.inForce.plan)
    );
  }

  relationToKind(kind: ZoneKind): Fact<Relation> {
    return (
      this.located?.relationToKind(kind) ??
      relationToKind(this.application.site?.zones, kind, this.inForce.plan)
    );
  }

  private read<T extends object, K extends keyof T & string>(
    from: T | undefined,
    key: K,
    field: string,
  ): Fact<Given<T[K]>> {
    const value = from?.[key];
    const stated = value === undefined ? absent(notStated(field)) : known(value, field);
    return (this.located?.field(field, stated) ?? stated) as Fact<Given<T[K]>>;
  }

  private part<G extends Group, K extends keyof Given<Application[G]> & string>(group: G, key: K) {
    const from = this.application[group] as Given<Application[G]> | undefined;
    return this.read(from, key, `${group}.${key}`);
  }

  private readDepositSize(): Fact<Size> {
    const stated = this.application.depositSize;
    if (stated !== undefined) return known(stated, "depositSize");
    return sizeFromReserves(this, this.standards);
  }
}
