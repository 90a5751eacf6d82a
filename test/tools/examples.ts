import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Decider } from "../../src/engine/decider.ts";
import { applicationsIn } from "../../src/input/application.ts";
import { parseDocument } from "../../src/input/document.ts";
import { registerIn } from "../../src/input/register.ts";
import type { CaseReport } from "../../src/model/report.ts";
import { loadStandards, PlanLibrary } from "../../src/plan/load/library.ts";

/**
 * Decides a folder of worked examples and says where mineright differs from them: an unacceptable
 * verdict, or a decisive provision whose rule has no finding of the outcome. Each is a JSON file
 * `{plan, application, register?, acceptable, decisive: [{rule, also, outcome, why}]}`.
 */
interface Example {
  readonly plan: string;
  readonly application: unknown;
  readonly register?: unknown;
  readonly acceptable: readonly string[];
  readonly decisive: readonly Decisive[];
}

interface Decisive {
  readonly rule: string;
  readonly also: readonly string[];
  readonly outcome: string;
  readonly why: string;
}

const standards = await loadStandards();
const library = new PlanLibrary(standards);

async function decide(file: string, { plan, application, register }: Example): Promise<CaseReport> {
  const inForce = await library.load(plan);
  const [read] = applicationsIn(await parseDocument(JSON.stringify(application), file)).applications;
  if (read === undefined) throw new Error(`${file} holds no application`);
  const known =
    register === undefined ? undefined : registerIn(await parseDocument(JSON.stringify(register), file));
  return new Decider(inForce, standards).decide(read.application, { file, register: known });
}

function differences({ verdict, findings }: CaseReport, { acceptable, decisive }: Example): string[] {
  const open = findings
    .filter(({ outcome }) => outcome === "fail" || outcome === "review")
    .map(({ rule, outcome, message }) => `    ${outcome} ${rule}: ${message().zh}`);
  const wrong = acceptable.includes(verdict)
    ? []
    : [`verdict ${verdict}, acceptable ${acceptable.join(" or ")}`, ...open];
  const missed = decisive.filter(
    ({ rule, also, outcome }) =>
      !findings.some((finding) => [rule, ...also].includes(finding.rule) && finding.outcome === outcome),
  );
  return [...wrong, ...missed.map(({ rule, outcome, why }) => `no ${outcome} by ${rule} (${why})`)];
}

const [folder = "", only = ""] = process.argv.slice(2);
const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name.startsWith(only));
let differing = 0;
for (const name of names) {
  const example = JSON.parse(readFileSync(join(folder, name), "utf8")) as Example;
  const found = differences(await decide(name, example), example);
  if (found.length > 0) {
    differing += 1;
    process.stdout.write(`${name}\n${found.map((line) => `  ${line}\n`).join("")}`);
  }
}
process.stdout.write(`${names.length} examples, ${differing} differing\n`);
process.exitCode = differing > 0 || names.length === 0 ? 1 : 0;
