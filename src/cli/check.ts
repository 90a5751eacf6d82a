import { RULES } from "../../rules/registry.ts";
import { CaseFinder, casesOf } from "../casework/cases.ts";
import { type ReadApplication, type ReadingOptions, readApplications } from "../input/application.ts";
import { Unusable, unusable } from "../input/problem.ts";
import { readRegister } from "../input/register.ts";
import { readMappings, readSettings } from "../input/settings.ts";
import { isSpatial } from "../input/spatial-name.ts";
import type { Verdict } from "../model/finding.ts";
import type { CaseReport } from "../model/report.ts";
import { words } from "../model/words.ts";
import { loadStandards, PlanLibrary } from "../plan/load/library.ts";
import type { ReportFormat } from "../report/format.ts";
import { geojsonFormat } from "../report/geojson.ts";
import { jsonFormat } from "../report/json.ts";
import { paintWith } from "../report/paint.ts";
import { textFormat } from "../report/text.ts";
import { type Context, contextFor, type SharedOptions } from "./context.ts";
import { FORMATS, type Format, refuseClashes, type Target, targetsOf } from "./output.ts";
import { placeOf } from "./place-in-file.ts";
import { placesOf } from "./places.ts";
import { Sheet } from "./sheet.ts";
import { tell } from "./tell.ts";
import { VERSION } from "./version.ts";
import { writeWhole } from "./whole-file.ts";

export interface CheckOptions extends SharedOptions {
  readonly plan?: string;
  readonly plans?: string;
  readonly register?: string;
  readonly asOf?: string;
  readonly set?: readonly string[];
  readonly map?: readonly string[];
  readonly geometry?: string;
  readonly layers?: string;
  readonly layer?: string;
  readonly crs?: string;
  readonly encoding?: string;
  readonly tolerance?: number;
  readonly suggestBoundary?: string;
  readonly format: Format;
  readonly output?: readonly string[];
  readonly explain?: boolean;
}

/** As the command line gives them: a layer that isn't named is `true`. */
type GivenOptions = Omit<CheckOptions, "layer"> & { readonly layer?: string | true };

/** `mineright check`: decides applications and returns the exit code of their verdicts. */
export async function check(files: readonly string[], given: GivenOptions): Promise<number> {
  // Without a name, it asks which layers there are.
  const { layer, ...rest } = given;
  const options: CheckOptions = layer === undefined ? rest : { ...rest, layer: layer === true ? "" : layer };
  const context = contextFor(options);
  const targets = targetsOf(options.format, options.output ?? [], FORMATS);
  const { register: registerFile, plan, geometry, layers, suggestBoundary } = options;
  const outputs = [...targets, ...(suggestBoundary === undefined ? [] : [{ file: suggestBoundary }])];
  refuseClashes(
    outputs,
    [...files, registerFile, plan, geometry, layers].filter((file) => file !== undefined),
  );
  const reading = readingOptions(options);
  refuseIdleMappings(files, options.map ?? []);
  const read = await Promise.all(files.map((file) => readApplications(file, reading)));
  noteRepeatedIds(
    read.flatMap(({ applications }) => applications),
    context,
  );
  const standards = await loadStandards();
  const library = new PlanLibrary(standards, options.plans);
  const register = registerFile === undefined ? undefined : await readRegister(registerFile);
  const cases = await casesOf(
    read.flatMap(({ applications }) => applications),
    new CaseFinder(library, standards, options.plan),
  );
  if (register !== undefined) refuseClashes(outputs, [register.file]);
  const willRead = (named: readonly string[]) => refuseClashes(outputs, named);
  const places = await placesOf(cases, { ...options, register, willRead }).catch((error: unknown) => {
    drawFaults(error, targets, context);
    throw error;
  });
  const suggestions =
    suggestBoundary === undefined
      ? undefined
      : new (await import("./suggestions.ts")).Suggestions(suggestBoundary, places);
  const isList = read.length > 1 || read.some((file) => file.isList);
  const sheets = targets.map((target) => new Sheet(target, formatFor(target, isList, options, context)));
  // One after the other, so that a report is printed and forgotten before the next is decided.
  const decided = cases.map(({ one, decider }) => {
    const circumstances = { file: one.document.file, register, asOf: options.asOf };
    const first = decider.decide(one.application, { ...circumstances, location: places.get(one)?.site });
    const report =
      suggestions?.added(first, one, (application, location) =>
        decider.decide(application, { ...circumstances, location }),
      ) ?? first;
    sources.set(report, one);
    for (const sheet of sheets) sheet.add(report);
    return { application: report.application, verdict: report.verdict };
  });
  suggestions?.write();
  for (const sheet of sheets) sheet.write(decided);
  return exitCode(decided);
}

/** In several files one number may be right (two drafts of a case), but reports go by it. */
function noteRepeatedIds(read: readonly ReadApplication[], { lang }: Context): void {
  const first = new Map<string, string>();
  for (const { application, document } of read) {
    const before = first.get(application.id);
    if (before === undefined) first.set(application.id, document.file);
    else {
      const said = words(
        `${document.file}：申请编号“${application.id}”在 ${before} 中已有，两份各自审查，报告按文件区分`,
        `${document.file}: the id "${application.id}" is in ${before} too; both are decided, and their reports name the file`,
      );
      tell(`${said[lang]}\n`);
    }
  }
}

/** A column of no table would be passed over in silence. */
function refuseIdleMappings(files: readonly string[], [mapping]: readonly string[]): void {
  if (mapping === undefined || files.some(isSpatial)) return;
  unusable({
    file: `--map ${mapping}`,
    message: words(
      "申请文件中没有空间数据文件，没有可对应的列",
      "no application is a spatial file, so there are no columns",
    ),
    remedy: words("去掉 --map；补充事实用 --set", "leave --map out; facts are added by --set"),
  });
}

function readingOptions({ set = [], map = [], ...options }: CheckOptions): ReadingOptions {
  return { ...options, settings: readSettings(set), mappings: readMappings(map) };
}

/** The file each report came from, for as long as the report is kept. */
const sources = new WeakMap<CaseReport, ReadApplication>();

function formatFor(
  { format, file }: Target,
  isList: boolean,
  options: CheckOptions,
  context: Context,
): ReportFormat {
  const explain = options.explain === true;
  if (format === "json") return jsonFormat(isList, { version: VERSION, explain });
  if (format === "geojson") return geojsonFormat(context.lang);
  // A file has no terminal's width or colours.
  const page = file === undefined ? context : { ...context, width: PAGE_WIDTH, paint: paintWith(0) };
  const titles = new Map(RULES.map(({ id, title }) => [id, title]));
  return textFormat({ ...page, titles, explain }, (report) => (field) => {
    const read = sources.get(report);
    return read && placeOf(read, field);
  });
}

const PAGE_WIDTH = 80;

/** Nothing is decided by an unsound boundary, but where a drawing was asked for it shows what is wrong. */
function drawFaults(error: unknown, targets: readonly Target[], { lang }: Context): void {
  if (!(error instanceof Unusable) || !("drawing" in error) || typeof error.drawing !== "function") return;
  const text = `${JSON.stringify(error.drawing(lang))}\n`;
  for (const { format, file } of targets) {
    if (format !== "geojson") continue;
    if (file === undefined) process.stdout.write(text);
    else writeWhole(file, [text]);
  }
}

function exitCode(decided: readonly { readonly verdict: Verdict }[]): number {
  const verdicts = new Set(decided.map(({ verdict }) => verdict));
  if (verdicts.has("fail")) return 1;
  return verdicts.has("review") ? 3 : 0;
}
