import { describe, expect, it } from "vitest";
import { RESULTS, type Row } from "../../../src/model/screen-row.ts";
import { MapMarks } from "../../../src/report/screen/map-marks.ts";
import { row, square } from "../../support/screen-rows.ts";

/** Candidates in a lattice of 40 columns, a few hundred metres apart, of three results in turn. */
const ROWS: readonly Row[] = Array.from({ length: 1600 }, (_, at) =>
  row({
    number: at + 1,
    id: String(at),
    verdict: RESULTS[at % 3] ?? "pass",
    outline: [[square(113 + (at % 40) * 0.004, 33 + Math.floor(at / 40) * 0.004, 0.001)]],
  }),
);

function marksOf(rows: readonly Row[], mostDrawn?: number, mostCells?: number): MapMarks {
  const marks = new MapMarks(mostDrawn, mostCells);
  for (const one of rows) marks.add(one);
  return marks;
}

describe("the marks of a map", () => {
  it.each([
    [10, true],
    [11, false],
  ])("are each candidate up to a number, else counts: %i of at most 10", (count, isEach) => {
    const marks = marksOf(ROWS.slice(0, count), 10);
    expect(marks.located).toBe(count);
    expect(marks.drawn?.length).toBe(isEach ? count : undefined);
  });

  it("are few whatever the number of candidates, and count every one with its result", () => {
    const { cells, side } = marksOf(ROWS, 10, 50);
    expect(cells.length).toBeLessThanOrEqual(50);
    expect(cells.length).toBeGreaterThan(50 / 8);
    for (const result of RESULTS) {
      const counted = cells.reduce((sum, { counts }) => sum + counts[result], 0);
      expect(counted, result).toBe(ROWS.filter(({ verdict }) => verdict === result).length);
    }
    expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(cells.length);
    expect(Number.isInteger(Math.log2(side))).toBe(true);
  });

  it("don't depend on the order of the candidates", () => {
    const back = marksOf([...ROWS].reverse(), 10, 50);
    const { cells, side, box } = marksOf(ROWS, 10, 50);
    expect({ cells: back.cells, side: back.side, box: back.box }).toEqual({ cells, side, box });
  });

  it("keep few corners of a boundary with many, and a first one of each ring that is to be seen", () => {
    const circle = (n: number) =>
      Array.from({ length: n }, (_, at) => [113 + Math.cos(at / n), 33 + Math.sin(at / n)] as const);
    const [drawn] = marksOf([row({ outline: [[circle(5000), circle(500)]] })]).drawn ?? [];
    expect(drawn?.rings.map(({ length }) => length)).toEqual([109, 11]);
    const [whole] = marksOf([row({ outline: [[circle(120)]] })]).drawn ?? [];
    expect(whole?.rings[0]).toHaveLength(120);
  });

  it("tell those that have no boundary", () => {
    const marks = marksOf([row(), ...ROWS.slice(0, 2)]);
    expect([marks.seen, marks.located]).toEqual([3, 2]);
    expect(marksOf([row()]).box).toBeUndefined();
  });
});
