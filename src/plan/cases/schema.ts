import * as z from "zod";
import { OUTCOMES } from "../../model/finding.ts";
import { refuse, text } from "../../model/schema.ts";
import { words } from "../../model/words.ts";
import { NoEquation, readEquation } from "./arithmetic.ts";

/** Dotted paths and their values; null takes the fact away, so that it is unknown. */
const changes = z.record(z.string(), z.unknown());

const facts = z.record(z.string(), z.unknown());

const equation = text.transform((given, context) => {
  try {
    return readEquation(given);
  } catch (error) {
    if (!(error instanceof NoEquation)) throw error;
    return refuse(context, given, error.words, {
      remedy: words(
        "写成一个等式或不等式，如 15 - 0.1 = 14.9、5.61 km² ≤ 10.996 km²",
        "write one equation or inequality, like 15 - 0.1 = 14.9 or 5.61 km² ≤ 10.996 km²",
      ),
    });
  }
});

const oneCase = z
  .strictObject({
    name: text,
    /** Which of the file's base applications; the first unless said. */
    base: text.optional(),
    set: changes.optional(),
    /** The same for the register; `none` gives none at all. */
    register: z.union([z.literal("none"), changes]).optional(),
    verdict: z.enum(["pass", "review", "fail"]).optional(),
    /** Clause id (or clause@rule) and the worst outcome among the findings it decides. */
    findings: z.record(z.string(), z.enum(OUTCOMES)).optional(),
    /** Where its figures come from. */
    arithmetic: z
      .union([equation, z.array(equation).min(1)])
      .transform((given) => (Array.isArray(given) ? given : [given]))
      .optional(),
  })
  .superRefine(({ verdict, findings = {} }, context) => {
    if (verdict === undefined && Object.keys(findings).length === 0)
      refuse(context, undefined, words("用例没有写预期结果", "the case expects nothing"), {
        remedy: words("写 verdict 或 findings", "give it a verdict or findings"),
      });
  });

/** The shape of a file of cases (用例). */
export const caseFileSchema = z.strictObject({
  /** Id or county code of the plan; absent where the command line names it. */
  plan: text.optional(),
  /** A layers file, from where the case file stands: for cases with a boundary. */
  layers: text.optional(),
  /** The register of existing rights that all cases share. */
  register: facts.optional(),
  /** Sound applications by name, which the cases change. */
  base: z.record(z.string(), facts).refine((given) => Object.keys(given).length > 0, {
    params: { words: words("没有基准申请", "there is no base application") },
  }),
  cases: z.array(oneCase).min(1),
  /** Binding clauses that no case decides both ways, each with the reason. */
  oneSided: z.record(z.string(), text).optional(),
});

export type Case = z.output<typeof oneCase>;
export type CaseData = z.output<typeof caseFileSchema>;
