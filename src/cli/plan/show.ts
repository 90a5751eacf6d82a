import type { PlanInForce } from "../../model/plan.ts";
import { loadStandards, PlanLibrary } from "../../plan/load/library.ts";
import { clauseViewOf } from "../../plan/show/clause.ts";
import { mineralViewOf } from "../../plan/show/mineral.ts";
import { overviewOf } from "../../plan/show/overview.ts";
import { zonesViewOf } from "../../plan/show/zone.ts";
import { Page } from "../../report/plan/page.ts";
import { printClause, printMineral, printOverview, printZones } from "../../report/plan/show.ts";
import { contextFor } from "../context.ts";
import type { ListOptions } from "./list.ts";

export interface ShowOptions extends ListOptions {
  readonly clause?: string;
  readonly mineral?: string;
  readonly zone?: string;
}

/** `mineright plan show`: what a plan says, or what it says of one clause, mineral or zone. */
export async function showPlan(reference: string, options: ShowOptions): Promise<number> {
  const { lang, width, paint } = contextFor(options);
  const library = new PlanLibrary(await loadStandards(), options.plans);
  const { view, print } = readAs(options, await library.load(reference));
  const page = new Page(lang, width, paint);
  if (!options.json) print(page);
  process.stdout.write(options.json ? `${JSON.stringify(view, null, 2)}\n` : page.text);
  return 0;
}

interface Shown {
  readonly view: object;
  readonly print: (page: Page) => void;
}

function readAs({ clause, mineral, zone }: ShowOptions, inForce: PlanInForce): Shown {
  const shown = <View extends object>(view: View, print: (page: Page, view: View) => void): Shown => ({
    view,
    print: (page) => print(page, view),
  });
  if (clause !== undefined) return shown(clauseViewOf(clause, inForce), printClause);
  if (mineral !== undefined) return shown(mineralViewOf(mineral, inForce), printMineral);
  if (zone !== undefined) return shown(zonesViewOf(zone, inForce), printZones);
  return shown(overviewOf(inForce), printOverview);
}
