import type { Path } from "../../../input/document.ts";
import type { Problem } from "../../../input/problem.ts";
import type { GeometryField } from "../../../model/spatial-file.ts";
import type { PlanUnderCheck } from "../check.ts";
import type { Outline } from "./measure.ts";

/** Something of a plan that has an outline: a zone, or the county. */
export interface Drawn {
  readonly subject: string;
  readonly path: Path;
  readonly clause?: string;
  /** As the plan prints it. */
  readonly areaKm2?: string | number | undefined;
  readonly outline: Outline | { readonly problems: readonly Problem[] };
}

export interface Outlines {
  readonly county?: Drawn;
  readonly zones: readonly Drawn[];
  /** The ground that two have in common, in m²; undefined where that can't be told. */
  readonly overlapM2: (a: Outline, b: Outline) => number | undefined;
  /** How much of one sticks out of the other, in m². */
  readonly outsideM2: (inner: Outline, outer: Outline) => number | undefined;
}

const read = new WeakMap<PlanUnderCheck["plan"], Promise<Outlines | undefined>>();

/** The outlines of a plan, read once; undefined where it draws none, so that nothing of geometry is loaded. */
export function outlinesOf(given: PlanUnderCheck): Promise<Outlines | undefined> {
  const known = read.get(given.plan);
  if (known !== undefined) return known;
  const outlines = readOutlines(given);
  read.set(given.plan, outlines);
  return outlines;
}

async function readOutlines({ plan, document }: PlanUnderCheck): Promise<Outlines | undefined> {
  const { county, zones } = plan;
  if (county.geometry === undefined && zones.every(({ geometry }) => geometry === undefined))
    return undefined;
  const { readOutline, overlapM2, outsideM2 } = await import("./measure.ts");
  const draw = async (subject: string, path: Path, geometry: GeometryField, rest = {}): Promise<Drawn> => ({
    subject,
    path,
    ...rest,
    outline: await readOutline(geometry, document, path),
  });
  const drawn: Drawn[] = [];
  for (const [index, { name, kind, geometry, areaKm2, clause }] of zones.entries())
    if (geometry !== undefined)
      drawn.push(await draw(name ?? kind, ["zones", index, "geometry"], geometry, { areaKm2, clause }));
  return {
    ...(county.geometry === undefined
      ? {}
      : { county: await draw(county.name, ["plan", "county", "geometry"], county.geometry) }),
    zones: drawn,
    overlapM2,
    outsideM2,
  };
}

/** Those of which the outline is sound. */
export function soundOutlines(drawn: readonly Drawn[]): readonly (Drawn & { readonly outline: Outline })[] {
  return drawn.filter((one): one is Drawn & { outline: Outline } => !("problems" in one.outline));
}
