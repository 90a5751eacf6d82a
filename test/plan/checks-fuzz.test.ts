import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc, { type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { Unusable } from "../../src/input/problem.ts";
import type { CheckedFile } from "../../src/model/checked.ts";
import { CHECKS } from "../../src/plan/checks/registry.ts";
import { checkPlanFile } from "../../src/plan/checks/run.ts";
import { HOME } from "../../src/plan/home.ts";
import { DIAGNOSTICS_FORMATS } from "../../src/report/diagnostics/format.ts";
import { diagnosticsPrinters } from "../../src/report/diagnostics/printers.ts";
import { paintWith } from "../../src/report/paint.ts";
import { standards } from "../support/world.ts";

const SAMPLE = readFileSync(join(HOME, "test", "plan", "sample.yaml"), "utf8");
const LINXIA = readFileSync(join(HOME, "plans", "linxia.yaml"), "utf8");
const CODES = new Set(CHECKS.map(({ code }) => code));

/** What may stand where a value stood, or anywhere at all. */
const ODD = [
  ..."{}[]:-,&*!|>'\"%@`#?~\t\n\0\u0007\ud800",
  ..."０①岩，。",
  ...["0", "-1", "1e99", "1e999", ".inf", ".nan", "0x1F", "1_000", "1,200", "１２", "null", "true", "~"],
  ...[
    "2021-02-30",
    "!!binary aGk=",
    "!!set {a}",
    "<<: *a",
    "&a [*a]",
    "*nobody",
    "--- \n",
    "? a\n: b",
    "%YAML 9",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "岩金",
    "SC-GEN-01",
    "T-SC-01",
    "blocks[0].count",
    "[]",
    "{}",
    "",
  ],
  ...["a".repeat(400), "[".repeat(250), "zones[集中开采区]", "9".repeat(60), "0.5e-99"],
];

/** An edit of a text, as a hand that slips makes it. */
type Edit = (text: string) => string;

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function ofLines(change: (lines: string[], index: number, odd: string) => void): Arbitrary<Edit> {
  return fc.tuple(at, fc.constantFrom(...ODD)).map(([where, odd]) => (text) => {
    const lines = text.split("\n");
    change(lines, Math.floor(where * lines.length), odd);
    return lines.join("\n");
  });
}

const EDIT: Arbitrary<Edit> = fc.oneof(
  ofLines((lines, index) => lines.splice(index, 1)),
  ofLines((lines, index) => lines.splice(index, 0, lines[index] ?? "")),
  ofLines((lines, index) => lines.splice(index, 2, lines[index + 1] ?? "", lines[index] ?? "")),
  ofLines((lines, index, odd) => lines.splice(index, 0, odd)),
  ofLines((lines, index) => lines.splice(index, 1, ` ${lines[index]}`)),
  ofLines((lines, index) => lines.splice(index, 1, (lines[index] ?? "").replace(/^ {2}/, ""))),
  // A value for another: after a colon, or within a list.
  ofLines((lines, index, odd) => lines.splice(index, 1, (lines[index] ?? "").replace(/: .*$/, `: ${odd}`))),
  ofLines((lines, index, odd) => lines.splice(index, 1, (lines[index] ?? "").replace(/[\d.]+/, odd))),
  ofLines((lines, index, odd) => lines.splice(index, 1, (lines[index] ?? "").replace(/[一-鿿]+/, odd))),
  ofLines((lines, index, odd) =>
    lines.splice(index, 1, (lines[index] ?? "").replace(/[a-zA-Z]+:/, `${odd}:`)),
  ),
  fc.tuple(at, at, fc.constantFrom(...ODD)).map(([from, length, odd]) => (text: string) => {
    const start = Math.floor(from * text.length);
    return text.slice(0, start) + odd + text.slice(start + Math.floor(length * 8));
  }),
  at.map((where) => (text: string) => text.slice(0, Math.floor(where * text.length))),
);

async function checked(text: string): Promise<CheckedFile | undefined> {
  try {
    return await checkPlanFile(Buffer.from(text), "plan.yaml", standards);
  } catch (error) {
    // Nothing but a file without content is refused whole.
    if (error instanceof Unusable && error.problems[0]?.message.en.includes("nothing to check"))
      return undefined;
    throw error;
  }
}

function expectWellTold(file: CheckedFile, text: string): void {
  const lines = text.split("\n").length;
  for (const { code, line = 1, column = 1, message, remedy } of file.diagnostics) {
    expect(CODES).toContain(code);
    expect(line >= 1 && line <= lines && column >= 1, `${line}:${column} of ${lines} lines`).toBe(true);
    for (const said of [message, ...(remedy === undefined ? [] : [remedy])])
      expect(said.zh.length > 0 && said.en.length > 0 && !/undefined|\[object/.test(said.en + said.zh)).toBe(
        true,
      );
  }
}

async function holds(edits: readonly Edit[], of: string): Promise<void> {
  const text = edits.reduce((edited, edit) => edit(edited), of);
  const file = await checked(text);
  if (file === undefined) return;
  expectWellTold(file, text);
  const run = { checks: CHECKS, files: [file], failOn: "error" as const, version: "0" };
  for (const format of DIAGNOSTICS_FORMATS)
    expect(diagnosticsPrinters(run)[format]({ lang: "zh", paint: paintWith(0) })).toMatch(/\n$/);
}

describe("a plan file that was edited at random", () => {
  it.each([
    ["a small plan", SAMPLE, 80],
    ["a county's plan", LINXIA, 4],
  ])(
    "is checked to the end, and everything found has its place, code and words: %s",
    async (_name, of, numRuns) => {
      const edits = fc.array(EDIT, { minLength: 1, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(edits, (chosen) => holds(chosen, of)),
        { seed: 20_260_101, numRuns },
      );
    },
  );
});
