import { absent, type Fact } from "../../model/facts.ts";
import type { MeasuredBlock } from "../../model/measured-site.ts";
import type { BlockRelation, Right } from "../../model/terms.ts";
import { words } from "../../model/words.ts";
import type { Polygon } from "../shape/shape.ts";
import { textIn } from "./features.ts";
import type { Layer } from "./layer.ts";
import type { Meeting } from "./meeting.ts";
import type { RightsCount } from "./rights-in-block.ts";
import type { Site } from "./site.ts";
import { type Sliver, sliverOf } from "./sliver.ts";
import { decided, leftOpen, overlapsBy, sliverOn, sticksOut } from "./survey-fact.ts";

const A_BLOCK = words("规划区块", "planned block");
const THE_BLOCK = words("规划区块", "the planned block");
const THE_REST = words("规划区块超出申请范围", "the planned block sticks out of the site by");

/** How many rights of other holders lie in some ground, and which; nothing where nobody can tell. */
type RightsIn = (polygons: readonly Polygon[]) => RightsCount;

/**
 * The planned block of the application's own right (规划区块) that the site lies in, or the one it
 * has most in common with. Undefined where no layer holds blocks of that right.
 * @param rightsIn of some polygons of the site's plane
 */
export function measureBlock(
  site: Site,
  layers: readonly Layer[],
  right: Right,
  rightsIn: RightsIn,
): Fact<MeasuredBlock> | undefined {
  const own = layers.filter(({ subject }) => subject.of === "block" && subject.right === right);
  if (own.length === 0) return undefined;
  const survey = site.survey(A_BLOCK, "block", own);
  const touched = survey.meetings.filter((meeting) => site.isMet(meeting)).sort((a, b) => b.m2 - a.m2);
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
  if (holders.length === 0) {
    const nearly = touched.flatMap((one) => sliverOf(site, "beyond", () => site.m2 - one.m2, [one]) ?? []);
    const [beyond] = nearly;
    if (beyond !== undefined) return leftOpen(beyond, sticksOut(THE_BLOCK), survey, own);
    const slivers = touched.map((one) => sliverOf(site, "in-common", () => one.m2, [one]));
    const [common] = slivers;
    if (common !== undefined && !slivers.includes(undefined))
      return leftOpen(common, overlapsBy(THE_BLOCK), survey, own);
  }
  const relation: BlockRelation = holders.length === 1 ? "inside" : "partly";
  const block = describe(holders[0] ?? most, site, rightsIn);
  // One of several that it reaches into has no name to speak of.
  const named = relation === "inside" || touched.length === 1 ? block : {};
  return decided({ relation, kind: right, ...named }, relation !== "inside", survey, own);
}

/** What of the block the site doesn't cover, if that is no more than a sliver. */
function restOf(meeting: Meeting, site: Site): Sliver | undefined {
  const polygons = site.wholeOf(meeting.feature, meeting.layer);
  return sliverOf(site, "rest", () => site.areaOf(polygons) - meeting.m2, [{ ...meeting, polygons }]);
}

function describe(meeting: Meeting, site: Site, rightsIn: RightsIn): Omit<MeasuredBlock, "relation"> {
  const { feature, layer } = meeting;
  const fields = layer.subject.of === "block" ? layer.subject.fields : {};
  const told = (field: string | undefined) => textIn(feature.attributes, field);
  const [name, mineral, level] = [told(fields.name), told(fields.mineral), told(fields.level)];
  const { count, held, open } = rightsIn(site.wholeOf(feature, layer));
  const whole = site.covers(meeting);
  const rest = whole ? undefined : restOf(meeting, site);
  const unsure = {
    ...(rest === undefined ? {} : { whole: { field: layer.field, why: sliverOn([layer], rest, THE_REST) } }),
    ...(open === undefined ? {} : { rights: open }),
  };
  return {
    ...(rest === undefined ? { whole } : {}),
    ...(count === undefined ? {} : { rights: count }),
    ...(held === undefined ? {} : { rightsHeld: held }),
    ...(Object.keys(unsure).length === 0 ? {} : { unsure }),
    ...(name === undefined ? {} : { name }),
    place: words(`${layer.source.zh}${feature.place.zh}`, `${layer.source.en} ${feature.place.en}`),
    ...(mineral === undefined ? {} : { mineral }),
    ...(level === undefined ? {} : { level }),
  };
}
