import type { BlockFamily, PlanInForce, Zone } from "../../model/plan.ts";
import { zoneWords } from "../../model/plan.ts";
import type { BlockView, ZoneView } from "../../model/plan-view.ts";
import { eachMineral, eachOf, figureLimit, numberStated, type Point } from "../../model/reading.ts";
import { AUTHORITIES } from "../../model/terms.ts";
import { verbatim, words } from "../../model/words.ts";

const ZONE_MINERALS = eachMineral(["矿种", "mineral"]);
const ZONE_GROUPS = eachMineral(["也称", "also called"]);
const AREA = numberStated(["面积", "area"], words("平方千米", "km²"));
const RIGHTS_PLANNED = numberStated(["拟设采矿权", "rights planned"], words("个", "rights"), "less");
const COUNT = numberStated(["个数", "number"], words("个", "blocks"), "less");
const LEVELS = eachOf(["发证级别", "level"], AUTHORITIES);

/** A zone of the plan, its figures in words. */
export function zoneView(zone: Zone, { clauses }: PlanInForce): ZoneView {
  return {
    zone,
    title: zone.name === undefined ? unnamed(zone) : verbatim(zone.name),
    points: zonePoints(zone),
    citation: clauses.cite(zone.clause),
  };
}

function unnamed({ kind, count }: Zone) {
  const { zh, en } = zoneWords(kind);
  return words(`${zh}（未刊名称，${count ?? 1} 处）`, `${en}, unnamed: ${count ?? 1}`);
}

function zonePoints(zone: Zone): readonly Point[] {
  const { name, aliases = [], kind, minerals, groups, areaKm2, rights, minimum, count } = zone;
  return [
    ...(name === undefined ? [] : [{ label: words("类别", "kind"), value: zoneWords(kind) }]),
    ...aliases.map((alias) => ({ label: words("别称", "other name"), of: verbatim(alias) })),
    ...(minerals === undefined ? [] : ZONE_MINERALS(minerals, zone)),
    ...(groups === undefined ? [] : ZONE_GROUPS(groups, zone)),
    ...(areaKm2 === undefined ? [] : AREA(areaKm2, zone)),
    ...(rights === undefined ? [] : RIGHTS_PLANNED(rights, zone)),
    ...(minimum === undefined
      ? []
      : [{ label: words("最低生产规模", "minimum scale"), ...figureLimit("at-least", minimum) }]),
    ...(count === undefined
      ? []
      : [{ label: words("处数", "how many"), value: words(`${count} 处`, `${count}`) }]),
  ];
}

/** Planned blocks of the plan, their figures in words. */
export function blockView(family: BlockFamily, { clauses }: PlanInForce): BlockView {
  const { kind, count, name, mineral, level } = family;
  const what =
    kind === "mining"
      ? words("开采规划区块", "planned mining blocks")
      : words("勘查规划区块", "planned exploration blocks");
  return {
    family,
    title: name === undefined ? what : words(`${what.zh} ${name}`, `${what.en} ${name}`),
    points: [
      ...(mineral === undefined ? [] : ZONE_MINERALS(mineral, family)),
      ...COUNT(count, family),
      ...(level === undefined ? [] : LEVELS([level].flat(), family)),
    ],
    citation: clauses.cite(family.clause),
  };
}
