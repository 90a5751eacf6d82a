import { boundaryFor } from "../casework/boundary-for.ts";
import { CaseFinder } from "../casework/cases.ts";
import { Ground } from "../casework/ground.ts";
import type { Decider } from "../engine/decider.ts";
import { SerialDecider } from "../engine/serial-decider.ts";
import type { Candidate } from "../input/candidates/candidate.ts";
import { readLayerEntries, zonesOf } from "../input/layers.ts";
import { type Problem, Unusable } from "../input/problem.ts";
import { type ReadRegister, readRegister } from "../input/register.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/screen-row.ts";
import type { Standards } from "../model/standards.ts";
import { loadStandards, PlanLibrary } from "../plan/load/library.ts";
import { rowOf, unusableRow } from "./row.ts";

/** What all candidates of a run are decided by. */
export interface ScreenSettings {
  readonly plan?: string;
  readonly plans?: string;
  readonly register?: string;
  readonly layers?: string;
  readonly asOf?: string;
  readonly tolerance?: number;
  readonly crs?: string;
  readonly encoding?: string;
}

/** Decides candidates one by one: plans, register and layers are read once. */
export class Screener {
  private readonly finder: CaseFinder;
  private readonly deciders = new Map<Decider, SerialDecider>();

  private constructor(
    private readonly settings: ScreenSettings,
    library: PlanLibrary,
    standards: Standards,
    private readonly register: ReadRegister | undefined,
    private readonly ground: Ground,
  ) {
    this.finder = new CaseFinder(library, standards, settings.plan);
  }

  /** Reads what candidates are decided by. Throws `Unusable`. */
  static async prepare(settings: ScreenSettings): Promise<Screener> {
    const standards = await loadStandards();
    const library = new PlanLibrary(standards, settings.plans);
    const register = settings.register === undefined ? undefined : await readRegister(settings.register);
    const entries = settings.layers === undefined ? [] : await readLayerEntries(settings.layers);
    const plans = await plansFor(settings.plan, library);
    const { tolerance } = settings;
    const hasGround =
      entries.length > 0 || register !== undefined || plans.some((plan) => zonesOf(plan).length > 0);
    const ground = await Ground.read(
      { entries, plans, register, tolerance, wanted: new Set() },
      hasGround ? undefined : [],
    );
    return new Screener(settings, library, standards, register, ground);
  }

  /** The row of one candidate; what is wrong with it alone is told there. */
  async decide(candidate: Candidate): Promise<Row> {
    const { read } = candidate;
    if (read === undefined) return unusableRow(candidate, candidate.problems);
    try {
      const { inForce, decider } = await this.finder.caseOf(read);
      const boundary = await boundaryFor(read, this.settings);
      const location = boundary && this.ground.measure(read, inForce.plan, boundary).site;
      const report = this.serial(decider).decide(read.application, location, read.document.file);
      return rowOf(candidate, report);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      return unusableRow(candidate, error.problems satisfies readonly Problem[]);
    }
  }

  private serial(decider: Decider): SerialDecider {
    const { register } = this;
    const { asOf } = this.settings;
    const known = this.deciders.get(decider) ?? new SerialDecider(decider, { register, asOf });
    this.deciders.set(decider, known);
    return known;
  }
}

/** The plans whose zones layers may name: the one that is asked for, or all there are. */
async function plansFor(plan: string | undefined, library: PlanLibrary): Promise<readonly Plan[]> {
  if (plan !== undefined) return [(await library.load(plan)).plan];
  const names = await library.names();
  return Promise.all(names.map(async ({ id, file }) => (await library.load(id === "" ? file : id)).plan));
}
