import { boundaryFor } from "../casework/boundary-for.ts";
import { CaseFinder } from "../casework/cases.ts";
import { CountyFinder } from "../casework/county-of.ts";
import { Ground, type SharedGround } from "../casework/ground.ts";
import type { Decider } from "../engine/decider.ts";
import { SerialDecider } from "../engine/serial-decider.ts";
import type { Candidate } from "../input/candidates/candidate.ts";
import { readLayerEntries } from "../input/layers.ts";
import { type Problem, Unusable } from "../input/problem.ts";
import { type ReadRegister, readRegister } from "../input/register.ts";
import { PreparedLayers } from "../input/spatial/prepared-layers.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/screen-row.ts";
import { shortReportOf } from "../model/short-report.ts";
import type { Standards } from "../model/standards.ts";
import type { Words } from "../model/words.ts";
import { programMark } from "../plan/home.ts";
import { loadStandards, PlanLibrary } from "../plan/load/library.ts";
import { type ClaimingRow, claimOf } from "./claim.ts";
import type { Hearing } from "./cumulative.ts";
import { rowOf, unusableRow } from "./row.ts";

/** What all candidates of a run are decided by. */
export interface ScreenSettings {
  readonly plan?: string;
  readonly plans?: string;
  readonly register?: string;
  readonly layers?: string;
  /** The folder where prepared layers are kept. */
  readonly prepared?: string;
  readonly asOf?: string;
  readonly tolerance?: number;
  readonly crs?: string;
  readonly encoding?: string;
  /** Candidates are heard again in order, so that rows carry what that needs. */
  readonly cumulative?: boolean;
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
    private readonly counties: CountyFinder,
  ) {
    this.finder = new CaseFinder(library, standards, settings.plan);
  }

  /**
   * Reads what candidates are decided by. Throws `Unusable`.
   *
   * @param ground of another thread, whose layers aren't read again
   */
  static async prepare(settings: ScreenSettings, ground?: SharedGround): Promise<Screener> {
    const standards = await loadStandards();
    const library = new PlanLibrary(standards, settings.plans);
    const register = settings.register === undefined ? undefined : await readRegister(settings.register);
    const options = {
      entries: settings.layers === undefined ? [] : await readLayerEntries(settings.layers),
      plans: await plansFor(settings.plan, library),
      register,
      tolerance: settings.tolerance,
      wanted: new Set<string>(),
      prepared:
        settings.prepared === undefined ? undefined : new PreparedLayers(settings.prepared, programMark()),
    };
    const { plans } = options;
    const read = ground === undefined ? await Ground.read(options, undefined) : Ground.from(ground, options);
    return new Screener(settings, library, standards, register, read, new CountyFinder(read, plans));
  }

  /** By what it decides candidates, those may be heard again as well. */
  get hearing(): Hearing {
    const { register, finder, settings } = this;
    return { register, asOf: settings.asOf, deciderOf: (id) => finder.deciderOf(id) };
  }

  /** What other threads need not read again. */
  share(): SharedGround {
    return this.ground.share();
  }

  /** The row of one candidate; what is wrong with it alone is told there. */
  async decide(candidate: Candidate): Promise<ClaimingRow> {
    const { read } = candidate;
    if (read === undefined) return unusableRow(candidate, candidate.problems);
    try {
      const isPlaced = this.finder.namesNone(read);
      const before = isPlaced ? await boundaryFor(read, this.settings) : undefined;
      const placed = before && this.counties.planAt(read, before);
      const { inForce, decider } = await this.finder.caseOf(read, placed?.id);
      const boundary = before ?? (await boundaryFor(read, this.settings));
      const location = boundary && this.ground.measure(read, inForce.plan, boundary).site;
      const { file } = read.document;
      if (this.settings.cumulative !== true) {
        const report = this.serial(decider).decide(read.application, location, file);
        return withNote(rowOf(candidate, report), placed?.says);
      }
      const beside = { register: this.register, asOf: this.settings.asOf, location };
      const report = decider.decide(read.application, { file, ...beside });
      const row = withNote(rowOf(candidate, shortReportOf(report)), placed?.says);
      const claim = claimOf(report, decider, beside);
      return claim === undefined ? row : { ...row, claim };
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
export async function plansFor(plan: string | undefined, library: PlanLibrary): Promise<readonly Plan[]> {
  if (plan !== undefined) return [(await library.load(plan)).plan];
  const names = await library.names();
  return Promise.all(names.map(async ({ id, file }) => (await library.load(id === "" ? file : id)).plan));
}

function withNote(row: Row, says: Words | undefined): Row {
  return says === undefined ? row : { ...row, notes: [...(row.notes ?? []), says] };
}
