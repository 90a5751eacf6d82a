import { describe, expect, it } from "vitest";
import type { Layer, LayerFeature } from "../../src/geometry/site/layer.ts";
import type { Question } from "../../src/geometry/site/measure.ts";
import { at, brief, feature, layer, measured } from "./layers.ts";

const SUBJECT = {
  of: "existing-right",
  right: "mining",
  fields: { id: "id", holder: "holder", status: "status" },
} as const;

const rights = (features: readonly LayerFeature[], more: Partial<Layer> = {}): Layer =>
  layer(SUBJECT, features, more);

const OVER = at(50, 0, 150, 100);
const AWAY = at(1000, 0, 1100, 100);
const UNPLACED = { unplaced: [{ zh: "采矿权“戊”", en: 'mining right "戊"' }] };

/** `甲 0.005 other` of each right that is overlapped, or why that can't be told. */
function overlapped(layers: readonly Layer[], question: Partial<Question> = {}): string {
  const { existingRights } = measured(layers, [], { holder: "申请人公司", ...question });
  if (existingRights?.known !== true) return brief(existingRights);
  return existingRights.value
    .map(({ id, overlapKm2, sameHolder }) =>
      [id ?? "—", overlapKm2.toFixed(4), sameHolder === undefined ? "?" : sameHolder ? "own" : "other"].join(
        " ",
      ),
    )
    .join(", ");
}

describe("existing rights that a site overlaps", () => {
  const other = { id: "甲", holder: "别家公司" };
  const own = { id: "乙", holder: "申请人 公司" };
  const cases: readonly (readonly [name: string, layers: readonly Layer[], is: string | RegExp])[] = [
    ["no layer", [], "unmeasured"],
    ["none near", [rights([feature(AWAY, other)])], ""],
    ["another's", [rights([feature(OVER, other)])], "甲 0.0050 other"],
    ["the applicant's own", [rights([feature(OVER, own)])], "乙 0.0050 own"],
    ["one of nobody's", [rights([feature(OVER, { id: "甲" })])], "甲 0.0050 ?"],
    ["one that has ended", [rights([feature(OVER, { ...other, status: "注销" })])], ""],
    ["one that touches (0.9 m²)", [rights([feature(at(99.991, 0, 200, 100), other)])], ""],
    [
      "one that reaches in (1.1 m², within the accuracy of corners)",
      [rights([feature(at(99.989, -9, 200, 109), other)])],
      /^open: 图层.shp: overlap with mining right 甲: 1\.10 m²/,
    ],
    ["one that reaches in (6.2 m²)", [rights([feature(at(99.938, -9, 200, 109), other)])], "甲 0.0000 other"],
    [
      "the applicant's own that reaches in (1.1 m²)",
      [rights([feature(at(99.989, -9, 200, 109), own)])],
      "乙 0.0000 own",
    ],
    [
      "another's beside one that only may reach in",
      [rights([feature(OVER, other), feature(at(99.989, -9, 200, 109), { id: "丙", holder: "又一家" })])],
      "甲 0.0050 other",
    ],
    [
      "one of two areas is one",
      [rights([feature(at(0, 0, 10, 100), other), feature(at(90, 0, 100, 100), other)])],
      "甲 0.0020 other",
    ],
    [
      "one of two areas that reach in only together",
      [rights([feature(at(-9, -9, 0.006, 109), other), feature(at(99.994, -9, 109, 109), other)])],
      /^open: .* 1\.20 m²/,
    ],
    [
      "the same in two layers",
      [rights([feature(OVER, other)]), rights([feature(at(40, 0, 150, 100), other)])],
      "甲 0.0060 other",
    ],
    [
      "two layers that name two holders",
      [rights([feature(OVER, own)]), rights([feature(OVER, { ...own, holder: "别家公司" })])],
      "乙 0.0050 other",
    ],
    ["none, but one isn't placed", [rights([feature(AWAY, other)], UNPLACED)], /^open: .*戊/],
    ["another's, and one isn't placed", [rights([feature(OVER, other)], UNPLACED)], "甲 0.0050 other"],
    // Else the one that isn't placed would hide behind the own one.
    ["the applicant's own, and one isn't placed", [rights([feature(OVER, own)], UNPLACED)], /^open: .*戊/],
    ["an unsound one here", [rights([feature(OVER, other, "crosses itself")])], /^open: .*crosses itself/],
    ["an unsound one elsewhere", [rights([feature(AWAY, other, "crosses itself")])], ""],
    [
      "an unsound one that has ended",
      [rights([feature(OVER, { ...other, status: "灭失" }, "crosses itself")])],
      "",
    ],
  ];
  it.each(cases)("%s", (_name, layers, is) => {
    if (typeof is === "string") expect(overlapped(layers)).toBe(is);
    else expect(overlapped(layers)).toMatch(is);
  });

  it("doesn't count the right that the application grows from", () => {
    const layers = [rights([feature(OVER, other), feature(at(0, 0, 50, 100), own)])];
    expect(overlapped(layers, { ownRights: ["乙"] })).toBe("甲 0.0050 other");
    expect(overlapped([rights([feature(OVER, own, "crosses itself")])], { ownRights: ["乙"] })).toBe("");
  });

  it("counts another's right that is claimed as its own, unless it is handed over", () => {
    const layers = [rights([feature(OVER, other), feature(at(0, 0, 50, 100), own)])];
    expect(overlapped(layers, { ownRights: ["甲", "乙"] })).toBe("甲 0.0050 other");
    expect(overlapped(layers, { ownRights: ["甲", "乙"], baseHolder: "transferor" })).toBe("");
    const unsound = [rights([feature(OVER, other, "crosses itself")])];
    expect(overlapped(unsound, { ownRights: ["甲"] })).toMatch(/^open: /);
    expect(overlapped(unsound, { ownRights: ["甲"], baseHolder: "transferor" })).toBe("");
  });

  it.each([
    ["applicant", { id: "甲" }, "甲", ""],
    ["open", { id: "甲" }, "甲", "甲 0.0050 ?"],
    ["open", own, "乙", ""],
    ["open", other, "甲", "甲 0.0050 other"],
  ] as const)(
    "counts the right that it grows from unless that is the applicant's (%s): %j",
    (baseHolder, one, id, is) => {
      expect(overlapped([rights([feature(OVER, one)])], { ownRights: [id], baseHolder })).toBe(is);
    },
  );

  const registered = (...names: readonly string[]) => ({ registeredHolders: new Map([["甲", names]]) });
  it.each([
    ["claimed", registered(), ""],
    ["claimed", registered("申请人公司"), ""],
    ["claimed", registered("别家公司"), "甲 0.0050 ?"],
    ["claimed", registered("申请人公司", "别家公司"), "甲 0.0050 ?"],
    ["applicant", registered("别家公司"), "甲 0.0050 ?"],
    ["open", registered("申请人公司"), ""],
    ["transferor", registered("别家公司"), ""],
  ] as const)("by a register where the layer names no holder: %s, %j", (baseHolder, by, is) => {
    const layers = [rights([feature(OVER, { id: "甲" })])];
    expect(overlapped(layers, { ownRights: ["甲"], baseHolder, ...by })).toBe(is);
  });
});

