import { describe, expect, it } from "vitest";
import { RULES } from "../../rules/registry.ts";
import { HELP } from "../../src/cli/help.ts";
import * as diagnostics from "../../src/locale/diagnostic-words.ts";
import * as diff from "../../src/locale/diff-words.ts";
import * as reading from "../../src/locale/plan-words.ts";
import * as report from "../../src/locale/report-words.ts";
import { UNCITED } from "../../src/model/coverage.ts";
import { DECLARATIONS, DOCUMENTS } from "../../src/model/evidence.ts";
import type { Plan } from "../../src/model/plan.ts";
import { ZONE_KINDS, zoneWords } from "../../src/model/plan.ts";
import { BASIS_WORDS } from "../../src/model/quantity.ts";
import type { CaseReport } from "../../src/model/report.ts";
import * as terms from "../../src/model/terms.ts";
import type { Proof } from "../../src/model/truth.ts";
import type { Words } from "../../src/model/words.ts";
import { CHECKS } from "../../src/plan/checks/registry.ts";
import { provisionsOf } from "../../src/plan/read/provisions.ts";
import { readCases, withChanges } from "../support/cases.ts";
import { reportsOf } from "../support/fixtures.ts";
import { decide, library, PLAN_IDS, standards } from "../support/world.ts";

/** Every pair of words in a value, with the way to it. */
function pairsIn(value: unknown, path: string): [path: string, words: Words][] {
  if (value === null || typeof value !== "object") return [];
  if ("zh" in value && "en" in value) return [[path, value as Words]];
  return Object.entries(value).flatMap(([key, one]) => pairsIn(one, `${path}.${key}`));
}

const FIXED: readonly [path: string, words: Words][] = [
  ...pairsIn(report, "report"),
  ...pairsIn(reading, "plan show"),
  ...pairsIn(diff, "plan diff"),
  ...pairsIn(HELP, "help"),
  ...pairsIn(terms, "terms"),
  ...pairsIn(DOCUMENTS, "documents"),
  ...pairsIn(DECLARATIONS, "declarations"),
  ...pairsIn(BASIS_WORDS, "basis"),
  ...pairsIn(UNCITED, "uncited"),
  ...RULES.flatMap(({ id, title, purpose, law, passes, fails }) =>
    pairsIn({ title, purpose, law, passes, fails }, id),
  ),
  ...pairsIn(diagnostics, "diagnostics"),
  ...CHECKS.flatMap(({ code, title, why }) => pairsIn({ title, why }, code)),
  ...ZONE_KINDS.map((kind): [string, Words] => [kind, zoneWords(kind)]),
];

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Names that stay Chinese in an English sentence: of minerals, documents, kinds of zone. */
const NAMES = [...standards.minerals.spellings(), ...ZONE_KINDS];

/** A pattern of all that may be Chinese, the longest name first. */
function namePattern(names: readonly string[]): RegExp {
  const longestFirst = [...new Set([...names, ...NAMES])]
    .filter((name) => CHINESE.test(name))
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`国土资发〔\\d{4}〕\\d+号|\\d+号|${longestFirst.join("|")}`, "g");
}

/** What a pair of words lacks; nothing if it is complete. */
function lacks({ zh, en }: Words, names: RegExp): string | undefined {
  if (typeof zh !== "string" || zh.trim() === "") return "no Chinese";
  if (typeof en !== "string" || en.trim() === "") return "no English";
  // A place or a word of the plan (以内, 等) may be named in both; a sentence or its marks may not.
  const left = en.replace(names, "").match(/[\u3400-\u9fff]+|[\u3000-\u303f\uff00-\uffef]/g) ?? [];
  if (left.some((run) => run.length > 4 || !zh.includes(run) || /[、，。；：！？（）“”]/.test(run)))
    return `Chinese in the English: ${en}`;
  if (/\b[a-z]{3,} [a-z]{2,} [a-z]{3,}\b/.test(zh)) return `English in the Chinese: ${zh}`;
  return undefined;
}

