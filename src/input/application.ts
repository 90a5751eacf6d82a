import type { RawFeature } from "../geometry/shape/raw.ts";
import { type Application, applicationSchema } from "../model/application.ts";
import { type Words, words } from "../model/words.ts";
import { type Document, type Path, readDocument } from "./document.ts";
import { type Problem, Unusable, unusable } from "./problem.ts";
import { readFields } from "./read-fields.ts";
import { problemsOf } from "./schema-problems.ts";
import { type Mapping, type Setting, withSettings } from "./settings.ts";
import type { DecidedSource } from "./spatial/decide.ts";
import type { SourceOptions } from "./spatial/source.ts";
import { isSpatial } from "./spatial-name.ts";
import { pruneUnknown } from "./unknown.ts";

/** An application as read, with its place in the file. */
export interface ReadApplication {
  readonly application: Application;
  readonly document: Document;
  /** Where it stands in the file: empty, or its index in a list. */
  readonly path: Path;
  /** The feature that it is, where the file is a spatial one. */
  readonly feature?: {
    readonly raw: RawFeature;
    readonly decided: DecidedSource;
    /** Which of its columns were read as which facts. */
    readonly columns: Words;
  };
}

export interface ApplicationFile {
  readonly applications: readonly ReadApplication[];
  /** The file holds a list, even if of one. */
  readonly isList: boolean;
}

/** What the command line says of the files beside their names. */
export interface ReadingOptions extends SourceOptions {
  readonly crs?: string;
  readonly settings: readonly Setting[];
  readonly mappings: readonly Mapping[];
}

const AS_IT_STANDS: ReadingOptions = { settings: [], mappings: [] };

/** Reads one application or a list of them, or the features of a spatial file as such. Throws {@link Unusable}. */
export async function readApplications(
  file: string,
  options: ReadingOptions = AS_IT_STANDS,
): Promise<ApplicationFile> {
  if (isSpatial(file)) {
    const { readFeatureApplications } = await import("./spatial/read-applications.ts");
    return readFeatureApplications(file, options);
  }
  return applicationsIn(withSettings(await readDocument(file), options.settings));
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
  return {
    applications: soundOnes(given.map((_, index) => ({ document, path: isList ? [index] : [] }))),
    isList,
  };
}

/** All of them as applications. Throws {@link Unusable} with what is wrong with any. */
export function soundOnes(
  given: readonly Omit<ReadApplication, "application">[],
): readonly ReadApplication[] {
  const problems: Problem[] = [];
  const applications = given.flatMap((one): readonly ReadApplication[] => {
    const read = soundOne(one);
    if ("application" in read) return [read];
    problems.push(...read.problems);
    return [];
  });
  problems.push(...repeatedIds(applications));
  if (problems.length > 0) throw new Unusable(problems);
  return applications;
}

/** One of them as an application, or what is wrong with it. */
export function soundOne(
  one: Omit<ReadApplication, "application">,
): ReadApplication | { readonly problems: readonly Problem[] } {
  const { document, path } = one;
  const [index] = path;
  const value = index === undefined ? document.value : (document.value as readonly unknown[])[Number(index)];
  const application = readFields(value) ?? parsed(value, document, path);
  if ("problems" in application) return application;
  const problems = contradictions(application, document, path);
  return problems.length > 0 ? { problems } : { ...one, application };
}

function parsed(
  value: unknown,
  document: Document,
  path: Path,
): Application | { readonly problems: readonly Problem[] } {
  const { success, data, error } = applicationSchema.safeParse(pruneUnknown(value), { reportInput: true });
  return success ? data : { problems: problemsOf(error.issues, applicationSchema, document, path) };
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
