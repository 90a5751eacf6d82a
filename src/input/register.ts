import * as z from "zod";
import { type Decimal, readDecimal } from "../model/decimal.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Register } from "../model/register.ts";
import { basis, choice, isoDate, numberOrText, quantity, refuse, text } from "../model/schema.ts";
import { type GeometryField, geometryField, spatialFile } from "../model/spatial-file.ts";
import { RIGHTS, SIZES } from "../model/terms.ts";
import { OUTPUT_UNITS, readUnit } from "../model/unit.ts";
import { words } from "../model/words.ts";
import { type Document, fileNamedIn, type Path, readDocument } from "./document.ts";
import { type Problem, Unusable, unusable } from "./problem.ts";
import { problemsOf } from "./schema-problems.ts";
import type { SpatialSource } from "./spatial/source.ts";
import { isSpatial } from "./spatial-name.ts";
import { pruneUnknown } from "./unknown.ts";

const count = z.int().min(0).max(1_000_000);

/** A present output may be nothing; one that is applied for may not. */
const presentOutput = z
  .strictObject({
    mineral: text,
    value: numberOrText,
    unit: text,
    of: basis().optional(),
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

const countsOnly = z.strictObject({
  asOf: isoDate().optional(),
  mines: count.optional(),
  largeMediumMines: count.optional(),
  minesOf: z.array(z.strictObject({ mineral: text, mines: count })).optional(),
  outputOf: z.array(presentOutput).optional(),
  zones: z.array(z.strictObject({ name: text, rights: count })).optional(),
  blocksReleased: z.array(z.strictObject({ from: z.int(), to: z.int(), blocks: count })).optional(),
});

/** A list of rights stands in place of counts; here only so that it is named among the fields. */
const listField = { rights: z.undefined().optional() };
const countsSchema = countsOnly.extend(listField);

/** What no list of rights tells: when they were released. */
const besideList = countsOnly.pick({ asOf: true, blocksReleased: true }).extend(listField);

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
    geometry: geometryField.optional(),
  }),
);

/** A list of rights in a file of its own: a spatial file or a table. */
const tableSchema = z.strictObject({
  ...spatialFile,
  fields: z
    .record(text, text)
    .optional()
    .describe("字段所在的列 · the columns of fields whose names aren't known"),
});

/** The shape of a whole register file, for editors; nothing is read by it, since its parts say better what is wrong. */
export function registerSchema(): z.ZodType {
  return z.union([
    countsOnly,
    listSchema,
    besideList.extend({ rights: z.union([listSchema, tableSchema]) }),
  ]);
}

/** A register, and where the boundaries of its rights are to be read, in the order of its rights. */
export interface ReadRegister extends Register {
  readonly drawn?:
    | {
        readonly in: "list";
        readonly document: Document;
        readonly path: Path;
        readonly geometries: readonly (GeometryField | undefined)[];
      }
    | { readonly in: "table"; readonly open: () => Promise<SpatialSource>; readonly crs?: string };
}

/**
 * Reads a register: counts, or a list of rights (also under `rights`), or the records of a spatial file or
 * table, which a YAML register may name under `rights`. Throws {@link Unusable}.
 */
export async function readRegister(file: string): Promise<ReadRegister> {
  if (isSpatial(file)) return (await import("./spatial/read-register.ts")).readRegisterTable(file);
  if (!/\.(json|ya?ml)$/i.test(file) && file !== "-")
    unusable({
      file,
      message: words("不认识的登记数据格式", "the format of this register isn't known"),
      remedy: words(
        "可用 JSON、YAML、CSV、XLSX、GeoJSON、shapefile",
        "give JSON, YAML, CSV, XLSX, GeoJSON or a shapefile",
      ),
    });
  const document = await readDocument(file);
  refuseApplication(document);
  const { type, rights, ...rest } = (document.value ?? {}) as Readonly<Record<string, unknown>>;
  if (type === "FeatureCollection")
    return (await import("./spatial/read-register.ts")).registerOfGeoJson(document);
  if (rights === null || typeof rights !== "object" || Array.isArray(rights)) return registerIn(document);
  const { file: named, fields = {}, ...said } = sound(tableSchema, rights, document, ["rights"]);
  const head = sound(besideList, rest, document, []);
  const table = {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    columns: Object.entries(fields).map(([field, column]) => ({ field, column })),
  };
  const { readRegisterTable } = await import("./spatial/read-register.ts");
  const { placedWhereNamed } = await import("./spatial/given.ts");
  const path = fileNamedIn(document, named);
  const read = await readRegisterTable(path, table).catch((error: unknown) =>
    placedWhereNamed(error, path, document, ["rights", "file"]),
  );
  return { ...read, ...(head as object) };
}

/** What an application has and no register: one error instead of one for each of its fields. */
function refuseApplication({ value, file }: Document): void {
  const [first] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const isApplication =
    first !== null && typeof first === "object" && "operation" in first && "right" in first;
  if (!isApplication) return;
  unusable({
    file,
    line: 1,
    column: 1,
    message: words("这是申请，不是登记数据", "this is an application, not a register"),
    remedy: words(
      "申请直接作参数；--register 给出已设矿业权：矿山数等统计数，或 rights 列表",
      "name applications as arguments; --register takes the existing rights: counts such as mines, or a list of rights",
    ),
  });
}

export function registerIn(document: Document): ReadRegister {
  const { value, file } = document;
  if (Array.isArray(value)) return { file, ...rightsIn(value, document, []) };
  const nested = (value as { rights?: unknown } | null)?.rights;
  if (nested !== undefined) {
    const { rights, asOf, ...rest } = value as Record<string, unknown>;
    const head = sound(besideList, { asOf, ...rest }, document, []);
    return { file, ...head, ...rightsIn(rights, document, ["rights"]) } as ReadRegister;
  }
  const { rights: _, ...counts } = sound(countsSchema, value, document, []);
  return { file, ...counts } as ReadRegister;
}

function rightsIn(
  value: unknown,
  document: Document,
  path: readonly string[],
): Pick<ReadRegister, "rights" | "zonesUnsaid" | "drawn"> {
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
  const geometries = rights.map(({ geometry }) => geometry);
  const isDrawn = geometries.some((one) => one !== undefined);
  return {
    rights: rights.map(({ geometry: _, ...right }) => right) as NonNullable<Register["rights"]>,
    ...(isDrawn ? { drawn: { in: "list", document, path, geometries } } : {}),
    ...(isDrawn && rights.every(({ zone }) => zone === undefined) ? { zonesUnsaid: true } : {}),
  };
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
