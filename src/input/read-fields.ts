import { type Application, applicationSchema } from "../model/application.ts";
import { knownOrNothing } from "./unknown.ts";

const FIELDS = Object.entries(applicationSchema.shape);

/** Those that no application can be without. */
const REQUIRED = Object.keys({ id: true, right: true, operation: true, mineral: true } satisfies {
  [Key in keyof Application as undefined extends Application[Key] ? never : Key]: true;
});

/** What each field was given last, and what that was read as: most of what candidates state they share. */
const last = new Map<string, { readonly given: unknown; readonly read: unknown }>();

/** An application read field by field; undefined if anything is wrong with it, which the whole schema tells. */
export function readFields(value: unknown): Application | undefined {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  const given = new Map(Object.entries(value));
  const read: Record<string, unknown> = {};
  for (const [field, schema] of FIELDS) {
    if (!given.has(field)) continue;
    const one = given.get(field);
    let known = last.get(field);
    if (known === undefined || known.given !== one) {
      const { success, data } = schema.safeParse(knownOrNothing(one));
      if (!success) return undefined;
      known = { given: one, read: data };
      last.set(field, known);
    }
    read[field] = known.read;
    given.delete(field);
  }
  const isWhole = given.size === 0 && REQUIRED.every((field) => read[field] !== undefined);
  return isWhole ? (read as unknown as Application) : undefined;
}
