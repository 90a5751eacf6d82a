import { parseDocument } from "../../src/input/document.ts";
import type { CheckedFile } from "../../src/model/checked.ts";
import type { Example } from "../../src/plan/checks/check.ts";
import { checkPlanFile } from "../../src/plan/checks/run.ts";
import { formatLock, lockOf } from "../../src/plan/verify/lock.ts";
import { type LockBeside, lockIn } from "../../src/plan/verify/lock-file.ts";
import { valuesOf } from "../../src/plan/verify/values.ts";
import { standards } from "./world.ts";

/** A sound file with the change that an example makes to it. */
function withExample(sample: string, example: Example): Uint8Array {
  if ("make" in example) return example.make(sample);
  if ("lock" in example) return Buffer.from(sample);
  if (!sample.includes(example.of)) throw new Error(`the sample doesn't hold "${example.of}"`);
  return Buffer.from(sample.replace(example.of, () => example.by));
}

/** Checks what an example makes of a sound file; with its lock if it is an example of what the lock tells. */
export async function checkExample(
  sample: string,
  example: Example,
  isLocked: boolean,
): Promise<CheckedFile> {
  const lock = isLocked ? await besideExample(sample, example) : undefined;
  return checkPlanFile(withExample(sample, example), "plan.yaml", standards, lock);
}

async function besideExample(sample: string, example: Example): Promise<LockBeside> {
  const whole = await lockAsIfVerified(sample);
  const text = "lock" in example ? example.lock(whole) : whole;
  return text === undefined ? { none: "beside-file" } : lockIn(text, "plan.lock.json");
}

/** The lock of a plan that has no text, as if all of it had been verified. */
export async function lockAsIfVerified(sample: string): Promise<string> {
  const { value } = await parseDocument(sample, "plan.yaml");
  const values = valuesOf(value).map((one) => ({ ...one, kind: "reading", status: "reading" }) as const);
  const plan = String(values.find(({ key }) => key === "plan/id")?.value);
  const verified = {
    plan,
    file: "plan.yaml",
    text: { file: "plan.txt", sha256: "0" },
    departures: [],
    diagnostics: [],
  };
  return formatLock(lockOf({ ...verified, values }, "0"));
}
