import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { HOME } from "../src/plan/home.ts";

/**
 * Which rooms a room may import from; itself always. Rules know nothing but the vocabulary, readers
 * know no rule, reports decide nothing. A new room needs its line here.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  bin: ["src/cli"],
  "src/cli": ["src/report", "src/plan", "src/engine", "src/input", "src/locale", "src/model", "src", "rules"],
  "src/report": ["src/locale", "src/model"],
  "src/plan": ["src/input", "src/model", "rules"],
  "src/engine": ["src/model", "rules"],
  "src/input": ["src/model"],
  "src/locale": ["src/model"],
  "src/model": [],
  rules: ["src/model"],
};

/** The reasons why the command for one file must start fast: these load only when they are used. */
const LAZY = ["@turf/turf", "shapefile", "yaml", "cli-table3"];
const LAZY_ROOMS = ["src/cli/plan-list.ts", "src/cli/rules.ts", "src/input/yaml.ts"];

function filesIn(folder: string): string[] {
  return readdirSync(join(HOME, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

/** `src/report`, `rules`, `bin`: rules and bin are one room each, with whatever folders they have. */
function roomOf(file: string): string {
  const folder = dirname(file);
  return folder.startsWith("src") ? folder : (folder.split("/")[0] ?? folder);
}

const IMPORT = /(?:from|import)\s*\(?\s*"([^"]+)"/g;

function importsOf(file: string): string[] {
  const text = readFileSync(join(HOME, file), "utf8");
  return [...text.matchAll(IMPORT)].map(([, specifier = ""]) => specifier);
}

const files = ["bin", "src", "rules"].flatMap(filesIn);

describe("imports run one way", () => {
  it.each(files)("%s", (file) => {
    const room = roomOf(file);
    const allowed = MAY_IMPORT[room];
    expect(allowed, `the room ${room} has no line in MAY_IMPORT`).toBeDefined();
    const wrong = importsOf(file)
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => relative(HOME, resolve(HOME, dirname(file), specifier)))
      .filter((target) => roomOf(target) !== room && !allowed?.includes(roomOf(target)));
    expect(wrong, `${room} may import from ${allowed?.join(", ") || "nothing"}`).toEqual([]);
  });

  it.each(files.filter((file) => !LAZY_ROOMS.includes(file)))("%s loads nothing heavy", (file) => {
    const text = readFileSync(join(HOME, file), "utf8");
    const heavy = LAZY.filter((name) => new RegExp(`^import .*"${name}"`, "m").test(text));
    expect(heavy, "load it where it is used, by import()").toEqual([]);
  });
});
