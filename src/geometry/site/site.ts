import { type Decimal, decimal } from "../../model/decimal.ts";
import { lazily } from "../../model/lazily.ts";
import type { MeasuredOverlap } from "../../model/measured-site.ts";
import type { Words } from "../../model/words.ts";
import { ellipsoidalAreaM2 } from "../area/area.ts";
import { boxIn } from "../crs/box-in.ts";
import { conversion } from "../crs/conversion.ts";
import { type Plane, planeFor } from "../crs/plane.ts";
import { inLonLat } from "../crs/project.ts";
import { areaOf, commonArea } from "../overlay/coverage.ts";
import { lonLatPolygons } from "../overlay/outline.ts";
import { intersection } from "../overlay/overlay.ts";
import { allowedArea, type Tolerance } from "../overlay/relation.ts";
import { SoundGround } from "../overlay/sound-ground.ts";
import type { Boundary } from "../shape/boundary.ts";
import { type Box, boxesMeet, boxOf, type Polygon, ringsOf } from "../shape/shape.ts";
import { InPlane } from "./in-plane.ts";
import { featureWords, type Layer, type LayerFeature } from "./layer.ts";
import { doubtsOf, faulty, isSound } from "./layer-doubts.ts";
import { LayerStates } from "./layers-looked-at.ts";
import type { Border, Meeting, Survey } from "./meeting.ts";
import { SAME_POINT_M } from "./own-corners.ts";

/** A sliver below this is the rounding of a coordinate. */
const WORTH_TELLING_M2 = 0.01;

