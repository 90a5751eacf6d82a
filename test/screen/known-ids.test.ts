import { expect, it } from "vitest";
import type { Row } from "../../src/model/screen-row.ts";
import { KnownIds } from "../../src/screen/known-ids.ts";

const row = (id: string, number: number): Row => ({
  schema: "mineright/screen@1",
  number,
  id,
  file: "blocks.ndjson",
  verdict: "pass",
  fails: [],
  reviews: [],
  missing: [],
  margins: [],
});

it("notes an id that came before, with the first that had it, among any number of others", () => {
  const ids = new KnownIds();
  const others = 20_000;
  for (let number = 1; number <= others; number += 1)
    expect(ids.noted(row(`区块${number}`, number)).notes).toBeUndefined();
  for (const [turn, first] of [1, 2048, 2049, 4096, others].entries()) {
    const number = others + 1 + turn;
    expect(ids.noted(row(`区块${first}`, number)).notes).toEqual([
      {
        zh: `编号“区块${first}”重复，第 ${first} 个候选区块已用此编号`,
        en: `the id "区块${first}" is also that of candidate ${first}`,
      },
    ]);
  }
  // The third one names the first as well; other notes stay.
  const third = ids.noted({ ...row("区块1", 30_000), notes: [{ zh: "注", en: "a note" }] });
  expect(third.notes?.map(({ en }) => en)).toEqual(["a note", 'the id "区块1" is also that of candidate 1']);
  expect(ids.noted(row("", 30_001)).notes).toBeUndefined();
});
