import { describe, expect, it } from "vitest";
import type { Layer, LayerFeature } from "../../src/geometry/site/layer.ts";
import type { Zone } from "../../src/model/plan.ts";
import { at, brief, feature, layer, measured } from "./layers.ts";

const KIND = "集中开采区";
const zone = (name: string, areaKm2?: string): Zone => ({
  name,
  kind: KIND,
  clause: "XX-SPA-01",
  ...(areaKm2 === undefined ? {} : { areaKm2 }),
});

/** One zone's layer whose drawn area is so many m². */
const drawn = (name: string, m2: number | undefined, polygon = at(-500, -500, 500, 500)): Layer =>
  layer({ of: "zone", name }, [feature(polygon)], { areas: new Map(m2 === undefined ? [] : [[name, m2]]) });

describe("a zone's drawn area, held against the printed one", () => {
  const cases: readonly (readonly [
    printed: string,
    m2: number,
    relation: "inside" | "open",
    told: boolean,
  ])[] = [
    // Within the rounding of the printed figure, zeros at its end included.
    ["5.61", 5_610_000, "inside", false],
    ["5.61", 5_614_999, "inside", false],
    ["5.61", 5_605_001, "inside", false],
    ["5.61", 5_615_100, "inside", true],
    ["5.61", 5_604_900, "inside", true],
    ["0.1600", 160_049, "inside", false],
    ["0.1600", 160_051, "inside", true],
    ["0.16", 160_051, "inside", false],
    // Up to one per cent it is told, beyond it nothing is decided by the drawing.
    ["5.61", 5_666_100, "inside", true],
    ["5.61", 5_666_101, "open", true],
    ["5.61", 5_553_900, "inside", true],
    ["5.61", 5_553_899, "open", true],
    ["0.0438", 43_850, "inside", false],
    ["0.0438", 44_238, "inside", true],
    ["0.0438", 44_239, "open", true],
    // The rounding alone may be more than one per cent.
    ["0.1", 149_999, "inside", false],
    ["0.1", 150_001, "open", true],
    ["10.996", 21_000_000, "open", true],
  ];
  it.each(cases)("%s km², drawn with %d m²: %s", (printed, m2, relation, told) => {
    const { zones, account } = measured([drawn("甲区", m2)], [zone("甲区", printed)]);
    const fact = zones.get("甲区");
    expect(fact?.known ? fact.value : fact?.disputed === true && "open").toBe(relation);
    const lines = account.filter(({ about, says }) => about === "assumed" && says.zh.startsWith("甲区"));
    expect(lines).toHaveLength(told ? 1 : 0);
  });

  it("names both areas and whose yardstick it is", () => {
    const { zones } = measured([drawn("甲区", 5_700_000)], [zone("甲区", "5.610")]);
    expect(brief(zones.get("甲区"))).toBe(
      "open: 甲区: drawn with 5.7 km², in the plan it has 5.610 km²; they differ by 1.6%, more than 1%, mineright's own yardstick, so it may be another area that is drawn",
    );
  });

  it("isn't held where either isn't known", () => {
    expect(brief(measured([drawn("甲区", 1)], [zone("甲区")]).zones.get("甲区"))).toBe("inside");
    expect(brief(measured([drawn("甲区", undefined)], [zone("甲区", "9")]).zones.get("甲区"))).toBe("inside");
  });

  it("counts the parts that several layers draw together", () => {
    const parts = [drawn("甲区", 4_000_000), drawn("甲区", 1_610_000, at(1000, 0, 2000, 1000))];
    expect(brief(measured(parts, [zone("甲区", "5.61")]).zones.get("甲区"))).toBe("inside");
    expect(brief(measured(parts.slice(0, 1), [zone("甲区", "5.61")]).zones.get("甲区"))).toMatch(/^open/);
  });

  it("leaves it open also that the site lies outside: the zone may be elsewhere", () => {
    const far = drawn("甲区", 9_000_000, at(5000, 0, 6000, 1000));
    expect(brief(measured([far], [zone("甲区", "5.61")]).zones.get("甲区"))).toMatch(/^open/);
  });
});

/** A layer of all zones of the kind, by name. */
function kindLayer(
  features: readonly (readonly [name: string, polygon: Parameters<typeof feature>[0]])[],
  more: Partial<Layer> = {},
): Layer {
  const all: readonly LayerFeature[] = features.map(([区名, polygon]) => feature(polygon, { 区名 }));
  return layer({ of: "zone-kind", kind: KIND, nameField: "区名" }, all, {
    names: new Set(features.map(([name]) => name)),
    ...more,
  });
}

const AROUND = at(-10, -10, 110, 110);
const HALF = at(-10, -10, 50, 110);
const ELSEWHERE = at(1000, 0, 1100, 100);
/** 0.9 m² of the site, which is touching; and 1.1 m², which isn't. */
const TOUCHING = at(-10, 0, 0.009, 100);
const REACHING = at(-10, -9, 0.011, 109);

