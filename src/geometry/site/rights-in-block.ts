import type { MeasuredBlock } from "../../model/measured-site.ts";
import { RIGHTS } from "../../model/terms.ts";
import type { Missing } from "../../model/truth.ts";
import { joinWords, type Words, words } from "../../model/words.ts";
import { commonArea } from "../overlay/coverage.ts";
import type { Polygon } from "../shape/shape.ts";
import type { Layer } from "./layer.ts";
import { type Asked, byRight, concerned, type MetRight, named, ownBy, same } from "./measure-rights.ts";
import type { Site } from "./site.ts";
import { sliverOf } from "./sliver.ts";
import { sliverOn, sourcesOf } from "./survey-fact.ts";

/** A count and what is counted; why layers leave it open; nothing where there are none. */
export interface RightsCount {
  readonly count?: number;
  readonly held?: NonNullable<MeasuredBlock["rightsHeld"]>;
  readonly open?: Missing;
}

/** The rights of other holders that lie in some polygons of the site's plane, such as a planned block. */
export function foreignRightsIn(
  polygons: readonly Polygon[],
  site: Site,
  layers: readonly Layer[],
  asked: Asked,
): RightsCount {
  if (layers.length === 0) return {};
  const { holder } = asked;
  const isOwn = ownBy(asked);
  const { meetings, doubts } = site.among(
    polygons,
    layers.map((layer) => concerned(layer, isOwn)),
  );
  const foreign: MetRight[] = [];
  const open: Words[] = [];
  for (const right of byRight(meetings)) {
    const { id, holders, meetings: parts } = right;
    const isKnown = holder !== undefined && holders.length > 0;
    if (isOwn(id, holders) || (isKnown && holders.every((one) => same(one, holder)))) continue;
    const ground = parts.flatMap((one) => one.polygons);
    const m2 = commonArea(site.plane, polygons, ground);
    const sliver = sliverOf(site, "in-common", () => m2, parts, polygons);
    if (sliver !== undefined) open.push(sliverOn(layers, sliver, inBlock(named(right))));
    else if (isKnown) foreign.push(right);
    else open.push(holderUnclear(right, holder));
  }
  const holding = layers.filter((layer) =>
    foreign.some((right) => right.meetings.some((meeting) => meeting.layer.field === layer.field)),
  );
  const from = holding.length > 0 ? holding : layers;
  const field = from[0]?.field ?? "layers.existingRights";
  // One that is there for certain is there, whatever else may be.
  const why = foreign.length > 0 ? [] : [...open, ...doubts];
  if (why.length > 0) return { open: { field, why: joinWords(why, "；", "; ") } };
  return {
    count: foreign.length,
    held: { names: joinWords(foreign.map(rightWords)), field, source: sourcesOf(from) },
  };
}

function inBlock(right: Words): Words {
  return words(`规划区块与${right.zh}重叠`, `overlap of the planned block with ${right.en}:`);
}

/** That a right lies in a block, and whose it is can't be told. */
function holderUnclear(right: MetRight, holder: string | undefined): Words {
  const from = sourcesOf(right.meetings.map(({ layer }) => layer));
  const which = rightWords(right);
  return holder === undefined
    ? words(
        `${from.zh}：规划区块内有${which.zh}，申请未写申请人名称，不能核对是否同一主体`,
        `${from.en}: ${which.en} lies in the planned block, and the application names no applicant to hold against its holder`,
      )
    : words(
        `${from.zh}：规划区块内有${which.zh}，图层没有其权利人，不知是否同一主体`,
        `${from.en}: ${which.en} lies in the planned block, and the layer doesn't name its holder`,
      );
}

/** A right by its kind, its number and its holder. */
function rightWords({ id, right, holders, meetings }: MetRight): Words {
  const kind = right === undefined ? words("矿业权", "right") : RIGHTS[right];
  const place = meetings[0]?.feature.place;
  const name = id === undefined ? place : words(id, id);
  const whose = [...new Set(holders)].join("、");
  const held = whose === "" ? words("", "") : words(`（${whose}）`, ` (${whose})`);
  return words(`${kind.zh} ${name?.zh ?? ""}${held.zh}`, `${kind.en} ${name?.en ?? ""}${held.en}`);
}
