import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { HOME } from "../src/plan/home.ts";
import { run } from "./support/session.ts";
import { decide } from "./support/world.ts";

const README = readFileSync(join(HOME, "README.md"), "utf8");

/** A command and what it prints, as the README shows them; a closing `…` stands for the rest. */
const SHOWN = [...README.matchAll(/```console\n\$ npx mineright ([^\n]+)\n```\n+```text\n([^`]+)```/g)].map(
  ([, command = "", output = ""]) => ({ command, output }),
);

describe("the README", () => {
  it("shows a report", () => {
    expect(SHOWN.length).toBeGreaterThan(0);
  });

  it.each(SHOWN)("prints what it shows: $command", async ({ command, output }) => {
    const home = process.cwd();
    process.chdir(HOME);
    try {
      const { stdout } = await run(command.split(" "));
      const [shown = "", rest] = output.split("…\n");
      expect(rest === undefined ? stdout : stdout.slice(0, shown.length)).toBe(shown);
    } finally {
      process.chdir(home);
    }
  });

  it("gives an application that can be decided", async () => {
    const [, yaml = ""] = /```yaml\n(id: [^`]+)```/.exec(README) ?? [];
    expect((await decide("fangcheng", parse(yaml))).verdict).toBe("fail");
  });
});