/** The site in the plane where its own edges are straight, to be overlaid with layers there. */
export class Site {
  readonly plane: Plane;
  readonly box: Box;
  readonly m2: number;
  private readonly inPlane: InPlane;
  private readonly met: (() => MeasuredOverlap)[] = [];
  private readonly ground: () => SoundGround;
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
    this.inPlane = new InPlane(boundary, this.box);
    this.ground = lazily(() => new SoundGround(this.plane, boundary.polygons, SAME_POINT_M));
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
    return this.inPlane.takenCorners;
  }

  /** Every area in common that a survey found, the largest first. */
  get overlaps(): readonly MeasuredOverlap[] {
    return this.met.map((overlap) => overlap()).sort((a, b) => b.km2.cmp(a.km2));
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
      for (const feature of layer.features.near(boxIn(this.box, this.boundary.crs, layer.crs))) {
        const meeting = this.meet(feature, layer);
        if (meeting === undefined) continue;
        if (isSound(feature)) {
          meetings.push(meeting);
          this.record(subject, key, meeting, layer, layers[0]?.field ?? layer.field);
        } else if (this.isMet(meeting)) doubts.push(faulty(feature, layer));
      }
      if (doubts.length > before) this.states.raise(layer, "doubt");
    }
    return Object.assign(this.together(meetings), { doubts });
  }

  /** What other ground in the site's plane, such as a planned block, has in common with layers. */
  among(ground: readonly Polygon[], layers: readonly Layer[]): Pick<Survey, "meetings" | "doubts"> {
    const box = boxOf(ringsOf(ground));
    const area = areaOf(this.plane, ground);
    const meetings: Meeting[] = [];
    const doubts: Words[] = [];
    for (const layer of layers) {
      doubts.push(...doubtsOf(layer, this));
      for (const feature of layer.features.near(boxIn(box, this.boundary.crs, layer.crs))) {
        const polygons = this.wholeOf(feature, layer);
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
    const m2 = lazily(() => this.unionOf(meetings));
    const area = () => this.areaOf(meetings.flatMap(({ feature, layer }) => this.wholeOf(feature, layer)));
    return {
      meetings,
      get m2() {
        return m2();
      },
      // A small feature within the site counts, also where a large one beside it only touches.
      touched: meetings.some((one) => this.isMet(one)) || this.isTouched(m2(), area),
    };
  }

  private unionOf(meetings: readonly Meeting[]): number {
    const [most] = meetings.toSorted((a, b) => b.m2 - a.m2);
    if (most === undefined) return 0;
    // Beside one that holds the whole site the others add nothing.
    if (meetings.length === 1 || this.isCovered(most.m2)) return most.m2;
    const measured = meetings.find(({ feature }) => feature.common !== undefined);
    if (measured !== undefined) return coveredBy(measured.layer);
    return this.common(meetings.flatMap(({ polygons }) => polygons));
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

  /** The site takes in all of the feature. */
  covers({ feature, layer, m2 }: Meeting): boolean {
    const area = feature.m2 ?? this.areaOf(this.wholeOf(feature, layer));
    return area - m2 <= Math.min(allowedArea(this.tolerance, this.m2, area), area / 2);
  }

  /** More is in common with the feature than the tolerance allows: it doesn't only touch. */
  isMet({ feature, layer, m2 }: Omit<Meeting, "polygons">): boolean {
    return this.isTouched(m2, () => feature.m2 ?? this.areaOf(this.wholeOf(feature, layer)));
  }

  /** @param area what they have in common with is so large; measuring it for nothing would cost */
  private isTouched(m2: number, area: () => number): boolean {
    if (m2 <= Math.min(this.tolerance.m2, this.m2 / 2)) return false;
    return m2 > this.allowed || m2 > allowedArea(this.tolerance, this.m2, area());
  }

  /** Of a tiny site at most half is let go. */
  private get allowed(): number {
    return Math.min(allowedArea(this.tolerance, this.m2), this.m2 / 2);
  }

  /** The feature's polygons in the site's plane, as far as they are near the site. */
  polygonsOf(feature: LayerFeature, layer: Layer): readonly Polygon[] {
    return this.inPlane.near(feature, layer);
  }

  /** All of the feature's polygons in the site's plane. */
  wholeOf(feature: LayerFeature, layer: Layer): readonly Polygon[] {
    return this.inPlane.whole(feature, layer);
  }

  private record(subject: Words, key: string, meeting: Meeting, layer: Layer, field: string): void {
    const { feature, m2 } = meeting;
    if (m2 < WORTH_TELLING_M2) return;
    this.states.raise(layer, "overlap");
    this.met.push(() => ({
      subject,
      key,
      feature: featureWords(feature, layer),
      km2: this.shown(m2),
      share: Math.min(1, m2 / this.m2),
      source: layer.source,
      within: !this.isMet(meeting),
      field,
      outline: () => {
        const { polygons: drawn } = intersection(
          this.plane,
          this.boundary.polygons,
          meeting.polygons,
          WORTH_TELLING_M2,
        );
        return lonLatPolygons(drawn, this.boundary.crs);
      },
    }));
  }

  private meet(feature: LayerFeature, layer: Layer): Meeting | undefined {
    const quick = feature.common === undefined ? this.quick(feature, layer) : undefined;
    const m2 = feature.common ?? quick?.m2 ?? this.commonWith(this.polygonsOf(feature, layer));
    if (m2 <= 0) return undefined;
    const polygons = lazily(() =>
      quick === undefined ? this.polygonsOf(feature, layer) : this.inPlane.nearAsItIs(feature, layer),
    );
    return {
      feature,
      layer,
      m2,
      ...(quick === undefined ? {} : { border: quick.border }),
      get polygons() {
        return polygons();
      },
    };
  }

  /** Of what is sound, in the site's own coordinates, and has none of its corners. */
  private quick(
    feature: LayerFeature,
    { crs }: Layer,
  ): { readonly m2: number; readonly border: Border } | undefined {
    if (!isSound(feature) || conversion(crs, this.boundary.crs).kind !== "same") return undefined;
    let [m2, metres, edges] = [0, 0, 0];
    for (const polygon of feature.polygons) {
      const look = this.ground().look(polygon);
      if (look === undefined) return undefined;
      m2 += look.m2;
      metres += look.border;
      edges += look.edges;
    }
    return { m2, border: { metres, edges } };
  }

  private commonWith(polygons: readonly Polygon[]): number {
    return boxesMeet(boxOf(ringsOf(polygons)), this.box) ? this.common(polygons) : 0;
  }
}

/** Where the polygons of some feature aren't there, their union can't be made here. */
function coveredBy({ covered, field }: Layer): number {
  if (covered === undefined)
    throw new Error(`${field}: nothing is known of what its features cover together`);
  return covered;
}

/** Never rounded: what is printed is rounded when it is printed. */
export function km2(m2: number): Decimal {
  return decimal(m2).div(1_000_000);
}
