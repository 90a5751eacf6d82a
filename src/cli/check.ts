import { RULES } from "../../rules/registry.ts";
import { strayAttestations } from "../engine/attestation.ts";
import { Decider } from "../engine/decider.ts";
import { type ReadApplication, type ReadingOptions, readApplications } from "../input/application.ts";
import type { Path } from "../input/document.ts";
import { type Problem, Unusable, unusable } from "../input/problem.ts";
import { readRegister } from "../input/register.ts";
import { readMappings, readSettings } from "../input/settings.ts";
import { isSpatial } from "../input/spatial-name.ts";
import { DECLARATIONS, DOCUMENTS } from "../model/evidence.ts";
import type { Verdict } from "../model/finding.ts";
import type { PlanInForce } from "../model/plan.ts";
import type { CaseReport } from "../model/report.ts";
import type { Standards } from "../model/standards.ts";
import { CONSTRAINTS } from "../model/terms.ts";
import { type Words, words } from "../model/words.ts";
import { loadStandards, PlanLibrary } from "../plan/library.ts";
import type { ReportFormat } from "../report/format.ts";
import { geojsonFormat } from "../report/geojson.ts";
import { jsonFormat } from "../report/json.ts";
import { paintWith } from "../report/paint.ts";
import { textFormat } from "../report/text.ts";
import { type Context, contextFor, type SharedOptions } from "./context.ts";
import type { LocateOptions, Place } from "./locate.ts";
import { type Format, refuseClashes, type Target, targetsOf, writeWhole } from "./output.ts";
import { Sheet } from "./sheet.ts";
import { VERSION } from "./version.ts";

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

/** `mineright check`: decides applications and returns the exit code of their verdicts. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const context = contextFor(options);
  const targets = targetsOf(options.format, options.output ?? []);
  const { register: registerFile, plan, geometry, layers, suggestBoundary } = options;
  const outputs = [...targets, ...(suggestBoundary === undefined ? [] : [{ file: suggestBoundary }])];
  refuseClashes(
    outputs,
    [...files, registerFile, plan, geometry, layers].filter((file) => file !== undefined),
  );
  const reading = readingOptions(options);
  refuseIdleMappings(files, options.map ?? []);
  const read = await Promise.all(files.map((file) => readApplications(file, reading)));
  const standards = await loadStandards();
  const library = new PlanLibrary(standards, options.plans);
  const register = registerFile === undefined ? undefined : await readRegister(registerFile);
  const cases = await casesOf(
    read.flatMap(({ applications }) => applications),
    library,
    standards,
    options,
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

interface Case {
  readonly one: ReadApplication;
  readonly inForce: PlanInForce;
  readonly decider: Decider;
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

/** Geometry is heavy to load, so it is only where there is some. */
async function placesOf(
  cases: readonly Case[],
  options: Omit<CheckOptions, "register"> & LocateOptions,
): Promise<ReadonlyMap<ReadApplication, Place>> {
  const { geometry, layers } = options;
  const bounded = cases.some(
    ({ one: { feature, application } }) => feature !== undefined || application.geometry !== undefined,
  );
  if (!bounded && geometry === undefined && layers === undefined) return new Map();
  if (geometry !== undefined && cases.length > 1)
    unusable({
      file: geometry,
      message: words(
        `--geometry 只能用于一份申请，现有 ${cases.length} 份`,
        `--geometry is for one application, and there are ${cases.length}`,
      ),
      remedy: words("在每份申请中写 geometry", "give each application its own geometry"),
    });
  const { locate } = await import("./locate.ts");
  const located = cases.map(({ one, inForce: { plan } }) => ({ read: one, plan }));
  const places = await locate(located, options);
  if (layers !== undefined)
    for (const { one } of cases) if (!places.has(one)) warnOfLayers(one, layers, options);
  return places;
}

