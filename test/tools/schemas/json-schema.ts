import * as z from "zod";

/** As much of a JSON Schema (draft-07) as is made here. */
export interface JsonSchema {
  $schema?: string | undefined;
  title?: string;
  description?: string;
  type?: string;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  enum?: readonly unknown[];
  examples?: readonly unknown[];
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  definitions?: Record<string, JsonSchema>;
}

/** A definition of its own for a schema that stands in many places, and what zod can't say of it. */
export interface Named {
  readonly schema: z.ZodType;
  readonly name: string;
  readonly is?: JsonSchema;
}

/**
 * What a zod schema reads, as JSON Schema: draft-07, which every editor knows. A named schema is told by
 * its definition, which it shares with the copies that `describe` makes of it.
 */
export function jsonSchemaOf(schema: z.ZodType, named: readonly Named[]): JsonSchema {
  const names = new Map(named.map((one) => [one.schema, one.name]));
  class Registry extends z.core.$ZodRegistry<Record<string, unknown>> {
    override get(one: z.core.$ZodType): never {
      const known = z.globalRegistry.get(one as z.ZodType);
      const id = names.get(one as z.ZodType);
      return (id === undefined ? known : { ...known, id }) as never;
    }
  }
  const made = z.toJSONSchema(schema, {
    target: "draft-07",
    io: "input",
    unrepresentable: "any",
    metadata: new Registry(),
  }) as JsonSchema;
  for (const { name, is } of named) {
    const definition = made.definitions?.[name];
    if (definition === undefined) throw new Error(`nothing uses the definition ${name}`);
    if (is !== undefined && made.definitions) made.definitions[name] = is;
  }
  return withoutDefaults(made) as JsonSchema;
}

/** What is absent isn't filled in by an editor; and zod's own marks of copies mean nothing to it. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([key, one]) => !(key === "default" && Array.isArray(one)));
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutDefaults(one)]));
}

/** A word of the list, offered by editors, or any other that the text has. */
export function oneOfOrOther(words: readonly string[], description: string): JsonSchema {
  return { description, anyOf: [{ enum: words }, { type: "string" }] };
}

/** Calls `see` for every property, with its path: keys only, whether in lists or not. */
export function eachProperty(
  schema: JsonSchema,
  see: (path: string, property: JsonSchema, owner: JsonSchema) => void,
  path: readonly string[] = [],
): void {
  for (const part of [...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) eachProperty(part, see, path);
  if (schema.items !== undefined) eachProperty(schema.items, see, path);
  if (typeof schema.additionalProperties === "object") eachProperty(schema.additionalProperties, see, path);
  for (const [name, definition] of Object.entries(schema.definitions ?? {}))
    eachProperty(definition, see, [`#${name}`]);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    see([...path, key].join("."), property, schema);
    eachProperty(property, see, [...path, key]);
  }
}

/** Describes every property by a table of paths. Throws for a property without words, and words without one. */
export function describeAll(schema: JsonSchema, table: Readonly<Record<string, string>>): void {
  const unused = new Set(Object.keys(table));
  eachProperty(schema, (path, property) => {
    const description = table[path] ?? property.description;
    unused.delete(path);
    if (description === undefined) throw new Error(`${path} has no description`);
    // What stands beside a reference is no part of draft-07.
    if (property.$ref !== undefined) {
      property.allOf = [{ $ref: property.$ref }];
      delete property.$ref;
    }
    property.description = description;
  });
  if (unused.size > 0) throw new Error(`no property is called ${[...unused].join(", ")}`);
}

/**
 * Every field that may be left out may also be said not to be known: null, 未知 or unknown. Does it where
 * the reader does, in objects, not in lists.
 */
export function allowUnknown(schema: JsonSchema): void {
  eachProperty(schema, (path, property, owner) => {
    const key = path.slice(path.lastIndexOf(".") + 1);
    if (owner.required?.includes(key) || isUnknown(property)) return;
    const { description, ...rest } = property;
    for (const name of Object.keys(property)) delete property[name as keyof JsonSchema];
    const known = rest.enum === undefined ? rest : { ...rest, type: undefined };
    Object.assign(property, {
      ...(description === undefined ? {} : { description }),
      anyOf: [...(rest.anyOf ?? [known]), { enum: [null, "未知", "unknown"] }],
    });
  });
}

function isUnknown({ anyOf }: JsonSchema): boolean {
  return anyOf?.some((one) => one.enum?.includes(null)) ?? false;
}
