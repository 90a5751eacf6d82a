import type { Application } from "../model/application.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import type { Plan } from "../model/plan.ts";
import { CONSTRAINTS, keysOf } from "../model/terms.ts";
import { isNameOf, isSameName } from "./site-facts.ts";

type Site = NonNullable<Application["site"]>;
type Stated = NonNullable<Site["zones"]>[number];

/**
 * The application as one for another boundary: without what was declared of the old one wherever the new
 * one is measured. What no layer speaks of stays as it was declared: a part of what is inside is inside,
 * and of what is clear is clear.
 * @returns also the fields that were left out.
 */
export function withoutMeasured(
  { areaKm2, basicBlocks, site, base, ...rest }: Application,
  location: MeasuredSite,
  plan: Plan,
): { readonly application: Application; readonly setAside: readonly string[] } {
  const setAside: string[] = [];
  const aside = (field: string): undefined => {
    setAside.push(field);
    return undefined;
  };
  if (areaKm2 !== undefined) aside("areaKm2");
  if (basicBlocks !== undefined) aside("basicBlocks");
  const isMeasured = location.base !== undefined && base?.within !== undefined;
  return {
    application: {
      ...rest,
      site: site && siteWithout(site, location, plan, aside),
      base: base && { ...base, within: isMeasured ? aside("base.within") : base.within },
    },
    setAside,
  };
}

function siteWithout(
  site: Site,
  { inCounty, arableLand, constraints, zones, block, existingRights }: MeasuredSite,
  plan: Plan,
  aside: (field: string) => undefined,
): Site {
  const kept: Site = { ...site };
  if (inCounty !== undefined && site.inCounty !== undefined) kept.inCounty = aside("site.inCounty");
  if (arableLand !== undefined && site.arableLand !== undefined) kept.arableLand = aside("site.arableLand");
  if (site.constraints !== undefined) {
    const { ...left } = site.constraints;
    for (const key of keysOf(CONSTRAINTS)) {
      if (constraints[key] === undefined || left[key] === undefined) continue;
      delete left[key];
      aside(`site.constraints.${key}`);
    }
    kept.constraints = left;
  }
  if (site.zones !== undefined) {
    const left = site.zones.filter((stated) => !isDrawn(stated, [...zones.keys()], plan));
    if (left.length < site.zones.length) aside("site.zones");
    kept.zones = left.length === 0 ? undefined : left;
  }
  if (block !== undefined && site.block !== undefined) {
    const { rights, approved, inReleasePlan } = site.block;
    if (Object.keys(site.block).some((key) => !OF_THE_BLOCK.has(key))) aside("site.block");
    kept.block = { rights, approved, inReleasePlan };
  }
  if (existingRights !== undefined && site.existingRights !== undefined) {
    // Whose a right is stays true wherever it is still overlapped.
    const still = existingRights.known ? existingRights.value : [];
    const left = site.existingRights.filter(
      ({ id }) => id !== undefined && still.some((right) => right.id === id),
    );
    if (left.length < site.existingRights.length) aside("site.existingRights");
    kept.existingRights = left.length === 0 ? undefined : left;
  }
  return kept;
}

/** What no layer tells of a block, and what is so whichever part of the block is applied for. */
const OF_THE_BLOCK: ReadonlySet<string> = new Set(["rights", "approved", "inReleasePlan"]);

/**
 * A declared zone that a layer draws. Where a layer draws its kind without names, that it lies in this one
 * is for the declaration to say, and a part of what is inside is inside.
 */
function isDrawn({ name: stated, relation }: Stated, drawn: readonly string[], plan: Plan): boolean {
  const among = plan.zones.filter((zone) => isNameOf(stated, zone, plan));
  return drawn.some(
    (name) =>
      isSameName(name, stated, plan) ||
      among.some(
        (zone) => isNameOf(name, zone, plan) || (relation !== "inside" && isSameName(name, zone.kind, plan)),
      ),
  );
}
