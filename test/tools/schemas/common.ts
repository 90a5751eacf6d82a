import type { JsonSchema } from "./json-schema.ts";

/** What zod can't say of the pieces that all files share. */
export const DATE: JsonSchema = {
  description: "日期，写作 2024-05-20 · a date, written 2024-05-20",
  type: "string",
  pattern: "^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$",
};
export const NUMBER: JsonSchema = {
  description: '数，可写 15、0.5、"1,200" · a number: 15, 0.5, "1,200"',
  anyOf: [{ type: "number", minimum: 0 }, { type: "string" }],
};
