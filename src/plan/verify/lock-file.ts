import { existsSync } from "node:fs";
import * as z from "zod";
import { parseJson } from "../../input/json.ts";
import { type Problem, Unusable, unusable } from "../../input/problem.ts";
import { readText } from "../../input/text.ts";
import { words } from "../../model/words.ts";
import { lockFileOf } from "../load/lock-name.ts";
import type { PlanLock } from "./lock.ts";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const head = [z.string(), z.union([z.int(), z.null()]), z.string()] as const;
const lockSchema = z.strictObject({
  schema: z.literal("mineright/plan-lock@1"),
  plan: z.string(),
  text: z.strictObject({ sha256: z.string() }),
  tool: z.string(),
  values: z.record(z.string(), z.union([z.tuple([...head]), z.tuple([...head, scalar])])),
});

/** Reads a plan's lock; undefined if it has none. Throws {@link Unusable} for one that isn't a lock. */
export function readLock(file: string): PlanLock | undefined {
  return existsSync(file) ? parseLock(readText(file), file) : undefined;
}

/** Throws {@link Unusable} for what isn't a lock, with the place where it isn't. */
export function parseLock(text: string, file: string): PlanLock {
  const document = parseJson(text, file);
  const parsed = lockSchema.safeParse(document.value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path ?? [];
  return unusable({
    file,
    ...document.locate(path.map((step) => (typeof step === "symbol" ? String(step) : step))),
    message: words("不是完整的锁定文件", "it isn't a whole lock"),
    remedy: RESTORE,
  });
}

const RESTORE = words(
  "恢复已提交的版本，或删去后运行 mineright plan verify --text <文本>",
  "restore the committed one, or remove it and run mineright plan verify --text <text>",
);

/** What was found as the lock of a plan file: the lock, none, or a file that isn't one. */
export type LockBeside =
  | { readonly lock: PlanLock }
  | { readonly none: "beside-file" | "beside-standard-input" }
  | { readonly problems: readonly Problem[] };

/** Looks for the lock beside a plan file. @param name the plan file as reports name it */
export function lockBeside(path: string, name: string): LockBeside {
  if (path === "-") return { none: "beside-standard-input" };
  const file = lockFileOf(path);
  try {
    return existsSync(file) ? lockIn(readText(file), lockFileOf(name)) : { none: "beside-file" };
  } catch (error) {
    return refused(error, lockFileOf(name));
  }
}

/** The lock that a text is, or what is wrong with it. */
export function lockIn(text: string, file: string): LockBeside {
  try {
    return { lock: parseLock(text, file) };
  } catch (error) {
    return refused(error, file);
  }
}

function refused(error: unknown, file: string): LockBeside {
  if (!(error instanceof Unusable)) throw error;
  return { problems: error.problems.map((one) => ({ ...one, file, remedy: RESTORE })) };
}
