import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RESULTS, type Row } from "../../src/model/screen-row.ts";
import { casesOf, type Fields } from "../support/in-order.ts";
import { inScratch } from "../support/scratch.ts";
import { run } from "../support/session.ts";
import { decide, fixtureNames, fixturePath, PLAN_IDS } from "../support/world.ts";

inScratch();

interface Checked {
  readonly application: { readonly id: string };
  readonly verdict: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly outcome: string;
    readonly clauses: readonly { readonly id: string }[];
  }[];
}

/** What each of the two says of the same applications, line by line. */
async function both(files: readonly string[], beside: readonly string[]) {
  const screened = await run(["screen", ...files, ...beside, "--format", "ndjson"]);
  const checked = await run(["check", ...files, ...beside, "--format", "json"]);
  const read = JSON.parse(checked.stdout) as Checked | readonly Checked[];
  return {
    rows: rowsIn(screened.stdout),
    reports: [read].flat() as readonly Checked[],
    exits: [screened.exit, checked.exit],
  };
}

const ofRow = ({ id, verdict, fails, reviews }: Row) => ({ id, verdict, fails, reviews });
function ofReport({ application: { id }, verdict, findings }: Checked) {
  const named = (outcome: string) =>
    findings
      .filter((finding) => finding.outcome === outcome)
      .map(({ rule, clauses: [clause] }) => (clause === undefined ? rule : `${rule}@${clause.id}`));
  return { id, verdict, fails: named("fail"), reviews: named("review") };
}

describe.each(PLAN_IDS)("screen says what check says, %s", (plan) => {
  it("of every fixture, with layers and register", async () => {
    const files = fixtureNames(plan).map((name) => fixturePath(plan, name));
    const { rows, reports, exits } = await both(files, [
      ...["--plan", plan, "--register", fixturePath("registers", `${plan}.json`)],
      ...["--layers", join(fixturePath("layers", plan), "layers.yaml")],
    ]);
    expect(rows.map(ofRow)).toEqual(reports.map(ofReport));
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(["pass", "fail", "review"]));
    expect(exits).toEqual([1, 1]);
  });

  it("at the limits of counts, also of each alone where they are taken in order", async () => {
    const { base, register = {} } = casesOf(plan);
    const candidates = Object.values(base).map((one, index) => ({ ...(one as Fields), id: `虚构-${index}` }));
    writeFileSync("候选.json", JSON.stringify(candidates));
    for (const mines of [limitOf(plan) - 1, limitOf(plan), 1000]) {
      const given = { ...register, mines, largeMediumMines: mines };
      writeFileSync("登记.json", JSON.stringify(given));
      const beside = ["--plan", plan, "--register", "登记.json", "--cumulative", "--format", "ndjson"];
      const rows = rowsIn((await run(["screen", "候选.json", ...beside])).stdout);
      const reports = await Promise.all(candidates.map((one) => decide(plan, one, given)));
      expect(rows.map(ofRow)).toEqual(reports.map(ofReport));
      for (const { verdict, cumulative } of rows)
        expect(RESULTS.indexOf(cumulative?.verdict ?? "pass")).toBeGreaterThanOrEqual(
          RESULTS.indexOf(verdict),
        );
    }
  });
});

function rowsIn(stdout: string): readonly Row[] {
  return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Row]));
}

/** So many mines the plan has at most. */
function limitOf(plan: string): number {
  return { fangcheng: 44, kazuo: 30, lingbao: 39, linxia: 24, pingquan: 50 }[plan] ?? 30;
}
