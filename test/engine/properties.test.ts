import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applicationSchema } from "../../src/model/application.ts";
import { OUTCOMES, type Outcome, verdictOf } from "../../src/model/finding.ts";
import type { CaseReport } from "../../src/model/report.ts";
import type { Lang } from "../../src/model/words.ts";
import { toJson } from "../../src/report/json.ts";
import { paintWith } from "../../src/report/paint.ts";
import { formatText } from "../../src/report/text.ts";
import { applicationsFor, fieldsFor } from "../support/arbitrary.ts";
import { readCases, withChanges } from "../support/cases.ts";
import { decide, library, PLAN_IDS } from "../support/world.ts";

const JSON_OPTIONS = { version: "0", explain: true } as const;

function print(report: CaseReport, lang: Lang): string {
  const options = { lang, width: 80, paint: paintWith(0), titles: new Map(), explain: true };
  return formatText(report, { ...options, locate: () => undefined });
}

describe.each(PLAN_IDS)("any application under %s", async (id) => {
  const { plan } = await library.load(id);
  const { register, cases, base } = readCases(id);
  const registers = fc.option(fc.constant(register), { nil: undefined });
  const names = Object.keys(base);

  it("is decided, its verdict is the sum of its findings, and each word of its report is there", async () => {
    await fc.assert(
      fc.asyncProperty(applicationsFor(plan), registers, async (application, known) => {
        const report = await decide(id, application, known);
        const { findings, counts, verdict } = report;
        const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome);
        expect(verdict).toBe(has("fail") ? "fail" : has("review") || !has("pass") ? "review" : "pass");
        for (const outcome of OUTCOMES)
          expect(counts[outcome]).toBe(findings.filter((finding) => finding.outcome === outcome).length);
        for (const { clauses, outcome, remedy } of findings) {
          expect(clauses.length, "a finding rests on a clause").toBeGreaterThan(0);
          expect(remedy !== undefined, "what doesn't pass says how it would").toBe(
            outcome === "fail" || outcome === "review",
          );
        }
        for (const text of [
          print(report, "zh"),
          print(report, "en"),
          JSON.stringify(toJson(report, JSON_OPTIONS)),
        ])
          expect(text).not.toMatch(/undefined|\[object |NaN|\bnull\b/);
      }),
      { numRuns: 80 },
    );
  });

  it("gives the same bytes twice, whatever the order of its keys", async () => {
    await fc.assert(
      fc.asyncProperty(applicationsFor(plan), fc.infiniteStream(fc.nat()), async (application, order) => {
        const once = JSON.stringify(toJson(await decide(id, application, register), JSON_OPTIONS));
        const twice = JSON.stringify(toJson(await decide(id, application, register), JSON_OPTIONS));
        expect(twice).toBe(once);
        const shuffled = shuffleKeys(application, () => order.next().value);
        expect(JSON.stringify(toJson(await decide(id, shuffled, register), JSON_OPTIONS))).toBe(once);
      }),
      { numRuns: 25 },
    );
  });

  it("of another county is never decided as if it were here", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), async (name) => {
        const elsewhere = withChanges(base[name] ?? {}, { county: "110101", "site.inCounty": false });
        expect((await decide(id, elsewhere, register)).verdict).not.toBe("pass");
      }),
    );
  });

  it("passes only if some provision was decided and met", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), async ({ base: name, set, register: changes }) => {
        const given = withChanges(base[name ?? names[0] ?? ""] ?? {}, set);
        const known = changes === "none" ? undefined : withChanges(register, changes);
        const { verdict, findings } = await decide(id, given, known);
        fc.pre(verdict === "pass");
        const ofTheCase = findings.filter(
          ({ outcome, rule }) => outcome === "pass" && !PRELIMINARY.has(rule),
        );
        expect(ofTheCase.length).toBeGreaterThan(0);
      }),
    );
  });
});

/** That this plan is the one to ask, and what the mineral is, decides nothing of the application. */
const PRELIMINARY = new Set(["plan-period", "plan-area", "mineral-recognised"]);

function shuffleKeys(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffleKeys(one, next));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, one]) => ({
    key,
    one: shuffleKeys(one, next),
    at: next(),
  }));
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ key, one }) => [key, one]));
}

it("the applications made here use every field that an application may have", async () => {
  const { plan } = await library.load(PLAN_IDS[0] ?? "");
  expect(Object.keys(fieldsFor(plan)).sort()).toEqual(Object.keys(applicationSchema.shape).sort());
});

describe("the verdict", () => {
  it("of findings is fail, then review, and never pass of nothing", () => {
    const outcomes = fc.array(fc.constantFrom(...OUTCOMES), { maxLength: 5 });
    fc.assert(
      fc.property(outcomes, (list) => {
        const verdict = verdictOf(list.map((outcome) => ({ outcome })));
        if (list.includes("fail")) expect(verdict).toBe("fail");
        else if (list.includes("review") || !list.includes("pass")) expect(verdict).toBe("review");
        else expect(verdict).toBe("pass");
      }),
    );
    expect(verdictOf([])).toBe("review");
  });
});
