import type { Path } from "../../input/document.ts";
import type { Plan } from "../../model/plan.ts";
import { words } from "../../model/words.ts";
import type { Check, Found } from "./check.ts";

interface Answer {
  readonly code: string;
  readonly subject: string;
  readonly finds: string;
  /** The contradiction that gives it. */
  readonly by: string;
  readonly path: Path;
}

/** What the contradictions of a plan accept of what checks find, and which of it was found. */
export class Answers {
  private readonly all: readonly Answer[];
  private readonly used = new Set<Answer>();

  constructor(plan: Plan) {
    this.all = plan.contradictions.flatMap(({ id, accepts = [] }, index) =>
      accepts.map((one, at) => ({ ...one, by: id, path: ["contradictions", index, "accepts", at] })),
    );
  }

  /** The contradiction that answers it. */
  to(code: string, { subject, finds }: Found): string | undefined {
    const found = this.all.find((one) => one.code === code && one.subject === subject && one.finds === finds);
    if (found !== undefined) this.used.add(found);
    return found?.by;
  }

  /** One for each answer: once all checks are through, what was answered must have been found. */
  *idle(): Generator<Found | undefined> {
    for (const answer of this.all)
      yield this.used.has(answer)
        ? undefined
        : {
            path: answer.path,
            subject: answer.by,
            finds: `${answer.code} ${answer.subject}`,
            message: words(
              `${answer.by} 所接受的 ${answer.code}（${answer.subject}：${answer.finds}）没有出现`,
              `${answer.by} accepts ${answer.code} of ${answer.subject} (${answer.finds}), which isn't found`,
            ),
            remedy: words(
              "已不存在的，删去 accepts；写错的，改正",
              "take it out if it is gone, or correct it",
            ),
          };
  }
}

/** An answer to what nobody asks. */
export const idleAcceptance: Check = {
  code: "idle-acceptance",
  level: "error",
  title: words("接受了不存在的问题", "Idle acceptance"),
  why: words(
    "contradictions 的 accepts 所指的发现没有出现：数据已改或写错，留着会掩盖以后的问题。",
    "What accepts of a contradiction names isn't found: the data have changed, or it is misspelt; left there, it would hide what comes later.",
  ),
  wrong: { of: "finds: 5 < 9", by: "finds: 5 < 10" },
  right: { of: "finds: 5 < 9", by: 'finds: "5 < 9"' },
};
