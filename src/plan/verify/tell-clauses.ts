import type { Document, Path } from "../../input/document.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { words } from "../../model/words.ts";
import type { PlanText } from "../text/plan-text.ts";
import { forceIn } from "./forces.ts";
import type { Passage } from "./passage.ts";

/** What is wrong with where the clauses stand: places that aren't, phrases that leave open which is meant. */
export function clauseDiagnostics(
  document: Document,
  plan: Plan,
  passages: ReadonlyMap<string, Passage>,
  text: PlanText,
): readonly Diagnostic[] {
  return plan.clauses.flatMap((clause, index): Diagnostic[] => {
    const passage = passages.get(clause.id);
    if (passage === undefined) return [];
    const at = (path: Path) => ({
      file: document.file,
      ...document.locate(["clauses", index, ...path]),
      field: `clauses[${index}].${path.join(".")}`,
      clause: clause.id,
    });
    const isEmpty =
      clause.phrase.length === 0 && (clause.absent ?? []).length === 0 && passage.rows.length === 0;
    return [
      ...(isEmpty
        ? [
            {
              ...at(["phrase"]),
              code: "no-citation",
              level: "error" as const,
              message: words(
                "没有关键词语，无法在文本中核对",
                "it has no key phrase, so nothing of it can be found in the text",
              ),
              remedy: words(
                "写出关键词语；文本没有此类规定的，在 absent 中写出文本中没有的词语",
                "give a key phrase; where the text is silent, give under absent the words that it doesn't have",
              ),
            },
          ]
        : []),
      ...passage.missing
        .filter(({ part }) => part === "columns")
        .map(({ name }) => ({
          ...at(["at", "box"]),
          code: "columns-differ",
          level: "error" as const,
          message: words(
            `文本中该专栏没有“${name}”一列，或次序不同`,
            `the table in the text has no column "${name}", or in another order`,
          ),
          remedy: words("按文本改正 boxes", "correct boxes by the text"),
        })),
      ...passage.missing
        .filter(({ part }) => part === "table")
        .map(({ name }) => ({
          ...at(["at", "box"]),
          code: "not-a-table",
          level: "error" as const,
          message: words(
            `文本中“${name}”下没有可辨认的表格`,
            `beneath "${name}" the text has no table that can be told`,
          ),
          remedy: words(
            "文本中每格一行、行首为制表符，行与行之间空一行，表后空两行；或一行一行以制表符分格",
            "in the text, put each cell on a line that begins with a tab, a blank line between rows and two behind the table; or a row a line, its cells parted by tabs and the line begun with one",
          ),
        })),
      ...passage.phrases
        .filter(({ here }) => here.length > 1)
        .map(({ phrase, here }) => ({
          ...at(["phrase"]),
          code: "phrase-ambiguous",
          level: "warning" as const,
          message: words(
            `“${phrase}”在此处出现 ${here.length} 次（文本第 ${here.map(({ line }) => line).join("、")} 行）`,
            `"${phrase}" stands there ${here.length} times (lines ${here.map(({ line }) => line).join(", ")} of the text)`,
          ),
          remedy: words("写长一些，或写明更小的标题", "make it longer, or name the nearer heading"),
        })),
      ...(passage.line !== undefined &&
      clause.remark === undefined &&
      clause.reason === undefined &&
      forceIn(clause.force, passage) === "other"
        ? [
            {
              ...at(["force"]),
              code: "force-unfounded",
              level: "warning" as const,
              message: words(
                `该段没有 ${clause.force} 的用语，只有其他强度的用语（文本第 ${passage.line} 行）`,
                `no word of this force (${clause.force}) stands in the paragraph, but words of another (line ${passage.line} of ${text.file})`,
              ),
              remedy: words(
                "改正 force，或在 remark 中说明理由",
                "correct force, or give the reason under remark",
              ),
            },
          ]
        : []),
    ];
  });
}
