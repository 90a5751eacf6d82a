import { unusable } from "../../input/problem.ts";
import { nearest } from "../../model/nearest.ts";
import type { PlanInForce, Zone } from "../../model/plan.ts";
import type { ZonesView } from "../../model/plan-view.ts";
import { zonesIn } from "../../model/reading.ts";
import { words } from "../../model/words.ts";
import { provisionsOf, type ReadProvision } from "../read/provisions.ts";
import { zoneView } from "../read/zone-view.ts";

/**
 * What a plan says of a zone, or of all zones of a kind: what it prints for them, and every provision
 * that speaks of them or of their kind. Throws `Unusable` if the plan has none of the name.
 */
export function zonesViewOf(name: string, inForce: PlanInForce): ZonesView {
  const zones = zonesNamed(name, inForce);
  const asked = new Set(
    zones.flatMap((zone) => [zone.kind, ...(zone.name === undefined ? [] : [zone.name])]),
  );
  return {
    asked: name,
    zones: zones.map((zone) => zoneView(zone, inForce)),
    provisions: provisionsOf(inForce)
      .filter((one) => spokenOf(one).some((zone) => asked.has(zone)) || restsOnFigure(one, zones))
      .map(({ view }) => view),
  };
}

/** By its name, with or without the county before it, by another name, or by its kind. */
function zonesNamed(asked: string, inForce: PlanInForce): readonly Zone[] {
  const { plan } = inForce;
  const plain = (text: string) => {
    const squeezed = text.normalize("NFKC").replace(/\s+/g, "");
    return squeezed.startsWith(plan.county.name) ? squeezed.slice(plan.county.name.length) : squeezed;
  };
  const names = ({ name, aliases = [] }: Zone) => [...(name === undefined ? [] : [name]), ...aliases];
  const wanted = plain(asked);
  const named = plan.zones.filter((zone) => names(zone).some((name) => plain(name) === wanted));
  const found = named.length > 0 ? named : plan.zones.filter(({ kind }) => kind === wanted);
  if (found.length > 0) return found;
  const all = [...new Set(plan.zones.flatMap((zone) => [...names(zone), zone.kind]))];
  const containing = all.filter((name) => plain(name).includes(wanted));
  const near = containing.length > 0 ? containing : nearest(asked, all, 4);
  return unusable({
    file: plan.file,
    field: "--zone",
    message: words(`本规划没有分区“${asked}”`, `this plan has no zone "${asked}"`),
    remedy:
      near.length > 0
        ? words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`)
        : words(
            `可用：${all.join("、") || "（本规划未列分区）"}`,
            `there are ${all.join(", ") || "none: the plan draws no zone"}`,
          ),
  });
}

/** A provision on what zones print of themselves is about those that print it. */
function restsOnFigure({ view }: ReadProvision, zones: readonly Zone[]): boolean {
  return view.points.some(
    ({ zoneFigure }) => zoneFigure !== undefined && zones.some((zone) => zone[zoneFigure] !== undefined),
  );
}

function spokenOf({ entry: { when }, view }: ReadProvision): readonly string[] {
  return [...(when === undefined ? [] : zonesIn(when)), ...view.points.flatMap(({ zones = [] }) => zones)];
}
