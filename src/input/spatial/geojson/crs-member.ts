import type { CrsEvidence } from "../../../geometry/crs/crs.ts";
import { words } from "../../../model/words.ts";
import type { Fail } from "./geometry.ts";
import { isObject, shown } from "./geometry.ts";

export type CrsSaid = Pick<CrsEvidence, "epsg" | "byFormat" | "wkt">;

const WGS_84 = { kind: "geographic", datum: "WGS 84" } as const;

/** `urn:ogc:def:crs:EPSG::4526`, `EPSG:4526`, `http://www.opengis.net/def/crs/EPSG/0/4526`. */
const EPSG =
  /^(?:urn:ogc:def:crs:EPSG:[^:]*:|EPSG::?|https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[^/]*\/)(\d{4,6})$/i;
const CRS84 = /(?:^|[:/])CRS84$/i;

/**
 * What the old `crs` member of a GeoJSON object says. RFC 7946 did away with it, but files in national
 * coordinates still carry it. Undefined: there is none, or `null`, which says that it isn't known.
 */
export function crsSaid(object: Readonly<Record<string, unknown>>, fail: Fail): CrsSaid | undefined {
  const crs = object["crs"];
  if (crs === undefined || crs === null) return undefined;
  const { type, properties } = isObject(crs) ? crs : { type: undefined, properties: undefined };
  const said = isObject(properties) ? properties : {};
  if (type === "EPSG" && /^\d{4,6}$/.test(String(said["code"]))) return { epsg: Number(said["code"]) };
  const name = type === "name" ? said["name"] : typeof crs === "string" ? crs : undefined;
  if (typeof name === "string") {
    const code = EPSG.exec(name.trim())?.[1];
    if (code !== undefined) return { epsg: Number(code) };
    if (CRS84.test(name.trim())) return { byFormat: WGS_84 };
    if (/^\s*(?:PROJ|GEOG)\w*\[/i.test(name)) return { wkt: name };
  }
  return fail(
    ["crs"],
    words(`不认识坐标系 ${shown(crs)}`, `the coordinate system ${shown(crs)} isn't known`),
    words(
      "写成 urn:ogc:def:crs:EPSG::4490 一类的代码，或删去 crs 并用 --crs 说明",
      "write a code like urn:ogc:def:crs:EPSG::4490, or drop crs and use --crs",
    ),
  );
}

/** What RFC 7946 lays down where the file says nothing; numbers that aren't degrees contradict it. */
export function crsEvidence(
  said: CrsSaid | undefined,
  object: Readonly<Record<string, unknown>>,
  degrees: boolean,
): CrsSaid {
  if (said !== undefined) return said;
  return object["crs"] === undefined && degrees ? { byFormat: WGS_84 } : {};
}
