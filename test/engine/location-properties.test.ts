import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relationToKind, relationToZone } from "../../src/engine/site-facts.ts";
import type { Fact } from "../../src/model/facts.ts";
import type { Finding } from "../../src/model/finding.ts";
import { ZONE_KINDS } from "../../src/model/plan.ts";
import { type Case, readCases, withChanges } from "../support/cases.ts";
import {
  type Distort,
  measuredFrom,
  onLayer,
  SUBJECTS,
  type Subject,
  undecided,
  withoutSubjects,
} from "../support/location.ts";
import { byProvision, contradiction } from "../support/provisions.ts";
import { decide, library, PLAN_IDS, readApplication } from "../support/world.ts";

/** The outcomes by provision, but for the check of the stated area itself. */
function outcomes(findings: readonly Finding[]) {
  return byProvision(findings.filter(({ rule }) => rule !== "stated-area"));
}

describe.each(PLAN_IDS)("a boundary under %s", async (plan) => {
  const { plan: inForce } = await library.load(plan);
  const { base, cases, register } = readCases(plan);
  const [first = ""] = Object.keys(base);
  // A boundary always has an area, so the application states one too. An attestation settles what is
  // unknown, so what it settled is decided anew by a fact.
  const applicationOf = ({ base: name, set }: Case): Readonly<Record<string, unknown>> => {
    const { attestations: _, ...application } = withChanges(base[name ?? first] ?? {}, set);
    return { areaKm2: 0.1, ...application };
  };
  const registerOf = ({ register: changes }: Case) =>
    changes === "none" ? undefined : withChanges(register, changes);
  const subjects = fc.subarray<Subject>([...SUBJECTS], { minLength: 1 });

  it("that agrees with what is declared changes no outcome", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), subjects, async (one, layers) => {
        const given = applicationOf(one);
        const location = measuredFrom(await readApplication(given), inForce, layers);
        const declared = await decide(plan, given, registerOf(one));
        const both = await decide(plan, given, registerOf(one), location);
        expect(both.verdict).toBe(declared.verdict);
        expect(outcomes(both.findings)).toEqual(outcomes(declared.findings));
      }),
      { numRuns: 60 },
    );
  });

  it("decides by layers alone what the same facts decide when they are declared", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), subjects, async (one, layers) => {
        const given = applicationOf(one);
        const read = await readApplication(given);
        // No layer says what contradicts itself.
        fc.pre(isConsistent(read.site?.zones, inForce));
        const location = measuredFrom(read, inForce, layers);
        const declared = await decide(plan, given, registerOf(one));
        const measured = await decide(plan, withoutSubjects(given, layers), registerOf(one), location);
        expect(outcomes(measured.findings)).toEqual(outcomes(declared.findings));
      }),
      { numRuns: 60 },
    );
  });

  it("that contradicts what is declared, or decides nothing, never turns a pass into a fail or back", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        subjects,
        fc.infiniteStream(fc.nat()),
        fc.constantFrom(1, 2),
        async (one, layers, picks, times) => {
          const given = applicationOf(one);
          const distort: Distort = <T>(layer: string, value: T, others: readonly T[]): Fact<T> => {
            const ways = [
              onLayer(layer, value),
              undecided(layer),
              ...others.map((other) => onLayer(layer, other)),
            ];
            return ways[picks.next().value % ways.length] ?? undecided(layer);
          };
          const measured = measuredFrom(await readApplication(given), inForce, layers, distort);
          const location = { ...measured, areaKm2: measured.areaKm2.times(times) };
          const declared = await decide(plan, given, registerOf(one));
          const both = await decide(plan, given, registerOf(one), location);
          expect(contradiction(both.findings, declared.findings)).toEqual([]);
          expect(contradiction(declared.findings, both.findings)).toEqual([]);
          if (declared.verdict === "fail") expect(both.verdict).not.toBe("pass");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("whose layers decide nothing is never better than no word at all", async () => {
    const broken: Distort = (layer) => undecided(layer);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), subjects, async (one, layers) => {
        const given = applicationOf(one);
        const location = measuredFrom(await readApplication(given), inForce, layers, broken);
        const silent = withoutSubjects(given, layers);
        const before = await decide(plan, silent, registerOf(one));
        const after = await decide(plan, silent, registerOf(one), location);
        if (before.verdict !== "pass") expect(after.verdict).not.toBe("pass");
        const now = outcomes(after.findings);
        const lifted = [...outcomes(before.findings)].filter(
          ([provision, [...was]]) =>
            was.every((outcome) => outcome === "review" || outcome === "fail") &&
            (now.get(provision) ?? []).includes("pass"),
        );
        expect(lifted).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Whether declared zones can all be so at once. */
function isConsistent(
  zones: Parameters<typeof relationToKind>[0],
  plan: Parameters<typeof relationToKind>[2],
) {
  return (
    zones === undefined ||
    (ZONE_KINDS.every((kind) => relationToKind(zones, kind, plan).known) &&
      plan.zones.every((zone) => relationToZone(zones, zone, plan).known))
  );
}
