import { describe, expect, it } from "vitest";
import { decimal } from "../../src/model/decimal.ts";
import { agreesAsPrinted, agreesAsStated } from "../../src/model/rounding.ts";

describe("a figure that was rounded", () => {
  it.each<[string, number, boolean]>([
    ["1.2247", 1.22468, true],
    ["1.2247", 1.22475, true],
    ["1.2247", 1.2247521, false],
    ["1.2247", 1.22464, false],
    ["1.2", 1.2499, true],
    ["1.20", 1.2499, false],
    ["1.20", 1.2049, true],
    ["12", 12.4, true],
    ["12", 12.6, false],
    ["2000.0000", 2000.0019, true],
    ["2000.0000", 2000.0021, false],
  ])("is printed as %s of %d: %s", (printed, measured, agrees) => {
    expect(agreesAsPrinted(printed, decimal(measured))).toBe(agrees);
  });

  it.each<[number, number, boolean]>([
    [1.2247, 1.22468, true],
    [1.2247, 1.22475, true],
    [1.2247, 1.2247521, false],
    [1.2, 1.2499, true],
    [1.2, 1.250001, true],
    [1.2, 1.250002, false],
    [12, 12.4, true],
    [12, 12.6, false],
    [0.012247, 0.01224749, true],
    [0.012247, 0.0122476, false],
  ])("is stated as %d of %d: %s", (stated, measured, agrees) => {
    expect(agreesAsStated(decimal(stated), decimal(measured))).toBe(agrees);
  });
});
