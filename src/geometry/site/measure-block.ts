import { absent, type Fact } from "../../model/facts.ts";
import type { MeasuredBlock } from "../../model/measured-site.ts";
import type { BlockRelation, Right } from "../../model/terms.ts";
import { words } from "../../model/words.ts";
import type { Polygon } from "../shape/shape.ts";
import type { Layer } from "./layer.ts";
import type { RightsInBlock } from "./measure-rights.ts";
import type { Meeting, Site } from "./site.ts";
import { decided } from "./survey-fact.ts";

/**
 * The planned block of the application's own right (规划区块) that the site lies in, or the one it
 * has most in common with. Undefined where no layer holds blocks of that right.
 * @param rightsIn how many and which rights of other holders lie in some polygons of the site's plane
 */
export function measureBlock(
  site: Site,
  layers: readonly Layer[],
  right: Right,
  rightsIn: (polygons: readonly Polygon[]) => RightsInBlock | undefined,
): Fact<MeasuredBlock> | undefined {
  const own = layers.filter(({ subject }) => subject.of === "block" && subject.right === right);
  if (own.length === 0) return undefined;
  const survey = site.survey(words("规划区块", "planned block"), "block", own);
  const touched = survey.meetings
    .filter(({ m2, polygons }) => site.isTouched(m2, polygons))
    .sort((a, b) => b.m2 - a.m2);
  const [most] = touched;
  if (most === undefined) return decided({ relation: "none" }, true, survey, own);
  const holders = touched.filter(({ m2 }) => site.isCovered(m2));
  if (holders.length > 1)
    return absent({
      field: own[0]?.field ?? "layers.blocks",
      why: words(
        "申请范围同时位于多个重叠的规划区块内",
        "the site lies in several planned blocks that overlap each other",
      ),
    });
  const relation: BlockRelation = holders.length === 1 ? "inside" : "partly";
  const block = describe(holders[0] ?? most, site, rightsIn);
  // One of several that it reaches into has no name to speak of.
  const named = relation === "inside" || touched.length === 1 ? block : {};
  return decided({ relation, kind: right, ...named }, relation !== "inside", survey, own);
}

function describe(
  { feature, layer, polygons, m2 }: Meeting,
  site: Site,
  rightsIn: (polygons: readonly Polygon[]) => RightsInBlock | undefined,
): Omit<MeasuredBlock, "relation"> {
  const fields = layer.subject.of === "block" ? layer.subject.fields : {};
  const told = (field: string | undefined) => {
    const value = field === undefined ? undefined : feature.attributes[field];
    const text = value === undefined || value === null ? "" : String(value).trim();
    return text === "" ? undefined : text;
  };
  const [name, mineral, level] = [told(fields.name), told(fields.mineral), told(fields.level)];
  const rights = rightsIn(polygons);
  return {
    whole: site.covers(polygons, m2),
    ...(rights ?? {}),
    ...(name === undefined ? {} : { name }),
    ...(mineral === undefined ? {} : { mineral }),
    ...(level === undefined ? {} : { level }),
  };
}
