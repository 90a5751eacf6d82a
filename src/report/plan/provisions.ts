import { KINSHIP_WORDS, PLAN_LABELS } from "../../locale/plan-words.ts";
import type { MineralProvision, NameUsed, ProvisionView } from "../../model/plan-view.ts";
import type { Point } from "../../model/reading.ts";
import { words } from "../../model/words.ts";
import type { Page } from "./page.ts";

/** Provisions, rule by rule: what each asks, its figures, whom it concerns, where it says so. */
export function printProvisions(page: Page, provisions: readonly (ProvisionView | MineralProvision)[]): void {
  let rule = "";
  for (const provision of provisions) {
    if (provision.rule !== rule) page.heading(`${page.say(provision.title)} · ${provision.rule}`);
    rule = provision.rule;
    printProvision(page, provision);
  }
}

function printProvision(page: Page, provision: ProvisionView | MineralProvision): void {
  const { asks, points, scope, clauses, also } = provision;
  page.line(asks, 2, "• ");
  points.forEach((point, index) => {
    page.line(readingLine(page, point), 4, "- ");
    // Points of one clause stand together, and it is cited once, beneath the last.
    if (point.clause !== undefined && points[index + 1]?.clause?.id !== point.clause.id)
      page.aside(page.cite(point.clause), 6);
  });
  if ("noRow" in provision) page.line(PLAN_LABELS.noRow, 4, "- ");
  if (scope !== undefined) page.labelled(PLAN_LABELS.concerns, scope, 4);
  if ("names" in provision && provision.names.length > 0)
    page.labelled(PLAN_LABELS.names, namesLine(page, provision.names), 4);
  for (const clause of clauses) page.aside(page.cite(clause), 4);
  for (const clause of also) page.aside(page.pair(PLAN_LABELS.leansOn, page.cite(clause)), 4);
}

/** `最低开采规模（岩金，大型）：≥ 15 万吨矿石/年（含本数）`. */
export function readingLine(page: Page, { label, of, value }: Point): string {
  if (of !== undefined && value === undefined) return page.pair(label, of);
  const subject = of === undefined ? label : words(`${label.zh}（${of.zh}）`, `${label.en} (${of.en})`);
  return value === undefined ? page.say(subject) : page.pair(subject, value);
}

/** The names by which the plan takes it in, each with how it stands to the one asked about. */
export function namesLine(page: Page, names: readonly NameUsed[]): string {
  return names
    .map(({ name, en, kinship }) =>
      page.lang === "zh"
        ? `${name}（${KINSHIP_WORDS[kinship].zh}）`
        : `${name} (${en}; ${KINSHIP_WORDS[kinship].en})`,
    )
    .join(page.lang === "zh" ? "、" : ", ");
}
