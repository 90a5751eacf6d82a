import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { HOME } from "../../src/plan/home.ts";
import { type Result, run } from "../support/session.ts";

interface Bad {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

const HERE = join(HOME, "test", "input");
const PLANS = join(HOME, "test", "scenarios", "plans");
const CASES = parse(readFileSync(join(HERE, "bad-applications.yaml"), "utf8")) as readonly Bad[];

/** Texts that are too long to write down. */
const MADE: Readonly<Record<string, string>> = {
  DEEP: "[".repeat(100_000),
  BOMB: ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    .concat(Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(10)}]`))
    .join("\n"),
};

function textOf({ text }: Bad): string {
  return MADE[text] ?? text.replace("LONG", "某".repeat(3000));
}

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bad-"));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

async function check(bad: Bad, lang: string): Promise<Result> {
  writeFileSync(bad.file, textOf(bad));
  return run([
    "check",
    bad.file,
    "--plans",
    PLANS,
    "--lang",
    lang,
    "-o",
    "report.txt",
    "-o",
    "json=report.json",
  ]);
}

const LANGS = ["en", "zh"] as const;

/** All are run once; the tests look at what came out. */
async function runAll(): Promise<ReadonlyMap<string, readonly Result[]>> {
  const results = new Map<string, readonly Result[]>();
  for (const bad of CASES) {
    const found: Result[] = [];
    for (const lang of LANGS) found.push(await check(bad, lang));
    results.set(bad.name, found);
  }
  return results;
}

describe("an application that can't be used", () => {
  let results: ReadonlyMap<string, readonly Result[]>;
  beforeAll(async () => {
    results = await runAll();
  });

  it.each(CASES.map(({ name }) => [name]))("%s", (name) => {
    for (const { exit, stdout, stderr } of results.get(name) ?? []) {
      expect(exit).toBe(2);
      expect(stdout).toBe("");
      expect(stderr, "no stack").not.toMatch(/^\s+at |Error:|undefined|\[object|node:/m);
      const lines = stderr.trimEnd().split("\n");
      // Each problem is a line with its place, and a line that says what to do.
      expect(lines.length % 2).toBe(0);
      lines.forEach((line, index) => {
        if (index % 2 === 0) expect(line).toMatch(/^a\.(json|yaml):\d+:\d+: ./);
        else expect(line).toMatch(/^ {2}→ ./);
      });
    }
    expect(results.get(name)).toHaveLength(LANGS.length);
  });

  it("leaves nothing behind", () => {
    expect(readdirSync(".").sort()).toEqual(["a.json", "a.yaml"]);
  });

  it("is told what is wrong in so many words", async () => {
    const told = CASES.map(
      ({ name }) =>
        `## ${name}\n${results
          .get(name)
          ?.map(({ stderr }) => stderr)
          .join("")}`,
    );
    await expect(told.join("\n")).toMatchFileSnapshot("bad-applications.expected.txt");
  });
});
