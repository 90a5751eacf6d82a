import type { Outcome } from "../model/finding.ts";
import type { Change, Effect, Part } from "../model/plan-diff.ts";
import { type Words, words } from "../model/words.ts";
import { OUTCOME_WORDS } from "./report-words.ts";

/** What a change does to applicants. */
export const EFFECT_WORDS: Readonly<Record<Effect, Words>> = {
  stricter: words("更严", "stricter"),
  looser: words("放宽", "looser"),
  changed: words("变动", "changed"),
};

/** The sign beside it, of which the words say the same. */
export const EFFECT_SIGNS: Readonly<Record<Effect, string>> = { stricter: "▲", looser: "▽", changed: "·" };

/** How something changed. */
export const KIND_WORDS: Readonly<Record<Change["kind"], Words>> = {
  added: words("新增", "added"),
  removed: words("取消", "removed"),
  changed: words("改变", "changed"),
};

/** The headings of the parts of a plan. */
export const PART_WORDS: Readonly<Record<Part, Words>> = {
  plan: words("规划本身", "The plan itself"),
  rule: words("规定", "Provisions"),
  zone: words("规划分区", "Zones"),
  block: words("规划区块", "Planned blocks"),
  clause: words("条款", "Clauses"),
  term: words("矿种用语", "Words for minerals"),
  contradiction: words("前后不一致之处", "Contradictions"),
  unpublished: words("提及而未刊出", "Named but not published"),
};

/** What stands before each part of a comparison. */
export const DIFF_LABELS = {
  old: words("旧规划", "Old plan"),
  new: words("新规划", "New plan"),
  same: words("两个规划所载内容相同", "The two plans say the same"),
  concerns: words("适用", "Concerns"),
  verdicts: words("结论的变化", "Verdicts that change"),
  unchanged: words("结论均不变", "No verdict changes"),
  decided: words("两个规划各审申请数", "Applications decided by both plans"),
  absent: words("无此规定", "no such provision"),
  nothing: words("无", "nothing"),
} as const satisfies Record<string, Words>;

/** An outcome, or that the plan says nothing. */
export function outcomeWords(outcome: Outcome | undefined): Words {
  return outcome === undefined ? DIFF_LABELS.absent : OUTCOME_WORDS[outcome];
}
