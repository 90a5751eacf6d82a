import {
  DIFF_LABELS,
  EFFECT_SIGNS,
  EFFECT_WORDS,
  outcomeWords,
  PART_WORDS,
} from "../../locale/diff-words.ts";
import { VERDICT_WORDS } from "../../locale/report-words.ts";
import type { Citation } from "../../model/finding.ts";
import { type Change, PARTS, type PlanDiff, type VerdictChanges } from "../../model/plan-diff.ts";
import type { Lang, Words } from "../../model/words.ts";
import { changeLine, citations } from "./diff.ts";
import { citationLine } from "./page.ts";

/** What two plans differ in as Markdown: headings that fit beneath a title of one's own, a line for each change. */
export function diffMarkdown({ old, new: now, changes, verdicts }: PlanDiff, lang: Lang): string {
  const say = (text: Words | string) => (typeof text === "string" ? text : text[lang]);
  const pair = (label: Words, text: Words | string) =>
    `${label[lang]}${lang === "zh" ? "：" : ": "}${say(text)}`;
  const page = { say, pair, cite: (citation: Citation) => citationLine(citation, lang) };
  const title = (plan: typeof old) => escaped(`${lang === "zh" ? plan.title : plan.titleEn} (${plan.file})`);
  const lines = [`## ${title(old)} → ${title(now)}`];
  if (changes.length === 0) lines.push("", `${say(DIFF_LABELS.same)}${lang === "zh" ? "。" : "."}`);
  for (const part of PARTS) {
    const of = changes.filter((change) => change.part === part);
    if (of.length > 0)
      lines.push("", `### ${say(PART_WORDS[part])}`, "", ...of.map((change) => item(change, page)));
  }
  if (verdicts !== undefined)
    lines.push("", `### ${say(DIFF_LABELS.verdicts)}`, "", ...verdictLines(verdicts, page));
  return `${lines.join("\n")}\n`;
}

interface Speaking {
  readonly say: (text: Words | string) => string;
  readonly pair: (label: Words, text: Words | string) => string;
  readonly cite: (citation: Citation) => string;
}

function item(change: Change, page: Speaking): string {
  const { effect, of, scope } = change;
  const about = of === undefined ? "" : `${escaped(page.say(of))} · `;
  const whom = scope === undefined ? "" : ` — ${escaped(page.pair(DIFF_LABELS.concerns, scope))}`;
  const places = citations(change, page);
  const where = places.length === 0 ? "" : `<br>${places.map((place) => `_${escaped(place)}_`).join("<br>")}`;
  const said = escaped(changeLine(page, change));
  return `- ${EFFECT_SIGNS[effect]} **${page.say(EFFECT_WORDS[effect])}** ${about}${said}${whom}${where}`;
}

function verdictLines({ decided, changes }: VerdictChanges, page: Speaking): readonly string[] {
  const count = page.pair(DIFF_LABELS.decided, String(decided));
  if (changes.length === 0) return [`${count}. ${page.say(DIFF_LABELS.unchanged)}`];
  return [
    count,
    "",
    ...changes.flatMap(({ application, file, from, to, clauses }) => [
      `- **${escaped(application)}** (${escaped(file)}): ${page.say(VERDICT_WORDS[from])} → ${page.say(VERDICT_WORDS[to])}`,
      ...clauses.map(
        ({ id, rule, from: was, to: is, message }) =>
          `  - ${id} · ${rule}: ${page.say(outcomeWords(was))} → ${page.say(outcomeWords(is))}. ${escaped(page.say(message))}`,
      ),
    ]),
  ];
}

/** What Markdown or HTML would read as its own. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|#]/g, "\\$&")
    .replaceAll("<", "&lt;")
    .replaceAll(/\n/g, " ");
}
