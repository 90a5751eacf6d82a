import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/input/document.ts";
import { registerIn } from "../../src/input/register.ts";
import { readApplication } from "../support/world.ts";

const GEOMETRY = { type: "Feature", properties: null, geometry: { type: "Polygon", coordinates: [] } };

describe("an existing right", () => {
  it("keeps its boundary as the file has it, and where that stands", async () => {
    const text = `[\n  { "id": "虚构-1" },\n  { "id": "虚构-2",\n    "geometry": ${JSON.stringify(GEOMETRY)} }\n]`;
    const { rights = [] } = registerIn(await parseDocument(text, "rights.json"));
    expect(rights.map(({ geometry, geometryAt }) => ({ geometry, geometryAt }))).toEqual([
      { geometry: undefined, geometryAt: undefined },
      { geometry: GEOMETRY, geometryAt: { line: 4, column: 17 } },
    ]);
  });

  it.each([
    ["C1", ["C1"]],
    [
      ["C1", "C2"],
      ["C1", "C2"],
    ],
    [[], undefined],
    [null, undefined],
  ])("is named by its licence in the one that grows from it: %j", async (id, read) => {
    const given = { id: "虚构-1", right: "mining", operation: "change", mineral: "岩金", base: { id } };
    expect((await readApplication(given)).base?.id).toEqual(read);
  });
});
