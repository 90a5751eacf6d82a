import * as z from "zod";
import { text } from "../../../model/schema.ts";

/** The shape of a place in the published text. */
export const placeSchema = z.strictObject({
  chapter: text.optional().describe("章，照原文 · chapter, as printed"),
  section: text.optional().describe("节 · section"),
  heading: text.optional().describe("节内标题 · heading within the section"),
  box: text.optional().describe("专栏 · box"),
  row: z
    .union([z.int().positive(), text])
    .optional()
    .describe("专栏中的行号或行名 · number or label of the row in the box"),
});
