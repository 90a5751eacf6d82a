import { existsSync } from "node:fs";
import * as z from "zod";
import { unusable } from "../../input/problem.ts";
import { readText } from "../../input/text.ts";
import { words } from "../../model/words.ts";
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

/** The lock of a plan stands beside it: plans/fangcheng.lock.json. */
export function lockFileOf(planFile: string): string {
  return `${planFile.replace(/\.ya?ml$/i, "")}.lock.json`;
}

/** Reads a plan's lock; undefined if it has none. Throws {@link Unusable} for one that isn't a lock. */
export function readLock(file: string): PlanLock | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = lockSchema.safeParse(parse(readText(file)));
  if (parsed.success) return parsed.data;
  return unusable({
    file,
    message: words("不是完整的锁定文件", "it isn't a whole lock"),
    remedy: words(
      "恢复已提交的版本，或删去后运行 mineright plan verify --text <文本>",
      "restore the committed one, or remove it and run mineright plan verify --text <text>",
    ),
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
