import { strayAttestations } from "../engine/attestation.ts";
import { Decider } from "../engine/decider.ts";
import type { ReadApplication } from "../input/application.ts";
import { type Problem, Unusable, unusable } from "../input/problem.ts";
import type { PlanInForce } from "../model/plan.ts";
import type { Standards } from "../model/standards.ts";
import { words } from "../model/words.ts";
import type { PlanLibrary } from "../plan/load/library.ts";

/** An application with the plan that governs it, ready to be decided. */
export interface Case {
  readonly one: ReadApplication;
  readonly inForce: PlanInForce;
  readonly decider: Decider;
}

/** Finds the plan of applications, and who decides by it; each plan's decider is made once. */
export class CaseFinder {
  private readonly deciders = new Map<PlanInForce, Decider>();

  constructor(
    private readonly plans: Pick<PlanLibrary, "load" | "named">,
    private readonly standards: Standards,
    /** The plan that the command line names, by id, code or file. */
    private readonly plan: string | undefined,
  ) {}

  /** Neither the command line nor the application says which plan governs it. */
  namesNone({ application: { plan, county } }: ReadApplication): boolean {
    return this.plan === undefined && plan === undefined && county === undefined;
  }

  /**
   * Throws `Unusable` if there is no such plan, or the application attests what it doesn't have.
   *
   * @param placed the id of the plan that governs where it lies, if it names none
   */
  async caseOf(one: ReadApplication, placed?: string): Promise<Case> {
    const isPlaced = placed !== undefined && this.namesNone(one);
    const inForce = isPlaced ? await this.plans.load(placed) : await planOf(one, this.plans, this.plan);
    refuseStrayAttestations(one, inForce);
    return { one, inForce, decider: this.deciderBy(inForce) };
  }

  /** Who decides by the plan of this id, where the command line names no other. */
  async deciderOf(id: string): Promise<Decider> {
    return this.deciderBy(await this.plans.load(this.plan ?? id));
  }

  private deciderBy(inForce: PlanInForce): Decider {
    const decider = this.deciders.get(inForce) ?? new Decider(inForce, this.standards);
    this.deciders.set(inForce, decider);
    return decider;
  }
}

/** Finds the plan of every application before any is decided: all are decided or none. */
export async function casesOf(
  read: readonly ReadApplication[],
  finder: CaseFinder,
): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const one of read) cases.push(await finder.caseOf(one));
  return cases;
}

/** The plan that governs: by option, by the application's own word, or by its county. */
function planOf(
  { application, document, path }: ReadApplication,
  library: Pick<PlanLibrary, "load" | "named">,
  option: string | undefined,
): Promise<PlanInForce> {
  if (option !== undefined) return library.load(option);
  for (const field of ["plan", "county"] as const) {
    const reference = application[field];
    if (reference !== undefined)
      return library.named(reference, () => ({
        file: document.file,
        ...document.locate([...path, field]),
        field,
      }));
  }
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
