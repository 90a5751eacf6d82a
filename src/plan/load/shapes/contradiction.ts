import * as z from "zod";
import { text } from "../../../model/schema.ts";
import type { SectionKit } from "../../../model/section.ts";

/** A check's code: `unused-clause`. */
const CODE = /^[a-z]+(-[a-z0-9]+)*$/;

/** The shape of a contradiction of the plan with itself. */
export function contradictionSchema(kit: SectionKit) {
  return z.strictObject({
    id: z
      .string()
      .regex(/^T-[A-Z]{2,4}-\d{2}$/)
      .describe("编号：T-县-序号 · id: T, county, number"),
    clauses: z.array(kit.clauseId).default([]).describe("涉及的条款 · the clauses concerned"),
    status: z
      .enum(["handled", "accepted"])
      .describe("handled 影响判定，accepted 不影响 · whether it changes what a rule does"),
    what: kit.words.describe("矛盾所在及如何处理 · what contradicts, and what follows"),
    accepts: z
      .array(
        z.strictObject({
          code: z.string().regex(CODE).describe("检查的代码 · code of the check"),
          subject: text.describe("所接受的对象 · what it accepts"),
          finds: text.describe("检查发现的数值 · the figures that it finds"),
        }),
      )
      .min(1)
      .optional()
      .describe("由此接受的检查结果 · findings of checks that this answers"),
  });
}
