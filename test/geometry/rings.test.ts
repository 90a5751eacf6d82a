import { describe, expect, it } from "vitest";
import { type BoundaryFrame, layerPolygons, polygonsFrom } from "../../src/geometry/rings/rings.ts";
import type { RawShape } from "../../src/geometry/shape/raw.ts";
import type { Polygon } from "../../src/geometry/shape/shape.ts";
import {
  briefly,
  type Corner,
  DEGREES,
  ORIGIN,
  PLANE,
  parts,
  rawRing,
  rings,
  square,
  turned,
} from "./support.ts";

function sound(shape: RawShape, frame: BoundaryFrame = PLANE): readonly Polygon[] {
  const read = polygonsFrom(shape, frame);
  if ("problems" in read) throw new Error(read.problems.map(({ message }) => message.en).join("\n"));
  return read.polygons;
}

function faults(shape: RawShape, frame: BoundaryFrame = PLANE): readonly string[] {
  const read = polygonsFrom(shape, frame);
  return "problems" in read ? briefly(read.problems) : [];
}

function notes(shape: RawShape, frame: BoundaryFrame = PLANE): readonly string[] {
  const read = polygonsFrom(shape, frame);
  return "problems" in read ? [] : read.notes.map(({ en }) => en);
}

/** Holes of each polygon, as `corners of the shell: corners of its holes`. */
function outline(polygons: readonly Polygon[]): readonly string[] {
  const where = (ring: Float64Array): string =>
    `${(ring[0] as number) - ORIGIN[0]},${(ring[1] as number) - ORIGIN[1]}`;
  return polygons.map(({ shell, holes }) => `${where(shell)}[${holes.map(where).join(" ")}]`).sort();
}

describe("corners become a ring", () => {
  it("drops the closing corner and keeps collinear corners", () => {
    const corners: readonly Corner[] = [
      [0, 0],
      [0, 50],
      [0, 100],
      [100, 0],
    ];
    expect(Array.from(sound(rings(corners))[0]?.shell ?? [])).toEqual(
      corners.flatMap(([x, y]) => [x + ORIGIN[0], y + ORIGIN[1]]),
    );
  });

  it("puts the easting first where the file has the northing first", () => {
    const [x, y] = ORIGIN;
    const corners = Float64Array.of(y, x, y + 100, x, y, x + 100, y, x);
    const shape: RawShape = { roles: "by-containment", rings: [{ corners }] };
    const read = sound(shape, { ...PLANE, northFirst: true });
    expect(Array.from(read[0]?.shell ?? [])).toEqual([x, y, x, y + 100, x + 100, y]);
  });

  it("merges a corner repeated at once, and says which and where", () => {
    const [a, b, c, d] = square(0, 0, 100) as [Corner, Corner, Corner, Corner];
    const shape = rings([a, b, b, c, d, d]);
    expect(sound(shape)[0]?.shell).toHaveLength(8);
    expect(notes(shape)).toEqual([
      "ring 1 has 2 corners repeating the one before, merged without change to the ground: " +
        "ring 1, corner 3 (northing 3800100, easting 38500000); " +
        "ring 1, corner 6 (northing 3800000, easting 38500100)",
    ]);
  });

  it("merges what calculation left between two corners, but not a centimetre", () => {
    const withGap = (gap: number) =>
      rings([
        [0, 0],
        [0, 100],
        [gap, 100],
        [100, 0],
      ]);
    expect(sound(withGap(0.00005))[0]?.shell).toHaveLength(6);
    expect(sound(withGap(0.01))[0]?.shell).toHaveLength(8);
  });

  it("merges a last corner that repeats the first beside the closing one", () => {
    const corners = square(0, 0, 100);
    expect(sound(rings([...corners, corners[0] as Corner]))[0]?.shell).toHaveLength(8);
  });

  it("closes a ring where the format leaves that open, with a note", () => {
    const shape: RawShape = { roles: "by-containment", rings: [rawRing(square(0, 0, 100), true)] };
    const frame: BoundaryFrame = { ...PLANE, closing: "optional" };
    expect(sound(shape, frame)).toEqual(sound(rings(square(0, 0, 100))));
    expect(notes(shape, frame)).toEqual([
      "ring 1 doesn't repeat its first corner at the end; it was closed from the last to the first",
    ]);
    expect(notes(rings(square(0, 0, 100)), frame)).toEqual([]);
  });
});

const big = square(0, 0, 1000);
const inner = square(200, 200, 600);
const island = square(300, 300, 400);
const pond = square(400, 400, 200);

