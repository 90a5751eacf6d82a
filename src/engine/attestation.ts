import type { Application, Attestation } from "../model/application.ts";
import type { Finding, Outcome } from "../model/finding.ts";
import { didYouMean, nearest } from "../model/nearest.ts";
import type { ClauseBook, Plan } from "../model/plan.ts";
import { type Words, words } from "../model/words.ts";

/**
 * Lets an official's own finding settle what was left to a person. It needs a name, settles only a
 * review, never lifts a fail, and the report goes on showing what the machine found.
 */
export function attest(finding: Finding, attestations: readonly Attestation[]): Finding {
  if (finding.outcome !== "review" || finding.final) return finding;
  const about = attestations.filter(({ clause, met }) =>
    finding.clauses.some(({ id, excuse }) => id === clause && !(excuse && met === false)),
  );
  const signed = about.filter((one) => one.met !== undefined && one.by !== undefined);
  const [attestation = about[0]] = signed;
  if (attestation === undefined) return finding;
  const { met, by, note } = attestation;
  if (met === undefined || by === undefined) return unsigned(finding, attestation, attestations);
  const contrary = signed.find((one) => one.met !== met);
  if (contrary !== undefined) return disputed(finding, contrary, attestations);
  const { message, missing, remedy, ...rest } = finding;
  const outcome: Outcome = met ? "pass" : notMet(finding);
  // What a person has found met lacks nothing more.
  const open = met ? {} : { ...(missing ? { missing } : {}), ...(remedy ? { remedy } : {}) };
  return {
    ...rest,
    ...open,
    outcome,
    message: () => withPerson(message(), by, met, note),
    attestation: { by, met, ...(note === undefined ? {} : { note }) },
  };
}

/** Found not met by a person: a mandatory provision fails, a principle stays a matter of review. */
function notMet({ clauses }: Finding): Outcome {
  return clauses.some(({ force }) => force === "mandatory") ? "fail" : "review";
}

function unsigned(finding: Finding, attestation: Attestation, all: readonly Attestation[]): Finding {
  const key = attestation.by === undefined ? "by" : "met";
  const field = `attestations[${all.indexOf(attestation)}].${key}`;
  const why =
    key === "by"
      ? words(
          `对 ${attestation.clause} 的认定未署名`,
          `the attestation of ${attestation.clause} names no person`,
        )
      : words(
          `对 ${attestation.clause} 的认定未写结论`,
          `the attestation of ${attestation.clause} has no result`,
        );
  return { ...finding, missing: [...(finding.missing ?? []), { field, why }] };
}

/** Two people say the opposite: then nobody has settled it. */
function disputed(finding: Finding, contrary: Attestation, all: readonly Attestation[]): Finding {
  const field = `attestations[${all.indexOf(contrary)}]`;
  const why = words(
    `对 ${contrary.clause} 的认定前后相反`,
    `the attestations of ${contrary.clause} contradict each other`,
  );
  return { ...finding, missing: [...(finding.missing ?? []), { field, why }] };
}

function withPerson(message: Words, by: string, met: boolean, note: string | undefined): Words {
  return words(
    `${message.zh}经${by}认定：${met ? "符合" : "不符合"}${note ? `（${note}）` : ""}。`,
    `${message.en} Attested by ${by}: ${met ? "met" : "not met"}${note ? ` (${note})` : ""}.`,
  );
}

/** Attestations of clauses that the plan doesn't have: a slip that must not pass unseen. */
export function strayAttestations(
  { attestations }: Application,
  clauses: ClauseBook,
  plan: Plan,
): readonly { readonly index: number; readonly message: Words; readonly remedy?: Words }[] {
  return (attestations ?? []).flatMap(({ clause }, index) => {
    if (clauses.has(clause)) return [];
    const remedy = didYouMean(
      nearest(
        clause,
        plan.clauses.map(({ id }) => id),
      ),
    );
    return [
      {
        index,
        message: words(`规划 ${plan.id} 没有条款 ${clause}`, `the plan ${plan.id} has no clause ${clause}`),
        ...(remedy === undefined ? {} : { remedy }),
      },
    ];
  });
}
