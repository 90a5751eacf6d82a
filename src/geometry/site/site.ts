import { type Decimal, decimal } from "../../model/decimal.ts";
import type { MeasuredOverlap } from "../../model/measured-site.ts";
import type { Words } from "../../model/words.ts";
import { ellipsoidalAreaM2 } from "../area/area.ts";
import { boxIn } from "../crs/box-in.ts";
import { type Plane, planeFor } from "../crs/plane.ts";
import { inLonLat, project } from "../crs/project.ts";
import { areaOf, commonArea } from "../overlay/coverage.ts";
import { lonLatPolygons } from "../overlay/outline.ts";
import { intersection } from "../overlay/overlay.ts";
import { allowedArea, type Tolerance } from "../overlay/relation.ts";
import type { Boundary } from "../shape/boundary.ts";
import { near } from "../shape/near.ts";
import { type Box, boxesMeet, boxOf, type Polygon, ringsOf } from "../shape/shape.ts";
import { featureWords, type Layer, type LayerFeature } from "./layer.ts";
import { doubtsOf, faulty, isSound } from "./layer-doubts.ts";
import { LayerStates } from "./layers-looked-at.ts";
import { OwnCorners } from "./own-corners.ts";
import { TakenCorners } from "./taken-corners.ts";

/** What one feature of a layer has in common with the site. */
export interface Meeting {
  readonly feature: LayerFeature;
  readonly layer: Layer;
  /** In the site's own plane. */
  readonly polygons: readonly Polygon[];
  /** Their area in common in m². */
  readonly m2: number;
}

/** What the site has in common with a layer, or with several that stand for the same. */
export interface Survey {
  readonly meetings: readonly Meeting[];
  /** Area of the site that some sound feature covers, each part counted once; m². */
  readonly m2: number;
  /** That is more than touching. */
  readonly touched: boolean;
  /** Why the layer's silence, or its whole word, can't be relied on here. */
  readonly doubts: readonly Words[];
}

/** A sliver below this is the rounding of a coordinate. */
const WORTH_TELLING_M2 = 0.01;

/** The site in the plane where its own edges are straight, to be overlaid with layers there. */
export class Site {
  readonly plane: Plane;
  readonly box: Box;
  readonly m2: number;
  private readonly inPlane = new WeakMap<LayerFeature, readonly Polygon[]>();
  private readonly met: MeasuredOverlap[] = [];
  private corners: OwnCorners | undefined;
  private readonly taken = new TakenCorners();
  private byCorners: number | undefined;
  /** What came of each layer. */
  readonly states = new LayerStates();

  constructor(
    readonly boundary: Boundary,
    readonly tolerance: Tolerance,
    /** Layers of the county, which any other layer must reach to say something of it. */
    readonly county: readonly Layer[] = [],
  ) {
    this.box = boxOf(ringsOf(boundary.polygons));
    this.plane = planeFor(boundary.crs, this.box);
    this.m2 = areaOf(this.plane, boundary.polygons);
  }

  /** Its area in m² as it is printed: from the corners. */
  get areaM2(): number {
    this.byCorners ??= ellipsoidalAreaM2(inLonLat(this.boundary.polygons, this.boundary.crs));
    return this.byCorners;
  }

  /** Ground in common as it is printed: where that is the whole site, the area of the site. */
  shown(m2: number): Decimal {
    return km2(this.isCovered(m2) ? this.areaM2 : m2);
  }

  /** Of each layer the corners that were taken for the site's own. */
  get takenCorners(): readonly Words[] {
    return this.taken.told;
  }

  /** Every area in common that a survey found, the largest first. */
  get overlaps(): readonly MeasuredOverlap[] {
    return this.met.toSorted((a, b) => b.km2.cmp(a.km2));
  }

  /**
   * What the site has in common with layers that stand for the same.
   *
   * @param subject what that is, as reports name it
   * @param key the same for programs: a constraint's key, `zone`, `block` …
   */
  survey(subject: Words, key: string, layers: readonly Layer[]): Survey {
    const meetings: Meeting[] = [];
    const doubts: Words[] = [];
    for (const layer of layers) {
      this.states.look(layer);
      const before = doubts.length;
      doubts.push(...doubtsOf(layer, this));
      for (const feature of near(layer.features, boxIn(this.box, this.boundary.crs, layer.crs))) {
        const meeting = this.meet(feature, layer);
        if (meeting === undefined) continue;
        if (isSound(feature)) {
          meetings.push(meeting);
          this.record(subject, key, meeting, layer, layers[0]?.field ?? layer.field);
        } else if (this.isTouched(meeting.m2, meeting.polygons)) doubts.push(faulty(feature, layer));
      }
      if (doubts.length > before) this.states.raise(layer, "doubt");
    }
    return { ...this.together(meetings), doubts };
  }

