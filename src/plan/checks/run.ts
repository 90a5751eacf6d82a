import { type Document, parseDocument } from "../../input/document.ts";
import { type Problem, Unusable, unusable } from "../../input/problem.ts";
import { formatPath } from "../../input/schema-problems.ts";
import { decode, refuseLarger } from "../../input/text.ts";
import type { CheckedFile } from "../../model/checked.ts";
import type { Diagnostic, Level } from "../../model/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { Standards } from "../../model/standards.ts";
import { type Words, words } from "../../model/words.ts";
import { compileDocument } from "../load/compile.ts";
import type { LockBeside } from "../verify/lock-file.ts";
import { Answers, idleAcceptance } from "./answers.ts";
import type { Check, Found, Look, PlanUnderCheck } from "./check.ts";
import { NAME_CHECKS } from "./form/names.ts";
import { SHAPE_CHECKS } from "./form/shape.ts";
import { TEXT_CHECKS } from "./form/text.ts";
import { LOCK_CHECKS } from "./lock/checks.ts";
import { holdAgainst } from "./lock/hold.ts";
import { CHECKS } from "./registry.ts";

/** A county's plan holds under 0.1 MB; what is larger than this is none. */
const MOST_BYTES = 2 * 1024 * 1024;

/** What is asked of the lock as a whole, not of each of its values. */
const BY_FILE: ReadonlySet<string> = new Set(["lock-missing", "not-a-lock", "lock-of-another-plan"]);

const LEVELS: ReadonlyMap<string, Level> = new Map(CHECKS.map(({ code, level }) => [code, level]));

/**
 * Checks a plan file: its form, and where it can be read as a plan whether it makes sense. Whatever is wrong
 * with it is a diagnostic. Throws {@link Unusable} for a file without any content, of which nothing can be said.
 * @param lock what stands beside it as its lock, for a file to be held against what was verified
 */
export async function checkPlanFile(
  bytes: Uint8Array,
  file: string,
  standards: Standards,
  lock?: LockBeside,
): Promise<CheckedFile> {
  const run = new Run(file);
  const text = run.reading(() => {
    refuseLarger(MOST_BYTES, bytes.length, file);
    return decode(bytes, file);
  });
  if (text === undefined) return run.end();
  const repeated: Problem[] = [];
  const document = await run.parsing(() => parseDocument(text, file, repeated));
  run.tell(repeated);
  if (document === undefined) return run.end();
  await run.document(document, text, standards, lock);
  return run.end();
}

/** Checks a file that was parsed: all but its encoding and its YAML. */
export async function checkDocument(
  document: Document,
  text: string,
  standards: Standards,
  lock?: LockBeside,
): Promise<CheckedFile> {
  const run = new Run(document.file);
  await run.document(document, text, standards, lock);
  return run.end();
}
/** One file on its way through the checks. */
class Run {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly looked: Record<string, number> = {};
  private values = 0;
  private plan: string | undefined;

  constructor(private readonly file: string) {}

  reading<Result>(read: () => Result): Result | undefined {
    for (const { code } of TEXT_CHECKS) this.looked[code] = 1;
    try {
      return read();
    } catch (error) {
      this.refused(error);
      return undefined;
    }
  }

