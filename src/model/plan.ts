import type { Condition } from "./condition.ts";
import type { UncitedBecause } from "./coverage.ts";
import type { Citation, Force } from "./finding.ts";
import type { Minerals, Term } from "./mineral.ts";
import type { Figure } from "./section.ts";
import type { GeometryField } from "./spatial-file.ts";
import type { Authority, Right } from "./terms.ts";
import type { Words } from "./words.ts";

/** Where a clause stands in the plan's text, as far as the text has headings. */
export interface Place {
  readonly chapter?: string;
  readonly section?: string;
  readonly heading?: string;
  /** 专栏. */
  readonly box?: string;
  /** Number or label of the row in the box. */
  readonly row?: string | number;
}

/** One provision of the plan (条款). */
export interface Clause {
  readonly id: string;
  readonly at: Place;
  /** Further places where it stands: a figure of a box that the text repeats. */
  readonly also?: readonly Place[];
  readonly force: Force;
  /** The words by which a program finds it in the text. */
  readonly phrase: readonly string[];
  /** Words that the text has nowhere: for a clause that says the plan is silent. */
  readonly absent?: readonly string[];
  /** What it asks, in our own words. */
  readonly asks: Words;
  /** Absent: a rule decides it. */
  readonly use?: "manual" | "background";
  /** For `manual`: the question a person must answer, and to whom it applies. */
  readonly question?: Words;
  readonly when?: Condition;
  /** For `background`: why no rule decides it. */
  readonly reason?: Words;
  /** Why a clause that sounds strict isn't decided more strictly, or other remarks for the editor. */
  readonly remark?: string;
  /** Line in the plan file. */
  readonly line: number;
}

/** The kinds of zone that plans draw, by the words they have for them. */
export const ZONE_KINDS = [
  "集中开采区",
  "重点开采区",
  "重点勘查区",
  "国家规划矿区",
  "能源资源基地",
  "重点发展区域",
] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];

const KINDS_IN_ENGLISH: Readonly<Record<ZoneKind, string>> = {
  集中开采区: "concentrated mining zone",
  重点开采区: "key mining zone",
  重点勘查区: "key exploration zone",
  国家规划矿区: "national planned mining area",
  能源资源基地: "energy and resource base",
  重点发展区域: "key development area",
};

/** A zone's name stays as it is; a kind of zone is named in English too. */
export function zoneWords(name: string): Words {
  const kind = KINDS_IN_ENGLISH[name as ZoneKind];
  return { zh: name, en: kind === undefined ? name : `a ${kind} (${name})` };
}

/** A zone that the plan draws (规划分区). No plan prints its coordinates. */
export interface Zone {
  /** Absent: the plan draws it without naming it. */
  readonly name?: string;
  /** What the plan calls it elsewhere. */
  readonly aliases?: readonly string[];
  readonly kind: ZoneKind;
  readonly clause: string;
  /** Names of the minerals it is for; absent: not printed. */
  readonly minerals?: readonly string[];
  /** Names of groups by which the plan calls them too (建筑石料 for 建筑用花岗岩): they will do. */
  readonly groups?: readonly string[];
  readonly areaKm2?: string | number;
  /** 拟设采矿权数, 投放数量. */
  readonly rights?: number;
  /** 最低生产规模 of the zone itself. */
  readonly minimum?: Figure;
  /** How many zones without a name this entry stands for. */
  readonly count?: number;
  /** Its outline, where the plan's data carry it: in place, or by a file next to the plan's. */
  readonly geometry?: GeometryField;
  /** Where that stands in the plan file, both from 1. */
  readonly geometryAt?: { readonly line: number; readonly column: number };
}

/** Planned blocks of one mineral (规划区块): printed as a number, or one by one with their names. */
export interface BlockFamily {
  readonly kind: Right;
  readonly clause: string;
  readonly count: number;
  readonly name?: string;
  /** Absent: not printed. */
  readonly mineral?: string;
  /** Several where the plan counts them together (部省发证). */
  readonly level?: Authority | readonly Authority[];
}

/** Two places of the plan that don't agree, or one that misleads, and what follows for a verdict. */
export interface Contradiction {
  readonly id: string;
  readonly clauses: readonly string[];
  /** `handled`: it changes what a rule does; `accepted`: it doesn't bear on a verdict. */
  readonly status: "handled" | "accepted";
  readonly what: Words;
  /** What checks of the plan file find because of it: expected, and no fault of the file. */
  readonly accepts?: readonly Acceptance[];
}

