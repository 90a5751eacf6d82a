import type { Application } from "./application.ts";
import type { Stage } from "./condition.ts";
import type { Decimal } from "./decimal.ts";
import type { DeclarationKey, DocumentKey } from "./evidence.ts";
import type { MeasuredSite } from "./measured-site.ts";
import type { Mineral, MineralClass, Recognised } from "./mineral.ts";
import type { PlanInForce, Zone, ZoneKind } from "./plan.ts";
import type { Measure, Quantity } from "./quantity.ts";
import type { Range } from "./range.ts";
import type { Constraint, Relation, Size } from "./terms.ts";
import { fact, type Missing, type Proof, unknown } from "./truth.ts";
import type { Words } from "./words.ts";

/** A fact of the case: known with its value, or missing with the reason. */
export type Fact<T> =
  | {
      readonly known: true;
      readonly value: T;
      readonly field: string;
      /** What it was measured on: a layer with its date, or the coordinates. Absent: it was declared. */
      readonly source?: Words;
    }
  | {
      readonly known: false;
      readonly missing: readonly Missing[];
      /**
       * Not that nobody spoke of it: what is declared and what is measured contradict each other, or a
       * layer can't decide it. Where silence is let pass, this isn't.
       */
      readonly disputed?: true;
    };

/**
 * A fact that the application (or what follows from it) gives at `field`; a measured one has
 * `layers.…` or `geometry` there, and the words for its source.
 */
export function known<T>(value: T, field: string, source?: Words): Fact<T> {
  return source === undefined ? { known: true, value, field } : { known: true, value, field, source };
}

/** A fact that nobody gave. */
export function absent<T>(...missing: readonly Missing[]): Fact<T> {
  return { known: false, missing };
}

/** A fact of which something is said or measured, but from which it can't be told. */
export function disputed(...missing: readonly Missing[]): Fact<never> {
  return { known: false, missing, disputed: true };
}

export function isDisputed(given: Fact<unknown>): boolean {
  return !given.known && given.disputed === true;
}

/** It comes from coordinates and layers, and not from a declaration. */
export function isMeasured(given: Fact<unknown>): boolean {
  return given.known && given.source !== undefined;
}

/** What a fact lacks: nothing if it is known. */
export function missingOf(given: Fact<unknown>): readonly Missing[] {
  return given.known ? [] : given.missing;
}

/** Judges a fact: unknown if it is missing. */
export function holds<T>(given: Fact<T>, test: (value: T) => boolean, says: () => Words): Proof {
  return given.known ? fact(test(given.value), says, given.field) : unknown(given.missing, says);
}

/** A mineral that the right covers beside its main one. */
export interface CoMineral {
  readonly recognised: Recognised;
  /** Whether it must be recovered together with the main mineral. */
  readonly necessary: Fact<boolean>;
}

/** What a control line or protected area has to do with the site. */
export interface Overlap {
  readonly overlaps: boolean;
  readonly km2?: Decimal;
  /** The area that was declared, where the measured one is another. */
  readonly declaredKm2?: Decimal;
}

type Given<T> = Exclude<T, undefined>;
type Part<K extends keyof Application> = Given<Application[K]>;
type Site = Part<"site">;

/**
 * The facts of one case in common terms (事实): all that a rule may know. A rule asks for facts and
 * gets values or what is missing; it never sees a file, a format or a default.
 */
export interface Facts {
  readonly application: Application;
  readonly inForce: PlanInForce;
  /** Date of acceptance 受理日期, or the one given for applications without. */
  readonly date: Fact<string>;
  /** Where the site lies by coordinates and layers; undefined without a boundary. */
  readonly location: MeasuredSite | undefined;

  /** A field of the application as it stands there; areas as measured, where a boundary was given. */
  given<K extends keyof Application>(key: K): Fact<Given<Application[K]>>;
  base<K extends keyof Part<"base">>(key: K): Fact<Given<Part<"base">[K]>>;
  funding<K extends keyof Part<"funding">>(key: K): Fact<Given<Part<"funding">[K]>>;
  applicant<K extends keyof Part<"applicant">>(key: K): Fact<Given<Part<"applicant">[K]>>;
  site<K extends keyof Site>(key: K): Fact<Given<Site[K]>>;
  block<K extends keyof Given<Site["block"]>>(key: K): Fact<Given<Given<Site["block"]>[K]>>;

  /** Whether the application is at one of these stages (新建, 改扩建, 延续 …). */
  stage(stages: readonly Stage[]): Proof;

  readonly mineral: Recognised;
  readonly coMinerals: Fact<readonly CoMineral[]>;
  /** Whether the main mineral is one of these or covered by one. */
  mineralIs(terms: readonly Mineral[]): Proof;
  /** As stated; otherwise by the vocabulary, if that is verified. */
  readonly mineralClass: Fact<MineralClass>;

  /** 矿区资源储量规模: as stated; otherwise from the reserves by a verified row. */
  readonly depositSize: Fact<Size>;
  /** 矿山生产建设规模, as stated. */
  readonly mineSize: Fact<Size>;
  /** The yearly or daily output in base units of a measure, as far as it follows from what is given. */
  output(measure: Measure): Range;
  /** How an amount of the input converts: density, working days, grade, recovery. */
  inMeasure(quantity: Quantity, measure: Measure, field: string): Range | undefined;

  /** A paper of the case file; 三合一方案 and its three parts stand for each other. */
  document(key: DocumentKey): Fact<boolean>;
  declared(key: DeclarationKey): Fact<boolean>;

  constraint(key: Constraint): Fact<Overlap>;
  relationTo(zone: Zone): Fact<Relation>;
  relationToKind(kind: ZoneKind): Fact<Relation>;

  readonly register: RegisterFacts;
}

/** What exists already at the date of the application, without it. */
export interface RegisterFacts {
  /** As the plan counts them: of a stated count that is how it was made. */
  readonly mines: Fact<number>;
  /** 固体矿山: in a list of rights those for water, gas and heat don't count. */
  readonly solidMines: Fact<number>;
  readonly largeMediumMines: Fact<number>;
  minesOf(mineral: Mineral): Fact<number>;
  /** The present output of a mineral, in base units. */
  outputOf(mineral: Mineral, measure: Measure): Range;
  rightsIn(zone: Zone): Fact<number>;
  /** Blocks released in the years `from` … `to`, both included. */
  released(from: number, to: number): Fact<number>;
}
