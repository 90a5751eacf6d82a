import * as z from "zod";
import { decimal } from "../src/model/decimal.ts";
import { inZone, shown } from "../src/model/fact-words.ts";
import { holds } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import { ZONE_KINDS, type Zone, type ZoneKind } from "../src/model/plan.ts";
import { touches } from "../src/model/proofs.ts";
import { zoneKind } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, notConcerned, whereConcerned } from "../src/model/ruling.ts";
import { all } from "../src/model/truth.ts";
import { words } from "../src/model/words.ts";

interface Capacity extends ProvisionEntry {
  readonly kind: ZoneKind;
}

/** 分区投放数量: how many rights a zone is to hold. */
export const zoneCapacity: Rule<readonly Capacity[]> = {
  id: "zone-capacity",
  title: words("分区投放数量", "Rights in a zone"),
  purpose: words(
    "分区内已设采矿权加上本次申请，不超过该区拟设（投放）数量。",
    "The rights in a zone plus this one stay within the number that the plan intends for it.",
  ),
  law: words(
    "《矿产资源规划编制实施办法》：矿业权投放",
    "Measures for making mineral-resource plans: release of rights",
  ),
  passes: words(
    "喀左县丛元号村集中开采区（投放 1 个），区内尚无采矿权",
    "a zone of Kazuo meant for one right that has none yet",
  ),
  fails: words("同上，区内已有 1 个：须复核", "the same zone with one already: review"),
  example: `- clause: XX-SPA-04
  when: { right: mining, stage: new, mineral: 普通建筑用砂石土 }
  kind: 集中开采区`,
  section: (kit) =>
    z.array(
      kit.entry({
        kind: z.enum(ZONE_KINDS).describe("区类 · kind of zone"),
      }),
    ),
  reads: { kind: zoneKind },
  bind: eachEntry(bindCapacity),
};

function bindCapacity({ kind, ...entry }: Capacity, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const zones = bench.inForce.plan.zones.filter(
    (zone): zone is Zone & { rights: number } => zone.kind === kind && zone.rights !== undefined,
  );
  return whereConcerned(provision, (facts, scope) => {
    const rulings = zones.flatMap((zone): Ruling[] => {
      const inside = touches(zone, facts);
      if (inside.truth === false) return [];
      const present = facts.register.rightsIn(zone);
      const where = inZone(zone, facts);
      const after = shown(present, (rights) => words(`${rights + 1} 个`, `${rights + 1}`));
      return [
        judge(provision, all([scope, inside]), () => ({
          met: holds(
            present,
            (rights) => rights + 1 <= zone.rights,
            () => words("不超过该区投放数量", "the zone's number isn't exceeded"),
          ),
          counts: true,
          found: () =>
            words(
              `${where.zh}，加本次的采矿权数：${after.zh}`,
              `${where.en}, rights with this one: ${after.en}`,
            ),
          asks: () => words(`拟设 ${zone.rights} 个`, `${zone.rights} intended`),
          expected: () => words(`≤ ${zone.rights} 个`, `≤ ${zone.rights}`),
          actual: () => after,
          margin: present.known
            ? {
                left: decimal(zone.rights - present.value - 1),
                limit: decimal(zone.rights),
                unit: words("个", "rights"),
              }
            : undefined,
          remedy: () =>
            present.known
              ? by(
                  "authority",
                  "区内已满，另选分区或按程序调整规划",
                  "the zone is full: choose another, or adjust the plan by due procedure",
                )
              : by(
                  "authority",
                  "提供登记数据（--register）中该区已设采矿权数",
                  "give the rights in the zone in the register (--register)",
                ),
        })),
      ];
    });
    if (rulings.length > 0) return rulings;
    const inOne = holds(
      facts.relationToKind(kind),
      () => false,
      () => words(`位于规划了数量的${kind}`, `it lies in a ${kind} with an intended number`),
    );
    return [notConcerned(provision, all([scope, inOne]))];
  });
}
