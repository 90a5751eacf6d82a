import * as z from "zod";
import { type Decimal, readDecimal } from "../model/decimal.ts";
import type { Quantity } from "../model/quantity.ts";
import { BASES } from "../model/quantity.ts";
import type { Register } from "../model/register.ts";
import { choice, isoDate, numberOrText, quantity, refuse, text } from "../model/schema.ts";
import { RIGHTS, SIZES } from "../model/terms.ts";
import { OUTPUT_UNITS, readUnit } from "../model/unit.ts";
import { words } from "../model/words.ts";
import { type Document, readDocument } from "./document.ts";
import { type Problem, Unusable, unusable } from "./problem.ts";
import { problemsOf } from "./schema-problems.ts";
import { pruneUnknown } from "./unknown.ts";

const count = z.int().min(0).max(1_000_000);

/** A present output may be nothing; one that is applied for may not. */
const presentOutput = z
  .strictObject({
    mineral: text,
    value: numberOrText,
    unit: text,
    of: z.enum(BASES).optional(),
  })
  .transform(({ mineral, value, unit, of }, context): { mineral: string; amount: Quantity } => {
    const read: Decimal | undefined = readDecimal(value);
    if (read?.gte(0) !== true)
      return refuse(
        context,
        value,
        { zh: `“${value}”不是非负数`, en: `"${value}" isn't a number from zero up` },
        { path: ["value"], remedy: { zh: "可写 0、15、0.5、1,200", en: "write 0, 15, 0.5 or 1,200" } },
      );
    const known = readUnit(unit);
    if (known?.per === undefined)
      return refuse(
        context,
        unit,
        { zh: `单位“${unit}”不可用`, en: `the unit "${unit}" can't be used here` },
        { path: ["unit"], remedy: { zh: `可写 ${OUTPUT_UNITS}`, en: `write one of ${OUTPUT_UNITS}` } },
      );
    return {
      mineral,
      amount: of === undefined ? { value: read, unit: known } : { value: read, unit: known, of },
    };
  });

const countsSchema = z.strictObject({
  asOf: isoDate().optional(),
  mines: count.optional(),
  largeMediumMines: count.optional(),
  minesOf: z.array(z.strictObject({ mineral: text, mines: count })).optional(),
  outputOf: z.array(presentOutput).optional(),
  zones: z.array(z.strictObject({ name: text, rights: count })).optional(),
  blocksReleased: z.array(z.strictObject({ from: z.int(), to: z.int(), blocks: count })).optional(),
});

/** What no list of rights tells: when they were released. */
const besideList = countsSchema.pick({ asOf: true, blocksReleased: true });

const output = quantity("output");
const listSchema = z.array(
  z.strictObject({
    id: text,
    right: choice(RIGHTS).default("mining"),
    holder: text.optional(),
    mineral: text.optional(),
    mineSize: choice(SIZES).optional(),
    output: z
      .union([output, z.array(output)])
      .transform((given) => (Array.isArray(given) ? given : [given]).filter((one) => one !== undefined))
      .transform((known) => (known.length === 0 ? undefined : known))
      .optional(),
    zone: text.optional(),
    block: text.optional(),
    status: text.optional(),
    geometry: z.unknown().optional(),
  }),
);

/** Reads a register: counts, or a list of rights (also under `rights`). Throws {@link Unusable}. */
export async function readRegister(file: string): Promise<Register> {
  if (!/\.(json|ya?ml)$/i.test(file) && file !== "-")
    unusable({
      file,
      message: words("登记数据须为 JSON 或 YAML 文件", "a register is a JSON or YAML file"),
      remedy: words("转换为 JSON 或 YAML", "convert it to JSON or YAML"),
    });
  return registerIn(await readDocument(file));
}

export function registerIn(document: Document): Register {
  const { value, file } = document;
  if (Array.isArray(value)) return { file, rights: rightsIn(value, document, []) };
  const nested = (value as { rights?: unknown } | null)?.rights;
  if (nested !== undefined) {
    const { rights, asOf, ...rest } = value as Record<string, unknown>;
    const head = sound(besideList, { asOf, ...rest }, document, []);
    return { file, ...head, rights: rightsIn(rights, document, ["rights"]) } as Register;
  }
  return { file, ...sound(countsSchema, value, document, []) } as Register;
}

function rightsIn(
  value: unknown,
  document: Document,
  path: readonly string[],
): NonNullable<Register["rights"]> {
  const rights = sound(listSchema, value, document, path);
  const seen = new Set<string>();
  const problems: Problem[] = [];
  rights.forEach(({ id }, index) => {
    if (seen.has(id))
      problems.push({
        file: document.file,
        ...document.locate([...path, index, "id"]),
        field: "id",
        message: words(`矿业权编号“${id}”重复`, `the right "${id}" appears twice`),
        remedy: words("只保留一个", "keep one of them"),
      });
    seen.add(id);
  });
  if (problems.length > 0) throw new Unusable(problems);
  // As it stands in the file: within a geometry null isn't a way to say 未知.
  const raw = value as readonly { readonly geometry?: unknown }[];
  return rights.map((right, index) =>
    right.geometry === undefined
      ? right
      : {
          ...right,
          geometry: raw[index]?.geometry,
          geometryAt: document.locate([...path, index, "geometry"]),
        },
  ) as unknown as NonNullable<Register["rights"]>;
}

function sound<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  document: Document,
  path: readonly string[],
): z.output<Schema> {
  const parsed = schema.safeParse(pruneUnknown(value), { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Unusable(problemsOf(parsed.error.issues, schema, document, path));
}
