import type { RefinementCtx } from "zod";
import * as z from "zod";
import { decimal } from "../src/model/decimal.ts";
import { type Fact, type Facts, missingOf } from "../src/model/facts.ts";
import { type Grown, growsFrom } from "../src/model/grown.ts";
import { bounded, compare, exactly, type Range } from "../src/model/range.ts";
import {
  type Bound,
  eachMineral,
  flag,
  numberLimit,
  numberStated,
  type Reading,
  told,
} from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, whereConcerned } from "../src/model/ruling.ts";
import { refuse } from "../src/model/schema.ts";
import { type Proof, unknown } from "../src/model/truth.ts";
import { verbatim, type Words, words } from "../src/model/words.ts";

export interface CountLimit extends ProvisionEntry {
  /** 以内, ≤: the number itself is allowed … */
  readonly atMost?: number | undefined;
  /** … or ＜: it isn't. */
  readonly below?: number | undefined;
  /** Counts the rights of one mineral instead of all mines. */
  readonly mineral?: string | undefined;
  /** Counts 固体矿山 only. */
  readonly solidOnly?: boolean | undefined;
  readonly baseline?: Words | undefined;
  /** Those of the plan's base year, by which the plan itself is checked; never used as today's. */
  readonly existing?: number | undefined;
}

const COUNT = ["矿山（采矿权）数", "number of mines (rights)"] as const;

function countLimit(bound: Bound, most: number, { mineral }: CountLimit): readonly Reading[] {
  return numberLimit(
    COUNT,
    bound,
    words("个", "mines"),
  )(most, mineral).map((limit) =>
    mineral === undefined ? limit : { ...limit, of: verbatim(mineral), minerals: [mineral] },
  );
}

/** 矿山数量: how many mines there may be once this one is granted. */
export const mineCount: Rule<readonly CountLimit[]> = {
  id: "mine-count",
  title: words("矿山数量", "Number of mines"),
  purpose: words(
    "现有矿山数加上本次新设（由已有矿山合并或扩大而成的不增加）不超过规划的控制数；“以内”“≤”含本数，“＜”不含。规划期末的控制数约束期内每一次新设。",
    "The mines that exist plus the new one (none, where it grows from mines that exist) stay within the plan's number. 以内 and ≤ include it, ＜ doesn't. A number for the end of the period binds every grant within it.",
  ),
  law: words(
    "《矿产资源规划编制实施办法》：矿山数量控制指标",
    "Measures for making mineral-resource plans: number of mines",
  ),
  passes: words("方城县现有 43 个，新设 1 个（＜45）", "Fangcheng, 43 mines and one more (below 45)"),
  fails: words(
    "临夏县现有 24 个，新设 1 个（24 个以内，约束性）",
    "Linxia, 24 mines and one more (within 24, binding)",
  ),
  example: `- clause: XX-CNT-01
  when: { right: mining, stage: new }
  atMost: 30`,
  section: (kit) =>
    z.array(
      kit
        .entry({
          atMost: z.int().positive().optional().describe("以内、≤：含本数 · at most so many"),
          below: z.int().positive().optional().describe("＜：不含本数 · fewer than so many"),
          mineral: kit.mineral
            .optional()
            .describe("只计某一矿种的采矿权 · counts the rights for one mineral only"),
          solidOnly: z.boolean().optional().describe("只计固体矿山 · counts solid-mineral mines only"),
          baseline: kit.words
            .optional()
            .describe("规划基期的数，仅作背景 · the plan's own base-year number, background only"),
          existing: z
            .int()
            .min(0)
            .optional()
            .describe("规划基期现有的数 · how many there were in the base year"),
        })
        .superRefine(oneLimit),
    ),
  reads: {
    atMost: (most, entry) => countLimit("at-most", most, entry),
    below: (most, entry) => countLimit("below", most, entry),
    mineral: eachMineral(["只计此矿种的采矿权", "counts rights of this mineral only"]),
    solidOnly: flag("只计固体矿山", "counts solid-mineral mines only"),
    baseline: told(["基准年", "base year"]),
    existing: numberStated(["基准年的数", "number in the base year"], words("个", "mines")),
  },
  bind: eachEntry(bindLimit),
};

function oneLimit(entry: CountLimit, context: RefinementCtx): void {
  if ((entry.atMost === undefined) !== (entry.below === undefined)) return;
  refuse(context, entry, words("数量须有一个上限", "a number of mines has one limit"), {
    remedy: words(
      "写 atMost（含本数）或 below（不含），只写一个",
      "write either atMost (inclusive) or below (exclusive)",
    ),
  });
}

