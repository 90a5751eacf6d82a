import { formatDecimal } from "../model/decimal.ts";
import type { Citation, Finding } from "../model/finding.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import type { CaseReport } from "../model/report.ts";
import type { Suggestion } from "../model/suggestion.ts";
import type { Proof } from "../model/truth.ts";
import type { Words } from "../model/words.ts";
import type { ReportFormat } from "./format.ts";
import { NOTICE, partJson } from "./suggestion-file.ts";

/** The form of the report, named in every one: additive changes only within a version. */
const SCHEMA = "mineright/report@1";

/** How the JSON is to be written. */
export interface JsonOptions {
  readonly version: string;
  /** With the tree of statements under each finding. */
  readonly explain: boolean;
}

/** The report as plain data. Figures in `expected` and `actual` are written as the plan writes them. */
export function toJson(report: CaseReport, { version, explain }: JsonOptions): object {
  const { plan, application, file, asOf, location, verdict, findings, checklist, counts, suggestion } =
    report;
  return {
    schema: SCHEMA,
    tool: { name: "mineright", version },
    plan: {
      id: plan.id,
      title: plan.title,
      period: [Number(plan.period.from.slice(0, 4)), Number(plan.period.to.slice(0, 4))],
      ...(plan.extension === undefined ? {} : { extension: plan.extension }),
      file: plan.file,
      sha256: plan.sha256,
    },
    application: { id: application.id, file },
    ...(asOf === undefined ? {} : { asOf }),
    ...(location === undefined ? {} : { location: locationJson(location) }),
    verdict,
    findings: findings.map((finding) => findingJson(finding, explain)),
    checklist,
    counts,
    ...(suggestion === undefined ? {} : { suggestion: suggestionJson(suggestion) }),
  };
}

/** One report, or an array of them where several applications were given. */
export function jsonFormat(asList: boolean, options: JsonOptions): ReportFormat {
  const print = (report: CaseReport) => toJson(report, options);
  if (!asList)
    return {
      open: "",
      one: (report) => `${JSON.stringify(print(report), null, 2)}\n`,
      between: "",
      close: () => "",
    };
  return {
    open: "[\n",
    // As an element of an array it stands one step further in.
    one: (report) => JSON.stringify([print(report)], null, 2).slice(2, -2),
    between: ",\n",
    close: () => "\n]\n",
  };
}

function findingJson(finding: Finding, explain: boolean): object {
  const { rule, outcome, expected, actual, margin, missing, remedy, attestation } = finding;
  const solution = remedy?.();
  return {
    rule,
    outcome,
    message: finding.message(),
    ...(expected === undefined ? {} : { expected: expected().zh }),
    ...(actual === undefined ? {} : { actual: actual().zh }),
    ...(margin === undefined
      ? {}
      : {
          margin: {
            left: formatDecimal(margin.left, 6),
            limit: formatDecimal(margin.limit),
            unit: margin.unit.zh,
          },
        }),
    clauses: [...finding.clauses, ...(finding.also ?? [])].map(citationJson),
    ...(missing === undefined
      ? {}
      : { missing: missing.map(({ field, why }) => ({ field, why: why.zh, whyEn: why.en })) }),
    ...(solution === undefined ? {} : { remedy: solution.words, actor: solution.by }),
    ...(attestation === undefined ? {} : { attestation }),
    ...(explain ? { because: finding.because.map(proofJson) } : {}),
  };
}

/** Areas as text, like other figures: 4 decimals as they are printed, an area in common to the m². */
function locationJson({ areaKm2, basicBlocks, overlaps, layers, account }: MeasuredSite): object {
  return {
    areaKm2: areaKm2.toFixed(4),
    ...(basicBlocks === undefined ? {} : { basicBlocks: formatDecimal(basicBlocks) }),
    overlaps: overlaps.map(({ subject, key, feature, km2, share, source, within }) => ({
      subject,
      key,
      feature,
      km2: formatDecimal(km2, 6),
      share: Number(share.toFixed(6)),
      withinTolerance: within,
      source,
    })),
    layers: layers.map(({ subject, source, madeBy, state, field }) => ({
      subject,
      source,
      ...(madeBy === undefined ? {} : { madeBy }),
      state,
      field,
    })),
    account: account.map(({ about, says }) => ({ about, ...says })),
  };
}

function suggestionJson(suggestion: Suggestion): object {
  if ("none" in suggestion) return { none: suggestion.none };
  const { file, cuts, parts, besidesKm2, setAside } = suggestion;
  return {
    notice: NOTICE,
    file,
    cuts: cuts.map(({ how, subject, km2, clauses }) => ({
      how,
      subject,
      km2: formatDecimal(km2, 6),
      clauses: clauses.map(citationJson),
    })),
    parts: parts.map(partJson),
    besidesKm2: formatDecimal(besidesKm2, 6),
    setAside,
  };
}

function citationJson({ id, at, force, file, line }: Citation): object {
  return { id, at, force, file, line };
}

interface ProofJson {
  readonly statement: Words;
  readonly truth: Proof["truth"];
  readonly op: Proof["op"];
  readonly field?: string;
  readonly from?: readonly ProofJson[];
}

function proofJson({ says, truth, op, field, from }: Proof): ProofJson {
  return {
    statement: says(),
    truth,
    op,
    ...(field === undefined ? {} : { field }),
    ...(from.length === 0 ? {} : { from: from.map(proofJson) }),
  };
}
