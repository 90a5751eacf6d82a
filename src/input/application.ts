import { type Application, applicationSchema } from "../model/application.ts";
import { words } from "../model/words.ts";
import { type Document, type Path, readDocument } from "./document.ts";
import { type Problem, Unusable, unusable } from "./problem.ts";
import { problemsOf } from "./schema-problems.ts";
import { pruneUnknown } from "./unknown.ts";

/** An application as read, with its place in the file. */
export interface ReadApplication {
  readonly application: Application;
  readonly document: Document;
  /** Where it stands in the file: empty, or its index in a list. */
  readonly path: Path;
}

export interface ApplicationFile {
  readonly applications: readonly ReadApplication[];
  /** The file holds a list, even if of one. */
  readonly isList: boolean;
}

/** Reads one application or a list of them. Throws {@link Unusable} with all that is wrong. */
export async function readApplications(file: string): Promise<ApplicationFile> {
  return applicationsIn(await readDocument(file));
}

export function applicationsIn(document: Document): ApplicationFile {
  const { value, file } = document;
  const isList = Array.isArray(value);
  const given: readonly unknown[] = isList ? value : [value];
  if (given.length === 0)
    unusable({
      file,
      line: 1,
      column: 1,
      message: words("列表中没有申请", "the list holds no application"),
      remedy: words("至少写一份申请", "write at least one"),
    });
  const problems: Problem[] = [];
  const applications = given.flatMap((one, index): ReadApplication[] => {
    const path = isList ? [index] : [];
    const parsed = applicationSchema.safeParse(pruneUnknown(one), { reportInput: true });
    if (!parsed.success) {
      problems.push(...problemsOf(parsed.error.issues, applicationSchema, document, path));
      return [];
    }
    problems.push(...contradictions(parsed.data, document, path));
    return [{ application: parsed.data, document, path }];
  });
  problems.push(...repeatedIds(applications));
  if (problems.length > 0) throw new Unusable(problems);
  return { applications, isList };
}

/** What no application can mean, although each field by itself is fine. */
function contradictions({ right, operation }: Application, document: Document, path: Path): Problem[] {
  const at = (key: string) => ({ file: document.file, field: key, ...document.locate([...path, key]) });
  const problems: Problem[] = [];
  if (right === "exploration" && operation === "conversion")
    problems.push({
      ...at("operation"),
      message: words("探转采申请的是采矿权", "a conversion applies for a mining right"),
      remedy: words('将 "right" 改为 "mining"', 'set "right" to "mining"'),
    });
  return problems;
}

function repeatedIds(applications: readonly ReadApplication[]): Problem[] {
  const seen = new Set<string>();
  return applications.flatMap(({ application: { id }, document, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        file: document.file,
        ...document.locate([...path, "id"]),
        field: "id",
        message: words(`申请编号“${id}”重复`, `the id "${id}" appears twice`),
        remedy: words("每份申请一个编号", "give each application its own"),
      },
    ];
  });
}
