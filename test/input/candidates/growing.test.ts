import { appendFileSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Unit } from "../../../src/input/candidates/unit.ts";
import { unitsIn } from "../../../src/input/candidates/units.ts";
import { inScratch } from "../../support/scratch.ts";

inScratch();

const OPTIONS = { settings: [], mappings: [] };
const line = (id: string) => `{"id":"${id}","right":"mining"}\n`;

/** Reads a file to its end; something is done to it once the first candidate has come. */
async function readWhile(file: string, happens: () => void): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  for await (const unit of unitsIn(file, OPTIONS)) {
    if (units.length === 0) happens();
    units.push(unit);
  }
  return units;
}

const textOf = (unit: Unit | undefined) => {
  if (unit?.kind === "line") return Buffer.from(unit.bytes).toString("utf8");
  return unit?.kind === "unread" ? unit.problems[0]?.message.en : unit?.kind;
};

describe("lines that are added while a file is read", () => {
  it("are left to a later run", async () => {
    writeFileSync("a.ndjson", line("甲") + line("乙"));
    const units = await readWhile("a.ndjson", () => appendFileSync("a.ndjson", line("丙")));
    expect(units.map(textOf)).toEqual([line("甲").trim(), line("乙").trim()]);
  });

  it("are left to a later run, also where the file is larger than a piece", async () => {
    const many = Array.from({ length: 40_000 }, (_, index) => line(`区块${index}`)).join("");
    writeFileSync("a.ndjson", many);
    expect(await readWhile("a.ndjson", () => appendFileSync("a.ndjson", line("丙")))).toHaveLength(40_000);
  });

  it("don't make a whole line of the half of one", async () => {
    writeFileSync("a.ndjson", `${line("甲")}{"id":"乙"}`);
    const units = await readWhile("a.ndjson", () => appendFileSync("a.ndjson", ' {"id":"丙"}\n'));
    expect(units.map(textOf)).toEqual([
      line("甲").trim(),
      "the file grew while it was read, and this line wasn't complete",
    ]);
  });

  it("aren't missed: a last line without an end is one", async () => {
    writeFileSync("a.ndjson", `${line("甲")}{"id":"乙"}`);
    expect((await readWhile("a.ndjson", () => {})).map(textOf)).toEqual([line("甲").trim(), '{"id":"乙"}']);
  });
});

it("says that a file became shorter", async () => {
  const many = Array.from({ length: 80_000 }, (_, index) => line(`区块${index}`)).join("");
  writeFileSync("a.ndjson", many);
  await expect(readWhile("a.ndjson", () => truncateSync("a.ndjson", 10))).rejects.toThrow("became shorter");
});

describe("rows that are added while a table is read", () => {
  const HEAD = "编号,主矿种,生产规模\n甲,金矿,300\n";

  it("can't be told from the rest of the last one", async () => {
    writeFileSync("a.csv", `${HEAD}乙,金矿,30`);
    await expect(readWhile("a.csv", () => appendFileSync("a.csv", "0\n"))).rejects.toThrow(
      "its last row may not have been complete",
    );
  });

  it("are left to a later run where the last one has its end", async () => {
    writeFileSync("a.csv", `${HEAD}乙,金矿,30\n`);
    expect(await readWhile("a.csv", () => appendFileSync("a.csv", "丙,金矿,1\n"))).toHaveLength(2);
  });

  it("are all there where the last one has no end and nothing more comes", async () => {
    writeFileSync("a.csv", `${HEAD}乙,金矿,30`);
    expect(await readWhile("a.csv", () => {})).toHaveLength(2);
  });
});
