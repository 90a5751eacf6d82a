import * as z from "zod";
import { decimal } from "../src/model/decimal.ts";
import { tell } from "../src/model/fact-words.ts";
import { type Fact, type Facts, holds, missingOf } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import { boundWords, flag } from "../src/model/reading.ts";
import type { Bench, Judge, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge } from "../src/model/ruling.ts";
import { all, fact, type Proof, unknown } from "../src/model/truth.ts";
import { type Words, words } from "../src/model/words.ts";
import { touchesBlock } from "./tables/block-facts.ts";

export interface Schedule extends ProvisionEntry {
  /** How many blocks are to be released in each span of years, both ends included. */
  readonly spans?:
    | readonly { readonly from: number; readonly to: number; readonly blocks: number }[]
    | undefined;
  /** The right must be in the year's release plan (年度投放计划). */
  readonly inYearPlan?: boolean | undefined;
}

/** 投放时序: when the planned blocks are to be released. */
export const releaseSchedule: Rule<readonly Schedule[]> = {
  id: "release-schedule",
  title: words("投放时序", "Release schedule"),
  purpose: words(
    "规划按年度规定区块投放个数或要求列入年度投放计划的，从区块投放的矿业权应与之相符。",
    "Where the plan says how many blocks are released in which years, or asks for a yearly release plan, a right released from a block follows it.",
  ),
  law: words(
    "《矿产资源规划编制实施办法》：矿业权投放时序",
    "Measures for making mineral-resource plans: release of rights",
  ),
  passes: words(
    "临夏县 2023 年投放第 3 个区块（计划 3 个）",
    "Linxia, the third block of 2023 (three are scheduled)",
  ),
  fails: words("临夏县 2023 年投放第 4 个：须复核", "Linxia, a fourth in 2023: review"),
  example: `- clause: XX-BLK-03
  when: { right: mining, stage: new }
  spans:
    - { from: 2026, to: 2027, blocks: 2 }
    - { from: 2028, to: 2030, blocks: 3 }`,
  section: (kit) => {
    const year = z.int().min(2000).max(2100);
    return z.array(
      kit.entry({
        spans: z
          .array(
            z.strictObject({
              from: year.describe("起始年 · first year"),
              to: year.describe("终止年 · last year"),
              blocks: z.int().min(0).describe("投放区块数 · number of blocks"),
            }),
          )
          .optional()
          .describe("各时段投放的区块数 · blocks to be released in each span of years"),
        inYearPlan: z
          .boolean()
          .optional()
          .describe("须列入年度投放计划 · it must be in the year's release plan"),
      }),
    );
  },
  reads: {
    spans: (spans) =>
      spans.map(({ from, to, blocks: count }) => ({
        label: words("区块投放", "blocks released"),
        of: words(from === to ? `${from} 年` : `${from}—${to} 年`, from === to ? `${from}` : `${from}–${to}`),
        value: boundWords("at-most", words(`${count} 个`, blocks(count))),
        limit: { value: decimal(count), counts: "blocks" },
        stricter: "less",
      })),
    inYearPlan: flag("须列入年度投放计划", "it must be in the year's release plan", "more"),
  },
  bind: eachEntry(bindSchedule),
};

function bindSchedule({ spans, inYearPlan, ...entry }: Schedule, bench: Bench): Judge {
  const provision = bench.provision(entry);
  return (facts) => {
    const scope = all([provision.scope(facts), touchesBlock(facts)]);
    return inYearPlan
      ? [yearPlan(provision, scope, facts)]
      : [schedule(spans ?? [], provision, scope, facts)];
  };
}

function yearPlan(provision: Provision, scope: Proof, facts: Facts): Ruling {
  const given = facts.block("inReleasePlan");
  return judge(provision, scope, () => ({
    met: holds(
      given,
      (value) => value,
      () => words("列入年度投放计划", "it is in the year's release plan"),
    ),
    found: () =>
      tell(
        given,
        words("已列入年度投放计划", "It is in the year's release plan"),
        words("未列入年度投放计划", "It isn't in the year's release plan"),
        words("未说明是否列入年度投放计划", "It isn't stated whether it is in the year's release plan"),
      ),
    remedy: () => by("authority", "列入年度投放计划后再行投放", "put it into the year's release plan first"),
  }));
}

type Span = NonNullable<Schedule["spans"]>[number];

function schedule(spans: readonly Span[], provision: Provision, scope: Proof, facts: Facts): Ruling {
  const year = facts.date.known ? Number(facts.date.value.slice(0, 4)) : undefined;
  const span = spans.find(({ from, to }) => year !== undefined && from <= year && year <= to);
  const released = span === undefined ? undefined : facts.register.released(span.from, span.to);
  const says = () => words("不超过当年计划投放个数", "the year's number isn't exceeded");
  const met =
    span === undefined || released === undefined
      ? unknown(missingOf(facts.date), says)
      : holds(released, (count) => count + 1 <= span.blocks, says);
  return judge(provision, scope, () => ({
    met: year !== undefined && span === undefined ? fact(false, says) : met,
    counts: true,
    found: () => releasedWords(year, span, released),
    asks: () =>
      span === undefined
        ? words("规划的投放年度", "the years scheduled")
        : words(`${yearsOf(span)} 年投放 ${span.blocks} 个`, `${blocks(span.blocks)} in ${yearsOf(span)}`),
    remedy: () =>
      released?.known
        ? by(
            "authority",
            "按投放时序顺延，或按程序调整规划",
            "release it later, or adjust the plan by due procedure",
          )
        : by(
            "authority",
            "提供登记数据（--register）中已投放区块数（blocksReleased）",
            "give the blocks released so far in the register (blocksReleased)",
          ),
  }));
}

function releasedWords(
  year: number | undefined,
  span: Span | undefined,
  released: Fact<number> | undefined,
): Words {
  if (year === undefined) return words("受理年度不明", "The year of acceptance isn't known");
  if (span === undefined) return words(`${year} 年不在投放时序内`, `The schedule has no release in ${year}`);
  if (released?.known)
    return words(
      `${yearsOf(span)} 年加本次投放第 ${released.value + 1} 个`,
      `With this one, ${blocks(released.value + 1)} in ${yearsOf(span)}`,
    );
  return words(`${yearsOf(span)} 年已投放区块数未知`, `The blocks released in ${yearsOf(span)} aren't known`);
}

function blocks(count: number): string {
  return count === 1 ? "1 block" : `${count} blocks`;
}

function yearsOf({ from, to }: Span): string {
  return from === to ? `${from}` : `${from}–${to}`;
}
