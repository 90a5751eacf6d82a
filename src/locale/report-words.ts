import type { Actor, Outcome, Verdict } from "../model/finding.ts";
import { type Words, words } from "../model/words.ts";

/** How strongly a clause binds, beside its citation. */
export { FORCE_WORDS } from "../model/force-words.ts";

/** How a verdict is called in the headline. */
export const VERDICT_WORDS: Readonly<Record<Verdict, Words>> = {
  pass: words("符合（PASS）", "PASS"),
  fail: words("不符合（FAIL）", "FAIL"),
  review: words("须复核（REVIEW）", "REVIEW"),
};

/** What a verdict means, in a sentence below it. */
export const VERDICT_MEANING: Readonly<Record<Verdict, Words>> = {
  pass: words("所列规划条款均已满足。", "Every provision of the plan that was decided is met."),
  fail: words("至少一条强制性规定未满足。", "At least one mandatory provision isn't met."),
  review: words(
    "没有不满足的强制性规定，但有条款尚不能判定或须由人审定。",
    "No mandatory provision fails, but some can't be decided yet or are for a person to judge.",
  ),
};

/** The headings of the groups of findings. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  fail: words("不通过", "Fails"),
  review: words("须复核", "To be reviewed"),
  pass: words("通过", "Passes"),
  note: words("提示", "Notes"),
  "not-applicable": words("不适用", "Not concerned"),
};

/** The sign beside each finding; the heading says the same in words. */
export const OUTCOME_SIGNS: Readonly<Record<Outcome, string>> = {
  fail: "✗",
  review: "?",
  pass: "✓",
  note: "·",
  "not-applicable": "-",
};

/** Who can do what would make a finding pass. */
export const ACTOR_WORDS: Readonly<Record<Actor, Words>> = {
  applicant: words("申请人", "applicant"),
  authority: words("审查机关", "authority"),
};

/** What stands before each part of a report. */
export const LABELS = {
  application: words("申请", "Application"),
  plan: words("规划", "Plan"),
  file: words("文件", "File"),
  asOf: words("受理日期", "Date"),
  boundary: words("范围", "Boundary"),
  boundaryDetail: words("范围与图层明细", "Boundary and layers in detail"),
  layers: words("图层", "Layers"),
  contradiction: words("矛盾", "Contradicts"),
  overlaps: words("重叠", "In common"),
  verdict: words("结论", "Verdict"),
  basis: words("依据", "Basis"),
  required: words("要求", "Required"),
  found: words("实际", "Found"),
  margin: words("余量", "Margin"),
  missing: words("缺少", "Missing"),
  remedy: words("如何通过", "To pass"),
  checklist: words("须由人核对，不影响结论", "For a person to check (doesn't weigh)"),
  attested: words("人工认定", "Attested"),
  extended: words("延期依据", "Extended by"),
  unknownDate: words("未知", "unknown"),
  summary: words("汇总", "Summary"),
} as const satisfies Record<string, Words>;
