import { RULES } from "../../rules/registry.ts";
import { readApplications } from "../../src/input/application.ts";
import type { CaseReport } from "../../src/model/report.ts";
import type { Lang } from "../../src/model/words.ts";
import { paintWith } from "../../src/report/paint.ts";
import { formatText } from "../../src/report/text.ts";
import { deciderFor, fixtureNames, fixturePath, locatedByLayers, readRegister } from "./world.ts";

/** Every fixture of a plan, decided with the register and without. */
export async function reportsOf(plan: string): Promise<readonly CaseReport[]> {
  const decider = await deciderFor(plan);
  const register = await readRegister(fixturePath("registers", `${plan}.json`));
  const files = fixtureNames(plan).map((name) => ({ name, file: fixturePath(plan, name) }));
  const read = await Promise.all(
    files.map(async ({ name, file }) => ({ name, ...(await readApplications(file)) })),
  );
  const located = await locatedByLayers(
    plan,
    read.flatMap(({ applications }) => applications),
  );
  return read.flatMap(({ name, applications }) =>
    applications.flatMap((one) =>
      [register, undefined].map((known) =>
        decider.decide(one.application, {
          file: `fixtures/${plan}/${name}`,
          register: known,
          location: located.get(one),
        }),
      ),
    ),
  );
}

const TITLES = new Map(RULES.map(({ id, title }) => [id, title]));

/** The report as it is printed without colours. */
export function printed(report: CaseReport, lang: Lang, width: number, explain: boolean): string {
  const options = { lang, width, paint: paintWith(0), titles: TITLES, explain };
  return formatText(report, { ...options, locate: (field) => `${report.file}:1:1 ${field}` });
}
