import * as z from "zod";
import { FORCES } from "../../../model/finding.ts";
import { refuse, text } from "../../../model/schema.ts";
import type { SectionKit } from "../../../model/section.ts";
import { words as pair, type Words } from "../../../model/words.ts";
import { placeSchema } from "./place.ts";

/** The shape of a clause. */
export function clauseSchema(kit: SectionKit) {
  return z
    .strictObject({
      id: z
        .string()
        .regex(/^[A-Z]{2,4}-[A-Z]{3}-\d{2}$/)
        .describe("条款编号：县-类-序号 · id of the clause: county, kind, number"),
      at: placeSchema.describe("在规划文本中的位置 · where it stands in the text"),
      also: z
        .array(placeSchema)
        .min(1)
        .optional()
        .describe("原文中的其他位置 · further places of the text where it stands"),
      force: z
        .enum(FORCES)
        .describe(
          "约束力：mandatory 严禁、不得、必须，principle 原则上，expected 预期、鼓励 · how strongly it binds",
        ),
      phrase: z
        .union([text, z.array(text)])
        .transform((one) => (typeof one === "string" ? [one] : one))
        .describe("可在原文中查到的关键词 · words by which it is found in the text"),
      absent: z
        .array(text)
        .min(1)
        .optional()
        .describe(
          "原文中没有的词，规划未作规定的依据 · words that the text doesn't have, by which it is silent",
        ),
      asks: kit.words.describe("要求，用自己的话 · what it asks, in our own words"),
      use: z
        .enum(["manual", "background"])
        .optional()
        .describe(
          "不由规则判定的：manual 由人核对，background 仅作背景 · where no rule decides it: for a person, or background",
        ),
      question: kit.words
        .optional()
        .describe("manual 条款须由人回答的问题 · the question that a person must answer"),
      when: kit.condition.optional().describe("manual 条款的适用对象 · whom a manual clause concerns"),
      reason: kit.words.optional().describe("background 条款不判定的理由 · why no rule decides it"),
      remark: text.optional().describe("编辑备注 · a remark for editors"),
    })
    .superRefine((given, context) => {
      const complain = (code: string, path: string, said: Words, remedy: Words) =>
        refuse(context, given, said, { code, path: [path], remedy });
      if ((given.use === "manual") !== (given.question !== undefined))
        complain(
          "question-of-clause",
          "question",
          pair(
            "人工核对（manual）的条款须有问题，其他条款不写",
            "a manual clause, and only that, has a question",
          ),
          pair("写 question: { zh, en }，或改正 use", "write question: { zh, en }, or correct its use"),
        );
      if ((given.use === "background") !== (given.reason !== undefined))
        complain(
          "reason-of-clause",
          "reason",
          pair(
            "背景（background）条款须说明理由，其他条款不写",
            "a background clause, and only that, has a reason",
          ),
          pair("写 reason: { zh, en }，或改正 use", "write reason: { zh, en }, or correct its use"),
        );
      if (given.when !== undefined && given.use !== "manual")
        complain(
          "misplaced-when",
          "when",
          pair("适用条件写在规则部分", "who is concerned stands with the rule"),
          pair(
            "移到 rules 中引用该条款的规定下",
            "move it to the entry under rules that refers to the clause",
          ),
        );
    });
}
