import * as z from "zod";
import { decimal } from "../src/model/decimal.ts";
import { holds } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import type { Zone, ZoneKind } from "../src/model/plan.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, judge, notConcerned, whereConcerned } from "../src/model/ruling.ts";
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
  section: (kit) =>
    z.array(
      kit.entry({
        kind: z.enum([
          "集中开采区",
          "重点开采区",
          "重点勘查区",
          "国家规划矿区",
          "能源资源基地",
          "重点发展区域",
        ]),
      }),
    ),
  bind: (section = [], bench) => {
    const judges = section.map((capacity) => bindCapacity(capacity, bench));
    return (facts) => judges.flatMap((decide) => decide(facts));
  },
};

function bindCapacity({ kind, ...entry }: Capacity, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const zones = bench.inForce.plan.zones.filter(
    (zone): zone is Zone & { rights: number } => zone.kind === kind && zone.rights !== undefined,
  );
  return whereConcerned(provision, (facts, scope) => {
    const rulings = zones.flatMap((zone): Ruling[] => {
      const inside = holds(
        facts.relationTo(zone),
        (given) => given !== "outside",
        () => words(`位于${zone.name}`, `it lies in ${zone.name}`),
      );
      if (inside.truth === false) return [];
      const present = facts.register.rightsIn(zone);
      const shown = present.known
        ? words(`${present.value + 1} 个`, `${present.value + 1}`)
        : words("未知", "unknown");
      return [
        judge(provision, all([scope, inside]), () => ({
          met: holds(
            present,
            (rights) => rights + 1 <= zone.rights,
            () => words("不超过该区投放数量", "the zone's number isn't exceeded"),
          ),
          found: () =>
            words(
              `${zone.name}加本次的采矿权数：${shown.zh}`,
              `Rights in ${zone.name} with this one: ${shown.en}`,
            ),
          asks: () => words(`拟设 ${zone.rights} 个`, `${zone.rights} intended`),
          expected: () => words(`≤ ${zone.rights} 个`, `≤ ${zone.rights}`),
          actual: () => shown,
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
