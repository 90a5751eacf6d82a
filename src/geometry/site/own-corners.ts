import Flatbush from "flatbush";
import { edgeShift, type Held } from "../crs/bends.ts";
import { conversion } from "../crs/conversion.ts";
import type { Crs } from "../crs/crs.ts";
import { project, projectRing } from "../crs/project.ts";
import type { Place } from "../crs/projection.ts";
import { layerPolygons } from "../rings/rings.ts";
import type { Boundary } from "../shape/boundary.ts";
import { type Ground, groundAt, HAIR, length } from "../shape/ground.ts";
import type { RawRing } from "../shape/raw.ts";
import { type Box, boxOf, cornersOf, type Polygon, type Ring, ringsOf, xOf, yOf } from "../shape/shape.ts";

/**
 * Corners closer than this are one point (同一界址点), in metres: first-class boundary points are surveyed to
 * ± 5 cm (TD/T 1001-2012), and the 0.001″ that angles are printed with is 3 cm.
 */
export const SAME_POINT_M = 0.05;

/** Shorter edges, in metres, bend by less than a millimetre. */
export const BENDS_M = 100;

/** A layer's polygon in the site's plane, and which of its corners were taken for the site's own. */
export interface Taken {
  readonly polygon: Polygon;
  /** Numbers of the site's corners. */
  readonly corners: ReadonlySet<number>;
  /** The furthest that a corner was moved, in metres. */
  readonly furthest: number;
  /** The most that an edge between two of them lay off the site's by being straight elsewhere, in metres. */
  readonly bend: number;
}

/** The corners and edges of a site, which a layer that was drawn from the same corners is to follow. */
export class OwnCorners {
  private readonly places: Place[] = [];
  /** Edges by the numbers of their two corners, the smaller first. */
  private readonly edges = new Set<number>();
  private readonly indexes = new Map<Crs, CornerIndex>();
  private readonly crs: Crs;

  constructor({ polygons, crs }: Boundary) {
    this.crs = crs;
    const numbers = new Map<string, number>();
    const rings = ringsOf(polygons);
    const total = rings.reduce((sum, ring) => sum + cornersOf(ring), 0);
    for (const ring of rings) {
      // Where rings touch, a corner of both is one.
      const corners = Array.from({ length: cornersOf(ring) }, (_, at) => {
        const place: Place = [xOf(ring, at), yOf(ring, at)];
        const key = place.join(" ");
        const number = numbers.get(key) ?? this.places.push(place) - 1;
        numbers.set(key, number);
        return number;
      });
      for (const [at, from] of corners.entries())
        this.edges.add(edgeKey(from, corners[(at + 1) % corners.length] as number, total));
    }
    this.total = total;
  }
  private readonly total: number;

  /**
   * A layer's polygon in the site's plane, its corners that are the site's moved there, and its edges
   * between two such that are an edge of the site straight as that is. The polygon as it is, where that
   * would leave it unsound.
   */
  take(polygon: Polygon, from: Crs): Taken {
    const index = this.indexIn(from);
    const rings = [polygon.shell, ...polygon.holes];
    const found = rings.map((ring) => this.nearest(ring, index));
    const asItIs = () => ({
      polygon: project(polygon, from, this.crs),
      corners: new Set<number>(),
      furthest: 0,
      bend: 0,
    });
    const furthest = found.reduce((most, one) => Math.max(most, one.furthest), 0);
    const corners = new Set(found.flatMap(({ own }) => [...own.values()]));
    if (corners.size === 0) return asItIs();
    // The same corners in the same plane: nothing is moved and no edge bends.
    if (furthest < HAIR && conversion(from, this.crs).kind !== "curved") return asItIs();
    if (found.some(({ own }) => new Set(own.values()).size < own.size)) return asItIs();
    const held = rings.map((ring, at) => this.held(ring, (found[at] as Nearest).own, index));
    const [shell, ...holes] = rings.map((ring, at) => projectRing(ring, from, this.crs, held[at]));
    const moved = { shell: shell as Ring, holes };
    if (!isSoundIn(this.crs, moved)) return asItIs();
    const bend = held.reduce((most, one) => Math.max(most, one === undefined ? 0 : this.bend(one, from)), 0);
    return { polygon: moved, corners, furthest, bend };
  }

