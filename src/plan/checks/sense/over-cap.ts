import type { CountLimit } from "../../../../rules/mine-count.ts";
import { words } from "../../../model/words.ts";
import type { Check, PlanUnderCheck } from "../check.ts";
import { clauseOf, entriesOf } from "../sections.ts";

/** The mines of the base year and those that the plan itself draws blocks for stay within its number. */
export const overCap: Check = {
  code: "over-cap",
  level: "warning",
  mayBeSo: true,
  title: words("现有加规划区块超过控制数", "Planned beyond the cap"),
  why: words(
    "基年矿山数（existing）加上开采规划区块（没有区块的，加分区拟设数）超过规划的控制数：按规划全部投放就会突破。可能抄错；规划确实如此的，以 contradictions 记录。",
    "The mines of the base year (existing) and the mining blocks (or, where there are none, the rights that zones are meant for) exceed the plan's own number. A figure may be miscopied; if the plan has it so, a contradiction records it.",
  ),
  wrong: { of: "below: 45", by: "below: 43" },
  right: { of: "below: 45", by: "below: 44" },
  *looks(given) {
    for (const { entry, path } of entriesOf(given.plan, "mine-count")) {
      const { existing, atMost, below } = entry;
      if (existing === undefined) continue;
      const planned = plannedFor(entry, given);
      const most = atMost ?? (below ?? 0) - 1;
      const sign = atMost === undefined ? `＜${below}` : `≤${atMost}`;
      const clause = clauseOf(entry);
      yield existing + planned <= most
        ? undefined
        : {
            path: [...path, atMost === undefined ? "below" : "atMost"],
            subject: clause ?? "mine-count",
            finds: `${existing + planned} > ${most}`,
            clause,
            message: words(
              `现有 ${existing} 个加规划 ${planned} 个为 ${existing + planned} 个，超过控制数 ${sign}`,
              `${existing} existing and ${planned} planned make ${existing + planned}, beyond ${sign.replace("＜", "< ").replace("≤", "≤ ")}`,
            ),
            remedy: words("对照规划核对各数", "check the figures"),
          };
    }
  },
};

/** Blocks for mining, or where the plan draws none the rights intended for its zones; of one mineral where asked. */
function plannedFor({ mineral }: CountLimit, { plan, minerals }: PlanUnderCheck): number {
  const term = mineral === undefined ? undefined : minerals.term(mineral);
  const counts = (names: readonly string[]) =>
    term === undefined || minerals.termsOf(names).some((one) => minerals.covers(term, one));
  const blocks = plan.blocks.filter(({ kind }) => kind === "mining");
  return blocks.length > 0
    ? blocks
        .filter((block) => counts(block.mineral === undefined ? [] : [block.mineral]))
        .reduce((sum, { count }) => sum + count, 0)
    : plan.zones
        .filter((zone) => counts(zone.minerals ?? []))
        .reduce((sum, { rights = 0 }) => sum + rights, 0);
}
