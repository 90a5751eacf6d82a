import { type Words, words } from "../../model/words.ts";
import { edgeShift } from "../crs/bends.ts";
import { boxIn } from "../crs/box-in.ts";
import { conversion } from "../crs/conversion.ts";
import type { Crs } from "../crs/crs.ts";
import { areaOf, commonArea } from "../overlay/coverage.ts";
import { groundAt, length } from "../shape/ground.ts";
import { type Box, boxOf, cornersOf, type Polygon, ringsOf, widened, xOf, yOf } from "../shape/shape.ts";
import { clipped } from "./clipped.ts";
import type { Border, Meeting } from "./meeting.ts";
import { BENDS_M, SAME_POINT_M } from "./own-corners.ts";
import type { Site } from "./site.ts";

/**
 * Ground along a layer's border that is too narrow to be told from the accuracy of corners and from edges
 * that are straight in one file's coordinates and bent in the other's (细长碎片): it decides nothing.
 */
export interface Sliver {
  readonly m2: number;
  /** No part of it is further from the layer's border than this, in metres. */
  readonly width: number;
  /** The accuracy it was held against, in metres. */
  readonly accuracy: number;
}

/** Ground in common with a layer's features, what lies beyond them, or what of them lies beyond the site. */
type Ask = "in-common" | "beyond" | "rest";

/**
 * Whether what is asked of some ground and a layer's features is no more than a sliver along their border.
 * Undefined: it is more.
 *
 * @param area of what is asked for, in m²
 * @param ground the site, or a block of it
 */
export function sliverOf(
  site: Site,
  ask: Ask,
  area: () => number,
  meetings: readonly Meeting[],
  ground: readonly Polygon[] = site.boundary.polygons,
): Sliver | undefined {
  if (meetings.length === 0) return undefined;
  if (meetings.some(({ feature }) => feature.common !== undefined)) return undefined;
  const accuracy = SAME_POINT_M + mostShift(site, meetings, ground);
  if (ask === "in-common" && isClearlyMore(meetings, accuracy, site)) return undefined;
  const m2 = area();
  if (m2 <= 0) return undefined;
  const strips = new Strips(site, ground, meetings, accuracy);
  if (strips.most(accuracy) < m2 - negligible(m2, site)) return undefined;
  const left = (width: number) => strips.left(ask, width);
  if (left(accuracy) > negligible(m2, site)) return undefined;
  return { m2, width: narrowest(left, accuracy, m2 * NARROW_SHARE), accuracy };
}

/** One feature alone has more in common than strips along all of the border near by could cover. */
function isClearlyMore(meetings: readonly Meeting[], accuracy: number, site: Site): boolean {
  let [metres, edges] = [0, 0];
  for (const { border } of meetings) {
    if (border === undefined) return false;
    metres += border.metres;
    edges += border.edges;
  }
  const most = mostIn(accuracy, { metres, edges });
  return meetings.some(({ m2 }) => most < m2 - negligible(m2, site));
}

/** The most m² that strips of this half width along a border can cover. */
function mostIn(width: number, { metres, edges }: Border): number {
  return 2 * width * (metres + 2 * width * edges);
}

/** m² that may be left over beside a sliver: as much as may lie anywhere. */
function negligible(m2: number, { tolerance }: Site): number {
  return Math.min(Math.max(tolerance.m2, LEAST_M2), m2 / 2);
}

/** Of a sliver no more than this share lies beyond the width that is told. */
const NARROW_SHARE = 0.01;
const CENTIMETRE = 0.01;

/** The smallest width, to the centimetre, beyond which there is no more than `most` left. */
function narrowest(left: (width: number) => number, accuracy: number, most: number): number {
  let [low, high] = [0, Math.ceil(accuracy / CENTIMETRE)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (left(middle * CENTIMETRE) <= most) high = middle;
    else low = middle;
  }
  return high * CENTIMETRE;
}

/** The strips along the layers' border near some ground. */
class Strips {
  private readonly layer: readonly Polygon[];
  private readonly edges: readonly Edge[];
  private readonly perX: number;
  private readonly perY: number;

  constructor(
    private readonly site: Site,
    private readonly ground: readonly Polygon[],
    meetings: readonly Meeting[],
    reach: number,
  ) {
    const box = boxOf(ringsOf(ground));
    const { perX, perY } = groundAt(site.boundary.crs, (box.minY + box.maxY) / 2);
    [this.perX, this.perY] = [perX, perY];
    this.layer = meetings.flatMap(({ polygons }) => polygons);
    const around = widened(box, reach / perX, reach / perY);
    this.edges = edgesNear(this.layer, around).flatMap((edge) => {
      const part = clipped(edge, around);
      return part === undefined ? [] : [part];
    });
  }

