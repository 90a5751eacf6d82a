import { decimal, formatDecimal } from "../../model/decimal.ts";
import { km2Words } from "../../model/fact-words.ts";
import type { Zone } from "../../model/plan.ts";
import { agreesAsPrinted } from "../../model/rounding.ts";
import { type Words, words } from "../../model/words.ts";
import type { Layer } from "./layer.ts";
import type { PlanZones } from "./measure.ts";
import { km2 } from "./site.ts";

/**
 * How far the drawn area of a zone may be from the printed one before the drawing is taken for that of
 * something else. No rule sets this: it is mineright's own yardstick, and reports say so.
 */
const MOST = decimal("0.01");

/** That the drawn area of a zone isn't the one that the plan prints. */
export interface AreaDifference {
  readonly says: Words;
  /** By so much that what is drawn may be another zone. */
  readonly isTooFar: boolean;
}

/**
 * Holds a zone's drawn area against the plan's printed one. Undefined: it is the printed figure within its
 * rounding, or one of the two isn't known.
 */
export function areaDifference(
  zone: Zone | undefined,
  layers: readonly Layer[],
  plan: PlanZones,
): AreaDifference | undefined {
  if (zone?.areaKm2 === undefined) return undefined;
  const m2 = drawnArea(zone, layers, plan);
  if (m2 === undefined) return undefined;
  const [printed, drawn] = [decimal(zone.areaKm2), km2(m2)];
  if (agreesAsPrinted(zone.areaKm2, drawn)) return undefined;
  const difference = drawn.minus(printed).abs();
  const isTooFar = difference.gt(printed.times(MOST));
  const percent = formatDecimal(difference.div(printed).times(100), 2);
  const [is, wanted] = [km2Words(drawn, 4), `${zone.areaKm2}`];
  const most = formatDecimal(MOST.times(100));
  const follows = isTooFar
    ? words(
        `超过 ${most}%（mineright 自定界限），所画可能不是该区`,
        `more than ${most}%, mineright's own yardstick, so it may be another area that is drawn`,
      )
    : words(
        "超出所印数字的舍入，仍据以判定",
        "beyond the rounding of that figure; it is decided by all the same",
      );
  return {
    says: words(
      `${zone.name}：图层面积 ${is.zh}，规划为 ${wanted} 平方千米，相差 ${percent}%，${follows.zh}`,
      `${zone.name}: drawn with ${is.en}, in the plan it has ${wanted} km²; they differ by ${percent}%, ${follows.en}`,
    ),
    isTooFar,
  };
}

/** Of all layers that draw the zone; undefined where one of its features has no sound shape. */
function drawnArea(zone: Zone, layers: readonly Layer[], plan: PlanZones): number | undefined {
  let sum: number | undefined;
  for (const { subject, names, areas } of layers) {
    const own = subject.of === "zone" ? [subject.name] : [...names];
    for (const name of own.filter((one) => plan.named(one) === zone)) {
      const m2 = areas?.get(name);
      if (m2 === undefined) return undefined;
      sum = (sum ?? 0) + m2;
    }
  }
  return sum;
}