function oddOf(pairs: Iterable<readonly [path: string, words: Words]>, names: RegExp): string[] {
  return [...pairs].flatMap(([path, pair]) => {
    const lack = lacks(pair, names);
    return lack === undefined ? [] : [`${path}: ${lack}`];
  });
}

describe("the fixed words", () => {
  it("are there in both languages", () => {
    expect(FIXED.length).toBeGreaterThan(300);
    expect(oddOf(FIXED, namePattern([]))).toEqual([]);
    const latin = FIXED.filter(([, { zh }]) => !CHINESE.test(zh)).map(([path, { zh }]) => `${path}: ${zh}`);
    expect(latin).toEqual([]);
  });

  it("of one list differ from each other in each language", () => {
    for (const [name, table] of Object.entries({ ...terms, DOCUMENTS, DECLARATIONS })) {
      if (typeof table !== "object") continue;
      const pairs = Object.values(table as Readonly<Record<string, Words>>);
      expect(new Set(pairs.map(({ zh }) => zh)).size, name).toBe(pairs.length);
      expect(new Set(pairs.map(({ en }) => en)).size, name).toBe(pairs.length);
    }
  });
});

/** What may be named in Chinese under a plan: what it names itself. */
function namesIn(plan: Plan): readonly string[] {
  const { county, zones, blocks, title, clauses, terms: own, extension } = plan;
  return [
    title,
    county.name,
    ...county.aliases,
    ...(extension === undefined ? [] : [extension.basis]),
    ...own.map(({ name }) => name),
    ...[...zones, ...blocks].flatMap(({ name }) => (name === undefined ? [] : [name])),
    ...clauses.flatMap(({ phrase, at }) => [...phrase, ...Object.values(at).map(String)]),
  ];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsIn);
}

function saidBy({ says, from }: Proof): Words[] {
  return [says(), ...from.flatMap(saidBy)];
}

/** All that a report says of its findings. */
function saidIn({ findings }: CaseReport): [rule: string, words: Words][] {
  return findings.flatMap(({ rule, because, message, remedy, expected, actual, missing = [] }) =>
    [
      message(),
      remedy?.().words,
      expected?.(),
      actual?.(),
      ...missing.map(({ why }) => why),
      ...because.flatMap(saidBy),
    ]
      .filter((one) => one !== undefined)
      .map((one): [string, Words] => [rule, one]),
  );
}

describe.each(PLAN_IDS)("the words of %s", async (id) => {
  const inForce = await library.load(id);
  const { plan } = inForce;
  const names = namesIn(plan);

  it("its clauses, questions and reasons are there in both languages", () => {
    const { clauses, contradictions, unpublished, rules } = plan;
    const pairs = clauses.flatMap(({ id: clause, asks, question, reason }) =>
      pairsIn({ asks, question, reason }, clause),
    );
    pairs.push(...pairsIn({ contradictions, unpublished, rules }, "plan"));
    expect(oddOf(pairs, namePattern(names))).toEqual([]);
  });

  it("its provisions read in both languages", () => {
    const pairs = provisionsOf(inForce).flatMap(({ view }) =>
      pairsIn({ scope: view.scope, asks: view.asks, points: view.points }, view.rule),
    );
    expect(pairs.length).toBeGreaterThan(50);
    expect(oddOf(pairs, namePattern(names))).toEqual([]);
  });

  it("its reports are there in both languages: of every fixture, and of every case", async () => {
    const { base, cases, register } = readCases(id);
    const [first = ""] = Object.keys(base);
    const decided = [...(await reportsOf(id))];
    for (const one of cases) {
      const known = one.register === "none" ? undefined : withChanges(register, one.register);
      decided.push(await decide(id, withChanges(base[one.base ?? first] ?? {}, one.set), known));
    }
    // What the applicants wrote stays as they wrote it.
    const own = new Set(decided.flatMap(({ application }) => textsIn(application)));
    const said = new Map(
      decided.flatMap(saidIn).map(([rule, pair]) => [`${pair.zh} ${pair.en}`, [rule, pair] as const]),
    );
    expect(oddOf(said.values(), namePattern([...names, ...own]))).toEqual([]);
  });
});
