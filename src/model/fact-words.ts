import { type Decimal, formatDecimal } from "./decimal.ts";
import type { Fact, Facts } from "./facts.ts";
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
