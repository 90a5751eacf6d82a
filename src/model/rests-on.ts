import type { Finding, Outcome } from "./finding.ts";
import type { Proof } from "./truth.ts";

/** A finding that names the layer's entry (or another field) among what it follows from. */
export function restsOn({ because, missing = [], outcome }: Finding, field: string): boolean {
  return (
    outcome !== "not-applicable" &&
    (because.some((proof) => names(proof, field)) || missing.some((one) => one.field === field))
  );
}

/** A finding in which something that rests on the field isn't so. */
export function failsBy({ because }: Finding, field: string): boolean {
  return because.some((proof) => names(proof, field, false));
}

/** What stands against a pass. */
export function isOpen({ outcome }: { readonly outcome: Outcome }): boolean {
  return outcome === "fail" || outcome === "review";
}

function names({ field, truth, from }: Proof, wanted: string, as?: boolean): boolean {
  const isIt = field === wanted && (as === undefined || truth === as);
  return isIt || from.some((one) => names(one, wanted, as));
}
