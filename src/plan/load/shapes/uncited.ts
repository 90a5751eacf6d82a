import * as z from "zod";
import { UNCITED, type UncitedBecause } from "../../../model/coverage.ts";
import { refuse, text } from "../../../model/schema.ts";
import type { SectionKit } from "../../../model/section.ts";

/** The shape of lines that are left out, with the reason. */
export function uncitedSchema(kit: SectionKit) {
  return z
    .strictObject({
      because: z
        .enum(Object.keys(UNCITED) as UncitedBecause[])
        .describe("不作条款的原因 · why these lines are no clauses"),
      phrases: z.array(text).min(1).describe("各行中的一个短语 · a phrase of each line"),
      clauses: z
        .array(kit.clauseId)
        .default([])
        .describe("重复的是哪些条款（duplicate 必填） · of duplicates, the clauses they repeat"),
    })
    .superRefine(({ because, clauses }, context) => {
      if ((because === "duplicate") !== clauses.length > 0)
        refuse(context, clauses, {
          zh: "重复其他条款（duplicate）的须写明 clauses，其他的不写",
          en: "a duplicate, and only that, names the clauses that it repeats",
        });
    });
}
