import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { unusable } from "../input/problem.ts";
import { readText } from "../input/text.ts";
import { nearest } from "../model/nearest.ts";
import { ClauseBook, type Plan, type PlanInForce } from "../model/plan.ts";
import type { Standards } from "../model/standards.ts";
import { words } from "../model/words.ts";
import { hashOf } from "./hash.ts";
import { COMPILED, HOME } from "./home.ts";
import { buildStandards } from "./standards.ts";
import type { StandardsData } from "./standards-data.ts";

/** What names a plan: enough to choose one without reading it whole. */
export interface PlanName {
  readonly id: string;
  readonly code: string;
  readonly file: string;
}

/** Reads the national standards: as compiled, or from their YAML where nothing is compiled. */
export async function loadStandards(): Promise<Standards> {
  const data = readCompiled<StandardsData>("standards.json");
  return buildStandards(
    data ??
      (await (await import("./compile-standards.ts")).compileStandards(join(HOME, "rules", "standards"))),
  );
}

/** The plans that can be asked for by id or county code: the bundled ones, or those of a folder. */
export class PlanLibrary {
  private readonly loaded = new Map<string, Promise<PlanInForce>>();

  constructor(
    private readonly standards: Standards,
    private readonly folder?: string,
  ) {}

  /** The plan of this id, county code or file. Throws `Unusable` if there is none. */
  load(reference: string): Promise<PlanInForce> {
    const known = this.loaded.get(reference);
    if (known !== undefined) return known;
    const plan = this.read(reference).then((read) => this.inForce(read));
    this.loaded.set(reference, plan);
    return plan;
  }

  async names(): Promise<readonly PlanName[]> {
    if (this.folder === undefined)
      return readCompiled<readonly PlanName[]>("plans.json") ?? this.scan(join(HOME, "plans"));
    return this.scan(this.folder);
  }

  private async read(reference: string): Promise<Plan> {
    if (isFile(reference)) return this.compile(readText(reference), reference);
    const names = await this.names();
    const found = names.find(({ id, code }) => id === reference || code === reference);
    if (found === undefined) return noSuchPlan(reference, names);
    if (this.folder !== undefined) return this.compile(readText(found.file), found.file);
    const text = readFileSync(join(HOME, found.file), "utf8");
    const compiled = readCompiled<Plan>(`${found.id}.json`);
    // The compiled plan is the YAML file in another form, and only as long as that file is unchanged.
    if (compiled?.sha256 === hashOf(text)) return compiled;
    return this.compile(text, found.file);
  }

  private async compile(text: string, file: string): Promise<Plan> {
    return (await import("./compile.ts")).compilePlan(text, file, this.standards.minerals);
  }

  private async scan(folder: string): Promise<readonly PlanName[]> {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      unusable({
        file: folder,
        message: words("找不到规划目录", "there is no such folder of plans"),
        remedy: words("检查 --plans", "check --plans"),
      });
    const files = readdirSync(folder)
      .filter((name) => /\.ya?ml$/i.test(name))
      .sort();
    return Promise.all(
      files.map(async (name) => {
        const path = join(folder, name);
        const { id, county } = await this.compile(
          readText(path),
          folder === join(HOME, "plans") ? `plans/${name}` : path,
        );
        return { id, code: county.code, file: folder === join(HOME, "plans") ? `plans/${name}` : path };
      }),
    );
  }

  private inForce(plan: Plan): PlanInForce {
    return { plan, clauses: new ClauseBook(plan), minerals: this.standards.minerals.withTerms(plan.terms) };
  }
}

function isFile(reference: string): boolean {
  return /\.ya?ml$/i.test(reference) || statSync(reference, { throwIfNoEntry: false })?.isFile() === true;
}

function noSuchPlan(reference: string, names: readonly PlanName[]): never {
  const near = nearest(
    reference,
    names.flatMap(({ id, code }) => [id, code]),
    2,
  );
  const list = names.map(({ id, code }) => `${id} (${code})`).join(", ");
  unusable({
    file: reference,
    message: words(
      `没有规划“${reference}”${near[0] ? `（是否为 ${near[0]}？）` : ""}`,
      `there is no plan "${reference}"${near[0] ? ` (did you mean ${near[0]}?)` : ""}`,
    ),
    remedy: words(
      `可用：${list}；或以 --plan 指定规划文件`,
      `there are ${list}; or name a plan file with --plan`,
    ),
  });
}

function readCompiled<Data>(name: string): Data | undefined {
  if (COMPILED === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(join(COMPILED, basename(name)), "utf8")) as Data;
  } catch {
    return undefined;
  }
}
