import type { z } from "zod";

/** What is needed of zod's own description of a schema. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
}

/** The keys that a schema knows at a path, for telling the nearest one. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const found = path.reduce<readonly z.ZodType[]>(
    (at, step) => at.flatMap((one) => into(one, step)),
    [schema],
  );
  return [...new Set(found.flatMap(unwrap).flatMap((one) => Object.keys(definition(one).shape ?? {})))];
}

function into(schema: z.ZodType, step: PropertyKey): readonly z.ZodType[] {
  return unwrap(schema).flatMap((one) => {
    const { element, valueType, shape } = definition(one);
    const child = typeof step === "number" ? element : (shape?.[String(step)] ?? valueType);
    return child === undefined ? [] : [child];
  });
}

/** Through optional, transformed and alternative schemas down to the plain ones. */
function unwrap(schema: z.ZodType): readonly z.ZodType[] {
  const { innerType, in: input, options } = definition(schema);
  if (innerType !== undefined) return unwrap(innerType);
  if (input !== undefined) return unwrap(input);
  return options === undefined ? [schema] : options.flatMap(unwrap);
}

function definition(schema: z.ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}
