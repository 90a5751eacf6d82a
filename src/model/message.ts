import type { Outcome } from "./finding.ts";
import type { Standing } from "./outcome.ts";
import type { Proof } from "./truth.ts";
import { type Words, words } from "./words.ts";

interface Said {
  readonly found: () => Words;
  readonly asks?: () => Words;
  readonly comment?: () => Words;
}

/** Puts together what was found, what is asked, and how the two stand to each other. */
export function composeMessage(standing: Standing, outcome: Outcome, said: Said, clauseAsks: Words): Words {
  if (outcome === "not-applicable") return NOT_RAISED;
  const found = said.found();
  const asks = said.asks?.() ?? clauseAsks;
  const link = LINKS[relation(standing, outcome)];
  const comment = said.comment?.();
  return words(
    `${found.zh}${link.zh}${asks.zh}。${comment === undefined ? "" : `${comment.zh}。`}`,
    `${found.en}${link.en}${asks.en}.${comment === undefined ? "" : ` ${comment.en}.`}`,
  );
}

type Relation = "met" | "unmet" | "unmet-principle" | "excused" | "open" | "unmet-expected";

const LINKS: Readonly<Record<Relation, Words>> = {
  met: words("，符合要求：", ", as required: "),
  unmet: words("，不符合要求：", ", against the requirement: "),
  "unmet-principle": words(
    "，与原则性要求不符，须由人审定：",
    ", not in line with this principle, so a person must decide: ",
  ),
  excused: words(
    "，可否作为例外须由人审定：",
    ", and whether an exception holds is for a person to decide: ",
  ),
  open: words("，尚不能判定是否符合要求：", ", which doesn't decide the requirement: "),
  "unmet-expected": words(
    "；供参考，规划预期或引导：",
    "; for information, the plan expects or encourages: ",
  ),
};

function relation({ scope, met, exception }: Standing, outcome: Outcome): Relation {
  if (outcome === "pass") return "met";
  if (outcome === "fail") return "unmet";
  if (outcome === "note") return "unmet-expected";
  if (met.truth === "unknown" || scope.truth === "unknown") return "open";
  return exception === undefined ? "unmet-principle" : "excused";
}

const NOT_RAISED = words(
  "申请材料未提示此问题，列入核对清单",
  "nothing in the application raises this; it is on the checklist",
);

/** Names the condition that isn't so. */
export function sayNotConcerned(scope: Proof): Words {
  const { zh, en } = firstFalse(scope).says();
  return words(`不适用：条件“${zh}”不成立`, `Not concerned: it isn't so that "${en}"`);
}

/** The innermost statement that makes the whole one false. */
function firstFalse(proof: Proof): Proof {
  if (proof.op === "not") return proof;
  const inner = proof.from.find((part) => part.truth === false);
  return inner === undefined ? proof : firstFalse(inner);
}
