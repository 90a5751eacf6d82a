import { type Decimal, formatDecimal } from "./decimal.ts";
import { type Fact, type Facts, isDisputed } from "./facts.ts";
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

/**
 * What is said of a fact that isn't known: that nobody stated it, or why it can't be told from what
 * was stated and measured.
 */
export function whyOpen(given: Fact<unknown>, notStated: Words): Words {
  const [first] = given.known || !isDisputed(given) ? [] : given.missing;
  return first?.why ?? notStated;
}

/** How a known fact came about: 申报, or what it was measured on; nothing of one that isn't known. */
export function asGiven(given: Fact<unknown>): Words {
  if (!given.known) return words("", "");
  if (given.source === undefined) return words("（申报）", " (as declared)");
  const by = measuredOn(given);
  return words(`（${by.zh}）`, ` (${by.en})`);
}

/** `按图层量算 红线.shp，现势 2024-05-01`, or that it follows from the coordinates alone. */
export function measuredOn(given: Fact<unknown>): Words {
  if (!given.known || given.source === undefined || given.field === "geometry") return FROM_COORDINATES;
  return words(`按图层量算 ${given.source.zh}`, `measured on ${given.source.en}`);
}

const FROM_COORDINATES = words("按坐标量算", "measured from the coordinates");

/** An area in 平方千米, rounded to `places` where they are given. */
export function km2Words(area: Decimal, places?: number): Words {
  const figure = formatDecimal(area, places);
  return words(`${figure} 平方千米`, `${figure} km²`);
}

/** Where a sentence about a zone stands: in it, or in it only if the site does lie there. */
export function inZone(zone: Zone, facts: Facts): Words {
  return facts.relationTo(zone).known
    ? words(`位于${zone.name}`, `In ${zone.name}`)
    : words(`若位于${zone.name}`, `If it lies in ${zone.name}`);
}
