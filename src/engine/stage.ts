import type { Application } from "../model/application.ts";
import type { Stage } from "../model/condition.ts";
import { fact, type Proof, unknown } from "../model/truth.ts";
import { joinWords, type Words, words } from "../model/words.ts";

const STAGE_WORDS: Readonly<Record<Stage, Words>> = {
  new: words("新设（新建，含探转采）", "a new right or mine (or a conversion into one)"),
  expansion: words("改扩建（扩大规模或范围）", "an expansion of scale or area"),
  renewal: words("延续", "a renewal"),
  change: words("变更", "a change"),
  transfer: words("转让", "a transfer"),
  conversion: words("探转采", "a conversion"),
};

/**
 * Whether the application is at one of these stages. A 探转采 is a new mine for every provision on
 * 新建 or 新设 mines; a change of unstated kind may be an expansion.
 */
export function isAtStage(application: Application, stages: readonly Stage[]): Proof {
  const says = () => {
    const list = joinWords(
      stages.map((stage) => STAGE_WORDS[stage]),
      "、",
      " or ",
    );
    return words(`申请事项为${list.zh}`, `the application is ${list.en}`);
  };
  const { operation, changes } = application;
  if (stages.includes("expansion") && growsInArea(application)) return fact(true, says, "areaKm2");
  // A renewal is often filed together with a change.
  const mayExpand = stages.includes("expansion") && (operation === "change" || changes !== undefined);
  if (stages.some((stage) => stage !== "expansion" && is(operation, stage)))
    return fact(true, says, "operation");
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

/** An existing right applied for with more area than it has, whatever its changes are said to be. */
export function growsInArea({ operation, areaKm2, base }: Application): boolean {
  const existing = operation === "renewal" || operation === "change" || operation === "transfer";
  return existing && areaKm2 !== undefined && base?.areaKm2 !== undefined && areaKm2.gt(base.areaKm2);
}

function is(operation: Application["operation"], stage: Stage): boolean {
  return operation === stage || (stage === "new" && operation === "conversion");
}
