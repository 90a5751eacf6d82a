import { type Decimal, formatDecimal } from "./decimal.ts";
import { type Fact, type Facts, isDisputed, isMeasured } from "./facts.ts";
import type { Zone } from "./plan.ts";
import { type Words, words } from "./words.ts";

/** What is known of a fact, as a report shows it: its value, or 未知. */
export function shown<T>(given: Fact<T>, print: (value: T) => Words): Words {
  return given.known ? print(given.value) : words("未知", "unknown");
}

/** Tells of a yes-or-no fact that it is so, that it isn't, or that nobody stated it. */
export function tell(given: Fact<boolean>, yes: Words, no: Words, notStated: Words): Words {
  if (!given.known) return notStated;
  return given.value ? yes : no;
}

/** Of a fact that isn't known: that nobody stated it, or that what there is of it doesn't tell. */
export function openWords(given: Fact<unknown>, notStated: Words, undecided: Words): Words {
  return isDisputed(given) ? undecided : notStated;
}

/** How a known fact came about, in brackets; nothing of one that isn't known. */
export function asGiven(given: Fact<unknown>): Words {
  if (!given.known) return words("", "");
  const { zh, en } = wayOf(given);
  return words(`（${zh}）`, ` (${en})`);
}

/** How a fact came about: `申报`, `按图层量算 红线.shp，现势 2024-05-01`, `按坐标量算`. */
export function wayOf(given: Fact<unknown>): Words {
  if (!given.known || given.source === undefined) return DECLARED;
  if (given.field === "geometry") return FROM_COORDINATES;
  return words(`按图层量算 ${given.source.zh}`, `measured on ${given.source.en}`);
}

const DECLARED = words("申报", "as declared");
const FROM_COORDINATES = words("按坐标量算", "measured from the coordinates");

/** An area as a report shows it: a measured one to the four digits that areas are printed with. */
export function areaWords(area: Fact<Decimal>): Words {
  return shown(area, (value) => {
    const { zh, en } = km2Words(value, isMeasured(area) ? 4 : undefined);
    const by = asGiven(area);
    return words(`${zh}${by.zh}`, `${en}${by.en}`);
  });
}

/** What four decimals of a km² would hide. */
const LEAST_KM2 = 0.0001;

/** An area in 平方千米, rounded to `places` where they are given; in 平方米 then, where it is very small. */
export function km2Words(area: Decimal, places?: number): Words {
  if (places !== undefined && area.gt(0) && area.lt(LEAST_KM2)) {
    const m2 = formatDecimal(area.times(1_000_000), 2);
    return words(`${m2} 平方米`, `${m2} m²`);
  }
  const figure = formatDecimal(area, places);
  return words(`${figure} 平方千米`, `${figure} km²`);
}

/** Where a sentence about a zone stands: in it, or in it only if the site does lie there. */
export function inZone(zone: Zone, facts: Facts): Words {
  const relation = facts.relationTo(zone);
  const by = asGiven(relation);
  return relation.known
    ? words(`位于${zone.name}${by.zh}`, `In ${zone.name}${by.en}`)
    : words(`若位于${zone.name}`, `If it lies in ${zone.name}`);
}
