import type { Citation, Force } from "./finding.ts";
import type { BlockFamily, Contradiction, Plan, Unpublished, Zone } from "./plan.ts";
import type { Point } from "./reading.ts";
import type { Words } from "./words.ts";

/** How a name that the plan uses stands to the mineral asked about: the same, above it, beneath it. */
export type Kinship = "same" | "wider" | "narrower";

/** A name by which the plan takes in a mineral. */
export interface NameUsed {
  readonly name: string;
  readonly en: string;
  readonly kinship: Kinship;
}

/** A point of a provision, with the clause it rests on where that isn't the provision's own. */
export interface PointView extends Point {
  readonly field: string;
  readonly clause?: Citation;
}

/** One provision of a rule's section, to be read. */
export interface ProvisionView {
  readonly rule: string;
  readonly title: Words;
  readonly clauses: readonly Citation[];
  readonly also: readonly Citation[];
  readonly force: Force;
  /** Whom it concerns; absent: every application. */
  readonly scope?: Words;
  readonly asks: Words;
  readonly points: readonly PointView[];
}

/** A provision and the names by which it takes in the mineral; none where it takes in all minerals. */
export interface MineralProvision extends ProvisionView {
  readonly names: readonly NameUsed[];
  /** It asks for a figure of a table, and the table has none for the mineral. */
  readonly noRow?: true;
}

/** What decides a clause: a rule, a person, or nobody. */
export type ClauseState = "rule" | "manual" | "background";

/** A clause in one line. */
export interface ClauseLine {
  readonly citation: Citation;
  readonly state: ClauseState;
  readonly asks: Words;
}

/** A clause whole. */
export interface ClauseView extends ClauseLine {
  readonly phrase: readonly string[];
  readonly question?: Words;
  /** Whom the question concerns. */
  readonly scope?: Words;
  readonly reason?: Words;
  readonly remark?: string;
  readonly provisions: readonly ProvisionView[];
  readonly zones: readonly ZoneView[];
  readonly blocks: readonly BlockView[];
  readonly contradictions: readonly Contradiction[];
  readonly unpublished: readonly Unpublished[];
}

/** A zone with its figures in words. */
export interface ZoneView {
  readonly zone: Zone;
  readonly title: Words;
  readonly points: readonly Point[];
  readonly citation: Citation;
}

/** Planned blocks with their figures in words. */
export interface BlockView {
  readonly family: BlockFamily;
  readonly title: Words;
  readonly points: readonly Point[];
  readonly citation: Citation;
}

/** What a plan says of itself. */
type PlanHead = Omit<Plan, "terms" | "clauses" | "zones" | "blocks" | "rules">;

/** A plan from its head to its clauses. */
export interface PlanOverview {
  readonly plan: PlanHead;
  readonly zones: readonly ZoneView[];
  readonly blocks: readonly BlockView[];
  readonly rules: readonly { readonly rule: string; readonly title: Words; readonly provisions: number }[];
  readonly chapters: readonly { readonly chapter: string; readonly clauses: readonly ClauseLine[] }[];
}

/** What a plan says of a mineral. */
export interface MineralView {
  readonly asked: string;
  readonly minerals: readonly { readonly name: string; readonly en: string }[];
  readonly provisions: readonly MineralProvision[];
  readonly zones: readonly (ZoneView & { readonly names: readonly NameUsed[] })[];
  readonly blocks: readonly (BlockView & { readonly names: readonly NameUsed[] })[];
  /** Clauses that no rule decides and that speak of it. */
  readonly clauses: readonly ClauseLine[];
  /** Provisions for all minerals, by rule. */
  readonly general: readonly {
    readonly rule: string;
    readonly title: Words;
    readonly clauses: readonly Citation[];
  }[];
}

/** What a plan says of a zone, or of the zones of a kind. */
export interface ZonesView {
  readonly asked: string;
  readonly zones: readonly ZoneView[];
  readonly provisions: readonly ProvisionView[];
}