  /** What other ground in the site's plane, such as a planned block, has in common with layers. */
  among(ground: readonly Polygon[], layers: readonly Layer[]): Pick<Survey, "meetings" | "doubts"> {
    const box = boxOf(ringsOf(ground));
    const area = areaOf(this.plane, ground);
    const meetings: Meeting[] = [];
    const doubts: Words[] = [];
    for (const layer of layers) {
      doubts.push(...doubtsOf(layer, this));
      for (const feature of near(layer.features, boxIn(box, this.boundary.crs, layer.crs))) {
        const polygons = this.polygonsOf(feature, layer);
        const m2 = commonArea(this.plane, ground, polygons);
        if (m2 <= allowedArea(this.tolerance, area, this.areaOf(polygons))) continue;
        if (isSound(feature)) meetings.push({ feature, layer, polygons, m2 });
        else doubts.push(faulty(feature, layer));
      }
    }
    return { meetings, doubts };
  }

  /** What several features have in common with the site, each part of it counted once. */
  together(meetings: readonly Meeting[]): Omit<Survey, "doubts"> {
    const polygons = meetings.flatMap((meeting) => meeting.polygons);
    const m2 = meetings.length > 1 ? this.common(polygons) : (meetings[0]?.m2 ?? 0);
    // A small feature within the site counts, also where a large one beside it only touches.
    const touched =
      this.isTouched(m2, polygons) || meetings.some((one) => this.isTouched(one.m2, one.polygons));
    return { meetings, m2, touched };
  }

  /** Area in common in m². */
  common(polygons: readonly Polygon[]): number {
    return commonArea(this.plane, this.boundary.polygons, polygons);
  }

  /** Area of any of these, each part counted once; m². */
  areaOf(polygons: readonly Polygon[]): number {
    return areaOf(this.plane, polygons);
  }

  /** No more of the site is left uncovered than the tolerance allows. */
  isCovered(m2: number): boolean {
    return this.m2 - m2 <= this.allowed;
  }

  /** The site takes in all of these polygons, with which it has `m2` in common. */
  covers(polygons: readonly Polygon[], m2: number): boolean {
    const area = this.areaOf(polygons);
    return area - m2 <= Math.min(allowedArea(this.tolerance, this.m2, area), area / 2);
  }

  /** More is in common with these polygons than the tolerance allows: they don't only touch. */
  isTouched(m2: number, polygons: readonly Polygon[]): boolean {
    if (m2 <= Math.min(this.tolerance.m2, this.m2 / 2)) return false;
    // The smaller area decides, and measuring a large polygon for nothing would cost.
    return m2 > this.allowed || m2 > allowedArea(this.tolerance, this.m2, this.areaOf(polygons));
  }

  /** Of a tiny site at most half is let go. */
  private get allowed(): number {
    return Math.min(allowedArea(this.tolerance, this.m2), this.m2 / 2);
  }

  /** The feature's polygons in the site's plane. */
  polygonsOf(feature: LayerFeature, layer: Layer): readonly Polygon[] {
    const known = this.inPlane.get(feature);
    if (known !== undefined) return known;
    const polygons = feature.polygons.map((one) => {
      // What isn't sound is looked at as it is.
      if (!isSound(feature)) return project(one, layer.crs, this.boundary.crs);
      this.corners ??= new OwnCorners(this.boundary);
      const taken = this.corners.take(one, layer.crs);
      this.taken.add(layer, taken);
      return taken.polygon;
    });
    this.inPlane.set(feature, polygons);
    return polygons;
  }

  private record(subject: Words, key: string, meeting: Meeting, layer: Layer, field: string): void {
    const { feature, polygons, m2 } = meeting;
    if (m2 < WORTH_TELLING_M2) return;
    this.states.raise(layer, "overlap");
    this.met.push({
      subject,
      key,
      feature: featureWords(feature, layer),
      km2: this.shown(m2),
      share: Math.min(1, m2 / this.m2),
      source: layer.source,
      within: !this.isTouched(m2, polygons),
      field,
      outline: () => {
        const { polygons: drawn } = intersection(
          this.plane,
          this.boundary.polygons,
          polygons,
          WORTH_TELLING_M2,
        );
        return lonLatPolygons(drawn, this.boundary.crs);
      },
    });
  }

  private meet(feature: LayerFeature, layer: Layer): Meeting | undefined {
    const polygons = this.polygonsOf(feature, layer);
    if (!boxesMeet(boxOf(ringsOf(polygons)), this.box)) return undefined;
    const m2 = this.common(polygons);
    return m2 > 0 ? { feature, layer, polygons, m2 } : undefined;
  }
}

/** Never rounded: what is printed is rounded when it is printed. */
export function km2(m2: number): Decimal {
  return decimal(m2).div(1_000_000);
}
