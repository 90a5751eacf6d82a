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
  "src/cli": [
    "src/screen",
    "src/casework",
    "src/report",
    "src/plan",
    "src/engine",
    "src/input",
    "src/geometry",
    "src/locale",
    "src/model",
    "src",
    "rules",
  ],
  "src/screen": [
    "src/casework",
    "src/report",
    "src/plan",
    "src/engine",
    "src/input",
    "src/geometry",
    "src/locale",
    "src/model",
    "rules",
  ],
  "src/casework": ["src/plan", "src/engine", "src/input", "src/geometry", "src/model"],
  "src/report": ["src/locale", "src/model"],
  "src/plan": ["src/engine", "src/input", "src/geometry", "src/model", "rules"],
  "src/engine": ["src/model", "rules"],
  "src/input": ["src/geometry", "src/model"],
  "src/geometry": ["src/model"],
  "src/locale": ["src/model"],
  "src/model": [],
  rules: ["src/model"],
};

/** The reasons why the command for one file must start fast: these load only when they are used. */
const LAZY = [
  "@tmcw/togeojson",
  "@xmldom/xmldom",
  "cli-table3",
  "clipper2-ts",
  "csv-parse/sync",
  "fflate",
  "flatbush",
  "pg",
  "proj4",
  "read-excel-file/node",
  "shapefile",
  "yaml",
];
/** Files that are loaded by import() themselves. */
const LAZY_ROOMS = [
  "src/cli/plan/list.ts",
  "src/cli/rules.ts",
  "src/input/yaml.ts",
  "src/input/spatial/",
  "src/geometry/",
];

function filesIn(folder: string): string[] {
  return readdirSync(join(HOME, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

/** `src/report`, `rules`, `bin`: one room each, with whatever folders they have. */
function roomOf(file: string): string {
  const folders = dirname(file).split("/");
  return folders.slice(0, folders[0] === "src" ? 2 : 1).join("/");
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

  it.each(files.filter((file) => !LAZY_ROOMS.some((room) => file.startsWith(room))))(
    "%s loads nothing heavy",
    (file) => {
      const text = readFileSync(join(HOME, file), "utf8");
      const heavy = LAZY.filter((name) => new RegExp(`^import (?!type ).*"${name}"`, "m").test(text));
      expect(heavy, "load it where it is used, by import()").toEqual([]);
    },
  );
});

/** The rooms that a check without geometry must not load. */
const HEAVY_ROOMS = ["src/geometry/", "src/input/spatial/"];
/** Imports that are there when the program runs: neither of types alone nor by import(). */
const STATIC = /^(?:import|export) (?!type )[^;]*?from "(\.[^"]+)"/gm;

function loadedFrom(start: string, seen = new Set<string>()): Set<string> {
  if (seen.has(start)) return seen;
  seen.add(start);
  const text = readFileSync(join(HOME, start), "utf8");
  for (const [, specifier = ""] of text.matchAll(STATIC))
    loadedFrom(relative(HOME, resolve(HOME, dirname(start), specifier)), seen);
  return seen;
}

describe.each(["check.ts", "plan/show.ts", "plan/diff.ts"])("%s without geometry", (name) => {
  it("loads none of it", () => {
    const loaded = [...loadedFrom("src/cli/main.ts"), ...loadedFrom(`src/cli/${name}`)];
    expect(loaded.filter((file) => HEAVY_ROOMS.some((room) => file.startsWith(room)))).toEqual([]);
  });
});