  async parsing<Result>(parse: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await parse();
    } catch (error) {
      this.refused(error);
      return undefined;
    }
  }

  private refused(error: unknown): void {
    if (!(error instanceof Unusable)) throw error;
    this.tell(error.problems.map((problem) => ({ ...problem, code: problem.code ?? "yaml-syntax" })));
  }

  async document(
    document: Document,
    text: string,
    standards: Standards,
    lock: LockBeside | undefined,
  ): Promise<void> {
    const { plan, problems } = compileDocument(document, text, standards.minerals);
    this.tellForm(document, problems);
    if (plan === undefined) return;
    const minerals = standards.minerals.withTerms(plan.terms);
    await this.sense({ plan, document, minerals, standards });
    if (lock !== undefined) this.hold(lock, document, plan);
  }

  tell(problems: readonly Problem[]): void {
    this.diagnostics.push(...problems.map(toDiagnostic));
  }

  /** What reading the file as a plan found, in all of its values. */
  private tellForm(document: Document, problems: readonly Problem[]): void {
    this.values = countValues(document.value);
    if (this.values === 0)
      unusable({
        file: this.file,
        message: words("文件没有内容，无可检查", "the file is empty: there is nothing to check in it"),
        remedy: words("写入规划内容", "write a plan into it"),
      });
    for (const { code } of [...SHAPE_CHECKS, ...NAME_CHECKS]) this.looked[code] = this.values;
    this.tell(problems);
  }

  private async sense(given: PlanUnderCheck): Promise<void> {
    this.plan = given.plan.id;
    const answers = new Answers(given.plan);
    for (const check of CHECKS) {
      const { code, looks } = check;
      if (looks === undefined) continue;
      let count = 0;
      const take = (look: Look) => {
        count += 1;
        if (look !== undefined) this.found(check, look, given.document, answers.to(code, look));
      };
      const all = looks(given);
      // A wait for each look of thousands would take longer than the looks.
      if (Symbol.iterator in all) for (const look of all) take(look);
      else for await (const look of all) take(look);
      this.looked[code] = count;
    }
    const idle = [...answers.idle()];
    this.looked[idleAcceptance.code] = idle.length;
    for (const one of idle) if (one !== undefined) this.found(idleAcceptance, one, given.document, undefined);
  }

  private hold(lock: LockBeside, document: Document, plan: Plan): void {
    const count = "lock" in lock ? Object.keys(lock.lock.values).length : 0;
    for (const { code } of LOCK_CHECKS) this.looked[code] = BY_FILE.has(code) ? 1 : count;
    this.diagnostics.push(...holdAgainst(lock, document, plan));
  }

  private found(check: Check, found: Found, document: Document, answeredBy: string | undefined): void {
    const { code, level } = check;
    const { path, subject, clause, message } = found;
    this.diagnostics.push({
      code,
      level: answeredBy === undefined ? level : "info",
      file: this.file,
      ...document.locate(path),
      field: formatPath(path),
      subject,
      ...(clause === undefined ? {} : { clause }),
      ...(answeredBy === undefined
        ? { message, remedy: remedyOf(check, found) }
        : {
            acceptedBy: answeredBy,
            message: words(
              `${message.zh}（规划自身如此，见 ${answeredBy}）`,
              `${message.en} (the plan has it so, see ${answeredBy})`,
            ),
          }),
    });
  }

  end(): CheckedFile {
    return {
      file: this.file,
      ...(this.plan === undefined ? {} : { plan: this.plan }),
      values: this.values,
      looked: this.looked,
      diagnostics: [...this.diagnostics].sort(byPlace),
    };
  }
}

/** Where the plan itself may have it so, also how to say that, to be copied. */
function remedyOf({ code, mayBeSo }: Check, { remedy, subject, finds }: Found): Words {
  if (mayBeSo === undefined) return remedy;
  const line = `- { code: ${code}, subject: ${inYaml(subject)}, finds: ${inYaml(finds)} }`;
  return words(
    `${remedy.zh}；规划确实如此的，在 contradictions 的 accepts 下写 ${line}`,
    `${remedy.en}; if the plan has it so, write under accepts of a contradiction: ${line}`,
  );
}

/** As it stands, or in quotes where it would be read as something else. */
function inYaml(text: string): string {
  return /^[\p{L}\p{N}][^,:#{}[\]"'`]*$/u.test(text) && !/^[\d.]+$/.test(text) ? text : JSON.stringify(text);
}

function toDiagnostic({ code = "invalid-entry", ...problem }: Problem): Diagnostic {
  const isWithoutClause = code === "missing-key" && /(^|\.)clause$/.test(problem.field ?? "");
  const known = isWithoutClause ? "entry-without-clause" : code;
  return { ...problem, code: known, level: levelOf(known) };
}

function levelOf(code: string): Level {
  const level = LEVELS.get(code);
  if (level === undefined) throw new Error(`no check has the code ${code}`);
  return level;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** How many texts, numbers and flags there are. */
function countValues(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value !== "object") return 1;
  return Object.values(value).reduce((sum: number, one) => sum + countValues(one), 0);
}
