import { describe, expect, it } from "vitest";
import { beginningOf, kindBy } from "../../../src/input/candidates/beginning.ts";

/** Reads pieces as they come from a pipe; tells how many were taken. */
async function begun(pieces: readonly string[]) {
  let taken = 0;
  const next = async () => {
    const piece = pieces[taken];
    if (piece === undefined) return undefined;
    taken += 1;
    return Buffer.from(piece);
  };
  const beginning = await beginningOf(next);
  return { kind: kindBy(beginning, true), taken };
}

const long = (bytes: number) => `{"id":"${"甲".repeat(bytes / 3)}"}\n`;

const KINDS: readonly (readonly [what: string, pieces: readonly string[], kind: string, taken: number])[] = [
  ["two objects", ['{"id":1}\n', '{"id":2}\n', "never asked for"], "lines", 2],
  ["two objects in one piece", ['{"id":1}\n{"id', "never asked for"], "lines", 1],
  ["objects in pieces", ['{"i', 'd":1}', "\n\n", "  {", "never asked for"], "lines", 4],
  ["a text sequence", ["\u001e{}\n", "never asked for"], "lines", 1],
  [
    "a first line of 200 KB",
    [long(200_000).slice(0, 50_000), long(200_000).slice(50_000), "{}\n"],
    "lines",
    3,
  ],
  ["a first line of 100 KB in one piece", [long(100_000), "{}\n"], "lines", 2],
  ["one object", ['{"id":1}\n'], "document", 1],
  ["one object over lines", ["{\n", '  "id": 1\n', "}\n"], "document", 3],
  ["a list", ['[{"id":1},\n', '{"id":2}]\n'], "document", 2],
  ["a collection", ['{"type":"FeatureCollection","features":[\n', '{"type":"Feature"}]}\n'], "features", 2],
  ["a table", ["编号,主矿种\n", "一,金矿\n"], "features", 2],
  ["nothing", [], "features", 0],
];

describe("standard input", () => {
  it.each(KINDS)("of %s is told by no more than that needs", async (_what, pieces, kind, taken) => {
    expect(await begun(pieces)).toEqual({ kind, taken });
  });
});