describe("rings become polygons by containment", () => {
  const cases: readonly [string, RawShape, readonly string[]][] = [
    ["a hole", rings(big, inner), ["0,0[200,200]"]],
    ["a hole before its shell", rings(inner, big), ["0,0[200,200]"]],
    ["a hole the same way round as its shell", rings(big, [...inner].reverse()), ["0,0[800,200]"]],
    ["two parts", rings(big, square(2000, 0, 100)), ["0,0[]", "2000,0[]"]],
    ["an island in a hole", rings(island, inner, big), ["0,0[200,200]", "300,300[]"]],
    [
      "an island with a hole of its own",
      rings(pond, island, inner, big),
      ["0,0[200,200]", "300,300[400,400]"],
    ],
    [
      "a hole that touches its shell at a corner",
      rings(big, [
        [0, 500],
        [500, 600],
        [500, 400],
      ]),
      ["0,0[0,500]"],
    ],
    [
      "a hole whose corners all lie on its shell",
      rings(big, [
        [0, 500],
        [500, 1000],
        [1000, 500],
      ]),
      ["0,0[0,500]"],
    ],
    [
      "a hole with the shell's own corner",
      rings(big, [
        [0, 0],
        [500, 600],
        [600, 500],
      ]),
      ["0,0[0,0]"],
    ],
    [
      "two holes that touch",
      rings(big, square(100, 100, 200), square(300, 300, 200)),
      ["0,0[100,100 300,300]"],
    ],
    ["two parts that touch at a corner", rings(big, square(1000, 1000, 500)), ["0,0[]", "1000,1000[]"]],
    ["two parts that share an edge", rings(big, square(1000, 0, 1000)), ["0,0[]", "1000,0[]"]],
    [
      "a part in the notch of another",
      rings(
        [
          [0, 0],
          [0, 1000],
          [500, 500],
          [1000, 1000],
          [1000, 0],
        ],
        [
          [0, 1000],
          [500, 500],
          [500, 1000],
        ],
      ),
      ["0,0[]", "0,1000[]"],
    ],
  ];
  it.each(cases)("%s", (_, shape, expected) => {
    expect(outline(sound(shape))).toEqual(expected);
  });

  it("says which rings it took for holes, and which parts lie side by side", () => {
    expect(notes(rings(big, inner, island))).toEqual([
      "1 ring was taken out as holes: ring 2 lies in ring 1",
    ]);
    expect(notes(rings(big, square(1000, 0, 1000)))).toEqual([
      "rings 1 and 2 share an edge; they count as two parts side by side",
    ]);
  });

  it("forgives a corner that was calculated onto an edge and misses it by less than a hair", () => {
    const shell: readonly Corner[] = [
      [0, 0],
      [0, 700],
      [1000, 0],
    ];
    const onEdge: Corner = [333.3333, 466.6667];
    expect(sound(rings(shell, [onEdge, [100, 200], [200, 100]]))[0]?.holes).toHaveLength(1);
    expect(
      faults(
        rings(shell, [
          [333.34, 466.68],
          [100, 200],
          [200, 100],
        ]),
      ),
    ).toEqual(["rings-cross 1:2"]);
  });
});

describe("roles that the file gives are checked", () => {
  it.each<[string, RawShape, readonly string[]]>([
    ["an island in its own part", parts([big, inner], [island, pond]), ["0,0[200,200]", "300,300[400,400]"]],
    [
      "a hole touching at a corner",
      parts([
        big,
        [
          [0, 0],
          [500, 600],
          [600, 500],
        ],
      ]),
      ["0,0[0,0]"],
    ],
  ])("%s is sound", (_, shape, expected) => {
    expect(outline(sound(shape))).toEqual(expected);
  });

  it.each<[string, RawShape, readonly string[]]>(
    [
      ["a hole beside its shell", parts([big, square(2000, 0, 100)]), ["hole-outside-shell 2:1"]],
      ["a hole around its shell", parts([inner, big]), ["hole-outside-shell 2:1"]],
      ["a hole in a hole", parts([big, inner, island]), ["hole-outside-shell 3:1"]],
      ["a hole that crosses its shell", parts([big, square(900, 100, 200)]), ["rings-cross 1:3"]],
      ["a hole that is its shell", parts([big, big]), ["rings-cross 2:-"]],
      ["a part in a part", parts([big], [inner]), ["parts-overlap 2:1"]],
      ["parts that cross", parts([big], [square(900, 900, 200)]), ["parts-overlap 1:2"]],
      ["the same part twice", parts([big], [big]), ["parts-overlap 2:-"]],
      ["a part half out of a hole", parts([big, inner], [square(700, 300, 200)]), ["parts-overlap 2:3"]],
      ["a hole along its shell", parts([big, square(0, 100, 100)]), ["rings-cross 1:1"]],
    ].map(([name, shape, expected]) => [name, shape, expected] as [string, RawShape, readonly string[]]),
  )("%s isn't", (_, shape, expected) => {
    expect(faults(shape)).toEqual(expected);
  });
});

