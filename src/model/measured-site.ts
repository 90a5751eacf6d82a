import type { Decimal } from "./decimal.ts";
import type { Fact, Overlap } from "./facts.ts";
import type { BlockRelation, Constraint, Relation, Right } from "./terms.ts";
import type { Missing } from "./truth.ts";
import type { Words } from "./words.ts";

/** Polygons as GeoJSON has them: rings of [longitude, latitude], closed, the shell first. */
export type LonLatPolygons = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** An existing right that the site overlaps, as a layer or register has it. */
export interface MeasuredRight {
  readonly id?: string;
  readonly right?: Right;
  readonly overlapKm2: Decimal;
  /** Absent: the holder of one of the two isn't known. */
  readonly sameHolder?: boolean;
}

/** The planned block that the site lies in, as a layer has it; what its table doesn't say is absent. */
export interface MeasuredBlock {
  readonly relation: BlockRelation;
  readonly kind?: Right;
  readonly name?: string;
  /** Its place in the layer, by which a block without a name is known again. */
  readonly place?: Words;
  readonly mineral?: string;
  readonly level?: string;
  /** How many rights of other holders lie in it, by the layers of existing rights. */
  readonly rights?: number;
  /** Which rights those are, and the layers or the register that they were found in. */
  readonly rightsHeld?: { readonly names: Words; readonly field: string; readonly source: Words };
  /** The site covers the whole block. */
  readonly whole?: boolean;
  /** What layers speak of, but can't decide; it is absent above, and no declaration stands in for it. */
  readonly unsure?: { readonly whole?: Missing; readonly rights?: Missing };
}

/** An area in common of the site and a feature of a layer (叠加结果). */
export interface MeasuredOverlap {
  /** What the layer stands for: 生态保护红线, a zone's name, 已设矿业权. */
  readonly subject: Words;
  /** The rule's constraint key, or `zone`, `block`, `county`, `right`, `arable-land`. */
  readonly key: string;
  /** The feature: its name or its place in the file. */
  readonly feature: Words;
  readonly km2: Decimal;
  /** Share of the site's area, from 0 to 1. */
  readonly share: number;
  /** Within the tolerance: it counts as touching. */
  readonly within: boolean;
  /** The layer's file, as the layers file names it, with its date if it has one. */
  readonly source: Words;
  /** Path of its entry in the layers file, by which findings refer to it. */
  readonly field: string;
  /** The area in common; worked out only when it is asked for. */
  readonly outline: () => LonLatPolygons;
}

/**
 * What came of a layer: something in common with the site, nothing (clear), nothing but a doubt, or it wasn't
 * needed (the blocks of another kind of right).
 */
export const LAYER_STATES = ["overlap", "clear", "doubt", "unused"] as const;
export type LayerState = (typeof LAYER_STATES)[number];

/** A layer that the site was held against (参与叠加的图层). */
export interface MeasuredLayer {
  /** What it stands for: 生态保护红线, a zone's name, 已设矿业权. */
  readonly subject: Words;
  /** Its file, with its date if it has one. */
  readonly source: Words;
  /** Who made it, as the layers file says. */
  readonly madeBy?: string;
  readonly state: LayerState;
  /** Path of its entry in the layers file. */
  readonly field: string;
}

/** What a line of the account is about. */
export const ACCOUNT_SUBJECTS = [
  "file",
  "crs",
  "assumed",
  "area",
  "doubt",
  "shape",
  "layer",
  "tolerance",
] as const;

/** One thing that was read, assumed or put right on the way from a file to the measured site. */
export interface AccountLine {
  readonly about: (typeof ACCOUNT_SUBJECTS)[number];
  readonly says: Words;
}

/**
 * Where the site lies by coordinates and layers (实测位置). A fact that is absent altogether is one that
 * no layer speaks of: the declaration serves. A fact that is there but not known is one whose layer
 * can't decide it, with the reason.
 */
export interface MeasuredSite {
  readonly outline: LonLatPolygons;
  readonly areaKm2: Decimal;
  /** What the boundary's file itself states, unless that is the area in the projected plane; km². */
  readonly fileAreaKm2?: Decimal;
  /** 基本单位区块, counted in quarters and sixteenths where corners lie on them; absent: they don't. */
  readonly basicBlocks?: Decimal;
  readonly inCounty?: Fact<boolean>;
  readonly constraints: Readonly<Partial<Record<Constraint, Fact<Overlap>>>>;
  readonly arableLand?: Fact<boolean>;
  /** By the zone's name in the plan, or by a kind of zone for a layer that holds all zones of it. */
  readonly zones: ReadonlyMap<string, Fact<Relation>>;
  readonly block?: Fact<MeasuredBlock>;
  readonly existingRights?: Fact<readonly MeasuredRight[]>;
  /** The kinds of right that layers or a register speak of; of others their silence tells nothing. */
  readonly rightsSeen?: readonly Right[];
  /** The existing right that this one grows from, where its boundary is known; without area if that is unsound. */
  readonly base?: { readonly within: Fact<boolean>; readonly areaKm2?: Decimal };
  /** What to do about the CRS, where the site lies so far off that it may be wrong. */
  readonly crsRemedy?: Words;
  /** Every area in common, also those within tolerance, largest first. */
  readonly overlaps: readonly MeasuredOverlap[];
  /** Every layer that was read, also those that have nothing in common with the site. */
  readonly layers: readonly MeasuredLayer[];
  /** What was read and how it was taken, in the report's order. */
  readonly account: readonly AccountLine[];
}
