import { join } from "node:path";
import * as z from "zod";
import { type Document, readDocument } from "../../input/document.ts";
import { Unusable } from "../../input/problem.ts";
import { problemsOf } from "../../input/schema-problems.ts";
import { FAMILIES } from "../../model/mineral.ts";
import { BASES } from "../../model/quantity.ts";
import { isoDate } from "../../model/schema.ts";
import { keysOf, METHODS } from "../../model/terms.ts";
import type { StandardsData } from "./standards-data.ts";

const names = z.array(z.string()).optional();
const basis = z.enum(BASES);

const mineralsFile = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ title: z.string(), verified: z.boolean() })),
  minerals: z.array(
    z.strictObject({
      name: z.string(),
      en: z.string(),
      aliases: names,
      under: names,
      family: z.enum(FAMILIES).optional(),
      class: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
      bases: z.array(basis).optional(),
      ordinary: z.string().optional(),
      parts: names,
      either: names,
      pointer: z.strictObject({ of: z.string(), gradeBelow: z.string(), source: z.string() }).optional(),
      source: z.string().optional(),
    }),
  ),
});

const sizeFile = z.strictObject({
  standard: z.string(),
  "unit-of-judgement": z.string().optional(),
  rows: z.array(
    z.strictObject({
      mineral: z.string(),
      method: z.enum(keysOf(METHODS)).optional(),
      of: basis,
      unit: z.string(),
      medium: z.string(),
      large: z.string(),
      verified: z.boolean(),
      note: z.string().optional(),
    }),
  ),
});

const lawFile = z.strictObject({
  articles: z.record(
    z.string(),
    z.strictObject({ at: z.string(), subject: z.string(), verified: z.boolean() }),
  ),
  "basic-block-km2": z.strictObject({ smallest: z.string(), largest: z.string(), verified: z.boolean() }),
  "mining-terms": z.array(
    z.strictObject({
      article: z.string(),
      from: isoDate().optional(),
      to: isoDate().optional(),
      years: z.strictObject({ large: z.int(), medium: z.int(), small: z.int() }),
    }),
  ),
});

/** Reads rules/standards/*.yaml. Throws {@link Unusable} at the first file that isn't sound. */
export async function compileStandards(folder: string): Promise<StandardsData> {
  const [minerals, depositSize, mineSize, law] = await Promise.all(
    ["minerals", "deposit-size", "mine-size", "law"].map((name) =>
      readDocument(join(folder, `${name}.yaml`)),
    ),
  );
  if (!minerals || !depositSize || !mineSize || !law) throw new Error("unreachable: four files were read");
  const withLines = (document: Document) => {
    const { standard, rows } = sound(sizeFile, document);
    return {
      standard,
      rows: rows.map((row, index) => ({ ...row, line: document.locate(["rows", index]).line })),
    };
  };
  const { articles, ...rest } = sound(lawFile, law);
  return {
    ...sound(mineralsFile, minerals),
    depositSize: withLines(depositSize),
    mineSize: withLines(mineSize),
    law: {
      ...rest,
      articles: Object.fromEntries(
        Object.entries(articles).map(([id, article]) => [
          id,
          { ...article, line: law.locate(["articles", id]).line },
        ]),
      ),
    },
  } as StandardsData;
}

function sound<Schema extends z.ZodType>(schema: Schema, document: Document): z.output<Schema> {
  const parsed = schema.safeParse(document.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Unusable(problemsOf(parsed.error.issues, schema, document, []));
}
