import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, readCases, withChanges } from "../support/cases.ts";
import { byProvision, contradiction } from "../support/provisions.ts";
import { decide, PLAN_IDS } from "../support/world.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * What an application always says, or what isn't a fact by itself: an official's attestation, the
 * list of changes (a renewal or a new right that names none has none), and the existing right of what
 * is put up for competition (there is none unless it is named).
 */
const NOT_A_FACT = new Set([
  "id",
  "plan",
  "county",
  "right",
  "operation",
  "mineral",
  "attestations",
  "changes",
  "base",
]);
/** Within an object, what the rest of it hangs on. */
const NEEDED = new Set(["name", "value", "unit"]);

/** The paths of all facts that an application gives: whole objects, and each thing in them. */
function factsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => factsIn(one, [...path, index]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (path.length === 0 ? NOT_A_FACT.has(key) : NEEDED.has(key)) return [];
    return [[...path, key], ...factsIn(one, [...path, key])];
  });
}

function without(value: unknown, [step, ...rest]: readonly (string | number)[]): unknown {
  if (Array.isArray(value)) return value.map((one, index) => (index === step ? without(one, rest) : one));
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([key]) => rest.length > 0 || key !== step);
  return Object.fromEntries(kept.map(([key, one]) => [key, key === step ? without(one, rest) : one]));
}

describe.each(PLAN_IDS)("facts given under %s", (plan) => {
  const { base, cases, register } = readCases(plan);
  const [first = ""] = Object.keys(base);
  // An attestation settles what is unknown, so what it settled is decided anew by a fact.
  const applicationOf = ({ base: name, set }: Case): Json => {
    const { attestations: _, ...application } = withChanges(base[name ?? first] ?? {}, set);
    return application;
  };
  const registerOf = ({ register: changes }: Case): Json | undefined =>
    changes === "none" ? undefined : withChanges(register, changes);

  /** An application of the cases, and some facts taken out of it. */
  const thinned = fc.constantFrom(...cases).chain((one) => {
    const whole = applicationOf(one);
    return fc.subarray(factsIn(whole), { minLength: 1, maxLength: 4 }).map((paths) => ({
      one,
      paths: paths.map((path) => path.join(".")),
      whole,
      thin: paths.reduceRight<unknown>((value, path) => without(value, path), whole),
    }));
  });

  it("a fact more never turns a pass of a provision into a fail, or a fail into a pass", async () => {
    await fc.assert(
      fc.asyncProperty(thinned, async ({ one, whole, thin }) => {
        const less = await decide(plan, thin, registerOf(one));
        const more = await decide(plan, whole, registerOf(one));
        expect(contradiction(less.findings, more.findings)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("a register more never turns a pass of a provision into a fail, or a fail into a pass", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), async (one) => {
        const less = await decide(plan, applicationOf(one));
        const more = await decide(plan, applicationOf(one), registerOf(one));
        expect(contradiction(less.findings, more.findings)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  /** Each fact by which a case differs from a sound application, and the case without it. */
  const decisive = cases.flatMap((one) => {
    const whole = applicationOf(one);
    const changed = Object.entries(one.set ?? {}).filter(([path, value]) => value !== null && !isPart(path));
    return changed.map(([path]) => ({ path, one, whole, thin: without(whole, path.split(".")) }));
  });

  it("without a fact an application passes that fails with it only if the fact is one that raises a question", async () => {
    const odd: string[] = [];
    for (const { path, one, whole, thin } of decisive) {
      const less = await decide(plan, thin, registerOf(one));
      if (less.verdict !== "pass") continue;
      const before = byProvision(less.findings);
      for (const [provision, outcomes] of byProvision(
        (await decide(plan, whole, registerOf(one))).findings,
      )) {
        const raised = outcomes.some((outcome) => outcome === "fail" || outcome === "review");
        const without = before.get(provision) ?? [];
        // A fact may raise a further question under the same clause, which wasn't asked without it.
        const passed = without.length === outcomes.length && without.every((outcome) => outcome === "pass");
        if (raised && passed && !TAKEN_AS_PRINTED.has(path))
          odd.push(`${one.name}: ${provision} passed without ${path}`);
        if (raised && !RAISES.test(path) && !byNationalLaw(provision))
          odd.push(`${one.name}: ${path} isn't missed by ${provision}`);
      }
    }
    expect(odd).toEqual([]);
  });
});

/**
 * The facts whose absence isn't held against an application, because they only weigh when they raise
 * a question: records and kind of the applicant, declarations and papers that no provision asks of
 * everyone, figures that are held against each other or against a zone's own, a grade that points to
 * another mineral, an allocation that is said to be none.
 */
const RAISES =
  /^(applicant|declarations|documents|reserves|serviceLifeYears|output|depositSize|mineSize|coMinerals|areaKm2|grade|allocation|site\.block|funding)/;

/** Where the plan is silent, national law asks only of what is stated. */
const byNationalLaw = (provision: string) => provision.includes(" 矿产资源法-");

/**
 * A block is taken as the one that the plan prints, a site inside a zone as no larger than it, iron
 * as iron, private money as private, and nothing restricted as recovered beside the main mineral, as
 * long as nobody says what points to something else.
 */
const TAKEN_AS_PRINTED = new Set([
  "site.block.level",
  "site.block.name",
  "areaKm2",
  "grade",
  "funding.full",
  "coMinerals",
]);

/** A part of something that hangs together, or no fact at all. */
function isPart(path: string): boolean {
  const [head = ""] = path.split(".");
  return NOT_A_FACT.has(head) || NEEDED.has(path.split(".").at(-1) ?? "");
}
