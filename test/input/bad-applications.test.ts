import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

describe("an application that can't be used", () => {
  it.each(CASES.map((bad) => [bad.name, bad] as const))("%s", async (_name, bad) => {
    for (const lang of ["en", "zh"]) {
      const { exit, stdout, stderr } = await check(bad, lang);
      expect(exit).toBe(2);
      expect(stdout).toBe("");
      expect(existsSync("report.txt") || existsSync("report.json"), "nothing is written").toBe(false);
      expect(stderr, "no stack").not.toMatch(/^\s+at |Error:|undefined|\[object|node:/m);
      const lines = stderr.trimEnd().split("\n");
      // Each problem is a line with its place, and a line that says what to do.
      expect(lines.length % 2).toBe(0);
      lines.forEach((line, index) => {
        if (index % 2 === 0) expect(line).toMatch(/^(a\.(json|yaml):\d+:\d+|110101|sampel): ./);
        else expect(line).toMatch(/^ {2}→ ./);
      });
    }
  });

  it("is told what is wrong in so many words", async () => {
    const told: string[] = [];
    for (const bad of CASES) {
      const [en, zh] = [await check(bad, "en"), await check(bad, "zh")];
      told.push(`## ${bad.name}\n${en.stderr}${zh.stderr}`);
    }
    await expect(told.join("\n")).toMatchFileSnapshot("bad-applications.expected.txt");
  });
});
