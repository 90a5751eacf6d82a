import { asGiven, openWords } from "../../src/model/fact-words.ts";
import { type Facts, holds, isDisputed } from "../../src/model/facts.ts";
import { by, type Statement } from "../../src/model/ruling.ts";
import { fact, unknown, unsettled } from "../../src/model/truth.ts";
import { words } from "../../src/model/words.ts";
import { touchesBlock } from "./block-facts.ts";

/** What a plan asks of a right about taking its block, or the resource, as a whole. */
export interface WholeDemand {
  /** The plan speaks of a resource, not of its blocks, so taking part of a block splits nothing. */
  readonly partOfBlock?: boolean | undefined;
  /** The plan wants the whole block and forbids splitting, so in a block both must be stated. */
  readonly bothStated?: boolean | undefined;
}

/**
 * Either statement is enough to tell that the resource is split up; and that it isn't, unless the plan
 * asks for both.
 */
export function takenWhole({ partOfBlock, bothStated }: WholeDemand, facts: Facts): Statement {
  const wholeBlock = facts.block("whole");
  const covers = holds(
    wholeBlock,
    (given) => given,
    () => words("覆盖整个区块", "it covers the whole block"),
  );
  const declared = facts.declared("splits-resource");
  const unsplit = holds(
    declared,
    (given) => !given,
    () => words("不分割资源", "the resource isn't split up"),
  );
  // A declaration that it is split up outweighs the block's outline.
  const way = asGiven(unsplit.truth !== false && wholeBlock.known ? wholeBlock : declared);
  const says = () => words("整体勘查开采，不分割资源", "the resource is taken as a whole");
  const split = unsplit.truth === false || (covers.truth === false && !partOfBlock);
  const stated = [covers, unsplit].map(({ truth }) => truth === true);
  const both = bothStated && touchesBlock(facts).truth !== false;
  // Said to cover the block and measured not to: that the resource isn't split doesn't settle it.
  const doubtful = isDisputed(wholeBlock) && !partOfBlock;
  const enough = !doubtful && (both ? stated.every(Boolean) : stated.some(Boolean));
  const met = split
    ? fact(false, says)
    : enough
      ? fact(true, says)
      : unknown(unsettled([unsplit, covers]), says);
  return {
    met,
    found: () =>
      met.truth === "unknown"
        ? unsplit.truth === true
          ? openWords(
              wholeBlock,
              words("未说明是否覆盖整个区块", "It isn't stated whether the whole block is covered"),
              words("是否覆盖整个区块不能判定", "Whether the whole block is covered can't be told"),
            )
          : words("未说明是否分割资源", "It isn't stated whether the resource is split up")
        : met.truth
          ? words(`整体设置，未分割资源${way.zh}`, `The resource is taken as a whole${way.en}`)
          : words(`分割资源、化整为零${way.zh}`, `The resource is split up${way.en}`),
    remedy: () => by("applicant", "按整个区块（资源整体）申请", "apply for the whole block or resource"),
  };
}
