import Table from "cli-table3";
import type { Plan } from "../../model/plan.ts";
import { words } from "../../model/words.ts";
import { loadStandards, PlanLibrary } from "../../plan/load/library.ts";
import { contextFor, type SharedOptions } from "../context.ts";

export interface ListOptions extends SharedOptions {
  readonly plans?: string;
  readonly json?: boolean;
}

/** `mineright plan list`: the plans there are. */
export async function listPlans(options: ListOptions): Promise<number> {
  const { lang } = contextFor(options);
  const library = new PlanLibrary(await loadStandards(), options.plans);
  const plans = await Promise.all(
    (await library.names()).map(
      async ({ file, id }) => (await library.load(options.plans === undefined ? id : file)).plan,
    ),
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify(plans.map(summary), null, 2)}\n`);
    return 0;
  }
  const head = [
    words("编号", "id"),
    words("代码", "code"),
    words("县（市）", "county"),
    words("规划期", "period"),
    words("条款", "clauses"),
  ];
  const table = new Table({ head: head.map((title) => title[lang]), style: { head: [], border: [] } });
  for (const plan of plans)
    table.push([
      plan.id,
      plan.county.code,
      lang === "zh" ? plan.county.name : plan.county.en,
      period(plan),
      plan.clauses.length,
    ]);
  process.stdout.write(`${table.toString()}\n`);
  return 0;
}

function period({ period: { from, to }, extension }: Plan): string {
  return `${from} – ${extension?.to ?? to}`;
}

function summary({
  id,
  title,
  titleEn,
  county,
  authority,
  period: span,
  extension,
  issued,
  file,
  sha256,
  clauses,
}: Plan): object {
  return {
    id,
    title,
    titleEn,
    county,
    authority,
    period: span,
    ...(extension ? { extension } : {}),
    ...(issued ? { issued } : {}),
    file,
    sha256,
    clauses: clauses.length,
  };
}
