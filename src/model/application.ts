import * as z from "zod";
import { DECLARATIONS, DOCUMENTS } from "./evidence.ts";
import { choice, decimalField, isoDate, keyed, quantity, text } from "./schema.ts";
import * as terms from "./terms.ts";

const output = quantity("output").describe("年（日）生产规模 · yearly or daily output");

/** One quantity or several in different `of`; always a list once read. */
const outputs = z
  .union([output, z.array(output).min(1)])
  .transform((given) => (Array.isArray(given) ? given : [given]));

const coMineral = z.union([
  text().transform((name) => ({ name, necessary: undefined })),
  z.strictObject({ name: text(), necessary: z.boolean().optional() }),
]);

const zone = z.strictObject({
  name: text().describe("区名或区类 · the zone's name, or a kind of zone"),
  relation: choice(terms.RELATIONS).optional(),
});

const block = z.strictObject({
  kind: choice(terms.RIGHTS).optional(),
  relation: choice(terms.BLOCK_RELATIONS).optional(),
  name: text().optional(),
  mineral: text().optional(),
  whole: z.boolean().optional(),
  level: choice(terms.AUTHORITIES).optional(),
  rights: z.int().min(0).max(10_000).optional(),
  approved: z.boolean().optional(),
  inReleasePlan: z.boolean().optional(),
});

const overlap = z.union([
  choice({ clear: { zh: "不重叠", en: "clear" }, overlaps: { zh: "重叠", en: "overlaps" } }),
  decimalField({ least: 0, most: 100_000 }),
]);

const constraints = keyed(terms.CONSTRAINTS, overlap);

const existingRight = z.strictObject({
  id: text().optional(),
  right: choice(terms.RIGHTS).optional(),
  overlapKm2: decimalField({ least: 0, most: 100_000 }).optional(),
  sameHolder: z.boolean().optional(),
});

const site = z.strictObject({
  inCounty: z.boolean().optional(),
  zones: z.array(zone).optional(),
  block: block.optional(),
  constraints: constraints.optional(),
  arableLand: z.boolean().optional(),
  existingRights: z.array(existingRight).optional(),
  place: text().optional(),
});

const base = z.strictObject({
  right: choice(terms.RIGHTS).optional(),
  sameHolder: z.boolean().optional(),
  relation: choice(terms.BASE_RELATIONS).optional(),
  mineral: text().optional(),
  areaKm2: decimalField({ above: 0, most: 100_000 }).optional(),
  within: z.boolean().optional(),
  meetsPlan: z.boolean().optional(),
});

const funding = z.strictObject({
  source: choice(terms.FUNDING_SOURCES).optional(),
  full: z.boolean().optional(),
  commensurate: z.boolean().optional(),
  firstYear: decimalField({ least: 0, most: 100_000_000 }).optional(),
  proof: decimalField({ least: 0, most: 100_000_000 }).optional(),
});

const applicant = z.strictObject({
  name: text().optional(),
  kind: choice(terms.APPLICANT_KINDS).optional(),
  violations: z.boolean().optional(),
  dishonest: z.boolean().optional(),
});

/** An empty list of changes states none, so what is changed isn't known. */
function someOf<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

const attestation = z.strictObject({
  clause: text(),
  met: z.boolean().optional(),
  by: text().optional(),
  note: z.string().optional(),
});

/**
 * The application file (申请), as an applicant or an official writes it. Every field but `id`,
 * `right`, `operation` and `mineral` may be absent; absent is unknown, never a default.
 */
export const applicationSchema = z.strictObject({
  id: text(),
  plan: text().optional(),
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  date: isoDate().optional(),
  right: choice(terms.RIGHTS),
  operation: choice(terms.OPERATIONS),
  changes: z.array(choice(terms.CHANGES)).transform(someOf).optional(),
  mineral: text(),
  coMinerals: z.array(coMineral).optional(),
  mineralClass: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  output: outputs.optional(),
  workingDaysPerYear: decimalField({ above: 0, most: 366 }).optional(),
  density: decimalField({ above: 0, most: 30 }).optional(),
  grade: decimalField({ above: 0, most: 1 }).optional(),
  recovery: decimalField({ above: 0, most: 1 }).optional(),
  reserves: quantity("stock").optional(),
  depositSize: choice(terms.SIZES).optional(),
  mineSize: choice(terms.SIZES).optional(),
  depositComplexity: choice(terms.COMPLEXITIES).optional(),
  explorationDegree: choice(terms.DEGREES).optional(),
  method: choice(terms.METHODS).optional(),
  serviceLifeYears: decimalField({ above: 0, most: 1000 }).optional(),
  areaKm2: decimalField({ above: 0, most: 100_000 }).optional(),
  basicBlocks: decimalField({ above: 0, most: 10_000 }).optional(),
  allocation: choice(terms.ALLOCATIONS).optional(),
  agreementBasis: text().optional(),
  authority: choice(terms.AUTHORITIES).optional(),
  funding: funding.optional(),
  base: base.optional(),
  applicant: applicant.optional(),
  documents: keyed(DOCUMENTS, z.boolean()).optional(),
  declarations: keyed(DECLARATIONS, z.boolean()).optional(),
  attestations: z.array(attestation).optional(),
  site: site.optional(),
  geometry: z.looseObject({}).optional(),
});

export type Application = z.output<typeof applicationSchema>;
export type Attestation = z.output<typeof attestation>;
