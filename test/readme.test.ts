import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { applicationSchema } from "../src/model/application.ts";
import { DECLARATIONS, DOCUMENTS } from "../src/model/evidence.ts";
import { CONSTRAINTS } from "../src/model/terms.ts";
import { HOME } from "../src/plan/home.ts";
import { run } from "./support/session.ts";
import { decide } from "./support/world.ts";

const README = readFileSync(join(HOME, "README.md"), "utf8");

/** A command and what it prints, as the README shows them; a closing `…` stands for the rest. */
const SHOWN = [...README.matchAll(/```console\n\$ npx mineright ([^\n]+)\n```\n+```text\n([^`]+)```/g)].map(
  ([, command = "", output = ""]) => ({ command, output }),
);

/** What any edit of a plan changes, and no reader looks at. */
const settled = (text: string) =>
  text.replace(/sha256 [0-9a-f]+/g, "sha256 …").replace(/\.yaml:\d+/g, ".yaml:…");

describe("the README", () => {
  it("shows a report", () => {
    expect(SHOWN.length).toBeGreaterThan(0);
  });

  it.each(SHOWN)("prints what it shows: $command", async ({ command, output }) => {
    const home = process.cwd();
    process.chdir(HOME);
    try {
      const { stdout } = await run(command.split(" "));
      const [shown = "", rest] = output.split(/^…$/m);
      const printed = settled(stdout);
      const wanted = settled(shown);
      expect(rest === undefined ? printed : printed.slice(0, wanted.length)).toBe(wanted);
    } finally {
      process.chdir(home);
    }
  });

  it("names every field and key of an application", () => {
    const names = [
      ...Object.keys(applicationSchema.shape),
      ...[DOCUMENTS, DECLARATIONS, CONSTRAINTS].flatMap((keys) => Object.keys(keys)),
    ];
    expect(names.filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
  });

  it("gives an application that can be decided", async () => {
    const [, yaml = ""] = /```yaml\n(id: [^`]+)```/.exec(README) ?? [];
    expect((await decide("fangcheng", parse(yaml))).verdict).toBe("fail");
  });
});
