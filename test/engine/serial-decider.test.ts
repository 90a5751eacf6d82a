import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SerialDecider } from "../../src/engine/serial-decider.ts";
import { readApplications } from "../../src/input/application.ts";
import { parseDocument } from "../../src/input/document.ts";
import { registerIn } from "../../src/input/register.ts";
import type { Application } from "../../src/model/application.ts";
import type { MeasuredSite } from "../../src/model/measured-site.ts";
import type { Register } from "../../src/model/register.ts";
import type { CaseReport } from "../../src/model/report.ts";
import { type ShortFinding, type ShortReport, shorten } from "../../src/model/short-report.ts";
import { applicationsFor } from "../support/arbitrary.ts";
import { type Case, readCases, withChanges } from "../support/cases.ts";
import {
  type Distort,
  measuredFrom,
  onLayer,
  SUBJECTS,
  type Subject,
  undecided,
} from "../support/location.ts";
import {
  deciderFor,
  fixtureNames,
  fixturePath,
  library,
  locatedByLayers,
  PLAN_IDS,
  readApplication,
} from "../support/world.ts";

interface Given {
  readonly application: Application;
  readonly location: MeasuredSite | undefined;
}

/** What a row shows of a report, with the words of every finding. */
function shown<F extends ShortFinding>({ verdict, findings, message }: ShortReport<F>): string {
  const lines = findings.map((finding) => {
    const { rule, outcome, clauses, missing, margin } = finding;
    return JSON.stringify({ rule, outcome, clauses, missing, margin, message: message(finding) });
  });
  return [verdict, ...lines].join("\n");
}

function inShort({ plan, verdict, findings, location }: CaseReport) {
  const short = findings.map((finding) => ({ ...shorten(finding), says: finding.message }));
  return { plan, verdict, location, findings: short, message: ({ says }: (typeof short)[number]) => says() };
}

/** One after the other they are decided as each would be if it were the only one. */
async function expectSame(plan: string, register: Register | undefined, all: readonly Given[]) {
  const decider = await deciderFor(plan);
  const beside = { register, asOf: "2024-05-01" };
  const serial = new SerialDecider(decider, beside);
  for (const { application, location } of all) {
    const alone = decider.decide(application, { ...beside, file: "case.json", location });
    expect(shown(serial.decide(application, location, "case.json"))).toBe(shown(inShort(alone)));
  }
}

describe.each(PLAN_IDS)("applications in series under %s", async (plan) => {
  const { plan: inForce } = await library.load(plan);
  const { base, cases, register: stated } = readCases(plan);
  const register = registerIn(await parseDocument(JSON.stringify(stated), "register.json"));
  const [first = ""] = Object.keys(base);
  const caseOf = ({ base: name, set }: Case) => withChanges(base[name ?? first] ?? {}, set);
  const subjects = fc.subarray<Subject>([...SUBJECTS]);

  it("that differ in anything are decided as each would be by itself", async () => {
    const application = fc.oneof(fc.constantFrom(...cases).map(caseOf), applicationsFor(inForce));
    // Neighbours differ in a field or two, as candidates do; some come again.
    const series = fc.array(
      fc.record({ from: fc.nat(3), fields: fc.array(fc.nat(40), { maxLength: 3 }), other: application }),
      { minLength: 8, maxLength: 16 },
    );
    const places = fc.array(fc.option(fc.tuple(subjects, fc.nat(3))), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(application, { minLength: 4, maxLength: 4 }),
        series,
        places,
        fc.boolean(),
        async (starts, steps, located, isRegistered) => {
          const all: Given[] = [];
          for (const [index, { from, fields, other }] of steps.entries()) {
            const changed = mixed(starts[from] ?? {}, other, fields);
            const read = await readApplication(changed);
            const place = located[index % located.length];
            const location = place
              ? measuredFrom(read, inForce, place[0], distortEvery(place[1]))
              : undefined;
            all.push({ application: read, location });
          }
          await expectSame(plan, isRegistered ? register : undefined, [...all, ...all]);
        },
      ),
      { numRuns: 7 },
    );
  });

  it("among the fixtures are decided as each is by itself, in any order", async () => {
    const read = await Promise.all(
      fixtureNames(plan).map(async (name) => (await readApplications(fixturePath(plan, name))).applications),
    );
    const located = await locatedByLayers(plan, read.flat());
    const all = read.flat().map((one) => ({ application: one.application, location: located.get(one) }));
    await expectSame(plan, register, [...all, ...all.toReversed()]);
    await expectSame(plan, undefined, all.toReversed());
  });
});

/** The first with some of the fields of the second. */
function mixed(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
  fields: readonly number[],
): Record<string, unknown> {
  const names = Object.keys(other).filter((name) => name !== "operation" && name !== "right");
  const taken = fields.flatMap((field) => names[field % Math.max(names.length, 1)] ?? []);
  return { ...one, ...Object.fromEntries(taken.map((name) => [name, other[name]])) };
}

/** Every so many facts of a layer are another than declared; of none of them where it is 0. */
function distortEvery(many: number): Distort {
  let at = 0;
  return (layer, value, others) => {
    at += 1;
    if (many === 0 || at % many !== 0) return onLayer(layer, value);
    return at % 2 === 0 ? undecided(layer) : onLayer(layer, others[0] ?? value);
  };
}
