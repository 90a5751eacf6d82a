import * as z from "zod";
import { DECLARATIONS, DOCUMENTS } from "./evidence.ts";
import { choice, decimalField, isoDate, keyed, quantity, text } from "./schema.ts";
import { geometryField } from "./spatial-file.ts";
import * as terms from "./terms.ts";

// Schemas that stand in several places are made once: making them is most of what a start costs.
const someText = text.optional();
const flag = z.boolean().optional();
const right = choice(terms.RIGHTS);
const someRight = right.optional();
const level = choice(terms.AUTHORITIES).optional();
const size = choice(terms.SIZES).optional();
const overlapKm2 = decimalField({ least: 0, most: 100_000 });
const areaKm2 = decimalField({ above: 0, most: 100_000 }).optional();
const money = decimalField({ least: 0, most: 100_000_000 }).optional();
const fraction = decimalField({ above: 0, most: 1 }).optional();

const output = quantity("output").describe("年（日）生产规模 · yearly or daily output");

/** One quantity or several in different `of`; always a list once read, of those that are known. */
const outputs = z
  .union([output, z.array(output).min(1)])
  .transform((given) => someOf((Array.isArray(given) ? given : [given]).filter((one) => one !== undefined)));

const coMineral = z.union([
  text.transform((name) => ({ name, necessary: undefined })),
  z.strictObject({ name: text, necessary: flag }),
]);

const zone = z.strictObject({
  name: text.describe("区名或区类 · the zone's name, or a kind of zone"),
  relation: choice(terms.RELATIONS).optional(),
});

const block = z.strictObject({
  kind: someRight,
  relation: choice(terms.BLOCK_RELATIONS).optional(),
  name: someText,
  mineral: someText,
  whole: flag,
  level,
  rights: z.int().min(0).max(10_000).optional(),
  approved: flag,
  inReleasePlan: flag,
});

const overlap = z.union([
  choice({ clear: { zh: "不重叠", en: "clear" }, overlaps: { zh: "重叠", en: "overlaps" } }),
  overlapKm2,
]);

const constraints = keyed(terms.CONSTRAINTS, overlap);

const existingRight = z.strictObject({
  id: someText,
  right: someRight,
  overlapKm2: overlapKm2.optional(),
  sameHolder: flag,
});

const site = z.strictObject({
  inCounty: flag,
  zones: z.array(zone).optional(),
  block: block.optional(),
  constraints: constraints.optional(),
  arableLand: flag,
  existingRights: z.array(existingRight).optional(),
  place: someText,
});

const base = z.strictObject({
  id: z
    .union([text, z.array(text)])
    .transform((given) => someOf([given].flat()))
    .optional()
    .describe("许可证号 · licence numbers of the existing right or rights"),
  right: someRight,
  sameHolder: flag,
  relation: choice(terms.BASE_RELATIONS).optional(),
  mineral: someText,
  areaKm2,
  within: flag,
  meetsPlan: flag,
});

const funding = z.strictObject({
  source: choice(terms.FUNDING_SOURCES).optional(),
  full: flag,
  commensurate: flag,
  firstYear: money,
  proof: money,
});

const applicant = z.strictObject({
  name: someText,
  kind: choice(terms.APPLICANT_KINDS).optional(),
  violations: flag,
  dishonest: flag,
});

/** An empty list states nothing, so what it tells isn't known. */
function someOf<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

const attestation = z.strictObject({
  clause: text,
  met: flag,
  by: someText,
  note: z.string().optional(),
});

/**
 * The application file (申请), as an applicant or an official writes it. Every field but `id`,
 * `right`, `operation` and `mineral` may be absent; absent is unknown, never a default.
 */
export const applicationSchema = z.strictObject({
  id: text,
  plan: someText,
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  date: isoDate().optional(),
  right,
  operation: choice(terms.OPERATIONS),
  changes: z.array(choice(terms.CHANGES)).transform(someOf).optional(),
  mineral: text,
  coMinerals: z.array(coMineral).optional(),
  mineralClass: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  output: outputs.optional(),
  workingDaysPerYear: decimalField({ least: 1, most: 366 }).optional(),
  density: decimalField({ above: 0, most: 30 }).optional(),
  grade: fraction,
  recovery: fraction,
  reserves: quantity("stock").optional(),
  depositSize: size,
  mineSize: size,
  depositComplexity: choice(terms.COMPLEXITIES).optional(),
  explorationDegree: choice(terms.DEGREES).optional(),
  method: choice(terms.METHODS).optional(),
  serviceLifeYears: decimalField({ above: 0, most: 1000 }).optional(),
  areaKm2,
  basicBlocks: decimalField({ above: 0, most: 10_000 }).optional(),
  allocation: choice(terms.ALLOCATIONS).optional(),
  agreementBasis: someText,
  authority: level,
  funding: funding.optional(),
  base: base.optional(),
  applicant: applicant.optional(),
  documents: keyed(DOCUMENTS, z.boolean()).optional(),
  declarations: keyed(DECLARATIONS, z.boolean()).optional(),
  attestations: z.array(attestation).optional(),
  site: site.optional(),
  geometry: geometryField.optional(),
});

export type Application = z.output<typeof applicationSchema>;
export type Attestation = z.output<typeof attestation>;