describe("a layer of all zones of a kind, with their names", () => {
  const plan = [zone("甲区"), zone("乙区"), zone("丙区")];
  const cases: readonly (readonly [
    name: string,
    features: Parameters<typeof kindLayer>[0],
    relations: readonly [甲: string, 乙: string, kind: string],
  ])[] = [
    [
      "in one of them",
      [
        ["甲区", AROUND],
        ["乙区", ELSEWHERE],
      ],
      ["inside", "outside", "inside"],
    ],
    [
      "half in one",
      [
        ["甲区", HALF],
        ["乙区", ELSEWHERE],
      ],
      ["partly", "outside", "partly"],
    ],
    [
      "half in each",
      [
        ["甲区", HALF],
        ["乙区", at(50, -10, 110, 110)],
      ],
      ["partly", "partly", "partly"],
    ],
    [
      "in none",
      [
        ["甲区", ELSEWHERE],
        ["乙区", ELSEWHERE],
        ["丙区", ELSEWHERE],
      ],
      ["outside", "outside", "outside"],
    ],
    ["in none of those that are drawn", [["甲区", ELSEWHERE]], ["outside", LACKS("乙区"), LACKS("乙区")]],
    ["half in one, the other isn't drawn", [["甲区", HALF]], ["partly", LACKS("乙区"), "partly"]],
    ["in one, the other isn't drawn", [["甲区", AROUND]], ["inside", "outside", "inside"]],
    [
      "touching a name that the plan lacks",
      [
        ["甲区", ELSEWHERE],
        ["无名区", TOUCHING],
        ["乙区", ELSEWHERE],
        ["丙区", ELSEWHERE],
      ],
      ["outside", "outside", "outside"],
    ],
    [
      "reaching into such a one",
      [
        ["甲区", ELSEWHERE],
        ["无名区", REACHING],
      ],
      ["outside", STRANGER(), STRANGER()],
    ],
    [
      "in such a one",
      [
        ["甲区", ELSEWHERE],
        ["无名区", AROUND],
      ],
      ["outside", STRANGER(), STRANGER()],
    ],
  ];
  it.each(cases)("%s", (_name, features, [first, second, kind]) => {
    const { zones } = measured([kindLayer(features)], plan);
    expect([zones.get("甲区"), zones.get("乙区"), zones.get(KIND)].map(brief)).toEqual([first, second, kind]);
  });

  it("leaves a zone that it seems to lack open, where a record without geometry may be it", () => {
    const unplaced = [{ zh: "第 3 条记录", en: "record 3" }];
    const { zones } = measured([kindLayer([["甲区", AROUND]], { unplaced })], plan);
    expect(brief(zones.get("甲区"))).toBe("inside");
    expect(brief(zones.get("乙区"))).toMatch(/^open: .*record 3 has no geometry/);
  });

  it.each([
    [
      "inside of a sound zone, whatever the others are",
      AROUND,
      [
        ["甲区", 1_000_000],
        ["乙区", 2_000_000],
      ],
      "inside",
      "inside",
    ],
    [
      "inside of one with another area",
      AROUND,
      [
        ["甲区", 2_000_000],
        ["乙区", 1_000_000],
      ],
      "open",
      "open",
    ],
    [
      "outside of all, of which one has another area",
      ELSEWHERE,
      [
        ["甲区", 1_000_000],
        ["乙区", 2_000_000],
      ],
      "outside",
      "open",
    ],
  ] as const)("%s", (_name, polygon, areas, first, kind) => {
    const named = kindLayer(
      [
        ["甲区", polygon],
        ["乙区", at(3000, 0, 4000, 1000)],
      ],
      { areas: new Map(areas) },
    );
    const { zones } = measured([named], [zone("甲区", "1.0"), zone("乙区", "1.0")]);
    expect([zones.get("甲区"), zones.get(KIND)].map((one) => brief(one).split(":")[0])).toEqual([
      first,
      kind,
    ]);
  });

  it("must agree with a layer of one of them", () => {
    const own = (polygon: typeof AROUND) => layer({ of: "zone", name: "甲区" }, [feature(polygon)]);
    const relation = (one: typeof AROUND, other: string, polygon: typeof AROUND) =>
      brief(measured([own(one), kindLayer([[other, polygon]])], plan).zones.get("甲区"));
    expect(relation(AROUND, "甲区", AROUND)).toBe("inside");
    expect(relation(AROUND, "甲区", HALF)).toMatch(/^open: two layers/);
    // A layer that doesn't draw it doesn't speak against the one that does.
    expect(relation(AROUND, "乙区", ELSEWHERE)).toBe("inside");
  });
});

function LACKS(name: string): string {
  return `open: 图层.shp doesn't draw ${name}, in which the site may lie`;
}

function STRANGER(): string {
  return "open: the site meets the layer's zone \"无名区\", which the plan doesn't have";
}
