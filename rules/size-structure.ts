import * as z from "zod";
import { decimal, formatDecimal } from "../src/model/decimal.ts";
import { type Facts, missingOf } from "../src/model/facts.ts";
import { flag, numberLimit } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, whereConcerned } from "../src/model/ruling.ts";
import { fact, type Proof, unknown, whichever } from "../src/model/truth.ts";
import { type Words, words } from "../src/model/words.ts";

interface Share extends ProvisionEntry {
  readonly atLeastPercent: number;
  /** 左右: printed without a tolerance. */
  readonly about?: boolean | undefined;
}

/** 大中型比例: the share of large and medium mines once this one is granted. */
export const sizeStructure: Rule<readonly Share[]> = {
  id: "size-structure",
  title: words("大中型矿山比例", "Share of large and medium mines"),
  purpose: words(
    "新设后大中型矿山所占比例应达到规划指标；新设大中型矿山只会提高比例，不因原有比例低而受影响。",
    "With the new mine the share of large and medium mines should reach the plan's figure. A new large or medium mine only raises it, and isn't held back by the old share.",
  ),
  law: words(
    "《矿产资源规划编制实施办法》：矿山结构指标",
    "Measures for making mineral-resource plans: structure of mines",
  ),
  passes: words("新设大型矿山", "a new large mine"),
  fails: words("新设小型矿山使比例低于指标", "a new small mine that leaves the share below the figure"),
  example: "- { clause: XX-RAT-01, when: { right: mining, stage: new }, atLeastPercent: 30 }",
  section: (kit) =>
    z.array(
      kit.entry({
        atLeastPercent: z
          .number()
          .positive()
          .max(100)
          .describe("大中型矿山占比至少（%） · per cent of large and medium mines at least"),
        about: z
          .boolean()
          .optional()
          .describe("“左右”，未达到仅提示 · printed as about: a shortfall is only told"),
      }),
    ),
  reads: {
    atLeastPercent: numberLimit(
      ["大中型矿山比例", "share of large and medium mines"],
      "at-least",
      words("%", "%"),
    ),
    about: flag("左右（未刊容差）", "about (no tolerance printed)", "less"),
  },
  bind: eachEntry(bindShare),
};

function bindShare({ atLeastPercent, about, ...entry }: Share, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const expected = words(
    `${about ? "约" : "≥"} ${atLeastPercent}%`,
    `${about ? "about" : "≥"} ${atLeastPercent} %`,
  );
  return whereConcerned(provision, (facts, scope) => {
    const says = () => words(`大中型矿山比例 ${expected.zh}`, `the share is ${expected.en}`);
    const size = facts.mineSize;
    const small = shareProof(facts, 0, atLeastPercent, says);
    // A larger mine raises the share, so where it weighs it is never held against one.
    const raises = provision.force !== "expected";
    const larger = raises ? fact(true, says, "mineSize") : shareProof(facts, 1, atLeastPercent, says);
    const met = !size.known
      ? whichever(missingOf(size), [larger, small])
      : size.value === "small"
        ? small
        : larger;
    return [
      judge(provision, scope, () => ({
        met,
        counts: true,
        found: () => shareWords(facts),
        asks: () =>
          raises
            ? words(
                `大中型矿山比例 ${expected.zh}，或新设的为大中型（提高比例）`,
                `a share of large and medium mines of ${expected.en}, or a new mine of that size, which raises it`,
              )
            : words(`大中型矿山比例 ${expected.zh}`, `a share of large and medium mines of ${expected.en}`),
        expected: () => expected,
        actual: () => shareWords(facts),
        remedy: () => by("applicant", "达到中型以上建设规模", "build at least a medium mine"),
      })),
    ];
  });
}

/** The share once `added` more are large or medium and one more mine exists, compared without dividing. */
function shareProof(facts: Facts, added: 0 | 1, percent: number, says: () => Words): Proof {
  const { mines, largeMediumMines } = facts.register;
  if (!mines.known || !largeMediumMines.known)
    return unknown([...missingOf(mines), ...missingOf(largeMediumMines)], says);
  const part = decimal(largeMediumMines.value + added).times(100);
  return fact(part.gte(decimal(mines.value + 1).times(percent)), says, "register.largeMediumMines");
}

function shareWords(facts: Facts): Words {
  const { mines, largeMediumMines } = facts.register;
  const size = facts.mineSize;
  if (!mines.known || !largeMediumMines.known || !size.known)
    return words("新设后的大中型矿山比例未知", "The share after this grant isn't known");
  const part = largeMediumMines.value + (size.value === "small" ? 0 : 1);
  const share = formatDecimal(
    decimal(part)
      .times(100)
      .div(mines.value + 1),
    1,
  );
  return words(
    `新设后大中型矿山 ${part}/${mines.value + 1}，占 ${share}%`,
    `With this mine, ${part} of ${mines.value + 1} are large or medium: ${share} %`,
  );
}