  /** Whether any of its corners is a corner of the site. */
  isAt({ shell, holes }: Polygon, from: Crs): boolean {
    const index = this.indexIn(from);
    return [shell, ...holes].some((ring) => this.nearest(ring, index).own.size > 0);
  }

  private bend({ ring, straight }: Held, from: Crs): number {
    const how = conversion(from, this.crs);
    if (how.kind !== "curved") return 0;
    const place = (at: number): Place => [xOf(ring, at), yOf(ring, at)];
    const toDegrees = this.crs.kind === "geographic";
    const ground = groundAt(from, yOf(ring, 0));
    let most = 0;
    for (const at of straight) {
      const next = (at + 1) % cornersOf(ring);
      const [x, y] = [xOf(ring, next) - xOf(ring, at), yOf(ring, next) - yOf(ring, at)];
      if (length(x * ground.perX, y * ground.perY) < BENDS_M) continue;
      most = Math.max(most, edgeShift(place(at), place(next), how.convert, toDegrees));
    }
    return most;
  }

  private held(ring: Ring, own: ReadonlyMap<number, number>, { places }: CornerIndex): Held | undefined {
    if (own.size === 0) return undefined;
    const moved = ring.slice();
    const images = new Map<number, Place>();
    const straight = new Set<number>();
    const count = cornersOf(ring);
    for (const [at, number] of own) {
      moved.set(places[number] as Place, 2 * at);
      images.set(at, this.places[number] as Place);
      const next = own.get((at + 1) % count);
      if (next !== undefined && this.edges.has(edgeKey(number, next, this.total))) straight.add(at);
    }
    return { ring: moved, images, straight };
  }

  /** The ring's corners that are corners of the site, by their indexes. */
  private nearest(ring: Ring, { box, ground, search, places }: CornerIndex): Nearest {
    const [east, north] = [SAME_POINT_M / ground.perX, SAME_POINT_M / ground.perY];
    const own = new Map<number, number>();
    let furthest = 0;
    for (let at = 0; at < cornersOf(ring); at++) {
      const [x, y] = [xOf(ring, at), yOf(ring, at)];
      if (x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) continue;
      let least = Infinity;
      for (const number of search.search(x - east, y - north, x + east, y + north)) {
        const [toX, toY] = places[number] as Place;
        const away = length((toX - x) * ground.perX, (toY - y) * ground.perY);
        if (away > SAME_POINT_M || away >= least) continue;
        least = away;
        own.set(at, number);
      }
      if (least < Infinity) furthest = Math.max(furthest, least);
    }
    return { own, furthest };
  }

  /** The site's corners in a layer's CRS. */
  private indexIn(crs: Crs): CornerIndex {
    const before = this.indexes.get(crs);
    if (before !== undefined) return before;
    const how = conversion(this.crs, crs);
    const places = this.places.map(([x, y]): Place => {
      if (how.kind === "curved") return how.convert(x, y);
      return [how.kind === "shift" ? x + how.east : x, y];
    });
    const box = boxOf([Float64Array.from(places.flat())]);
    const ground = groundAt(crs, (box.minY + box.maxY) / 2);
    const search = new Flatbush(places.length);
    for (const [x, y] of places) search.add(x, y, x, y);
    search.finish();
    const [east, north] = [SAME_POINT_M / ground.perX, SAME_POINT_M / ground.perY];
    const around = {
      minX: box.minX - east,
      minY: box.minY - north,
      maxX: box.maxX + east,
      maxY: box.maxY + north,
    };
    const index = { box: around, ground, search, places };
    this.indexes.set(crs, index);
    return index;
  }
}

interface CornerIndex {
  /** Around all of the corners, wide enough for what is near them. */
  readonly box: Box;
  readonly ground: Ground;
  readonly search: Flatbush;
  readonly places: readonly Place[];
}

interface Nearest {
  /** Numbers of the site's corners by the index of the ring's. */
  readonly own: ReadonlyMap<number, number>;
  readonly furthest: number;
}

function edgeKey(a: number, b: number, total: number): number {
  return Math.min(a, b) * total + Math.max(a, b);
}

function isSoundIn(crs: Crs, { shell, holes }: Polygon): boolean {
  const parts = [[shell, ...holes].map(closed)];
  return (
    "polygons" in layerPolygons({ roles: "given", parts }, { crs, northFirst: false, closing: "required" })
  );
}

function closed(ring: Ring): RawRing {
  return { corners: Float64Array.from([...ring, ...ring.subarray(0, 2)]) };
}
