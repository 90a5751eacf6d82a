import {
  DIFF_LABELS,
  EFFECT_SIGNS,
  EFFECT_WORDS,
  KIND_WORDS,
  outcomeWords,
  PART_WORDS,
} from "../../locale/diff-words.ts";
import { VERDICT_WORDS } from "../../locale/report-words.ts";
import type { Citation } from "../../model/finding.ts";
import type { Change, PlanDiff, VerdictChanges } from "../../model/plan-diff.ts";
import type { Page } from "./page.ts";

/** What two plans differ in, part by part, and which verdicts change. */
export function printDiff(page: Page, { old, new: now, changes, verdicts }: PlanDiff): void {
  const title = (plan: typeof old) => `${page.lang === "zh" ? plan.title : plan.titleEn} ${plan.file}`;
  page.labelled(DIFF_LABELS.old, title(old));
  page.labelled(DIFF_LABELS.new, title(now));
  if (changes.length === 0) page.heading(DIFF_LABELS.same);
  let under = "";
  for (const change of changes) {
    const group = groupOf(change, page);
    if (group !== under) page.heading(group);
    under = group;
    printChange(page, change);
  }
  if (verdicts !== undefined) printVerdicts(page, verdicts);
}

/** Changes of a rule, a zone or a clause stand under its name. */
function groupOf({ part, of, rule }: Change, page: Page): string {
  const name = of === undefined ? "" : ` · ${page.say(of)}`;
  return rule === undefined
    ? `${page.say(PART_WORDS[part])}${name}`
    : `${of === undefined ? "" : page.say(of)} · ${rule}`;
}

function printChange(page: Page, change: Change): void {
  const { effect, scope } = change;
  page.line(`${page.say(EFFECT_WORDS[effect])} · ${changeLine(page, change)}`, 2, `${EFFECT_SIGNS[effect]} `);
  if (scope !== undefined) page.labelled(DIFF_LABELS.concerns, scope, 4);
  for (const place of citations(change, page)) page.aside(place, 4);
}

/** `最低开采规模（岩金，大型）：≥ 15 万吨/年 → ≥ 20 万吨/年`. */
export function changeLine(page: Pick<Page, "say" | "pair">, { kind, subject, from, to }: Change): string {
  if (kind === "changed" && from !== undefined && to !== undefined)
    return page.pair(subject, `${page.say(from)} → ${page.say(to)}`);
  const value = to ?? from;
  const said = kind === "changed" ? page.say(subject) : `${page.say(KIND_WORDS[kind])} ${page.say(subject)}`;
  return value === undefined ? said : page.pair({ zh: said, en: said }, value);
}

/** Where the plans say so: once, with both lines, where it is the same clause in the same place. */
export function citations(
  { old, new: now }: Change,
  page: { readonly cite: (citation: Citation) => string },
): readonly string[] {
  if (
    old !== undefined &&
    now !== undefined &&
    old.id === now.id &&
    old.at === now.at &&
    old.force === now.force
  )
    return [`${page.cite(old)} → ${now.file}:${now.line}`];
  return [old, now].filter((one) => one !== undefined).map(page.cite);
}

function printVerdicts(page: Page, { decided, changes }: VerdictChanges): void {
  page.heading(DIFF_LABELS.verdicts);
  page.labelled(DIFF_LABELS.decided, String(decided));
  if (changes.length === 0) page.line(DIFF_LABELS.unchanged);
  for (const { application, file, from, to, clauses } of changes) {
    page.line(
      `${application} (${file}): ${page.say(VERDICT_WORDS[from])} → ${page.say(VERDICT_WORDS[to])}`,
      2,
      "• ",
    );
    for (const { id, rule, from: was, to: is, message } of clauses) {
      page.line(`${id} · ${rule}: ${page.say(outcomeWords(was))} → ${page.say(outcomeWords(is))}`, 4, "- ");
      page.line(message, 6);
    }
  }
}
