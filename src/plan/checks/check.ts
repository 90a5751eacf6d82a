import type { Document, Path } from "../../input/document.ts";
import type { CheckCard } from "../../model/checked.ts";
import type { Minerals } from "../../model/mineral.ts";
import type { Plan } from "../../model/plan.ts";
import type { Standards } from "../../model/standards.ts";
import type { Words } from "../../model/words.ts";

/** A plan file that could be read, with all that checks hold it against. */
export interface PlanUnderCheck {
  readonly plan: Plan;
  /** The file itself: what it says, and in which line. */
  readonly document: Document;
  /** The vocabulary, with the plan's own terms. */
  readonly minerals: Minerals;
  readonly standards: Standards;
}

/** Something found, at the path of a value in the file. */
export interface Found {
  readonly path: Path;
  /** What it was found of: by this a contradiction of the plan can answer it. */
  readonly subject: string;
  /** The figures or the word that it comes down to, `51 > 44`: with others it would be another finding. */
  readonly finds: string;
  readonly clause?: string | undefined;
  readonly message: Words;
  readonly remedy: Words;
}

/** One thing looked at: what is wrong with it, or nothing. A check that yields none has looked at nothing. */
export type Look = Found | undefined;
type Looks = Iterable<Look> | AsyncIterable<Look>;

/** A small change to a sound plan file, in words where it isn't one of text. */
export type Example =
  | { readonly of: string; readonly by: string }
  | { readonly says: Words; readonly make: (sample: string) => Uint8Array }
  /** What its lock is changed to; undefined: it has none. */
  | { readonly says: Words; readonly lock: (lock: string) => string | undefined };

/** A check, whole: what it is for, an example that it finds something in, and one that it doesn't. */
export interface Check extends CheckCard {
  /** What it finds may stand in the plan as printed: then a contradiction says so. */
  readonly mayBeSo?: true;
  readonly wrong: Example;
  readonly right: Example;
  /**
   * Looks at a plan. Absent: it is found while the file is read, before there is a plan to look at. Yields
   * once for each thing that it looks at.
   */
  readonly looks?: (plan: PlanUnderCheck) => Looks;
}
