import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { LanguageServer } from "../support/language-server.ts";
import { PLAN_IDS } from "../support/world.ts";

/** What an editor with the YAML language server makes of plan files, by their first line. */
const server = new LanguageServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

const planFile = (name: string) => join(HOME, "plans", `${name}.yaml`);
const FANGCHENG = readFileSync(planFile("fangcheng"), "utf8");

/** The place of a text in another, counted as editors do. */
function placeOf(text: string, part: string, within = 0): readonly [line: number, character: number] {
  const start = text.indexOf(part);
  expect(start, `the plan holds ${part}`).toBeGreaterThan(0);
  const before = text.slice(0, start + within).split("\n");
  return [before.length - 1, before.at(-1)?.length ?? 0];
}

describe("in an editor", () => {
  it.each(PLAN_IDS)("%s has nothing marked", async (id) => {
    expect(await server.open(planFile(id), readFileSync(planFile(id), "utf8"))).toEqual([]);
  });

  const MARKED: readonly (readonly [name: string, of: string, by: string, says: string])[] = [
    ["a key of the file", "\nblocks:", "\nblokcs:", "blokcs"],
    ["a rule", "\n  mine-count:", "\n  mines-count:", "mines-count"],
    ["a key of a rule", "below: 45", "belov: 45", "belov"],
    ["a key of a condition", "solid: true }", "solidd: true }", "solidd"],
    ["a clause that isn't written as one", "clause: FC-CNT-01\n", "clause: FC-CNT\n", "pattern"],
    ["a force", "force: principle\n", "force: principal\n", '"principle"'],
    ["a key of the head", "titleEn:", "titleEng:", "titleEng"],
    ["a day that isn't written as one", "issued: 2023-08-23", "issued: 2023年8月23日", "pattern"],
  ];
  it.each(MARKED)("a slip is marked at its place: %s", async (name, of, by, says) => {
    const text = FANGCHENG.replace(of, by);
    const [line] = placeOf(text, by.trim());
    const found = await server.open(planFile(`slip-${MARKED.findIndex(([one]) => one === name)}`), text);
    expect(found.map(({ message }) => message).join("\n")).toContain(says);
    expect(found.map(({ range }) => range.start.line)).toContain(line);
  });

  it("offers the keys of a rule's entry, and the words that a key takes", async () => {
    const text = FANGCHENG.replace("      below: 45\n", "      \n      below: 45\n");
    const file = planFile("completion");
    await server.open(file, text);
    const [line] = placeOf(text, "      \n      below: 45");
    const offered = await server.completion(file, line, 6);
    expect(offered).toEqual(expect.arrayContaining(["asks", "mineral", "atMost"]));
    expect(offered).not.toContain("below");
    const [row, start] = placeOf(text, "stage: new, solid", "stage: ".length);
    expect(await server.completion(file, row, start)).toEqual(
      expect.arrayContaining(["new", "expansion", "renewal"]),
    );
  });

  it("offers the rules, and the minerals of the vocabulary", async () => {
    const text = `${FANGCHENG}\n  \n`.replace("mineral: 金矿,", "mineral: ,");
    const file = planFile("names");
    await server.open(file, text);
    const lines = text.split("\n");
    expect(await server.completion(file, lines.length - 2, 2)).toEqual(
      expect.arrayContaining(["service-life"]),
    );
    const [row, start] = placeOf(text, "mineral: ,", "mineral: ".length);
    expect(await server.completion(file, row, start)).toEqual(expect.arrayContaining(["岩金", "建筑石料"]));
  });

  it("tells what a key is for, in both languages", async () => {
    const file = planFile("hover");
    await server.open(file, FANGCHENG);
    const below = await server.hover(file, ...placeOf(FANGCHENG, "below: 45", 1));
    expect(below).toContain("＜：不含本数 · fewer than so many");
    const rule = await server.hover(file, ...placeOf(FANGCHENG, "  mine-count:", 4));
    expect(rule).toContain("矿山数量");
    expect(rule).toContain("Number of mines");
  });
});
