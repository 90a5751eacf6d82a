import { existsSync, statSync } from "node:fs";
import { unusable } from "../../input/problem.ts";
import type { Verification } from "../../model/verification.ts";
import { type Words, words } from "../../model/words.ts";
import { loadStandards } from "../../plan/load/library.ts";
import { lockFileOf } from "../../plan/load/lock-name.ts";
import { type PlanSource, readPlanSource } from "../../plan/load/source.ts";
import { plain } from "../../plan/text/plain.ts";
import { type PlanText, readPlanText } from "../../plan/text/plan-text.ts";
import { formatLock, lockOf, sameLock } from "../../plan/verify/lock.ts";
import { readLock } from "../../plan/verify/lock-file.ts";
import { verifyPlan } from "../../plan/verify/verify.ts";
import { verificationJson, verificationText } from "../../report/verification.ts";
import { contextFor, type SharedOptions } from "../context.ts";
import { refuseClashes, targetsOf } from "../output.ts";
import { writeReports } from "../reports.ts";
import { tell } from "../tell.ts";
import { VERSION } from "../version.ts";
import { writeWhole } from "../whole-file.ts";
import { VERIFY_FORMATS } from "./declare-verify.ts";
import { planFilesOf } from "./plan-files.ts";
import { textIn } from "./texts.ts";

export interface VerifyOptions extends SharedOptions {
  readonly text: string;
  readonly strict?: boolean;
  readonly format: (typeof VERIFY_FORMATS)[number];
  readonly output?: readonly string[];
}

/**
 * `mineright plan verify`: holds plans against their texts, and writes the lock of each that has no
 * exception. Returns the exit code: 1 if something wasn't found, under `--strict` for any exception.
 */
export async function verifyPlans(references: readonly string[], options: VerifyOptions): Promise<number> {
  const context = contextFor(options);
  const strict = options.strict ?? false;
  const targets = targetsOf(options.format, options.output ?? [], VERIFY_FORMATS);
  const standards = await loadStandards();
  const files = await planFilesOf(references, standards);
  const sources = await Promise.all(files.map(({ path }) => readPlanSource(path, standards)));
  const pairs = pairsOf(sources, references, options.text);
  const read = pairs.flatMap(({ source, text }) => [source.path, text.file, lockFileOf(source.path)]);
  refuseClashes(
    targets,
    read.filter((file) => existsSync(file)),
  );
  const verified = pairs.map(({ source, text }) => ({
    source,
    verification: verifyPlan(source.document, source, text),
  }));
  const verifications = verified.map(({ verification }) => verification);
  writeReports(targets, context, {
    json: () => verificationJson(verifications, { strict, version: VERSION }),
    text: (page) => verificationText(verifications, page),
  });
  for (const { source, verification } of verified)
    tell(`${lockWords(lock(source, verification))[context.lang]}\n`);
  const failing = verifications.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ level }) => level === "error" || (strict && level === "warning")),
  );
  return failing.length > 0 ? 1 : 0;
}

interface Locked {
  readonly file: string;
  readonly state: "written" | "unchanged" | "refused";
}

/** Writes a plan's lock if the plan has no exception at all, and only if the lock says something else. */
function lock({ path, document }: PlanSource, verification: Verification): Locked {
  const file = lockFileOf(document.file);
  if (verification.diagnostics.length > 0) return { file, state: "refused" };
  const fresh = lockOf(verification, VERSION);
  const target = lockFileOf(path);
  const old = isWhole(target) ? readLock(target) : undefined;
  if (old !== undefined && sameLock(old, fresh)) return { file, state: "unchanged" };
  writeWhole(target, [formatLock(fresh)]);
  return { file, state: "written" };
}

/** A lock that can't be read is what this run is to replace. */
function isWhole(file: string): boolean {
  try {
    return readLock(file) !== undefined;
  } catch {
    return false;
  }
}

function lockWords({ file, state }: Locked): Words {
  if (state === "written") return words(`已写锁定文件 ${file}`, `lock written: ${file}`);
  if (state === "unchanged") return words(`锁定文件 ${file} 无变化`, `lock unchanged: ${file}`);
  return words(`有例外，未写锁定文件 ${file}`, `there are exceptions, so no lock was written: ${file}`);
}

interface Pair {
  readonly source: PlanSource;
  readonly text: PlanText;
}

/** Each plan with its text: from a folder by name; a single text goes with the plan that it names. */
function pairsOf(sources: readonly PlanSource[], references: readonly string[], at: string): readonly Pair[] {
  if (statSync(at, { throwIfNoEntry: false })?.isDirectory())
    return sources.map((source) => ({ source, text: readPlanText(textIn(at, source.plan)) }));
  const text = readPlanText(at);
  // Of a folder, or of the bundled plans, the text tells which is meant.
  const named =
    references.length === sources.length
      ? sources
      : sources.filter(({ plan }) => text.plain.includes(plain(plan.title)));
  const [first, another] = named;
  if (first !== undefined && another === undefined) return [{ source: first, text }];
  unusable({
    file: at,
    message:
      first === undefined
        ? words("文本中没有任何一份规划的题名", "it names none of the plans by its title")
        : words("一份文本只能核对一份规划", "one text is for one plan only"),
    remedy: words(
      "指定规划，或以 --text 指定存放文本的目录",
      "name the plan, or a folder of texts with --text",
    ),
  });
}
