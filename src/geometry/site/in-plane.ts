import type { Words } from "../../model/words.ts";
import { boxIn } from "../crs/box-in.ts";
import type { Crs } from "../crs/crs.ts";
import { project } from "../crs/project.ts";
import type { Boundary } from "../shape/boundary.ts";
import { groundAt } from "../shape/ground.ts";
import { nearPart } from "../shape/near-part.ts";
import { type Box, holds, type Polygon, widened } from "../shape/shape.ts";
import type { Layer, LayerFeature } from "./layer.ts";
import { isSound } from "./layer-doubts.ts";
import { OwnCorners } from "./own-corners.ts";
import { TakenCorners } from "./taken-corners.ts";

/** So many metres around the site features are taken as they are; it is more than any edge bends or snaps. */
const AROUND_M = 200;

/** The features of layers in the plane of a site, with its corners where theirs are the same. */
export class InPlane {
  private readonly parts = new WeakMap<LayerFeature, readonly Polygon[]>();
  private readonly wholes = new WeakMap<LayerFeature, readonly Polygon[]>();
  private readonly windows = new Map<Crs, Box>();
  private readonly taken = new TakenCorners();
  private corners: OwnCorners | undefined;

  /** @param box around the site */
  constructor(
    private readonly boundary: Boundary,
    private readonly box: Box,
  ) {}

  /** Of each layer the corners that were taken for the site's own. */
  get takenCorners(): readonly Words[] {
    return this.taken.told;
  }

  /** A feature's polygons, as far as they are near the site. */
  near(feature: LayerFeature, layer: Layer): readonly Polygon[] {
    const known = this.parts.get(feature);
    if (known !== undefined) return known;
    const window = this.windowIn(layer.crs);
    const polygons = holds(window, feature.box)
      ? this.whole(feature, layer)
      : feature.polygons.flatMap((one) => {
          const part = nearPart(one, window);
          if (part === undefined) return [];
          // What has corners of the site is looked at whole, since it may be moved there.
          const isWhole = isSound(feature) && this.own.isAt(part, layer.crs);
          return [this.brought(isWhole ? one : part, feature, layer)];
        });
    this.parts.set(feature, polygons);
    return polygons;
  }

  /** The same of a feature in the site's own coordinates that has none of its corners. */
  nearAsItIs({ polygons }: LayerFeature, { crs }: Layer): readonly Polygon[] {
    const window = this.windowIn(crs);
    return polygons.flatMap((one) => nearPart(one, window) ?? []);
  }

  /** All of a feature's polygons. */
  whole(feature: LayerFeature, layer: Layer): readonly Polygon[] {
    const known = this.wholes.get(feature);
    if (known !== undefined) return known;
    const polygons = feature.polygons.map((one) => this.brought(one, feature, layer));
    this.wholes.set(feature, polygons);
    return polygons;
  }

  private brought(polygon: Polygon, feature: LayerFeature, layer: Layer): Polygon {
    // What isn't sound is looked at as it is.
    if (!isSound(feature)) return project(polygon, layer.crs, this.boundary.crs);
    const taken = this.own.take(polygon, layer.crs);
    this.taken.add(layer, taken);
    return taken.polygon;
  }

  private get own(): OwnCorners {
    this.corners ??= new OwnCorners(this.boundary);
    return this.corners;
  }

  private windowIn(crs: Crs): Box {
    const known = this.windows.get(crs);
    if (known !== undefined) return known;
    const { perX, perY } = groundAt(this.boundary.crs, (this.box.minY + this.box.maxY) / 2);
    const window = boxIn(widened(this.box, AROUND_M / perX, AROUND_M / perY), this.boundary.crs, crs);
    this.windows.set(crs, window);
    return window;
  }
}
