import { describe, expect, it } from "vitest";
import { basicBlocks } from "../../src/geometry/area/basic-blocks.ts";

const SECOND = 1 / 3600;

/** A ring from seconds east of 114° and north of 34°. */
function seconds(...corners: readonly (readonly [number, number])[]): Float64Array {
  return Float64Array.from(corners.flatMap(([x, y]) => [114 + x * SECOND, 34 + y * SECOND]));
}

function box(x: number, y: number, wide: number, high = wide): Float64Array {
  return seconds([x, y], [x, y + high], [x + wide, y + high], [x + wide, y]);
}

describe("basic unit blocks", () => {
  it.each([
    ["one block", [{ shell: box(0, 0, 60), holes: [] }], 1],
    ["one block off the minutes", [{ shell: box(15, 45, 60), holes: [] }], 1],
    ["a quarter block", [{ shell: box(30, 0, 30), holes: [] }], 0.25],
    ["a small block", [{ shell: box(15, 0, 15), holes: [] }], 1 / 16],
    [
      "two blocks and a quarter",
      [
        { shell: box(0, 0, 120, 60), holes: [] },
        { shell: box(120, 0, 30), holes: [] },
      ],
      2.25,
    ],
    ["a block without a small one", [{ shell: box(0, 0, 60), holes: [box(15, 15, 15)] }], 15 / 16],
    ["an L", [{ shell: seconds([0, 0], [0, 60], [30, 60], [30, 30], [60, 30], [60, 0]), holes: [] }], 0.75],
    ["collinear corners", [{ shell: seconds([0, 0], [0, 15], [0, 60], [60, 60], [60, 0]), holes: [] }], 1],
    ["no polygon", [], 0],
  ])("%s", (_, polygons, blocks) => {
    expect(basicBlocks(polygons)).toEqual({ aligned: true, blocks });
  });

  it("takes seconds as printed, to three decimals", () => {
    const printed = Float64Array.from([0, 0, 0, 60, 60, 60, 60, 0], (value, at) =>
      Number(((at % 2 === 0 ? 114 : 34) + (value + 0.0005) * SECOND).toFixed(9)),
    );
    expect(basicBlocks([{ shell: printed, holes: [] }])).toEqual({ aligned: true, blocks: 1 });
  });

  it.each([
    ["within the tolerance", 0.0014, []],
    ["beyond it", 0.0016, [2]],
  ])("a corner off the graticule, %s", (_, off, corners) => {
    const shell = seconds([0, 0], [0, 60 + off], [60, 60], [60, 0]);
    const counted = basicBlocks([{ shell, holes: [] }]);
    expect(counted.aligned ? [] : counted.misaligned.map(({ corner }) => corner)).toEqual(corners);
  });

  it("names an edge that runs across, and a corner of a hole", () => {
    expect(
      basicBlocks([{ shell: seconds([0, 0], [0, 120], [120, 60], [120, 0]), holes: [box(30.5, 30, 15)] }]),
    ).toMatchObject({
      aligned: false,
      misaligned: [
        { ring: 1, corner: 2, why: "oblique-edge", at: [114, 34 + 120 * SECOND] },
        { ring: 2, corner: 1, why: "off-graticule" },
        { ring: 2, corner: 2, why: "off-graticule" },
        { ring: 2, corner: 3, why: "off-graticule" },
        { ring: 2, corner: 4, why: "off-graticule" },
      ],
    });
  });
});
