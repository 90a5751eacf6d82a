import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Problem, unusable } from "../../input/problem.ts";
import { readText } from "../../input/text.ts";
import { nearest } from "../../model/nearest.ts";
import { ClauseBook, type Plan, type PlanInForce } from "../../model/plan.ts";
import type { Standards } from "../../model/standards.ts";
import { words } from "../../model/words.ts";
import { HOME } from "../home.ts";
import { isAsBuilt, readCompiled } from "./compiled.ts";
import { type PlanName, plansIn } from "./folder.ts";
import { buildStandards } from "./standards.ts";
import type { StandardsData } from "./standards-data.ts";

let standards: Promise<Standards> | undefined;

/** The national standards: as compiled, or from their YAML where nothing is compiled; read once. */
export function loadStandards(): Promise<Standards> {
  standards ??= readStandards();
  return standards;
}

async function readStandards(): Promise<Standards> {
  const data = readCompiled<StandardsData>("standards.json");
  return buildStandards(
    data ??
      (await (await import("./compile-standards.ts")).compileStandards(join(HOME, "rules", "standards"))),
  );
}

/** Where a plan is asked for: a field of an application, or the option itself. */
type Place = Pick<Problem, "file" | "line" | "column" | "field">;

/** The plans that can be asked for by id or county code: the bundled ones, or those of a folder. */
export class PlanLibrary {
  private readonly loaded = new Map<string, Promise<PlanInForce>>();

  constructor(
    private readonly standards: Standards,
    private readonly folder?: string,
  ) {}

  /** The plan of this id, county code or file, as a user names it. Throws `Unusable` if there is none. */
  load(reference: string): Promise<PlanInForce> {
    return this.once(reference, () =>
      isFile(reference)
        ? this.compile(readText(reference), reference)
        : this.read(reference, () => ({ file: reference })),
    );
  }

  /**
   * The plan that an application names by id or county code, at a place of its file. It can't bring a
   * plan file of its own: the applicant doesn't choose the law.
   */
  named(reference: string, askedAt: () => Place): Promise<PlanInForce> {
    return this.once(reference, () => this.read(reference, askedAt));
  }

  private once(reference: string, read: () => Promise<Plan>): Promise<PlanInForce> {
    const known = this.loaded.get(reference);
    if (known !== undefined) return known;
    const plan = read().then((one) => this.inForce(one));
    this.loaded.set(reference, plan);
    return plan;
  }

  async names(): Promise<readonly PlanName[]> {
    if (this.folder !== undefined) return plansIn(this.folder);
    return readCompiled<readonly PlanName[]>("plans.json") ?? bundledNames();
  }

  private async read(reference: string, askedAt: () => Place): Promise<Plan> {
    const names = await this.names();
    if (names.length === 0) return noPlans(this.folder ?? "plans");
    const [found, another] = namedSo(reference, names);
    if (found === undefined) return noSuchPlan(reference, names, askedAt);
    if (another !== undefined) return twoPlans(reference, found, another);
    if (this.folder !== undefined) return this.compile(readText(found.file), found.file);
    const current = join(HOME, found.file);
    const compiled = isAsBuilt(current, readFileSync(current))
      ? readCompiled<Plan>(`${found.id}.json`)
      : undefined;
    return compiled ?? this.compile(readText(current), found.file);
  }

  private async compile(text: string, file: string): Promise<Plan> {
    return (await import("./compile.ts")).compilePlan(text, file, this.standards.minerals);
  }

  private inForce(plan: Plan): PlanInForce {
    return { plan, clauses: new ClauseBook(plan), minerals: this.standards.minerals.withTerms(plan.terms) };
  }
}

/** The bundled plans, named from the package's own folder wherever it stands. */
async function bundledNames(): Promise<readonly PlanName[]> {
  const names = await plansIn(join(HOME, "plans"));
  return names.map((name) => ({ ...name, file: `plans/${basename(name.file)}` }));
}

/** By id or code; or by the county's name or the title, in any width and with or without 《》. */
function namedSo(reference: string, names: readonly PlanName[]): readonly PlanName[] {
  const exact = names.filter(({ id, code }) => id === reference || code === reference);
  if (exact.length > 0) return exact;
  const plain = (name: string) =>
    name
      .normalize("NFKC")
      .replace(/[\s《》]+/g, "")
      .toLowerCase();
  return names.filter(({ called = [] }) => called.some((one) => plain(one) === plain(reference)));
}

function noPlans(folder: string): never {
  unusable({
    file: folder,
    message: words("该目录中没有规划文件（.yaml）", "this folder holds no plan file (.yaml)"),
    remedy: words("检查 --plans，或以 --plan 指定规划文件", "check --plans, or name a plan file with --plan"),
  });
}

function twoPlans(reference: string, { file }: PlanName, other: PlanName): never {
  unusable({
    file: other.file,
    message: words(`与 ${file} 同为规划“${reference}”`, `this and ${file} are both the plan "${reference}"`),
    remedy: words("以 --plan 指定其中一个文件", "name one of the files with --plan"),
  });
}

function isFile(reference: string): boolean {
  return /\.ya?ml$/i.test(reference) || /[\\/]/.test(reference);
}

function noSuchPlan(reference: string, names: readonly PlanName[], askedAt: () => Place): never {
  const near = nearest(
    reference,
    names.flatMap(({ id, code }) => [id, code]),
    2,
  );
  const list = (zh: boolean) =>
    names.map(({ id, code }) => (zh ? `${id}（${code}）` : `${id} (${code})`)).join(zh ? "、" : ", ");
  unusable({
    ...askedAt(),
    message: words(
      `没有规划“${reference}”${near[0] ? `（是否为 ${near[0]}？）` : ""}`,
      `there is no plan "${reference}"${near[0] ? ` (did you mean ${near[0]}?)` : ""}`,
    ),
    remedy: words(
      `可用：${list(true)}；或以 --plan 指定规划文件`,
      `there are ${list(false)}; or name a plan file with --plan`,
    ),
  });
}
