import { type Document, readDocument } from "../../input/document.ts";
import { type Problem, Unusable } from "../../input/problem.ts";
import { problemsOf } from "../../input/schema-problems.ts";
import { nearest } from "../../model/nearest.ts";
import { words } from "../../model/words.ts";
import { type CaseData, caseFileSchema } from "./schema.ts";

/** A file of cases as read, with the places of all that it holds. */
export interface CaseFile extends CaseData {
  readonly document: Document;
}

/** Reads a file of cases. Throws {@link Unusable} with every problem found. */
export async function readCaseFile(file: string): Promise<CaseFile> {
  return caseFileIn(await readDocument(file));
}

/** The same of a document that was parsed before. */
export function caseFileIn(document: Document): CaseFile {
  const parsed = caseFileSchema.safeParse(document.value, { reportInput: true });
  if (!parsed.success) throw new Unusable(problemsOf(parsed.error.issues, caseFileSchema, document, []));
  const file = { ...parsed.data, document };
  const problems = [...repeatedNames(file), ...unknownBases(file)];
  if (problems.length > 0) throw new Unusable(problems);
  return file;
}

/** Reports tell cases apart by their names. */
function repeatedNames({ cases, document }: CaseFile): Problem[] {
  const first = new Map<string, number>();
  return cases.flatMap(({ name }, index) => {
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, index);
      return [];
    }
    const { line } = document.locate(["cases", before, "name"]);
    return [
      {
        file: document.file,
        ...document.locate(["cases", index, "name"]),
        field: `cases[${index}].name`,
        message: words(
          `用例名“${name}”重复，第 ${line} 行已有`,
          `the name "${name}" appears twice, first in line ${line}`,
        ),
        remedy: words("每个用例一个名称", "give each case its own"),
      },
    ];
  });
}

function unknownBases({ cases, base, document }: CaseFile): Problem[] {
  const known = Object.keys(base);
  return cases.flatMap(({ base: named }, index) => {
    if (named === undefined || Object.hasOwn(base, named)) return [];
    const near = nearest(named, known);
    return [
      {
        file: document.file,
        ...document.locate(["cases", index, "base"]),
        field: `cases[${index}].base`,
        message: words(`没有名为“${named}”的基准申请`, `there is no base application "${named}"`),
        remedy:
          near.length > 0
            ? words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`)
            : words(`可用：${known.join("、")}`, `there are ${known.join(", ")}`),
      },
    ];
  });
}