/** What a check says of a subject (a mineral, a clause, a total …), which this plan gives reason for. */
interface Acceptance {
  readonly code: string;
  readonly subject: string;
  /** The figures of it: with others it is another finding, which nobody has accepted. */
  readonly finds: string;
}

/**
 * A part of a sum: a figure that the plan's text prints, the path of values in the plan file
 * (`blocks[mining].count`), or how many entries a path leads to.
 */
export type TotalPart = number | string | { readonly count: string };
type TotalParts = TotalPart | readonly TotalPart[];

/** Figures of the plan that must fit each other (数据校核): what they come to, and what the plan says of it. */
export interface StatedTotal {
  readonly id: string;
  readonly clauses: readonly string[];
  /** Where the figures stand, if no clause holds them. */
  readonly at?: Place;
  readonly also?: readonly Place[];
  readonly what: Words;
  readonly sum?: readonly TotalPart[];
  /** Every value that a path leads to. */
  readonly each?: string;
  /** So many per cent of a whole … */
  readonly percent?: { readonly part: TotalParts; readonly whole: TotalParts };
  /** … or times as many. Both equal what is printed of them, rounded as it is printed. */
  readonly ratio?: { readonly of: TotalParts; readonly to: TotalParts };
  readonly equals?: TotalPart;
  readonly atMost?: TotalPart;
  readonly below?: TotalPart;
  readonly atLeast?: TotalPart;
}

/** What the plan names but doesn't print. */
export interface Unpublished {
  readonly what: Words;
  readonly clauses: readonly string[];
}

/** Lines of the published text that hold a normative word and that no clause cites, each by a phrase. */
interface Uncited {
  readonly because: UncitedBecause;
  readonly phrases: readonly string[];
  /** For a `duplicate`: the clauses that say the same. */
  readonly clauses: readonly string[];
}

/** A county's mineral-resource plan (矿产资源总体规划), as data. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly county: {
    readonly code: string;
    readonly name: string;
    readonly en: string;
    readonly aliases: readonly string[];
    /** Its outline, which zones that the plan's data draw are held against. */
    readonly geometry?: GeometryField;
  };
  /** 编制机关; absent: the text does not print it. */
  readonly authority?: string;
  /** First and last day it plans for. */
  readonly period: { readonly from: string; readonly to: string };
  /** A notice that lets it run on. */
  readonly extension?: { readonly to: string; readonly basis: string };
  /** Absent: the day of issue isn't printed. */
  readonly issued?: string;
  readonly terms: readonly Term[];
  readonly clauses: readonly Clause[];
  readonly zones: readonly Zone[];
  readonly blocks: readonly BlockFamily[];
  readonly contradictions: readonly Contradiction[];
  readonly totals: readonly StatedTotal[];
  readonly unpublished: readonly Unpublished[];
  readonly uncited: readonly Uncited[];
  /** The columns of boxes (专栏), as headed in the text; `value` is the one that holds a row's figure. */
  readonly boxes?: readonly {
    readonly box: string;
    readonly columns: readonly string[];
    readonly value?: string | undefined;
  }[];
  /** One section for each rule, in the shape that the rule's file gives it. */
  readonly rules: Readonly<Record<string, unknown>>;
  /** The YAML file it was read from, as reports name it, and its hash. */
  readonly file: string;
  readonly sha256: string;
}

/** `第五章 第一节 专栏6 第4行`; what the text doesn't number stays a name. */
export function formatPlace({ chapter, section, heading, box, row }: Place): string {
  const line = typeof row === "number" ? `第${row}行` : row;
  return [chapter, section, heading, box, line].filter((part) => part !== undefined).join(" ");
}

/** Finds and cites the clauses of one plan. */
export class ClauseBook {
  private readonly byId: ReadonlyMap<string, Clause>;

  constructor(private readonly plan: Plan) {
    this.byId = new Map(plan.clauses.map((clause) => [clause.id, clause]));
  }

  get(id: string): Clause {
    const clause = this.byId.get(id);
    if (clause === undefined) throw new Error(`${this.plan.file} has no clause ${id}`);
    return clause;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  cite(id: string, force?: Force): Citation {
    const clause = this.get(id);
    return {
      id,
      at: formatPlace(clause.at),
      force: force ?? clause.force,
      file: this.plan.file,
      line: clause.line,
    };
  }
}

/** A plan together with the vocabulary that its own terms have been added to. */
export interface PlanInForce {
  readonly plan: Plan;
  readonly clauses: ClauseBook;
  readonly minerals: Minerals;
}
