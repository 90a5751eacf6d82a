import { describe, expect, it } from "vitest";
import { type Box, MapFrame, roundBelow } from "../../../../src/report/html/map/frame.ts";
import { graticule, scaleBar } from "../../../../src/report/html/map/furniture.ts";

it.each([
  [1, 1],
  [1.99, 1],
  [2, 2],
  [4.99, 2],
  [5, 5],
  [9.99, 5],
  [10, 10],
  [0.3, 0.2],
  [0.05, 0.05],
  [12345, 10000],
])("the largest round number up to %f is %f", (most, round) => {
  expect(roundBelow(most)).toBe(round);
});

const BOXES: readonly (readonly [name: string, box: Box])[] = [
  ["a county", [112.6, 33, 113.4, 33.6]],
  ["a province", [110, 31, 117, 36]],
  ["a point", [113, 33, 113, 33]],
  ["a strip from west to east", [110, 33, 117, 33.001]],
  ["a strip from south to north", [113, 31, 113.001, 36]],
];

describe.each(BOXES)("the frame of %s", (_name, box) => {
  const frame = new MapFrame(box);
  const [west, south, east, north] = box;

  it("holds all of it, north up", () => {
    for (const x of [west, east]) {
      expect(frame.x(x)).toBeGreaterThan(0);
      expect(frame.x(x)).toBeLessThan(frame.width);
    }
    expect(frame.y(south)).toBeLessThan(frame.height);
    expect(frame.y(north)).toBeGreaterThan(0);
    expect(frame.y(north)).toBeLessThanOrEqual(frame.y(south));
  });

  it("is no larger than a page", () => {
    expect(frame.width).toBe(720);
    expect(frame.height).toBeGreaterThanOrEqual(200);
    expect(frame.height).toBeLessThanOrEqual(720);
  });

  it("has lines of both kinds at round degrees", () => {
    const { text } = graticule(frame);
    expect(text).toMatch(/>[\d.]+°E</);
    expect(text).toMatch(/>[\d.]+°N</);
    expect(text).not.toMatch(/0000|9999|NaN/);
  });

  it("has a scale bar that is as long as it says", () => {
    const { text } = scaleBar(frame.metresPerUnit, 0, 0);
    const [, figure = "", unit = ""] = /text-anchor="end">([\d.]+) (k?m)</.exec(text) ?? [];
    const [, x = ""] = /x="([\d.]+)" y="-4"/.exec(text) ?? [];
    const metres = Number(figure) * (unit === "km" ? 1000 : 1);
    expect(Number(x)).toBeLessThanOrEqual(160);
    expect(Number(x)).toBeGreaterThan(60);
    // To a tenth of a unit of the drawing.
    expect(Math.abs(metres - Number(x) * frame.metresPerUnit)).toBeLessThanOrEqual(
      0.05 * frame.metresPerUnit + 1e-6,
    );
  });
});

it("has one scale on both axes in the middle, within what an ellipsoid differs by", () => {
  const frame = new MapFrame([112.6, 33, 113.4, 33.6]);
  const perDegreeEast = frame.x(113.1) - frame.x(113);
  // A tenth of a degree of longitude at 33.3° N is 9,314 m on the ellipsoid, of latitude 11,091 m.
  expect(perDegreeEast * frame.metresPerUnit).toBeGreaterThan(9314 * 0.99);
  expect(perDegreeEast * frame.metresPerUnit).toBeLessThan(9314 * 1.01);
  const perDegreeNorth = frame.y(33.25) - frame.y(33.35);
  expect(perDegreeNorth * frame.metresPerUnit).toBeGreaterThan(11_091 * 0.99);
  expect(perDegreeNorth * frame.metresPerUnit).toBeLessThan(11_091 * 1.01);
});
