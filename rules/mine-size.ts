import * as z from "zod";
import { shown } from "../src/model/fact-words.ts";
import { type Facts, holds } from "../src/model/facts.ts";
import { eachOf, oneOf } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge } from "../src/model/ruling.ts";
import { keysOf, SIZES, type Size } from "../src/model/terms.ts";
import { joinWords, words } from "../src/model/words.ts";

interface SizeDemand extends ProvisionEntry {
  readonly sizes: readonly Size[];
  /** Which size the plan means. */
  readonly of: "mine" | "deposit";
}

const SIZE_OF = { mine: words("矿山", "the mine"), deposit: words("矿床", "the deposit") } as const;

/** 新建矿山规模类型: a new mine must be large, or must not be small. */
export const mineSize: Rule<readonly SizeDemand[]> = {
  id: "mine-size",
  title: words("新建矿山规模类型", "Size class of a new mine"),
  purpose: words(
    "规划对新建矿山的规模类型（大型、非小型）有要求的，按申报的规模类型判定；本规则不以国家标准代替规划自身的标准。",
    "Where the plan demands a size class of new mines (large; not small), the stated class decides; a national standard never stands in for the plan's own.",
  ),
  law: words("国土资发〔2004〕208号：矿山生产建设规模分类", "国土资发〔2004〕208号: classes of mine scale"),
  passes: words("平泉市集中开采区内新建大型矿山", "a new large mine in a concentrated zone of Pingquan"),
  fails: words("平泉市集中开采区内新建中型矿山", "a new medium mine in the same zone"),
  example: `- clause: XX-SIZ-01
  when: { right: mining, stage: new, touches: 重点开采区 }
  sizes: [large, medium]
  of: mine`,
  section: (kit) =>
    z.array(
      kit.entry({
        sizes: z
          .array(z.enum(keysOf(SIZES)))
          .min(1)
          .describe("允许的规模类型 · sizes that are allowed"),
        of: z
          .enum(["mine", "deposit"])
          .describe("建设规模（mine）或储量规模（deposit） · size of the mine or of the deposit"),
      }),
    ),
  reads: {
    sizes: eachOf(["允许的规模类型", "size class allowed"], SIZES, "less"),
    of: oneOf(["规模指", "size of"], SIZE_OF),
  },
  bind: eachEntry(bindDemand),
};

function bindDemand({ sizes, of, ...entry }: SizeDemand, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const wanted = joinWords(
    sizes.map((size) => SIZES[size]),
    "或",
    " or ",
  );
  return (facts) => {
    const says = () => words(`规模为${wanted.zh}`, `the size is ${wanted.en}`);
    const stated = of === "mine" ? facts.mineSize : facts.depositSize;
    return [
      judge(provision, provision.scope(facts), () => ({
        met: holds(stated, (size) => sizes.includes(size), says),
        found: () => sizesOf(facts),
        expected: () => wanted,
        actual: () => sizesOf(facts),
        remedy: () => by("applicant", `将建设规模提高到${wanted.zh}`, `raise the mine to ${wanted.en} size`),
      })),
    ];
  };
}

function sizesOf(facts: Facts) {
  const mine = shown(facts.mineSize, (size) => SIZES[size]);
  const deposit = shown(facts.depositSize, (size) => SIZES[size]);
  return words(
    `矿山规模${mine.zh}，储量规模${deposit.zh}`,
    `Mine size ${mine.en}, deposit size ${deposit.en}`,
  );
}