describe("the right that an application grows from", () => {
  const base = (features: readonly LayerFeature[], ownRights: readonly string[]) => {
    const { base: found } = measured([rights(features)], [], { ownRights });
    return found === undefined ? "unmeasured" : `${brief(found.within)} ${found.areaKm2?.toFixed(4) ?? "?"}`;
  };
  const cases: readonly (readonly [
    name: string,
    features: readonly LayerFeature[],
    own: readonly string[],
    is: string | RegExp,
  ])[] = [
    ["none", [feature(at(-50, -50, 150, 150), { id: "甲" })], [], "unmeasured"],
    ["one that isn't drawn", [feature(at(-50, -50, 150, 150), { id: "甲" })], ["乙"], "unmeasured"],
    ["one of two isn't drawn", [feature(at(-50, -50, 150, 150), { id: "甲" })], ["甲", "乙"], "unmeasured"],
    ["around the site", [feature(at(-50, -50, 150, 150), { id: "甲" })], ["甲"], "true 0.0400"],
    ["0.9 m² sticks out", [feature(at(-50, -50, 99.991, 150), { id: "甲" })], ["甲"], "true 0.0300"],
    ["1.1 m² sticks out", [feature(at(-50, -50, 99.989, 150), { id: "甲" })], ["甲"], /^open: .* 1\.10 m²/],
    ["6.2 m² stick out", [feature(at(-50, -50, 99.938, 150), { id: "甲" })], ["甲"], "false 0.0300"],
    ["far away", [feature(at(9000, 0, 9100, 100), { id: "甲" })], ["甲"], "false 0.0100"],
    [
      "one that has ended",
      [feature(at(-50, -50, 150, 150), { id: "甲", status: "灭失" })],
      ["甲"],
      "true 0.0400",
    ],
    [
      "two side by side",
      [feature(at(-50, 0, 50, 100), { id: "甲" }), feature(at(50, 0, 150, 100), { id: "乙" })],
      ["甲", "乙"],
      "true 0.0200",
    ],
    [
      "an unsound one",
      [feature(at(-50, -50, 150, 150), { id: "甲" }, "crosses itself")],
      ["甲"],
      /^open: .*crosses itself\) \?$/,
    ],
  ];
  it.each(cases)("%s", (_name, features, own, is) => {
    if (typeof is === "string") expect(base(features, own)).toBe(is);
    else expect(base(features, own)).toMatch(is);
  });
});
