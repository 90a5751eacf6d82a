import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { APPLICATION_COLUMNS, REGISTER_COLUMNS } from "../src/input/spatial/columns.ts";
import { applicationSchema } from "../src/model/application.ts";
import { DECLARATIONS, DOCUMENTS } from "../src/model/evidence.ts";
import { CONSTRAINTS } from "../src/model/terms.ts";
import { HOME } from "../src/plan/home.ts";
import { type Result, run } from "./support/session.ts";
import { decide } from "./support/world.ts";

const README = readFileSync(join(HOME, "README.md"), "utf8");

/** A command and what it prints, as the README shows them; a closing `…` stands for the rest. */
const SHOWN = [...README.matchAll(/```console\n\$ npx mineright ([^\n]+)\n```\n+```text\n([^`]+)```/g)].map(
  ([, command = "", output = ""]) => ({ command, output }),
);

/** The commands that decide fixtures, as lists of words. */
const COMMANDS = [...README.matchAll(/npx mineright (check fixtures\/[^\n#]+)/g)].map(([, command = ""]) => [
  command.trim().split(" "),
]) as [string[]][];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readme-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Files that the shown commands write are written elsewhere. */
const ASIDE = /^(geojson=)?[a-z]+\.geojson$/;
const aside = (word: string) => word.replace(/[a-z]+\.geojson$/, (name) => join(folder, name));

async function inHome(args: readonly string[]): Promise<Result> {
  const before = process.cwd();
  process.chdir(HOME);
  try {
    return await run(args);
  } finally {
    process.chdir(before);
  }
}

/** What any edit of a plan changes, and no reader looks at. */
const settled = (text: string) =>
  text.replace(/sha256 [0-9a-f]+/g, "sha256 …").replace(/\.yaml:\d+/g, ".yaml:…");

describe("the README", () => {
  it("shows a report", () => {
    expect(SHOWN.length).toBeGreaterThan(0);
  });

  it.each(SHOWN)("prints what it shows: $command", async ({ command, output }) => {
    const { stdout } = await inHome(command.split(" "));
    const [shown = "", rest] = output.split(/^…$/m);
    const printed = settled(stdout);
    const wanted = settled(shown);
    expect(rest === undefined ? printed : printed.slice(0, wanted.length)).toBe(wanted);
  });

  it("names every field and key of an application", () => {
    const names = [
      ...Object.keys(applicationSchema.shape),
      ...[DOCUMENTS, DECLARATIONS, CONSTRAINTS].flatMap((keys) => Object.keys(keys)),
    ];
    expect(names.filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
  });

  it("names every column that is known", () => {
    const names = [APPLICATION_COLUMNS, REGISTER_COLUMNS].flatMap((columns) => Object.values(columns).flat());
    expect(names.filter((name) => !new RegExp(`(^|[ >])${name}([ .]|$)`, "m").test(README))).toEqual([]);
  });

  it.each(COMMANDS)("shows a command that decides: %s", async (command) => {
    const { stderr, exit } = await inHome(command.map((word) => (ASIDE.test(word) ? aside(word) : word)));
    expect(stderr).toBe("");
    expect([0, 1, 3]).toContain(exit);
  });

  it("gives a layers file that a boundary can be decided by", async () => {
    const [, yaml = ""] = /```yaml\n(asOf: [^`]+)```/.exec(README) ?? [];
    const file = join(folder, "layers.yaml");
    writeFileSync(file, yaml.replaceAll("fixtures/", `${join(HOME, "fixtures")}/`));
    const [application, boundary] = ["虚构-申请.json", "虚构.kml"].map((name) =>
      join("fixtures", "boundaries", name),
    ) as [string, string];
    const args = ["check", application, "--geometry", boundary, "--layers", file, "--format", "json"];
    const { stdout, stderr } = await inHome(args);
    expect(stderr).toBe("");
    const { location } = JSON.parse(stdout) as { location: { overlaps: { key: string }[] } };
    expect(new Set(location.overlaps.map(({ key }) => key))).toEqual(new Set(["county", "block", "zone"]));
  });

  it("gives an application that can be decided", async () => {
    const [, yaml = ""] = /```yaml\n(id: [^`]+)```/.exec(README) ?? [];
    expect((await decide("fangcheng", parse(yaml))).verdict).toBe("fail");
  });
});
