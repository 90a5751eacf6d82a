import type { Force } from "../../model/finding.ts";
import type { Passage } from "./passage.ts";

/** The words by which a text binds, each list for its force. 原则上 and 预期性 prevail over strict words. */
const MODAL: Readonly<Record<Force, RegExp>> = {
  mandatory:
    /严禁|禁止|不得|一律|必须|应当|须|要达到|只设|不再新建|不再新设|不再|不予|不低于|不少于|以内|严格执行|约束性|控制性/,
  principle: /原则上|限制|严格论证/,
  expected: /预期|左右|优先|鼓励|引导|推行|提倡|±/,
};

/** `own`: a word of this force stands there; `other`: only words of others; `none`: none at all. */
export type ForceFound = "own" | "other" | "none";

/** Which modal words stand in a clause's passage: its paragraph for its own force, its sentence for others. */
export function forceIn(force: Force, passage: Passage): ForceFound {
  const cells = passage.namesRows ? passage.rows.flatMap(({ row }) => row.cells) : [];
  const near = [...passage.sentences, ...cells].map((spot) => spot.plain);
  const wide = [
    ...near,
    ...passage.paragraphs.map((spot) => spot.plain),
    ...passage.titles.map((spot) => spot.plain),
  ];
  if (wide.some((text) => MODAL[force].test(text))) return "own";
  return near.some((text) => Object.values(MODAL).some((modal) => modal.test(text))) ? "other" : "none";
}
