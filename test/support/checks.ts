import type { Example } from "../../src/plan/checks/check.ts";

/** A sound file with the change that an example makes to it. */
export function withExample(sample: string, example: Example): Uint8Array {
  if ("make" in example) return example.make(sample);
  if (!sample.includes(example.of)) throw new Error(`the sample doesn't hold "${example.of}"`);
  return Buffer.from(sample.replace(example.of, () => example.by));
}
