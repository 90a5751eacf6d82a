import { describe, expect, it } from "vitest";
import { OUTCOME_WORDS, VERDICT_WORDS } from "../../src/locale/report-words.ts";
import type { Outcome } from "../../src/model/finding.ts";
import type { Lang } from "../../src/model/words.ts";
import { widthOf } from "../../src/report/width.ts";
import { printed, reportsOf } from "../support/fixtures.ts";
import { PLAN_IDS } from "../support/world.ts";

const LANGS: readonly Lang[] = ["zh", "en"];
const inked = (text: string) => text.replace(/\s+/g, "");

describe.each(PLAN_IDS)("reports on the fixtures of %s", async (plan) => {
  const reports = await reportsOf(plan);

  it.each([40, 60, 80, 160])("fit into %s columns", (width) => {
    const wide = new Set<string>();
    for (const report of reports)
      for (const lang of LANGS)
        for (const line of printed(report, lang, width, true).split("\n"))
          if (widthOf(line) > width) wide.add(`${widthOf(line)}: ${line}`);
    expect([...wide]).toEqual([]);
  });

  it("say the same at every width", () => {
    for (const report of reports)
      for (const lang of LANGS)
        expect(inked(printed(report, lang, 60, false))).toBe(inked(printed(report, lang, 160, false)));
  });

  it("begin and end with the verdict, and stand in the order of what to do first", () => {
    const order: readonly Outcome[] = ["fail", "review", "pass", "note"];
    for (const report of reports)
      for (const lang of LANGS) {
        const lines = printed(report, lang, 80, false).split("\n");
        const verdict = VERDICT_WORDS[report.verdict][lang];
        expect(lines.filter((line) => line.endsWith(verdict))).toHaveLength(2);
        expect(lines.filter((line) => line !== "").at(-1)).toContain(verdict);
        const titles = order
          .filter((outcome) => report.counts[outcome] > 0)
          .map((outcome) => {
            const [title, count] = [OUTCOME_WORDS[outcome][lang], report.counts[outcome]];
            return lang === "zh" ? `${title}（${count}）` : `${title} (${count})`;
          });
        expect(lines.filter((line) => titles.includes(line))).toEqual(titles);
      }
  });

  it("name the clause, its place and its line for every finding that they show", () => {
    for (const report of reports)
      for (const lang of LANGS) {
        const text = inked(printed(report, lang, 160, true));
        for (const { clauses, message, rule } of report.findings) {
          expect(text).toContain(rule);
          expect(text).toContain(inked(message()[lang]));
          for (const { id, at, file, line } of clauses) {
            expect(text).toContain(inked(`${id} ${at}`));
            expect(text).toContain(`${file}:${line}`);
          }
        }
      }
  });
});
