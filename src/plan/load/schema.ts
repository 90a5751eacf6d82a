import * as z from "zod";
import { RULES } from "../../../rules/registry.ts";
import { FORCES } from "../../model/finding.ts";
import { ZONE_KINDS } from "../../model/plan.ts";
import { isoDate, text } from "../../model/schema.ts";
import { geometryField } from "../../model/spatial-file.ts";
import { AUTHORITIES, keysOf, RIGHTS } from "../../model/terms.ts";
import { type Names, sectionKit } from "./kit.ts";

/** The shape of a plan file (规划数据文件); the sections under `rules` come from the rules themselves. */
export function planSchema(names: Names) {
  const kit = sectionKit(names);
  const words = kit.words;
  const place = z.strictObject({
    chapter: text.optional(),
    section: text.optional(),
    heading: text.optional(),
    box: text.optional(),
    row: z.union([z.int().positive(), text]).optional(),
  });
  const clause = z
    .strictObject({
      id: z.string().regex(/^[A-Z]{2,4}-[A-Z]{3}-\d{2}$/),
      at: place,
      also: z.array(place).min(1).optional(),
      force: z.enum(FORCES),
      phrase: z.union([text, z.array(text)]).transform((one) => (typeof one === "string" ? [one] : one)),
      absent: z.array(text).min(1).optional(),
      asks: words,
      use: z.enum(["manual", "background"]).optional(),
      question: words.optional(),
      when: kit.condition.optional(),
      reason: words.optional(),
      remark: text.optional(),
    })
    .superRefine((given, context) => {
      const complain = (path: string, zh: string, en: string) =>
        context.addIssue({ code: "custom", path: [path], message: en, params: { words: { zh, en } } });
      if ((given.use === "manual") !== (given.question !== undefined))
        complain(
          "question",
          "人工核对（manual）的条款须有问题，其他条款不写",
          "a manual clause, and only that, has a question",
        );
      if ((given.use === "background") !== (given.reason !== undefined))
        complain(
          "reason",
          "背景（background）条款须说明理由，其他条款不写",
          "a background clause, and only that, has a reason",
        );
      if (given.when !== undefined && given.use !== "manual")
        complain("when", "适用条件写在规则部分", "who is concerned stands with the rule");
    });
  const zone = z.strictObject({
    name: text.optional(),
    aliases: z.array(text).min(1).optional(),
    kind: z.enum(ZONE_KINDS),
    clause: kit.clauseId,
    minerals: kit.minerals.optional(),
    groups: kit.minerals.optional(),
    areaKm2: kit.number.optional(),
    rights: z.int().positive().optional(),
    minimum: kit.figure.optional(),
    count: z.int().positive().optional(),
    geometry: geometryField.optional(),
  });
  const family = z.strictObject({
    kind: z.enum(keysOf(RIGHTS)),
    clause: kit.clauseId,
    count: z.int().min(0),
    name: text.optional(),
    mineral: kit.mineral.optional(),
    level: z.union([z.enum(keysOf(AUTHORITIES)), z.array(z.enum(keysOf(AUTHORITIES))).min(1)]).optional(),
  });
  return z.strictObject({
    plan: z.strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      title: text,
      titleEn: text,
      county: z.strictObject({
        code: z.string().regex(/^\d{6}$/),
        name: text,
        en: text,
        aliases: z.array(text).default([]),
      }),
      authority: text.optional(),
      period: z.strictObject({ from: isoDate(), to: isoDate() }),
      extension: z.strictObject({ to: isoDate(), basis: text }).optional(),
      issued: isoDate().optional(),
    }),
    terms: z
      .array(z.strictObject({ name: text, is: kit.mineral.optional(), either: kit.minerals.optional() }))
      .default([]),
    zones: z.array(zone).default([]),
    blocks: z.array(family).default([]),
    unpublished: z
      .array(z.strictObject({ what: words, clauses: z.array(kit.clauseId).default([]) }))
      .default([]),
    contradictions: z
      .array(
        z.strictObject({
          id: z.string().regex(/^T-[A-Z]{2,4}-\d{2}$/),
          clauses: z.array(kit.clauseId).default([]),
          status: z.enum(["handled", "accepted"]),
          what: words,
        }),
      )
      .default([]),
    boxes: z
      .array(z.strictObject({ box: text, columns: z.array(text).min(1), value: text.optional() }))
      .optional(),
    written: z
      .array(
        z.strictObject({
          clause: z.union([kit.clauseId, z.array(kit.clauseId).min(1)]),
          of: text.optional(),
          value: z.union([z.number(), text]),
          as: text.optional(),
          why: words,
        }),
      )
      .optional(),
    clauses: z.array(clause).min(1),
    rules: z.strictObject(Object.fromEntries(RULES.map(({ id, section }) => [id, section(kit).optional()]))),
  });
}