/** Layers say nothing of a site whose boundary nobody gave: who handed them in must know. */
function warnOfLayers(
  { application: { id } }: ReadApplication,
  layers: string,
  options: SharedOptions,
): void {
  const said = words(
    `${layers}：申请 ${id} 没有范围坐标（geometry），图层未用于该申请`,
    `${layers}: application ${id} has no boundary (geometry), so the layers weren't used for it`,
  );
  process.stderr.write(`${said[contextFor(options).lang]}\n`);
}

/** Finds the plan of every application before any is decided: all are decided or none. */
async function casesOf(
  read: readonly ReadApplication[],
  library: PlanLibrary,
  standards: Standards,
  options: CheckOptions,
): Promise<readonly Case[]> {
  const deciders = new Map<PlanInForce, Decider>();
  const cases: Case[] = [];
  for (const one of read) {
    const inForce = await planOf(one, library, options.plan);
    refuseStrayAttestations(one, inForce);
    const decider = deciders.get(inForce) ?? new Decider(inForce, standards);
    deciders.set(inForce, decider);
    cases.push({ one, inForce, decider });
  }
  return cases;
}

/** The plan that governs: by option, by the application's own word, or by its county. */
function planOf(
  { application, document, path }: ReadApplication,
  library: PlanLibrary,
  option: string | undefined,
): Promise<PlanInForce> {
  if (option !== undefined) return library.load(option);
  for (const field of ["plan", "county"] as const) {
    const reference = application[field];
    if (reference !== undefined)
      return library.named(reference, () => ({
        file: document.file,
        ...document.locate([...path, field]),
        field,
      }));
  }
  return unusable({
    file: document.file,
    ...document.locate(path),
    field: "plan",
    message: words(
      `申请 ${application.id} 未说明适用哪个规划`,
      `application ${application.id} doesn't say which plan governs it`,
    ),
    remedy: words(
      "写明 plan 或 county，或以 --plan 指定（mineright plan list 列出已有规划）",
      "state plan or county, or give --plan (mineright plan list shows the plans)",
    ),
  });
}

function refuseStrayAttestations(
  { application, document, path }: ReadApplication,
  { clauses, plan }: PlanInForce,
): void {
  const stray = strayAttestations(application, clauses, plan);
  if (stray.length === 0) return;
  throw new Unusable(
    stray.map(
      ({ index, message, remedy }): Problem => ({
        file: document.file,
        ...document.locate([...path, "attestations", index, "clause"]),
        field: `attestations[${index}].clause`,
        message,
        ...(remedy === undefined ? {} : { remedy }),
      }),
    ),
  );
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

/** `site.zones[0].name` in the file that the application came from. */
function placeOf({ document, path }: ReadApplication, field: string): string | undefined {
  const steps: (string | number)[] = [...path];
  for (const step of field.split(/[.[\]]+/).filter((one) => one !== "")) {
    const key = [/^\d+$/.test(step) ? Number(step) : step, IN_CHINESE.get(step) ?? step].find((one) =>
      exists(document.value, [...steps, one]),
    );
    if (key === undefined) return undefined;
    steps.push(key);
  }
  const { file, line, column } = { file: document.file, ...document.locate(steps) };
  return line === undefined ? file : `${file}:${line}:${column}`;
}

/** Keys that the application may write in Chinese instead. */
const IN_CHINESE: ReadonlyMap<string, string> = new Map(
  [DOCUMENTS, DECLARATIONS, CONSTRAINTS].flatMap((table) =>
    Object.entries<Words>(table).map(([key, { zh }]) => [key, zh] as const),
  ),
);

function exists(value: unknown, path: Path): boolean {
  return (
    path.reduce<unknown>(
      (at, step) =>
        at !== null && typeof at === "object" && Object.hasOwn(at, step)
          ? (at as Record<string | number, unknown>)[step]
          : undefined,
      value,
    ) !== undefined
  );
}

function exitCode(decided: readonly { readonly verdict: Verdict }[]): number {
  const verdicts = new Set(decided.map(({ verdict }) => verdict));
  if (verdicts.has("fail")) return 1;
  return verdicts.has("review") ? 3 : 0;
}
