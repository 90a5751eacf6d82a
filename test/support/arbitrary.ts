import fc, { type Arbitrary } from "fast-check";
import { DECLARATIONS, DOCUMENTS } from "../../src/model/evidence.ts";
import type { Plan } from "../../src/model/plan.ts";
import { BASES } from "../../src/model/quantity.ts";
import * as t from "../../src/model/terms.ts";
import type { Words } from "../../src/model/words.ts";
import { standards } from "./world.ts";

/**
 * Applications as the schema accepts them, every field of them: in English or Chinese words, with
 * numbers as numbers or text, with what isn't known left out, null or 未知. Names come from the
 * vocabulary and the plan as often as from nowhere.
 */

type Json = Arbitrary<unknown>;

const maybe = (value: Json): Json =>
  fc.oneof({ weight: 6, arbitrary: value }, fc.constantFrom(null, "未知", "unknown"));
const term = (table: Readonly<Record<string, Words>>): Json =>
  fc.constantFrom(...Object.entries(table).flatMap(([key, { zh }]) => [key, zh]));
const flag = maybe(fc.boolean());
const text = fc.string({ minLength: 1, maxLength: 12 }).map((one) => `某${one}`);

/** A number of at most `most`, as a number, as text, or in full width. */
function number(most: number, least = 0): Json {
  const value = fc.double({ min: Math.max(least, 1e-6), max: most, noNaN: true });
  const plain = value.map((one) => Number(one.toPrecision(6))).filter((one) => one >= least && one <= most);
  return fc.oneof(
    plain,
    plain.map((one) => one.toFixed(6)).filter((one) => Number(one) > 0 && Number(one) >= least),
    fc
      .integer({ min: Math.max(1, least), max: Math.max(1, Math.min(most, 1000)) })
      .filter((one) => one <= most)
      .map(fullWidth),
  );
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function object(fields: Readonly<Record<string, Json>>, required: readonly string[] = []): Json {
  return fc.record(fields, { requiredKeys: [...required] });
}

/** Some keys of a closed list, each in one language. */
function keyed(table: Readonly<Record<string, Words>>, value: Json): Json {
  return fc
    .uniqueArray(fc.constantFrom(...Object.keys(table)), { maxLength: 8 })
    .chain((keys) =>
      fc.tuple(...keys.map((key) => fc.tuple(fc.constantFrom(key, table[key]?.zh ?? key), value))),
    )
    .map((entries) => Object.fromEntries(entries));
}

const basis = fc.constantFrom(...BASES, "矿石", "金属量");
/** At most what can be meant: 10¹¹ t. */
const amount = number(900);
const output = object(
  {
    value: amount,
    unit: fc.constantFrom(
      "万吨/年",
      "吨/年",
      "吨/日",
      "万立方米/年",
      "立方米/日",
      "千克/年",
      "t/a",
      "万t/a",
      "m³/d",
      "ｔ／ｄ",
    ),
    of: maybe(basis),
  },
  ["value", "unit"],
);
const stock = object(
  {
    value: amount,
    unit: fc.constantFrom("亿吨", "万吨", "吨", "千克", "万立方米", "立方米", "t", "kg", "m³"),
    of: basis,
  },
  ["value", "unit"],
);
/** A list names each basis once. */
const outputs = fc.oneof(
  output,
  fc.uniqueArray(output, {
    minLength: 1,
    maxLength: 3,
    selector: (one) => basisOf((one as { of?: unknown }).of),
  }),
);

function basisOf(of: unknown): string {
  return (
    ({ 矿石: "ore", 金属量: "metal" } as Record<string, string>)[String(of)] ??
    (BASES.some((one) => one === of) ? String(of) : "")
  );
}

const minerals = standards.minerals.spellings();
const mineral = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...minerals) }, text);

