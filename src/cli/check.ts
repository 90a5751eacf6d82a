import { RULES } from "../../rules/registry.ts";
import { strayAttestations } from "../engine/attestation.ts";
import { Decider } from "../engine/decider.ts";
import { type ApplicationFile, type ReadApplication, readApplications } from "../input/application.ts";
import type { Path } from "../input/document.ts";
import { type Problem, Unusable, unusable } from "../input/problem.ts";
import { readRegister } from "../input/register.ts";
import type { PlanInForce } from "../model/plan.ts";
import type { CaseReport } from "../model/report.ts";
import { words } from "../model/words.ts";
import { loadStandards, PlanLibrary } from "../plan/library.ts";
import { formatJson } from "../report/json.ts";
import { formatTexts } from "../report/text.ts";
import { VERSION } from "../version.ts";
import { type Context, contextFor, type SharedOptions } from "./context.ts";
import { type Format, targetsOf, writeWhole } from "./output.ts";

export interface CheckOptions extends SharedOptions {
  readonly plan?: string;
  readonly plans?: string;
  readonly register?: string;
  readonly asOf?: string;
  readonly format: Format;
  readonly output: readonly string[];
  readonly explain?: boolean;
}

/** `mineright check`: decides applications and returns the exit code of their verdicts. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const context = contextFor(options);
  const read = await Promise.all(files.map(readApplications));
  const standards = await loadStandards();
  const library = new PlanLibrary(standards, options.plans);
  const register = options.register === undefined ? undefined : await readRegister(options.register);
  const deciders = new Map<PlanInForce, Decider>();
  const cases: Case[] = [];
  for (const one of read.flatMap(({ applications }) => applications)) {
    const inForce = await library.load(planReference(one, options.plan));
    refuseStrayAttestations(one, inForce);
    const decider = deciders.get(inForce) ?? new Decider(inForce, standards);
    deciders.set(inForce, decider);
    cases.push({
      read: one,
      report: decider.decide(one.application, { file: one.document.file, register, asOf: options.asOf }),
    });
  }
  write(cases, isList(read), options, context);
  return exitCode(cases);
}

interface Case {
  readonly read: ReadApplication;
  readonly report: CaseReport;
}

function isList(read: readonly ApplicationFile[]): boolean {
  return read.length > 1 || read.some((file) => file.isList);
}

/** The plan that governs: by option, by the application's own word, or by its county. */
function planReference({ application, document, path }: ReadApplication, option: string | undefined): string {
  const reference = option ?? application.plan ?? application.county;
  if (reference !== undefined) return reference;
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

function write(cases: readonly Case[], asList: boolean, options: CheckOptions, context: Context): void {
  const reports = cases.map(({ report }) => report);
  const contents = targetsOf(options.format, options.output).map(({ format, file }) => ({
    file,
    content:
      format === "json"
        ? formatJson(reports, asList, { version: VERSION, explain: options.explain === true })
        : text(cases, options, file === undefined ? context : contextFor({ ...options, color: false })),
  }));
  for (const { file, content } of contents) if (file !== undefined) writeWhole(file, content);
  for (const { file, content } of contents) if (file === undefined) process.stdout.write(content);
}

function text(cases: readonly Case[], { explain = false }: CheckOptions, context: Context): string {
  const titles = new Map(RULES.map(({ id, title }) => [id, title]));
  return formatTexts(
    cases.map(({ report }) => report),
    cases.map(({ read }) => ({
      ...context,
      titles,
      explain,
      locate: (field: string) => placeOf(read, field),
    })),
  );
}

/** `site.zones[0].name` in the file that the application came from. */
function placeOf({ document, path }: ReadApplication, field: string): string | undefined {
  const steps = field
    .split(/[.[\]]+/)
    .filter((step) => step !== "")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  if (!exists(document.value, [...path, ...steps])) return undefined;
  const { line, column } = document.locate([...path, ...steps]);
  return `${document.file}:${line}:${column}`;
}

function exists(value: unknown, path: Path): boolean {
  return (
    path.reduce<unknown>(
      (at, step) => (at as Record<string | number, unknown> | undefined)?.[step],
      value,
    ) !== undefined
  );
}

function exitCode(cases: readonly Case[]): number {
  const verdicts = new Set(cases.map(({ report }) => report.verdict));
  if (verdicts.has("fail")) return 1;
  return verdicts.has("review") ? 3 : 0;
}