function bindLimit(
  { atMost, below, mineral, solidOnly, baseline, ...entry }: CountLimit,
  bench: Bench,
): Judge {
  const provision = bench.provision(entry);
  const term = mineral === undefined ? undefined : bench.inForce.minerals.term(mineral);
  const limit =
    atMost === undefined
      ? { sign: "＜", number: below ?? 0, most: (below ?? 0) - 1, as: "below" as const }
      : { sign: "≤", number: atMost, most: atMost, as: "at-most" as const };
  const mines = solidOnly ? words("固体矿山", "solid-mineral mines") : words("矿山", "mines");
  const what = mineral === undefined ? mines : words(`${mineral}采矿权`, `rights for ${mineral}`);
  const expected = words(
    `${limit.sign} ${limit.number}`,
    `${limit.sign === "＜" ? "<" : "≤"} ${limit.number}`,
  );
  return whereConcerned(provision, (facts, scope) => {
    const { register } = facts;
    const all = solidOnly ? register.solidMines : register.mines;
    const present = term === undefined ? all : register.minesOf(term);
    const says = () =>
      words(`新设后${what.zh}数 ${expected.zh}`, `with this one, the number of ${what.en} is ${expected.en}`);
    const grown = term === undefined ? growsFrom(facts.application) : undefined;
    const after = present.known ? countAfter(present.value, grown, facts) : undefined;
    const met: Proof =
      after === undefined
        ? unknown(present.known ? [] : present.missing, says)
        : compare(after, limit.as, decimal(limit.number), says);
    return [
      judge(provision, scope, () => ({
        met,
        counts: true,
        found: () =>
          present.known && grown !== undefined
            ? grownWords(present.value, what, grown)
            : countWords(present, what, baseline),
        asks: () => words(`${what.zh}数 ${expected.zh}`, `the number of ${what.en} ${expected.en}`),
        expected: () => expected,
        actual: () => afterWords(after),
        margin:
          after?.high === undefined
            ? undefined
            : {
                left: decimal(limit.most).minus(after.high),
                limit: decimal(limit.most),
                unit: words("个", what.en),
              },
        remedy: () =>
          present.known
            ? by("authority", "先行关闭、注销或整合其他矿山", "close, cancel or merge other mines first")
            : by(
                "authority",
                `提供登记数据（--register）中的${what.zh}数`,
                `give the number of ${what.en} in the register (--register)`,
              ),
      })),
    ];
  });
}

function countAfter(present: number, grown: Grown | undefined, facts: Facts): Range {
  if (grown === undefined) return exactly(decimal(present + 1));
  if (grown === "enlargement") {
    const holder = facts.base("sameHolder");
    return bounded(decimal(present), decimal(holder.known ? present : present + 1), missingOf(holder));
  }
  const why = words("合并的矿山数未说明", "how many mines merge isn't stated");
  // Two at least become one.
  return {
    low: decimal(1),
    high: decimal(Math.max(present - 1, 1)),
    missing: [{ field: "base", why }],
  };
}

function afterWords(after: Range | undefined): Words {
  if (after?.high === undefined) return words("未知", "unknown");
  const most = after.high.toFixed();
  return after.missing.length === 0 ? words(most, most) : words(`不超过 ${most}`, `at most ${most}`);
}

function grownWords(present: number, what: Words, grown: Grown): Words {
  return grown === "merger"
    ? words(
        `现有${what.zh} ${present} 个，本次由其中数个合并而成`,
        `There are ${present} ${what.en}, some of which merge into this one`,
      )
    : words(
        `现有${what.zh} ${present} 个，本次由其中一个扩大而成`,
        `There are ${present} ${what.en}, one of which grows into this one`,
      );
}

function countWords(present: Fact<number>, what: Words, baseline: Words | undefined): Words {
  if (present.known)
    return words(
      `现有${what.zh} ${present.value} 个，加本次为 ${present.value + 1} 个`,
      `There are ${present.value} ${what.en}, ${present.value + 1} with this one`,
    );
  const known = baseline ?? words("", "");
  return words(
    `现有${what.zh}数未知${known.zh && `（${known.zh}，仅作背景）`}`,
    `The present number of ${what.en} isn't known${known.en && ` (${known.en}; background only)`}`,
  );
}
