import { basename } from "node:path";
import type { Crs } from "../../geometry/crs/crs.ts";
import { SAY_CRS } from "../../geometry/crs/crs-claim.ts";
import type { RawFeature } from "../../geometry/shape/raw.ts";
import type { Box } from "../../geometry/shape/shape.ts";
import { listed } from "../../geometry/site/features.ts";
import type { Layer } from "../../geometry/site/layer.ts";
import { hasEnded, type RegisteredRight } from "../../model/register.ts";
import { RIGHTS, type Right } from "../../model/terms.ts";
import { type Words, words } from "../../model/words.ts";
import { Unusable } from "../problem.ts";
import type { ReadRegister } from "../register.ts";
import { type DecidedSource, decideSource } from "./decide.ts";
import { openGiven } from "./given.ts";
import { Nearby } from "./nearby.ts";
import { layerSource } from "./read-layers.ts";
import type { SpatialSource } from "./source.ts";

/**
 * The rights of a register that have boundaries, as layers of existing rights: one for each kind of right
 * and CRS, keeping only what lies near the places asked about. A right without a boundary may lie anywhere,
 * but where none has one, the register says nothing of places and there is no layer. Throws `Unusable`.
 *
 * @param near boxes in degrees of longitude and latitude; undefined: everything is kept
 * @param wanted licence numbers of rights that are kept wherever they lie
 */
export async function registerLayers(
  register: ReadRegister,
  near: readonly Box[] | undefined,
  wanted: ReadonlySet<string>,
): Promise<readonly Layer[]> {
  const groups = new Map<string, Group>();
  const unplaced: Words[] = [];
  for await (const { right, drawn } of boundariesOf(register)) {
    const { id, holder = null, status = null, right: kind } = right;
    const place = words(`${RIGHTS[kind].zh}“${id}”`, `${RIGHTS[kind].en} "${id}"`);
    if (drawn === undefined) {
      if (!hasEnded(status ?? "")) unplaced.push(place);
      continue;
    }
    const { feature, decided } = drawn;
    const key = JSON.stringify([kind, decided.crs]);
    const group = groups.get(key) ?? {
      kind,
      crs: decided.crs,
      said: decided.said,
      nearby: new Nearby(near?.map((box) => decided.boxFromLonLat(box))),
    };
    groups.set(key, group);
    group.nearby.take({ ...feature, place, attributes: { id, holder, status } }, decided, {
      always: wanted.has(id),
      mustHaveGround: !hasEnded(status ?? ""),
    });
  }
  const source = layerSource(register.file, register.asOf);
  return [...groups.values()].map(({ kind, crs, said, nearby }, index) => ({
    subject: { of: "existing-right", right: kind, fields: FIELDS },
    crs,
    source,
    said,
    field: "register.rights",
    features: listed(nearby.features),
    names: new Set(),
    extent: nearby.extent,
    unplaced: index === 0 ? [...nearby.unplaced, ...unplaced] : nearby.unplaced,
    strays: nearby.strays,
  }));
}

const FIELDS = { id: "id", holder: "holder", status: "status" } as const;

interface Group {
  readonly kind: Right;
  readonly crs: Crs;
  readonly said: Words;
  readonly nearby: Nearby;
}

/** A right, and one of the features that its boundary consists of; absent: it has none. */
interface RightBoundary {
  readonly right: RegisteredRight;
  readonly drawn?: { readonly feature: RawFeature; readonly decided: DecidedSource };
}

async function* boundariesOf({ rights = [], drawn }: ReadRegister): AsyncIterable<RightBoundary> {
  if (drawn?.in === "list") {
    const { document, path, geometries } = drawn;
    for (const [index, right] of rights.entries()) {
      const geometry = geometries[index];
      if (geometry === undefined) {
        yield { right };
        continue;
      }
      const decided = await openGiven(geometry, document, [...path, index, "geometry"]);
      for await (const feature of decided.source.features()) yield boundaryOf(right, feature, decided);
    }
  }
  if (drawn?.in === "table") {
    const source = await drawn.open();
    const { range } = source.evidence;
    if (range.minX > range.maxX) return;
    const decided = decideTable(source, drawn.crs);
    // Without a box, so that the features come one for each right, in the same order.
    let index = 0;
    for await (const feature of source.features()) {
      const right = rights[index++];
      if (right !== undefined) yield boundaryOf(right, feature, decided);
    }
  }
}

/** A table that is named as the register itself has no place to state a CRS in, but a YAML register has. */
function decideTable(source: SpatialSource, crs: string | undefined): DecidedSource {
  try {
    return decideSource(source, crs);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const remedy = inYaml(source.file);
    throw new Unusable(error.problems.map((one) => (one.remedy === SAY_CRS ? { ...one, remedy } : one)));
  }
}

function inYaml(file: string): Words {
  const example = `rights: { file: ${basename(file)}, crs: zone=38 }`;
  return words(
    `在同一目录写一个 YAML 登记文件，内容为 ${example}（带号按实际，或 EPSG:4490），以 --register 给出该 YAML`,
    `write a YAML register beside it that says ${example} (with its own zone, or EPSG:4490), and give that as --register`,
  );
}

function boundaryOf(right: RegisteredRight, feature: RawFeature, decided: DecidedSource): RightBoundary {
  return feature.shape === undefined ? { right } : { right, drawn: { feature, decided } };
}
