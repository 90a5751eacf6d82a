import * as z from "zod";
import { readDecimal } from "../../../model/decimal.ts";
import { refuse, text } from "../../../model/schema.ts";
import type { SectionKit } from "../../../model/section.ts";
import { type Words, words } from "../../../model/words.ts";
import { placeSchema } from "./place.ts";

/** `blocks[mining][砖瓦用粘土].count`: keys, and in brackets which entries of a list. */
const PATH = /^[a-z][\w-]*(\[[^[\]]+\])*(\.[a-z][\w-]*(\[[^[\]]+\])*)*$/i;

const LONGEST_PATH = 300;

/** The shape of a {@link StatedTotal}. */
export function totalSchema({ clauseId, words: pair }: SectionKit) {
  const path = z
    .string()
    .max(LONGEST_PATH)
    .superRefine((given, context) => {
      if (!PATH.test(given))
        refuse(context, given, words(`“${given}”不是路径`, `"${given}" isn't a path`), {
          code: "wrong-format",
          remedy: words("写作 blocks[mining].count", "write it like blocks[mining].count"),
        });
    });
  const figure = z.union([z.number(), z.string().max(LONGEST_PATH)]).superRefine((given, context) => {
    if (readDecimal(given) === undefined && !PATH.test(String(given)))
      refuse(
        context,
        given,
        words(`“${given}”既不是数也不是路径`, `"${given}" is neither a number nor a path`),
        {
          code: "wrong-format",
          remedy: words("写作 24 或 blocks[mining].count", "write it like 24 or blocks[mining].count"),
        },
      );
  });
  const part = z.union([figure, z.strictObject({ count: path.describe("个数 · how many of these") })]);
  const parts = z.union([part, z.array(part).min(1)]);
  return z
    .strictObject({
      id: text.regex(/^[a-z][a-z0-9-]*$/).describe("校核编号 · id of the total"),
      clauses: z.array(clauseId).default([]).describe("条款 · the clauses"),
      at: placeSchema.optional().describe("位置 · where it stands"),
      also: z.array(placeSchema).min(1).optional().describe("其他位置 · further places of its figures"),
      what: pair.describe("校核什么 · what is held against what"),
      sum: z.array(part).min(1).optional().describe("合计 · the sum of these"),
      each: path.optional().describe("逐个 · each of these"),
      percent: z
        .strictObject({ part: parts.describe("部分 · the part"), whole: parts.describe("全部 · the whole") })
        .optional()
        .describe("百分比 · a share in per cent"),
      ratio: z
        .strictObject({ of: parts.describe("被除数 · of"), to: parts.describe("除数 · to") })
        .optional()
        .describe("比值 · a ratio"),
      equals: part.optional().describe("等于 · it equals"),
      atMost: part.optional().describe("不超过 · at most"),
      below: part.optional().describe("小于 · below"),
      atLeast: part.optional().describe("不少于 · at least"),
    })
    .superRefine((given, context) => {
      const complain = (code: string, said: Words, remedy: Words) =>
        refuse(context, given, said, { code, remedy });
      const howMany = (keys: readonly (keyof typeof given)[]) =>
        keys.filter((key) => given[key] !== undefined).length;
      if (
        howMany(["sum", "each", "percent", "ratio"]) !== 1 ||
        howMany(["equals", "atMost", "below", "atLeast"]) !== 1
      )
        complain(
          "invalid-entry",
          words("校核须有一个算式和一个结果", "a total has one calculation and one result"),
          words(
            "算式写 sum、each、percent、ratio 之一，结果写 equals、atMost、below、atLeast 之一",
            "write one of sum, each, percent and ratio, and one of equals, atMost, below and atLeast",
          ),
        );
      if (given.clauses.length === 0 && given.at === undefined)
        complain(
          "missing-key",
          words("校核没有出处", "the total doesn't say where its figures stand"),
          words("写 clauses（条款编号）或 at（章节）", "give it clauses, or the place under at"),
        );
    });
}
