import { PLAN_LABELS, STATE_WORDS } from "../../locale/plan-words.ts";
import { FORCE_WORDS } from "../../locale/report-words.ts";
import type { Contradiction, Unpublished } from "../../model/plan.ts";
import type {
  BlockView,
  ClauseLine,
  ClauseView,
  MineralView,
  NameUsed,
  PlanOverview,
  ZonesView,
  ZoneView,
} from "../../model/plan-view.ts";
import { joinWords } from "../../model/words.ts";
import type { Page } from "./page.ts";
import { namesLine, printProvisions, readingLine } from "./provisions.ts";

/** A plan at a glance: its head, what it draws, its rules, what it lacks, its clauses by chapter. */
export function printOverview(page: Page, { plan, zones, blocks, rules, chapters }: PlanOverview): void {
  const { county, authority, period, extension, issued, file } = plan;
  page.heading(page.lang === "zh" ? plan.title : plan.titleEn);
  page.labelled(PLAN_LABELS.county, `${page.lang === "zh" ? county.name : county.en} ${county.code}`);
  page.labelled(PLAN_LABELS.authority, authority ?? PLAN_LABELS.notPrinted);
  page.labelled(PLAN_LABELS.period, `${period.from} – ${extension?.to ?? period.to}`);
  if (extension !== undefined) page.labelled(PLAN_LABELS.extended, extension.basis);
  page.labelled(PLAN_LABELS.issued, issued ?? PLAN_LABELS.notPrinted);
  page.labelled(PLAN_LABELS.file, file);
  printDrawn(page, zones, blocks);
  page.heading(PLAN_LABELS.rules);
  for (const { rule, title, provisions } of rules)
    if (provisions > 0) page.line(`${page.say(title)} · ${rule} (${provisions})`, 2);
  const silent = rules.filter(({ provisions }) => provisions === 0).map(({ title }) => title);
  if (silent.length > 0) page.labelled(PLAN_LABELS.silent, joinWords(silent), 2);
  printUnpublished(page, plan.unpublished);
  printContradictions(page, plan.contradictions);
  for (const { chapter, clauses } of chapters) {
    page.heading(chapter);
    for (const clause of clauses) printClauseLine(page, clause, chapter);
  }
}

/** A clause whole: the text's place and phrase, what it asks, and all that rests on it. */
export function printClause(page: Page, view: ClauseView): void {
  const { citation, state, phrase, asks, question, scope, reason, remark } = view;
  page.heading(citation.id);
  page.labelled(PLAN_LABELS.place, citation.at);
  page.labelled(PLAN_LABELS.force, FORCE_WORDS[citation.force]);
  page.labelled(PLAN_LABELS.phrase, phrase.map((one) => `“${one}”`).join(" "));
  page.labelled(PLAN_LABELS.asks, asks);
  page.labelled(PLAN_LABELS.state, STATE_WORDS[state]);
  if (question !== undefined) page.labelled(PLAN_LABELS.question, question);
  if (scope !== undefined) page.labelled(PLAN_LABELS.concerns, scope);
  if (reason !== undefined) page.labelled(PLAN_LABELS.reason, reason);
  if (remark !== undefined) page.labelled(PLAN_LABELS.remark, remark);
  page.labelled(PLAN_LABELS.file, `${citation.file}:${citation.line}`);
  printProvisions(page, view.provisions);
  printDrawn(page, view.zones, view.blocks);
  printContradictions(page, view.contradictions);
  printUnpublished(page, view.unpublished);
}

/** What a plan says of a mineral. */
export function printMineral(page: Page, view: MineralView): void {
  const { asked, minerals, provisions, zones, blocks, clauses, general } = view;
  const names = minerals.map(({ name, en }) => (page.lang === "zh" ? name : `${name} (${en})`)).join(" / ");
  const [first, another] = minerals;
  page.heading(first?.name === asked && another === undefined ? names : `${asked} → ${names}`);
  if (provisions.length + zones.length + blocks.length === 0) page.line(PLAN_LABELS.nothing);
  printProvisions(page, provisions);
  printDrawn(page, zones, blocks);
  if (clauses.length > 0) page.heading(PLAN_LABELS.otherClauses);
  for (const clause of clauses) printClauseLine(page, clause);
  if (general.length > 0) page.heading(PLAN_LABELS.everyMineral);
  for (const { rule, title, clauses: cited } of general)
    page.line(`${page.pair(title, cited.map(({ id }) => id).join(" "))} · ${rule}`, 2);
}

/** What a plan says of a zone, or of all of a kind. */
export function printZones(page: Page, { zones, provisions }: ZonesView): void {
  for (const zone of zones) printOne(page, zone, true);
  if (provisions.length === 0) {
    page.heading(PLAN_LABELS.noProvision);
    return;
  }
  printProvisions(page, provisions);
}

type Named<View> = View & { readonly names?: readonly NameUsed[] };

function printDrawn(
  page: Page,
  zones: readonly Named<ZoneView>[],
  blocks: readonly Named<BlockView>[],
): void {
  for (const [label, views] of [
    [PLAN_LABELS.zones, zones],
    [PLAN_LABELS.blocks, blocks],
  ] as const) {
    if (views.length === 0) continue;
    page.heading(label);
    for (const view of views) printOne(page, view, false);
  }
}

function printOne(page: Page, view: Named<ZoneView> | Named<BlockView>, isHeading: boolean): void {
  if (isHeading) page.heading(view.title);
  else page.line(view.title, 2, "• ");
  for (const point of view.points) page.line(readingLine(page, point), 4, "- ");
  if (view.names !== undefined) page.labelled(PLAN_LABELS.names, namesLine(page, view.names), 4);
  page.aside(page.cite(view.citation), 4);
}

function printClauseLine(page: Page, { citation, state, asks }: ClauseLine, chapter = ""): void {
  const at = citation.at.startsWith(`${chapter} `) ? citation.at.slice(chapter.length + 1) : citation.at;
  page.line(`${citation.id} ${page.say(asks)}`, 2);
  const { file, line, force } = citation;
  page.aside(
    `${at === chapter ? "" : `${at} · `}${FORCE_WORDS[force][page.lang]} · ${STATE_WORDS[state][page.lang]} · ${file}:${line}`,
    4,
  );
}

function printUnpublished(page: Page, unpublished: readonly Unpublished[]): void {
  if (unpublished.length === 0) return;
  page.heading(PLAN_LABELS.unpublished);
  for (const { what, clauses } of unpublished) page.line(`${page.say(what)} [${clauses.join(" ")}]`, 2, "• ");
}

function printContradictions(page: Page, contradictions: readonly Contradiction[]): void {
  if (contradictions.length === 0) return;
  page.heading(PLAN_LABELS.contradictions);
  for (const { id, what, clauses } of contradictions)
    page.line(`${id} ${page.say(what)} [${clauses.join(" ")}]`, 2, "• ");
}
