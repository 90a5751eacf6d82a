import { type Words, words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import type { RawRing } from "../shape/raw.ts";
import type { Ring } from "../shape/shape.ts";

/** A ring whose corners still know what they were in the file, whatever was dropped from it. */
export interface NumberedRing {
  /** The ring's number in its feature, from 1. */
  readonly number: number;
  readonly ring: Ring;
  /** For every corner of `ring`, its number in the file, from 1. */
  readonly corners: readonly number[];
  readonly raw: RawRing;
}

/** 第 2 环第 5 点（J5）: a corner by its number in the file, and by its label where it has one. */
export function cornerWords(ring: number, corner: number, raw: RawRing): Words {
  const label = labelOf(corner, raw);
  return words(`第 ${ring} 环第 ${corner} 点${label.zh}`, `ring ${ring}, corner ${corner}${label.en}`);
}

/** 第 4 点至第 5 点的边: the edge from the ring's corner `from` (counted from 0) to the next. */
export function edgeWords({ ring, corners, raw }: NumberedRing, from: number): Words {
  const first = corners[from] ?? 0;
  const second = corners[(from + 1) % (ring.length / 2)] ?? 0;
  const labels = [labelOf(first, raw), labelOf(second, raw)] as const;
  return words(
    `第 ${first} 点${labels[0].zh}至第 ${second} 点${labels[1].zh}的边`,
    `the edge from corner ${first}${labels[0].en} to corner ${second}${labels[1].en}`,
  );
}

function labelOf(corner: number, { labels }: RawRing): Words {
  const label = labels?.[corner - 1]?.trim() ?? "";
  return label === "" || label === String(corner) ? words("", "") : words(`（${label}）`, ` (${label})`);
}

/** A place in the file's own CRS, as the field writes it: X is the northing. */
export function placeWords(x: number, y: number, crs: Crs): Words {
  if (crs.kind === "geographic") {
    const [longitude, latitude] = [short(x, 8), short(y, 8)];
    return words(`经度 ${longitude}°，纬度 ${latitude}°`, `longitude ${longitude}°, latitude ${latitude}°`);
  }
  const [east, north] = [short(x, 3), short(y, 3)];
  return words(`X（北）${north}，Y（东）${east}`, `northing ${north}, easting ${east}`);
}

function short(value: number, places: number): string {
  return Math.abs(value) < 1e15 ? String(Number(value.toFixed(places))) : String(value);
}

/** The line of the file that a corner (by its number) stands in. */
export function lineOf(corner: number, { lines }: RawRing): { readonly line?: number } {
  const line = lines?.[corner - 1];
  return line === undefined ? {} : { line };
}
