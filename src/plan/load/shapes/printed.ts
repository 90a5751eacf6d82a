import * as z from "zod";
import { text } from "../../../model/schema.ts";
import type { SectionKit } from "../../../model/section.ts";

/** The shape of the columns of a box (专栏). */
export const boxSchema = z.strictObject({
  box: text.describe("专栏号 · the box"),
  columns: z.array(text).min(1).describe("各列表头，按原文 · its columns, as headed in the text"),
  value: text.optional().describe("数值所在的列 · the column that holds a row's figure"),
});

/** The shape of a value that the text writes otherwise. */
export function writtenSchema(kit: SectionKit) {
  return z.strictObject({
    clause: z
      .union([kit.clauseId, z.array(kit.clauseId).min(1)])
      .describe("所依条款 · the clauses it rests on"),
    of: text.optional().describe("所属行或矿种 · of which row or mineral"),
    value: z.union([z.number(), text]).describe("本文件的值 · the value in this file"),
    as: text.optional().describe("原文的写法；不写为原文未写 · how the text has it; absent: it doesn't"),
    why: kit.words.describe("为何意思相同 · why they mean the same"),
  });
}
