import type { Words } from "../model/words.ts";

/** One thing wrong with what was given: where, what was found, what is expected, what to do. */
export interface Problem {
  /** What kind of thing is wrong: `unknown-key`. Absent where only the sentence tells. */
  readonly code?: string;
  /** The file as the user named it; `-` is standard input. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Path of the field: `output.unit`. */
  readonly field?: string;
  readonly message: Words;
  readonly remedy?: Words;
}

/** Thrown when the input, a plan or the command line can't be used: nothing was decided. */
export class Unusable extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems[0]?.message.en ?? "unusable input");
    this.name = "Unusable";
  }
}

export function unusable(problem: Problem): never {
  throw new Unusable([problem]);
}
