import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { HOME } from "../src/plan/home.ts";
import { inScratch } from "./support/scratch.ts";
import { run } from "./support/session.ts";

const README = readFileSync(join(HOME, "README.md"), "utf8");
/** The examples of the README's part on pipelines, by what they begin with. */
const [, part = ""] = /\n## Plan files in a pipeline\n([\s\S]+?)\n## /.exec(README) ?? [];
const EXAMPLES = [...part.matchAll(/```yaml\n([^`]+)```/g)].map(([, yaml = ""]) => parse(yaml) as Example);
const [workflow, gitlab, preCommit] = EXAMPLES;

interface Example {
  readonly jobs?: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly with?: object }[] }>
  >;
  readonly "validate-plans"?: { readonly script: readonly string[]; readonly artifacts: object };
  readonly repos?: readonly { readonly hooks: readonly { readonly id: string }[] }[];
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const hooks = parse(readFileSync(join(HOME, ".pre-commit-hooks.yaml"), "utf8")) as readonly Hook[];

/** The command lines of a pipeline that run mineright, as lists of words. */
const commandsIn = (lines: readonly (string | undefined)[]) =>
  lines.flatMap((line) => (line?.startsWith("mineright ") ? [line.split(" ").slice(1)] : []));

const COMMANDS = [
  ...commandsIn(Object.values(workflow?.jobs ?? {}).flatMap(({ steps }) => steps.map((step) => step.run))),
  ...commandsIn(gitlab?.["validate-plans"]?.script ?? []),
  ...commandsIn(hooks.map(({ entry }) => `${entry} plans/fangcheng.yaml`)),
];

inScratch();
beforeAll(() => {
  mkdirSync("plans");
  // A plan is committed with its lock.
  for (const name of ["fangcheng.yaml", "fangcheng.lock.json"])
    copyFileSync(join(HOME, "plans", name), join("plans", name));
});

describe("the pipelines of the README", () => {
  it("are a workflow, a GitLab job and a hook", () => {
    expect(EXAMPLES).toHaveLength(3);
    expect(COMMANDS).toHaveLength(3);
  });

  it.each(COMMANDS.map((command) => [command]))("run: mineright %j", async (command) => {
    const { exit, stderr } = await run(command);
    expect([exit, stderr]).toEqual([0, ""]);
    for (const [, file = ""] of command.join(" ").matchAll(/-o [a-z]+=(\S+)/g)) {
      expect(existsSync(file)).toBe(true);
      // What is written is what the pipeline takes up.
      const taken = JSON.stringify([workflow?.jobs, gitlab?.["validate-plans"]?.artifacts]);
      expect(taken).toContain(`"${file}"`);
    }
  });

  it("name a hook that there is, for plan files", () => {
    const named = preCommit?.repos?.flatMap((repo) => repo.hooks.map(({ id }) => id));
    expect(named).toEqual(hooks.map(({ id }) => id));
    for (const { files, language } of hooks) {
      expect(language).toBe("node");
      expect(["plans/fangcheng.yaml", "data/plans/a.yml"].every((name) => new RegExp(files).test(name))).toBe(
        true,
      );
      expect(
        ["plans/schema/plan.schema.json", "README.md"].some((name) => new RegExp(files).test(name)),
      ).toBe(false);
    }
  });
});
