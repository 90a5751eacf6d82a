import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { locate } from "../../src/casework/locate.ts";
import { Decider } from "../../src/engine/decider.ts";
import { applicationsIn, type ReadApplication } from "../../src/input/application.ts";
import { parseDocument } from "../../src/input/document.ts";
import { readRegister, registerIn } from "../../src/input/register.ts";
import type { Application } from "../../src/model/application.ts";
import type { MeasuredSite } from "../../src/model/measured-site.ts";
import type { CaseReport } from "../../src/model/report.ts";
import { HOME } from "../../src/plan/home.ts";
import { loadStandards, PlanLibrary } from "../../src/plan/load/library.ts";

/** The bundled plans, by the names of their files. */
export const PLAN_IDS: readonly string[] = readdirSync(join(HOME, "plans"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => basename(name, ".yaml"));

export const standards = await loadStandards();
export const library = new PlanLibrary(standards);
const deciders = new Map<string, Promise<Decider>>();

export function deciderFor(plan: string): Promise<Decider> {
  const known = deciders.get(plan) ?? library.load(plan).then((inForce) => new Decider(inForce, standards));
  deciders.set(plan, known);
  return known;
}

/** Reads an application given as plain data. */
export async function readApplication(application: unknown): Promise<Application> {
  const document = await parseDocument(JSON.stringify(application), "case.json");
  const [read] = applicationsIn(document).applications;
  if (read === undefined) throw new Error("no application");
  return read.application;
}

/** Decides an application given as plain data, the way the command does. */
export async function decide(
  plan: string,
  given: unknown,
  register?: unknown,
  location?: MeasuredSite,
): Promise<CaseReport> {
  const application = await readApplication(given);
  const known =
    register === undefined
      ? undefined
      : registerIn(await parseDocument(JSON.stringify(register), "register.json"));
  return (await deciderFor(plan)).decide(application, { file: "case.json", register: known, location });
}

export const fixturePath = (...parts: string[]) => join(HOME, "fixtures", ...parts);

/** The applications among a plan's fixtures; their boundaries lie in a folder beside them. */
export function fixtureNames(plan: string): readonly string[] {
  return readdirSync(fixturePath(plan)).filter((name) => /\.(json|yaml)$/.test(name));
}

/** Where applications with a boundary lie, by the synthetic layers of their plan. */
export async function locatedByLayers(
  plan: string,
  read: readonly ReadApplication[],
): Promise<ReadonlyMap<ReadApplication, MeasuredSite>> {
  const { plan: inForce } = await library.load(plan);
  const bounded = read.filter(({ application }) => application.geometry !== undefined);
  if (bounded.length === 0) return new Map();
  const layers = fixturePath("layers", plan, "layers.yaml");
  const places = await locate(
    bounded.map((one) => ({ read: one, plan: inForce })),
    { layers },
  );
  return new Map([...places].map(([one, { site }]) => [one, site]));
}

export { readRegister };
