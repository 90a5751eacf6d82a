import { boundaryFor } from "../casework/boundary-for.ts";
import { type Case, CaseFinder } from "../casework/cases.ts";
import { Ground } from "../casework/ground.ts";
import type { Boundary } from "../geometry/shape/boundary.ts";
import type { Layer } from "../geometry/site/layer.ts";
import type { ReadApplication } from "../input/application.ts";
import type { Candidate } from "../input/candidates/candidate.ts";
import { type LayerEntry, readLayerEntries, zonesOf } from "../input/layers.ts";
import { type Problem, Unusable } from "../input/problem.ts";
import { type ReadRegister, readRegister } from "../input/register.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/screen-row.ts";
import { isInTable } from "../model/spatial-file.ts";
import type { Standards } from "../model/standards.ts";
import { loadStandards, PlanLibrary } from "../plan/load/library.ts";
import { rowOf, unusableRow } from "./row.ts";

/** A candidate whose plan and boundary are known, before it is held against layers. */
export interface Placed {
  readonly candidate: Candidate;
  readonly read: ReadApplication;
  readonly case: Case;
  /** Absent: it has none. */
  readonly boundary?: Boundary;
}

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

  private constructor(
    private readonly settings: ScreenSettings,
    library: PlanLibrary,
    standards: Standards,
    private readonly register: ReadRegister | undefined,
    readonly ground: Ground,
    /** All entries of the layers file, and those that are tables of a database. */
    readonly entries: readonly LayerEntry[],
    readonly tables: readonly LayerEntry[],
  ) {
    this.finder = new CaseFinder(library, standards, settings.plan);
  }

  /**
   * Reads what candidates are decided by. Throws `Unusable`.
   *
   * @param hasDatabase tables that the layers file names are left to whoever decides
   */
  static async prepare(settings: ScreenSettings, hasDatabase = false): Promise<Screener> {
    const standards = await loadStandards();
    const library = new PlanLibrary(standards, settings.plans);
    const register = settings.register === undefined ? undefined : await readRegister(settings.register);
    const entries = settings.layers === undefined ? [] : await readLayerEntries(settings.layers);
    const isTable = ({ data }: LayerEntry) => hasDatabase && isInTable(data);
    const elsewhere = entries.filter(isTable);
    const plans = await plansFor(settings.plan, library);
    const { tolerance } = settings;
    const hasGround =
      entries.length > 0 || register !== undefined || plans.some((plan) => zonesOf(plan).length > 0);
    const ground = await Ground.read(
      {
        entries: entries.filter((entry) => !isTable(entry)),
        elsewhere,
        plans,
        register,
        tolerance,
        wanted: new Set(),
      },
      hasGround ? undefined : [],
    );
    return new Screener(settings, library, standards, register, ground, entries, elsewhere);
  }

  /** The row of one candidate; what is wrong with it alone is told there. */
  async decide(candidate: Candidate): Promise<Row> {
    const placed = await this.place(candidate);
    return "verdict" in placed ? placed : this.decidePlaced(placed);
  }

  /** Finds a candidate's plan and boundary; its row, where that already shows that it can't be used. */
  async place(candidate: Candidate): Promise<Placed | Row> {
    const { read } = candidate;
    if (read === undefined) return unusableRow(candidate, candidate.problems);
    return orUnusable(candidate, async () => {
      const found = await this.finder.caseOf(read);
      const boundary = await boundaryFor(read, this.settings);
      return { candidate, read, case: found, ...(boundary === undefined ? {} : { boundary }) };
    });
  }

  /** @param elsewhere layers that come with this candidate */
  decidePlaced(
    { candidate, read, case: found, boundary }: Placed,
    elsewhere?: readonly Layer[],
  ): Promise<Row> {
    return orUnusable(candidate, async () => {
      const { inForce, decider } = found;
      const location = boundary && this.ground.measure(read, inForce.plan, boundary, elsewhere).site;
      const { register } = this;
      const { asOf } = this.settings;
      return rowOf(
        candidate,
        decider.decide(read.application, { file: read.document.file, register, asOf, location }),
      );
    });
  }
}

/** What can't be used of a candidate is its row. */
async function orUnusable<T>(candidate: Candidate, make: () => Promise<T>): Promise<T | Row> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return unusableRow(candidate, error.problems satisfies readonly Problem[]);
  }
}

/** The plans whose zones layers may name: the one that is asked for, or all there are. */
async function plansFor(plan: string | undefined, library: PlanLibrary): Promise<readonly Plan[]> {
  if (plan !== undefined) return [(await library.load(plan)).plan];
  const names = await library.names();
  return Promise.all(names.map(async ({ id, file }) => (await library.load(id === "" ? file : id)).plan));
}
