import type { ZoneKind } from "../../model/plan.ts";
import type { Constraint, Right } from "../../model/terms.ts";
import { type Words, words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import type { Attribute } from "../shape/raw.ts";
import type { Box, Polygon } from "../shape/shape.ts";

import { type Features, textIn } from "./features.ts";

type Fields<Key extends string> = Readonly<Partial<Record<Key, string | undefined>>>;

/** What the features of a layer stand for (图层含义). */
export type LayerSubject =
  | { readonly of: "county" | "arable-land" }
  | { readonly of: "constraint"; readonly key: Constraint }
  | { readonly of: "zone"; readonly name: string }
  | { readonly of: "zone-kind"; readonly kind: ZoneKind; readonly nameField?: string }
  | { readonly of: "block"; readonly right: Right; readonly fields: Fields<"name" | "mineral" | "level"> }
  | {
      readonly of: "existing-right";
      readonly right?: Right;
      readonly fields: Fields<"id" | "holder" | "status">;
    };

/** A feature of a layer that lies near enough to matter. */
export interface LayerFeature {
  readonly place: Words;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** In the layer's CRS; of an unsound feature its rings as they are, each a polygon of its own. */
  readonly polygons: readonly Polygon[];
  readonly box: Box;
  /** Its whole area in m², where `polygons` are only what lies near the site. */
  readonly m2?: number;
  /**
   * What it has in common with the site in m², where a database has measured that: neither touching nor a
   * sliver nor all of the site, so that its polygons aren't needed and aren't there.
   */
  readonly common?: number;
  /** Why its polygons can't be relied on. */
  readonly fault?: GeometryProblem;
  /** Why it isn't known whether it belongs to the layer. */
  readonly unsure?: Words;
}

/** A layer of the user's own data (图层), read as far as it concerns the sites that are asked about. */
export interface Layer {
  readonly subject: LayerSubject;
  readonly crs: Crs;
  /** Its file and date, as reports name it. */
  readonly source: Words;
  /** Who made it (来源). */
  readonly madeBy?: string;
  /** Its CRS and what was assumed of it, for the report. */
  readonly said: Words;
  /**
   * Path of its entry in the layers file: `layers.constraints.ecological-redline`; `register.rights`, and
   * `plan.zones.0.geometry` of a zone that the plan's own data draw.
   */
  readonly field: string;
  readonly features: Features;
  /** m² of the site that its features cover together, where a database has measured that. */
  readonly covered?: number;
  /** Names that any of its features bears, near or far (zone layers with a name field). */
  readonly names: ReadonlySet<string>;
  /** The box around all of its features, in its own CRS. */
  readonly extent: Box;
  /**
   * Of zone layers the area of each zone in m², of all its features near and far; a zone with a feature
   * that is unsound or has no geometry isn't there.
   */
  readonly areas?: ReadonlyMap<string, number>;
  /** Records without geometry: where they lie nobody knows. */
  readonly unplaced: readonly Words[];
  /** Features with numbers that are nowhere in China: swapped, of another kind, or wrong. */
  readonly strays: readonly Words[];
}

/** A feature by the name that it has in the column for names, and by its place in the file. */
export function featureWords({ place, attributes }: LayerFeature, { subject }: Layer): Words {
  const field = namingField(subject);
  const name = textIn(attributes, field);
  if (name === undefined || place.zh.includes(name)) return place;
  return words(`${name}（${place.zh}）`, `${name} (${place.en})`);
}

function namingField(subject: LayerSubject): string | undefined {
  switch (subject.of) {
    case "zone-kind":
      return subject.nameField;
    case "block":
      return subject.fields.name;
    case "existing-right":
      return subject.fields.id;
    default:
      return undefined;
  }
}
