import { boundaryFor } from "../casework/boundary-for.ts";
import { type Case, CaseFinder } from "../casework/cases.ts";
import { CountyFinder } from "../casework/county-of.ts";
import { Ground, type SharedGround } from "../casework/ground.ts";
import type { Decider } from "../engine/decider.ts";
import { SerialDecider } from "../engine/serial-decider.ts";
import type { Boundary } from "../geometry/shape/boundary.ts";
import type { Layer } from "../geometry/site/layer.ts";
import type { ReadApplication } from "../input/application.ts";
import type { Candidate } from "../input/candidates/candidate.ts";
import { type LayerEntry, readLayerEntries } from "../input/layers.ts";
import { type Problem, Unusable } from "../input/problem.ts";
import { type ReadRegister, readRegister } from "../input/register.ts";
import { PreparedLayers } from "../input/spatial/prepared-layers.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/screen-row.ts";
import { shortReportOf } from "../model/short-report.ts";
import { isInTable } from "../model/spatial-file.ts";
import type { Standards } from "../model/standards.ts";
import type { Words } from "../model/words.ts";
import { programMark } from "../plan/home.ts";
import { loadStandards, PlanLibrary } from "../plan/load/library.ts";
import { type ClaimingRow, claimOf } from "./claim.ts";
import type { Hearing } from "./cumulative.ts";
import { rowOf, unusableRow } from "./row.ts";

/** A candidate whose plan and boundary are known, before it is held against layers. */
export interface Placed {
  readonly candidate: Candidate;
  readonly read: ReadApplication;
  readonly case: Case;
  /** Undefined: it has none. */
  readonly boundary: Boundary | undefined;
  /** How its plan was found, where that is worth a note. */
  readonly says: Words | undefined;
}

/** What is given beside the settings that all threads have. */
export interface Given {
  /** The layers of another thread. */
  readonly ground?: SharedGround | undefined;
  /** Tables that the layers file names are left to whoever decides. */
  readonly hasDatabase?: boolean;
  /** Rows carry their boundary. */
  readonly outlines?: boolean;
}

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
    readonly ground: Ground,
    private readonly counties: CountyFinder,
    /** All entries of the layers file, and those that are tables of a database. */
    readonly entries: readonly LayerEntry[],
    readonly tables: readonly LayerEntry[],
    private readonly outlines: boolean,
  ) {
    this.finder = new CaseFinder(library, standards, settings.plan);
  }

  /** Reads what candidates are decided by. Throws `Unusable`. */
  static async prepare(settings: ScreenSettings, given: Given = {}): Promise<Screener> {
    const { ground, hasDatabase = false, outlines = false } = given;
    const standards = await loadStandards();
    const library = new PlanLibrary(standards, settings.plans);
    const register = settings.register === undefined ? undefined : await readRegister(settings.register);
    const entries = settings.layers === undefined ? [] : await readLayerEntries(settings.layers);
    const isTable = ({ data }: LayerEntry) => hasDatabase && isInTable(data);
    const tables = entries.filter(isTable);
    const plans = await plansFor(settings.plan, library);
    const options = {
      entries: entries.filter((entry) => !isTable(entry)),
      elsewhere: tables,
      plans,
      register,
      tolerance: settings.tolerance,
      wanted: new Set<string>(),
      prepared:
        settings.prepared === undefined ? undefined : new PreparedLayers(settings.prepared, programMark()),
    };
    const read = ground === undefined ? await Ground.read(options, undefined) : Ground.from(ground, options);
    const counties = new CountyFinder(read, plans);
    return new Screener(settings, library, standards, register, read, counties, entries, tables, outlines);
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
    const placed = await this.place(candidate);
    return "verdict" in placed ? placed : this.decidePlaced(placed);
  }

  /** Finds a candidate's plan and boundary; its row, where that already shows that it can't be used. */
  async place(candidate: Candidate): Promise<Placed | Row> {
    const { read } = candidate;
    if (read === undefined) return unusableRow(candidate, candidate.problems);
    return orUnusable(candidate, async () => {
      const isPlaced = this.finder.namesNone(read);
      const before = isPlaced ? await boundaryFor(read, this.settings) : undefined;
      const byPlace = before && this.counties.planAt(read, before);
      const found = await this.finder.caseOf(read, byPlace?.id);
      const boundary = before ?? (await boundaryFor(read, this.settings));
      return { candidate, read, case: found, boundary, says: byPlace?.says };
    });
  }

  /** @param elsewhere layers that come with this candidate */
  decidePlaced(
    { candidate, read, case: found, boundary, says }: Placed,
    elsewhere?: readonly Layer[],
  ): Promise<ClaimingRow> {
    return orUnusable(candidate, async () => {
      const { inForce, decider } = found;
      const location = boundary && this.ground.measure(read, inForce.plan, boundary, elsewhere).site;
      const { file } = read.document;
      if (this.settings.cumulative !== true) {
        const report = this.serial(decider).decide(read.application, location, file);
        return withNote(rowOf(candidate, report, this.outlines), says);
      }
      const beside = { register: this.register, asOf: this.settings.asOf, location };
      const report = decider.decide(read.application, { file, ...beside });
      const row = withNote(rowOf(candidate, shortReportOf(report), this.outlines), says);
      const claim = claimOf(report, decider, beside);
      return claim === undefined ? row : { ...row, claim };
    });
  }

  private serial(decider: Decider): SerialDecider {
    const { register } = this;
    const { asOf } = this.settings;
    const known = this.deciders.get(decider) ?? new SerialDecider(decider, { register, asOf });
    this.deciders.set(decider, known);
    return known;
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
export async function plansFor(plan: string | undefined, library: PlanLibrary): Promise<readonly Plan[]> {
  if (plan !== undefined) return [(await library.load(plan)).plan];
  const names = await library.names();
  return Promise.all(names.map(async ({ id, file }) => (await library.load(id === "" ? file : id)).plan));
}

function withNote(row: Row, says: Words | undefined): Row {
  return says === undefined ? row : { ...row, notes: [...(row.notes ?? []), says] };
}