/** Every field of the application, by name. */
export function fieldsFor({ clauses, zones, county, id }: Plan): Readonly<Record<string, Json>> {
  const clause = fc.constantFrom(...clauses.map((one) => one.id));
  const named = zones.flatMap(({ name, kind }) => [...(name === undefined ? [] : [name]), kind]);
  const zone = fc.oneof(fc.constantFrom(...named, "集中开采区", "重点勘查区"), text);
  return {
    id: text,
    plan: fc.constant(id),
    county: fc.constant(county.code),
    date: maybe(
      fc.constantFrom("2019-12-31", "2021-01-01", "2023-07-01", "2024-05-20", "2025-12-31", "2026-01-01"),
    ),
    right: term(t.RIGHTS),
    operation: term(t.OPERATIONS),
    changes: maybe(fc.array(term(t.CHANGES), { maxLength: 3 })),
    mineral,
    coMinerals: maybe(
      fc.array(fc.oneof(mineral, object({ name: mineral, necessary: flag }, ["name"])), { maxLength: 3 }),
    ),
    mineralClass: maybe(fc.constantFrom(1, 2, 3)),
    output: maybe(outputs),
    workingDaysPerYear: maybe(number(366, 1)),
    density: maybe(number(30)),
    grade: maybe(number(1)),
    recovery: maybe(number(1)),
    reserves: maybe(stock),
    depositSize: maybe(term(t.SIZES)),
    mineSize: maybe(term(t.SIZES)),
    depositComplexity: maybe(term(t.COMPLEXITIES)),
    explorationDegree: maybe(term(t.DEGREES)),
    method: maybe(term(t.METHODS)),
    serviceLifeYears: maybe(number(1000)),
    areaKm2: maybe(number(100_000)),
    basicBlocks: maybe(number(10_000)),
    allocation: maybe(term(t.ALLOCATIONS)),
    agreementBasis: maybe(fc.constantFrom("无", "none", "国土资规〔2017〕4号")),
    authority: maybe(term(t.AUTHORITIES)),
    funding: maybe(
      object({
        source: maybe(term(t.FUNDING_SOURCES)),
        full: flag,
        commensurate: flag,
        firstYear: number(10_000),
        proof: number(10_000),
      }),
    ),
    base: maybe(
      object({
        id: maybe(fc.oneof(text, fc.array(text, { maxLength: 2 }))),
        right: maybe(term(t.RIGHTS)),
        sameHolder: flag,
        relation: maybe(term(t.BASE_RELATIONS)),
        mineral: maybe(mineral),
        areaKm2: maybe(number(100)),
        within: flag,
        meetsPlan: flag,
      }),
    ),
    applicant: maybe(
      object({ name: text, kind: maybe(term(t.APPLICANT_KINDS)), violations: flag, dishonest: flag }),
    ),
    documents: maybe(keyed(DOCUMENTS, flag)),
    declarations: maybe(keyed(DECLARATIONS, flag)),
    attestations: maybe(
      fc.array(
        object({ clause, met: flag, by: maybe(text), note: fc.string({ maxLength: 10 }) }, ["clause"]),
        { maxLength: 3 },
      ),
    ),
    site: maybe(
      object({
        inCounty: flag,
        zones: maybe(
          fc.array(object({ name: zone, relation: maybe(term(t.RELATIONS)) }, ["name"]), { maxLength: 3 }),
        ),
        block: maybe(
          object({
            kind: maybe(term(t.RIGHTS)),
            relation: maybe(term(t.BLOCK_RELATIONS)),
            name: text,
            mineral: maybe(mineral),
            whole: flag,
            level: maybe(term(t.AUTHORITIES)),
            rights: maybe(fc.nat(3)),
            approved: flag,
            inReleasePlan: flag,
          }),
        ),
        constraints: maybe(
          keyed(
            t.CONSTRAINTS,
            maybe(fc.oneof(fc.constantFrom("clear", "overlaps", "不重叠", "重叠", 0), number(100))),
          ),
        ),
        arableLand: flag,
        existingRights: maybe(
          fc.array(
            object({ id: text, right: maybe(term(t.RIGHTS)), overlapKm2: number(10), sameHolder: flag }),
            { maxLength: 2 },
          ),
        ),
        place: text,
      }),
    ),
    geometry: fc.constant({ type: "Polygon", coordinates: [] }),
  };
}

const REQUIRED = ["id", "right", "operation", "mineral"];

/** Any application that a plan may be asked about; a conversion is always of a mining right. */
export function applicationsFor(plan: Plan): Arbitrary<Record<string, unknown>> {
  return (object(fieldsFor(plan), REQUIRED) as Arbitrary<Record<string, unknown>>).map((one) =>
    one["operation"] === "conversion" || one["operation"] === "探转采" ? { ...one, right: "mining" } : one,
  );
}
