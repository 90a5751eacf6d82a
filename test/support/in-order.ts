import type { Beside } from "../../src/engine/facts.ts";
import { parseDocument } from "../../src/input/document.ts";
import { registerIn } from "../../src/input/register.ts";
import type { Application } from "../../src/model/application.ts";
import type { MeasuredSite } from "../../src/model/measured-site.ts";
import type { Register } from "../../src/model/register.ts";
import type { Row } from "../../src/model/screen-row.ts";
import { shortReportOf } from "../../src/model/short-report.ts";
import { type ClaimingRow, claimOf } from "../../src/screen/claim.ts";
import { InOrder } from "../../src/screen/cumulative.ts";
import { rowOf } from "../../src/screen/row.ts";
import { type CaseFile, readCases } from "./cases.ts";
import { deciderFor, readApplication } from "./world.ts";

export type Fields = Readonly<Record<string, unknown>>;

export interface Batch {
  readonly plan: string;
  readonly register?: Fields | readonly Fields[] | undefined;
  readonly candidates: readonly Fields[];
  /** Where candidates lie, by their place in the batch. */
  readonly located?: readonly (MeasuredSite | undefined)[];
}

/** A batch of applications decided each alone and in order, the way the command does. */
export async function inOrder({ plan, register, candidates, located = [] }: Batch): Promise<readonly Row[]> {
  const known =
    register === undefined
      ? undefined
      : registerIn(await parseDocument(JSON.stringify(register), "register.json"));
  const applications = await Promise.all(candidates.map(readApplication));
  return heardInOrder(
    plan,
    known,
    applications.map((application, index) => ({ application, location: located[index] })),
  );
}

async function heardInOrder(
  plan: string,
  register: Register | undefined,
  cases: readonly { readonly application: Application; readonly location: MeasuredSite | undefined }[],
): Promise<readonly Row[]> {
  const decider = await deciderFor(plan);
  async function* alone(): AsyncGenerator<ClaimingRow> {
    for (const [index, { application, location }] of cases.entries()) {
      const beside: Beside = { register, location };
      const report = decider.decide(application, { file: "候选.ndjson", ...beside });
      const at = { number: index + 1, id: application.id, file: "候选.ndjson", problems: [] };
      const claim = claimOf(report, decider, beside);
      yield { ...rowOf(at, shortReportOf(report)), ...(claim === undefined ? {} : { claim }) };
    }
  }
  const rows: Row[] = [];
  const stage = new InOrder({ register, asOf: undefined, deciderOf: async () => decider });
  for await (const row of stage.rows(alone())) rows.push(row);
  return rows;
}

const read = new Map<string, CaseFile>();

/** The cases of a plan, read once. */
export function casesOf(plan: string): CaseFile {
  const known = read.get(plan) ?? readCases(plan);
  read.set(plan, known);
  return known;
}

/** An application of a plan's cases, in a block of its own and with its own applicant. */
export function candidate(plan: string, base: string, number: number, more: Fields = {}): Fields {
  const given = casesOf(plan).base[base] as Fields & { readonly site: Fields; readonly applicant: Fields };
  const block = given.site["block"] as Fields | undefined;
  return {
    ...given,
    id: `虚构-${number}`,
    applicant: { ...given.applicant, name: `（虚构）第${number}公司` },
    site:
      block === undefined ? given.site : { ...given.site, block: { ...block, name: `虚构第${number}区块` } },
    ...more,
  };
}

/** `pass>fail no`: alone, in order, and whether it takes room. */
export function short({ verdict, cumulative }: Row): string {
  return `${verdict}>${cumulative?.verdict} ${cumulative?.takes}`;
}
