import { strayAttestations } from "../../engine/attestation.ts";
import { applicationsIn, type ReadApplication } from "../../input/application.ts";
import { type Problem, Unusable } from "../../input/problem.ts";
import { type ReadRegister, registerIn } from "../../input/register.ts";
import type { PlanInForce } from "../../model/plan.ts";
import type { Standards } from "../../model/standards.ts";
import { words } from "../../model/words.ts";
import { changedDocument, idleChanges } from "./changes.ts";
import { strayNames } from "./names.ts";
import type { CaseFile } from "./read.ts";
import type { Case } from "./schema.ts";

/** A case ready to be decided: its application and register are read and sound. */
export interface PreparedCase {
  readonly one: Case;
  /** Its place in the list of cases. */
  readonly index: number;
  readonly read: ReadApplication;
  readonly register?: ReadRegister;
}

/**
 * Reads every application and register of a file of cases against the plan that they are for. Throws
 * {@link Unusable} with every problem found: a file is run whole or not at all.
 */
export function prepareCases(
  file: CaseFile,
  inForce: PlanInForce,
  standards: Standards,
): readonly PreparedCase[] {
  const problems = new Problems();
  // A base is sound by itself, so that what is wrong with it is said once and in its own place.
  for (const name of Object.keys(file.base)) problems.collect(() => applicationOf(file, name));
  if (file.register !== undefined) problems.collect(() => registerOf(file));
  problems.throwAny();
  problems.add(...strayNames(file, inForce, standards), ...idleOnes(file));
  const prepared = file.cases.flatMap((one, index): PreparedCase[] => {
    const read = problems.collect(() => applicationOf(file, baseOf(file, one), index));
    const register = problems.collect(() => (one.register === "none" ? undefined : registerOf(file, index)));
    if (read === undefined) return [];
    problems.add(...attestationsBeside(read, inForce));
    return [{ one, index, read, ...(register === undefined ? {} : { register }) }];
  });
  problems.throwAny();
  return prepared;
}

/** Problems are gathered, each once: what several cases share is said of the first. */
class Problems {
  private readonly found = new Map<string, Problem>();

  collect<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      this.add(...error.problems);
      return undefined;
    }
  }

  add(...problems: readonly Problem[]): void {
    for (const problem of problems) {
      const key = `${problem.line}:${problem.column}:${problem.message.en}`;
      if (!this.found.has(key)) this.found.set(key, problem);
    }
  }

  throwAny(): void {
    if (this.found.size === 0) return;
    const byPlace = (a: Problem, b: Problem) =>
      (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
    throw new Unusable([...this.found.values()].sort(byPlace));
  }
}

/** The base application that a case changes: the first of the file unless it names another. */
function baseOf({ base }: Pick<CaseFile, "base">, one: Pick<Case, "base">): string {
  return one.base ?? Object.keys(base)[0] ?? "";
}

function applicationOf(file: CaseFile, base: string, index?: number): ReadApplication {
  const changes = index === undefined ? undefined : file.cases[index]?.set;
  const at = ["cases", index ?? 0, "set"];
  const laid = { base: ["base", base], at, changes };
  const document = changedDocument(file.document, file.base[base] ?? {}, laid);
  const [read] = applicationsIn(document).applications;
  if (read === undefined) throw new Error("unreachable: an application that isn't refused is read");
  return read;
}

function registerOf(file: CaseFile, index?: number): ReadRegister | undefined {
  const changes = index === undefined ? undefined : file.cases[index]?.register;
  if (file.register === undefined && changes === undefined) return undefined;
  const laid = {
    base: ["register"],
    at: ["cases", index ?? 0, "register"],
    changes: changes === "none" ? undefined : changes,
  };
  return registerIn(changedDocument(file.document, file.register ?? {}, laid));
}

function idleOnes(file: CaseFile): readonly Problem[] {
  const { document } = file;
  return file.cases.flatMap((one, index) => {
    const ofRegister = one.register === "none" ? undefined : one.register;
    return [
      ...idleChanges(file.base[baseOf(file, one)], one.set).map((key) => ({ part: "set", key })),
      ...idleChanges(file.register, ofRegister).map((key) => ({ part: "register", key })),
    ].map(({ part, key }) => ({
      file: document.file,
      ...document.locateKey(["cases", index, part], key),
      field: `cases[${index}].${part}`,
      message: words(`基准中没有“${key}”，无可去除`, `the base has no "${key}" to take away`),
      remedy: words("检查字段路径，或删去此行", "check the path of the field, or drop this line"),
    }));
  });
}

function attestationsBeside(
  { application, document }: ReadApplication,
  { clauses, plan }: PlanInForce,
): readonly Problem[] {
  return strayAttestations(application, clauses, plan).map(({ index, message, remedy }) => ({
    file: document.file,
    ...document.locate(["attestations", index, "clause"]),
    field: `attestations[${index}].clause`,
    message,
    remedy: remedy ?? words("检查条款编号", "check the clause's id"),
  }));
}