describe("what is wrong is named by ring and corner", () => {
  const spiked: readonly Corner[] = [
    [0, 0],
    [0, 1000],
    [500, 1000],
    [500, 1500],
    [500, 1000.5],
    [1000, 1000],
    [1000, 0],
  ];
  it.each<[string, RawShape, readonly string[]]>([
    ["no rings", rings(), ["no-rings -:-"]],
    ["a ring without corners", rings([]), ["too-few-corners 1:-"]],
    [
      "two corners",
      rings([
        [0, 0],
        [100, 0],
      ]),
      ["too-few-corners 1:-"],
    ],
    [
      "two corners again and again",
      rings([
        [0, 0],
        [100, 0],
        [0, 0],
        [100, 0],
      ]),
      ["too-few-corners 1:-"],
    ],
    [
      "a line",
      rings([
        [0, 0],
        [50, 50],
        [100, 100],
      ]),
      ["zero-area 1:-"],
    ],
    [
      "a line of many corners",
      rings([
        [0, 0],
        [50, 0],
        [100, 0],
        [50, 0],
      ]),
      ["zero-area 1:-"],
    ],
    [
      "no number",
      rings(big, [
        [0, 0],
        [Number.NaN, 5],
        [10, Number.POSITIVE_INFINITY],
      ]),
      ["not-a-number 2:2", "not-a-number 2:3"],
    ],
    [
      "another zone",
      rings([
        [0, 0],
        [1e6, 0],
        [0, 100],
      ]),
      ["out-of-range 1:2"],
    ],
    [
      "a northing beyond China",
      rings([
        [0, 0],
        [100, 4e6],
        [0, 100],
      ]),
      ["out-of-range 1:2"],
    ],
    [
      "a bow-tie",
      rings([
        [0, 0],
        [1000, 1000],
        [1000, 0],
        [0, 1000],
      ]),
      ["self-crossing 1:1"],
    ],
    ["a spike", rings(spiked), ["spike 1:4"]],
    [
      "a spike inwards",
      rings([
        [0, 0],
        [0, 1000],
        [500, 1000],
        [500, 500],
        [500, 1000],
        [1000, 0],
      ]),
      ["spike 1:4"],
    ],
    [
      "a spike at the first corner",
      rings([
        [0, 2000],
        [0, 1000],
        [1000, 1000],
        [1000, 0],
        [0, 0],
      ]),
      ["spike 1:1"],
    ],
    [
      "a spike of several corners",
      rings([
        [0, 0],
        [0, 1000],
        [0, 1500],
        [0, 2000],
        [0, 1500],
        [0, 1000],
        [1000, 0],
      ]),
      ["spike 1:4"],
    ],
    [
      "a spike in printed centimetres",
      rings([
        [0, 0],
        [0, 1000],
        [1000.37, 1533.21],
        [500.18, 1266.6],
        [1000, 0],
      ]),
      ["spike 1:3"],
    ],
    [
      "a corner met twice",
      rings([
        [0, 0],
        [0, 1000],
        [500, 500],
        [1000, 1000],
        [1000, 0],
        [500, 500],
      ]),
      ["repeated-corner 1:6"],
    ],
    [
      "a corner on another edge",
      rings([
        [0, 0],
        [0, 1000],
        [1000, 1000],
        [0, 500],
        [1000, 0],
      ]),
      ["self-crossing 1:4"],
    ],
    [
      "a stretch run twice",
      rings([
        [0, 0],
        [0, 1000],
        [1000, 1000],
        [1000, 900],
        [0, 900],
        [0, 600],
        [1000, 500],
        [1000, 0],
      ]),
      ["self-crossing 1:1"],
    ],
    ["rings that cross", rings(big, square(500, 500, 1000)), ["rings-cross 1:2"]],
    [
      "rings that cross at corners only",
      rings(
        [
          [0, 0],
          [0, 1000],
          [500, 1000],
          [1000, 1000],
          [1000, 500],
          [1000, 0],
        ],
        [
          [500, 1000],
          [700, 1500],
          [1000, 500],
          [600, 600],
        ],
      ),
      ["rings-cross 1:3"],
    ],
    ["a ring twice", rings(big, turned([...big].reverse(), 2)), ["parts-overlap 2:-"]],
    ["a hole along its shell", rings(big, square(0, 300, 100)), ["rings-cross 1:1"]],
  ])("%s", (_, shape, expected) => {
    expect(faults(shape)).toEqual(expected);
  });

  it("tells all that is wrong at once", () => {
    const open = rawRing(square(3000, 0, 500), true);
    const bowTie = rawRing([
      [0, 2000],
      [500, 2500],
      [500, 2000],
      [0, 2500],
    ]);
    const all: RawShape = {
      roles: "by-containment",
      rings: [
        rawRing(big),
        rawRing(square(900, 900, 200)),
        open,
        bowTie,
        rawRing(spiked.map(([x, y]) => [x + 6000, y])),
      ],
    };
    expect(faults(all)).toEqual(["rings-cross 1:2", "open-ring 3:4", "self-crossing 4:1", "spike 5:4"]);
  });

  it("names both edges and the place of a crossing in the file's own CRS, with labels and line", () => {
    const raw = rawRing([
      [0, 0],
      [1000, 1000],
      [1000, 0],
      [0, 1000],
    ]);
    const shape: RawShape = {
      roles: "by-containment",
      rings: [{ ...raw, labels: ["J1", "J2", "J3", "J4", "J1"], lines: [11, 12, 13, 14, 15] }],
    };
    const read = polygonsFrom(shape, PLANE);
    expect("problems" in read && read.problems).toMatchObject([
      {
        fault: "self-crossing",
        ring: 1,
        corner: 1,
        line: 11,
        at: [ORIGIN[0] + 500, ORIGIN[1] + 500],
        message: {
          zh: "第 1 环第 1 点（J1）至第 2 点（J2）的边与第 3 点（J3）至第 4 点（J4）的边相交，位于 X（北）3800500，Y（东）38500500",
        },
      },
    ]);
  });

  it("counts corners as in the file, behind merged ones", () => {
    const shape = rings([
      [0, 0],
      [0, 0],
      [0, 0],
      [1000, 1000],
      [1000, 0],
      [1000, 0],
      [0, 1000],
    ]);
    expect(faults(shape)).toEqual(["self-crossing 1:1"]);
    const read = polygonsFrom(shape, PLANE);
    expect("problems" in read && read.problems[0]?.message.en).toContain(
      "the edge from corner 1 to corner 4 crosses the edge from corner 5 to corner 7",
    );
  });

  it("names an open ring by its last corner and the gap", () => {
    const shape: RawShape = { roles: "by-containment", rings: [rawRing(square(0, 0, 300), true)] };
    const read = polygonsFrom(shape, PLANE);
    expect("problems" in read && read.problems).toMatchObject([
      { fault: "open-ring", ring: 1, corner: 4, at: [ORIGIN[0] + 300, ORIGIN[1]] },
    ]);
    expect("problems" in read && read.problems[0]?.message.en).toContain("misses the first by 300.00 m");
  });

  it("blames no crossing on the edge that an open ring lacks", () => {
    const shape: RawShape = {
      roles: "by-containment",
      rings: [
        rawRing(
          [
            [0, 0],
            [0, 1000],
            [400, 500],
            [1000, 1000],
            [800, 200],
            [200, 900],
          ],
          true,
        ),
      ],
    };
    expect(faults(shape)).toEqual(["self-crossing 1:3", "open-ring 1:6"]);
  });

  it("holds the area to a limit on both sides of it", () => {
    const shape = rings(square(0, 0, 2000));
    expect(faults(shape, { ...PLANE, largestKm2: 3.99 })).toEqual(["absurd-size 1:-"]);
    expect(faults(shape, { ...PLANE, largestKm2: 4 })).toEqual([]);
    expect(faults(rings(square(0, 0, 110_000)))).toEqual(["absurd-size 1:-"]);
  });

  it("lists some of many faults of a kind and says that there are more", () => {
    const zigzag = Array.from({ length: 200 }, (_, at): Corner => [at * 10, at % 2 === 0 ? 0 : 1000]);
    const back = Array.from({ length: 200 }, (_, at): Corner => [2005 - at * 10, at % 2 === 0 ? 0 : 1000]);
    const read = polygonsFrom(rings([...zigzag, ...back]), PLANE);
    const problems = "problems" in read ? read.problems : [];
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message.en).toContain("there are more of this kind");
  });

  it("finds two corners exchanged among fifty thousand", () => {
    const round = Array.from({ length: 50_000 }, (_, at): Corner => {
      const angle = (2 * Math.PI * at) / 50_000;
      const radius = at % 2 === 0 ? 20_000 : 19_995;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    expect(faults(rings(round))).toEqual([]);
    const [one, other] = [round[31_000] as Corner, round[31_002] as Corner];
    const crossed = round.map((corner, at) => (at === 31_000 ? other : at === 31_002 ? one : corner));
    expect(faults(rings(crossed))).toEqual([
      "self-crossing 1:31000",
      "self-crossing 1:31000",
      "self-crossing 1:31001",
    ]);
  });

  it("gives up on thousands of long edges slantwise beside each other, and says so", () => {
    const teeth = Array.from({ length: 4700 }, (_, at): Corner => {
      const out = at % 2 === 1 ? 30_000 : 1;
      return [out - at, out + at];
    });
    expect(faults(rings([[0, -10], ...teeth, [-4710, 4690]]))).toEqual(["too-intricate -:-"]);
  });

  it.each<[string, Corner, readonly string[]]>([
    ["in China", [114, 34], []],
    ["zero for missing", [0, 0], ["out-of-range 1:2"]],
    ["latitude and longitude swapped", [34, 114], ["out-of-range 1:2"]],
  ])("degrees: %s", (_, corner, expected) => {
    const corners = [[114.1, 34], corner, [114.1, 34.1]] as const;
    const all = [...corners, corners[0]].flat();
    const shape: RawShape = { roles: "by-containment", rings: [{ corners: Float64Array.from(all) }] };
    expect(faults(shape, { ...PLANE, crs: DEGREES })).toEqual(expected);
  });
});

describe("a layer's feature may have more put right", () => {
  const read = (shape: RawShape) => {
    const result = layerPolygons(shape, PLANE);
    return "problems" in result ? briefly(result.problems) : outline(result.polygons);
  };

  it.each<[string, RawShape, readonly string[]]>([
    ["no rings", rings(), []],
    [
      "a line beside a ring",
      rings(big, [
        [0, 2000],
        [100, 2000],
        [200, 2000],
      ]),
      ["0,0[]"],
    ],
    [
      "a spike",
      rings([
        [0, 0],
        [0, 1000],
        [0, 1500],
        [0, 1000],
        [1000, 0],
      ]),
      ["0,0[]"],
    ],
    [
      "a hole in one stroke with its shell",
      rings([
        [0, 0],
        [500, 100],
        [400, 500],
        [600, 500],
        [500, 100],
        [1000, 0],
        [500, 1000],
      ]),
      ["0,0[500,100]"],
    ],
    [
      "two parts in one stroke",
      parts([
        [
          [0, 0],
          [0, 1000],
          [500, 500],
          [1000, 1000],
          [1000, 0],
          [500, 500],
        ],
      ]),
      ["0,0[]", "500,500[]"],
    ],
    [
      "a hole behind a bridge",
      rings([
        [0, 0],
        [0, 1000],
        [1000, 1000],
        [1000, 0],
        [500, 0],
        [500, 200],
        [400, 400],
        [600, 400],
        [500, 200],
        [500, 0],
      ]),
      ["0,0[500,200]"],
    ],
    ["a hole along its shell", parts([big, square(0, 300, 100)]), ["0,0[0,300]"]],
    ["a hole filled by a part", parts([big, inner], [inner]), ["0,0[200,200]", "200,200[]"]],
  ])("%s", (_, shape, expected) => {
    expect(read(shape)).toEqual(expected);
  });

  it.each<[string, RawShape, readonly string[]]>([
    [
      "a bow-tie",
      rings([
        [0, 0],
        [1000, 1000],
        [1000, 0],
        [0, 1000],
      ]),
      ["self-crossing 1:1"],
    ],
    ["an open ring", { roles: "by-containment", rings: [rawRing(big, true)] }, ["open-ring 1:4"]],
    ["parts that overlap", parts([big], [inner]), ["parts-overlap 2:1"]],
    [
      "a shell without ground that has holes",
      parts([
        [
          [0, 0],
          [0, 50],
          [0, 100],
        ],
        inner,
      ]),
      ["zero-area 1:-"],
    ],
    ["a ring twice", rings(big, big), ["parts-overlap 2:-"]],
  ])("but not %s", (_, shape, expected) => {
    expect(read(shape)).toEqual(expected);
  });
});
