import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { SCREEN_FORMATS } from "../src/cli/screen/formats.ts";
import { APPLICATION_COLUMNS, REGISTER_COLUMNS } from "../src/input/spatial/columns.ts";
import { applicationSchema } from "../src/model/application.ts";
import { DECLARATIONS, DOCUMENTS } from "../src/model/evidence.ts";
import { CONSTRAINTS } from "../src/model/terms.ts";
import { HOME } from "../src/plan/home.ts";
import { COLUMNS, type RowColumn } from "../src/report/screen/columns.ts";
import { type Result, run } from "./support/session.ts";
import { decide } from "./support/world.ts";

const README = readFileSync(join(HOME, "README.md"), "utf8");

/** A command and what it prints, as the README shows them; a line `…` stands for what is left out. */
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

const inHome = (args: readonly string[]) => within(HOME, args);

async function within(place: string, args: readonly string[]): Promise<Result> {
  const before = process.cwd();
  process.chdir(place);
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
    const end = settled((rest ?? "").trimStart());
    expect(printed.slice(printed.length - end.length)).toBe(end);
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

  it("tells what every column of a screening holds, and how a shapefile has it", () => {
    const [, told = ""] = /\n\| column \|[^\n]*\n\|---\|---\|---\|\n([\s\S]+?)\n\n/.exec(README) ?? [];
    const kind = ({ field }: RowColumn) =>
      `${field.decimals === undefined ? "text" : "number"} of ${field.length}`;
    expect(told.split("\n")).toEqual(
      COLUMNS.map((one) => `| \`${one.name}\` | ${one.about.en} | \`${one.field.name}\`, ${kind(one)} |`),
    );
  });

  it("names every format of a screening", () => {
    expect(SCREEN_FORMATS.filter((name) => !README.includes(`\n| \`${name}\` | `))).toEqual([]);
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

  it("gives a file of cases that come out as they expect", async () => {
    const [, yaml = ""] = /```yaml\n(plan: [\s\S]+?)```/.exec(README) ?? [];
    const file = join(folder, "example-of-cases.yaml");
    writeFileSync(file, yaml);
    const { stdout, exit } = await inHome(["plan", "test", file]);
    expect([stdout, exit]).toEqual(["2 cases: 2 as expected, 0 not\n", 0]);
  });

  it("lists commands for a new county that run as they stand there, one after the other", async () => {
    const [, block = ""] = /\n## Adding a county\n+```sh\n([^`]+)```/.exec(README) ?? [];
    const texts = join(HOME, "test", "plan", "texts");
    const county = join(folder, "county");
    mkdirSync(county);
    copyFileSync(join(texts, "yunxi.txt"), join(county, "plan.txt"));
    writeFileSync(
      join(county, "cases.yaml"),
      "base: { one: { id: 虚构-1, right: mining, operation: new, mineral: 岩金 } }\ncases: [{ name: little is known, verdict: review }]\n",
    );
    const exits: (readonly [command: string, exit: number])[] = [];
    for (const line of block.trim().split("\n")) {
      const command = line.replace(/ +#.*$/, "").replace(/^mkdir -p plans\/schema && /, "");
      if (command !== line.replace(/ +#.*$/, ""))
        mkdirSync(join(county, "plans", "schema"), { recursive: true });
      const [words = "", file] = command.replace(/^npx mineright /, "").split(" > ");
      const { exit, stdout } = await within(county, words.split(" "));
      exits.push([words, exit]);
      if (file !== undefined) expect(() => JSON.parse(stdout)).not.toThrow();
      // What the editor of a plan does next is to fill in the skeleton.
      if (words.startsWith("plan init"))
        copyFileSync(join(texts, "yunxi.yaml"), join(county, "plans", "qingshan.yaml"));
    }
    expect(exits.map(([command]) => command.split(" ").slice(0, 2).join(" "))).toEqual([
      "schema plan",
      ...["init", "validate", "verify", "test", "coverage"].map((name) => `plan ${name}`),
    ]);
    expect(exits.filter(([, exit]) => exit !== 0)).toEqual([]);
  });

  it("has every command for plans in its table, as it is called", async () => {
    const [, table = ""] = /\n## Commands for plans\n+((?:\|[^\n]+\n)+)/.exec(README) ?? [];
    const told = [...table.matchAll(/^\| `([a-z]+)/gm)].map(([, name = ""]) => name).slice(1);
    const { stdout } = await inHome(["plan", "--help"]);
    const [, list = ""] = /\nCommands:\n([\s\S]+?)\n\n/.exec(stdout) ?? [];
    const known = [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = ""]) => name);
    expect([...told, "help"]).toEqual(known);
  });
});