  /** The most m² that strips of this half width can cover. */
  most(width: number): number {
    const metres = this.edges.reduce((sum, edge) => sum + this.metres(edge), 0);
    return mostIn(width, { metres, edges: this.edges.length });
  }

  /** m² of what is asked for that lie further than `width` from the border. */
  left(ask: Ask, width: number): number {
    const { site, ground, layer } = this;
    const strips = this.edges.map((edge) => this.strip(edge, width));
    if (ask === "rest")
      return areaOf(site.plane, layer) - commonArea(site.plane, layer, [...ground, ...strips]);
    const either = commonArea(site.plane, ground, [...layer, ...strips]);
    return ask === "beyond"
      ? areaOf(site.plane, ground) - either
      : either - commonArea(site.plane, ground, strips);
  }

  private metres([ax, ay, bx, by]: Edge): number {
    return length((bx - ax) * this.perX, (by - ay) * this.perY);
  }

  /** A rectangle around the edge, as far to all sides. */
  private strip(edge: Edge, width: number): Polygon {
    const [ax, ay, bx, by] = edge;
    const metres = this.metres(edge);
    const scale = metres === 0 ? 0 : width / metres;
    // Along the edge and across it, in metres.
    const [alongX, alongY] =
      metres === 0 ? [width, 0] : [(bx - ax) * this.perX * scale, (by - ay) * this.perY * scale];
    const [east, north] = [alongX / this.perX, alongY / this.perY];
    const [left, up] = [-alongY / this.perX, alongX / this.perY];
    return {
      shell: Float64Array.of(
        ...[ax - east + left, ay - north + up],
        ...[ax - east - left, ay - north - up],
        ...[bx + east - left, by + north - up],
        ...[bx + east + left, by + north + up],
      ),
      holes: [],
    };
  }
}

/** Below this it is the rounding of a coordinate. */
const LEAST_M2 = 0.01;

type Edge = readonly [ax: number, ay: number, bx: number, by: number];

/**
 * The most that an edge of the layers near the ground, or of the ground, lies off itself where it is taken
 * as straight in the other's coordinates (L²·tan φ/8R for one from west to east); 0 where both are the same.
 */
function mostShift(site: Site, meetings: readonly Meeting[], ground: readonly Polygon[]): number {
  const own = site.boundary.crs;
  const box = boxOf(ringsOf(ground));
  let most = 0;
  const shift = (near: () => readonly Edge[], from: Crs, to: Crs) => {
    const how = conversion(from, to);
    if (how.kind !== "curved") return;
    const edges = near();
    const [first] = edges;
    if (first === undefined) return;
    const { perX, perY } = groundAt(from, first[1]);
    for (const [ax, ay, bx, by] of edges)
      if (length((bx - ax) * perX, (by - ay) * perY) >= BENDS_M)
        most = Math.max(most, edgeShift([ax, ay], [bx, by], how.convert, to.kind === "geographic"));
  };
  for (const crs of new Set(meetings.map(({ layer }) => layer.crs)))
    shift(() => edgesNear(ground, box), own, crs);
  for (const { feature, layer } of meetings)
    shift(() => edgesNear(feature.polygons, boxIn(box, own, layer.crs)), layer.crs, own);
  return most;
}

function edgesNear(polygons: readonly Polygon[], { minX, minY, maxX, maxY }: Box): readonly Edge[] {
  const edges: Edge[] = [];
  for (const ring of ringsOf(polygons)) {
    const count = cornersOf(ring);
    for (let from = count - 1, to = 0; to < count; from = to++) {
      const [ax, ay, bx, by] = [xOf(ring, from), yOf(ring, from), xOf(ring, to), yOf(ring, to)];
      const isBeside = (ax < minX && bx < minX) || (ax > maxX && bx > maxX);
      const isAbove = (ay < minY && by < minY) || (ay > maxY && by > maxY);
      if (!isBeside && !isAbove) edges.push([ax, ay, bx, by]);
    }
  }
  return edges;
}

/** That something isn't decided, since what sticks out or is in common is a sliver. */
export function sliverWords(sliver: Sliver, what: Words): Words {
  const { width, accuracy } = sliver;
  const [m2, wide, most] = [
    sliver.m2.toFixed(2),
    width.toFixed(2),
    (Math.ceil(accuracy * 100) / 100).toFixed(2),
  ];
  return words(
    `${what.zh} ${m2} 平方米，距其边线都不超过 ${wide} 米，在拐点和边线的精度（${most} 米）之内，不能判定；请提供位数更多的拐点坐标，或与图层相同的拐点`,
    `${what.en} ${m2} m², all of it within ${wide} m of the border, which is within the accuracy of corners and edges (${most} m): that can't be decided; give the corners with more digits, or the same corners as the layer`,
  );
}
