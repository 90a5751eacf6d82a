import type { Application } from "../model/application.ts";
import type { Stage } from "../model/condition.ts";
import { STAGE_WORDS } from "../model/condition-words.ts";
import { disputed, type Fact, type Facts, isDisputed, known, missingOf } from "../model/facts.ts";
import { isLarger } from "../model/rounding.ts";
import { fact, type Proof, unknown } from "../model/truth.ts";
import { joinWords, words } from "../model/words.ts";

/**
 * Whether the application is at one of these stages. A 探转采 is a new mine for every provision on
 * 新建 or 新设 mines; a change of unstated kind may be an expansion.
 */
export function isAtStage(facts: Facts, stages: readonly Stage[]): Proof {
  const says = () => {
    const list = joinWords(
      stages.map((stage) => STAGE_WORDS[stage]),
      "、",
      " or ",
    );
    return words(`申请事项为${list.zh}`, `the application is ${list.en}`);
  };
  const { operation, changes } = facts.application;
  const grows = stages.includes("expansion") ? growsInArea(facts) : known(false, "areaKm2");
  if (grows.known && grows.value) return fact(true, says, "areaKm2");
  // A renewal is often filed together with a change.
  const mayExpand = stages.includes("expansion") && (operation === "change" || changes !== undefined);
  if (stages.some((stage) => stage !== "expansion" && is(operation, stage)))
    return fact(true, says, "operation");
  if (!grows.known) return unknown(grows.missing, says);
  if (!mayExpand) return fact(false, says, "operation");
  if (changes === undefined)
    return unknown(
      [
        {
          field: "changes",
          why: words(
            "未说明变更事项，不知是否改扩建",
            "the kind of change isn't stated, so it may be an expansion",
          ),
        },
      ],
      says,
    );
  const expands = changes.includes("scale-expansion") || changes.includes("area-expansion");
  return fact(expands, says, "changes");
}

/**
 * An existing right applied for with more area than it has, whatever its changes are said to be. Of an
 * area that nobody gave, nothing says that it grows.
 */
export function growsInArea(facts: Facts): Fact<boolean> {
  const { operation } = facts.application;
  if (operation !== "renewal" && operation !== "change" && operation !== "transfer")
    return known(false, "operation");
  const area = facts.given("areaKm2");
  const before = facts.base("areaKm2");
  const unclear = [area, before].find(isDisputed);
  const compared = [area, before].every((one) => one.known || isDisputed(one));
  if (unclear !== undefined && compared) return disputed(...missingOf(unclear));
  return known(isLarger(area, before), "areaKm2");
}

function is(operation: Application["operation"], stage: Stage): boolean {
  return operation === stage || (stage === "new" && operation === "conversion");
}
