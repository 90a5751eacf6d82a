import type { Force, Outcome } from "./finding.ts";
import type { Proof } from "./truth.ts";

/** Outcomes by what they weigh, the heaviest first. */
export const SEVERITY: readonly Outcome[] = ["fail", "review", "note", "pass", "not-applicable"];

/** How a provision stands for one application. */
export interface Standing {
  readonly force: Force;
  /** Whether the provision concerns the application at all. */
  readonly scope: Proof;
  /** Whether what it asks is so. */
  readonly met: Proof;
  /**
   * What may save an application that doesn't meet it: an exception of the plan, 严格论证, another
   * clause that says otherwise. A person must judge it, so it never makes a pass by itself.
   */
  readonly exception?: Proof;
  /** The plan asks for the papers of that exception (须, 应): known to be without them, it fails. */
  readonly exceptionRequired?: boolean;
  /** Asks only where a given fact raises the question (a record): unknown doesn't weigh. */
  readonly onlyIfRaised?: boolean;
}

/**
 * The outcome of a provision, in three values throughout. What passes under every value of its
 * unknown facts passes; what can't be decided is never a pass.
 */
export function outcomeOf(standing: Standing): Outcome {
  const { force, scope, met } = standing;
  if (scope.truth === false) return "not-applicable";
  if (met.truth === true) return "pass";
  if (scope.truth === true && met.truth === false) return unmet(standing);
  if (standing.onlyIfRaised && met.truth === "unknown") return "not-applicable";
  return force === "expected" ? "note" : "review";
}

function unmet({ force, exception, exceptionRequired }: Standing): Outcome {
  if (force === "expected") return "note";
  if (exception === undefined) return force === "mandatory" ? "fail" : "review";
  if (exception.truth !== false) return "review";
  return force === "mandatory" || exceptionRequired ? "fail" : "review";
}
