import { describe, expect, it } from "vitest";
import { decimal } from "../../src/model/decimal.ts";
import { km2Words } from "../../src/model/fact-words.ts";

describe("an area as it is measured", () => {
  it.each([
    ["1.62268", "1.6227 km²", "1.6227 平方千米"],
    ["0.0001", "0.0001 km²", "0.0001 平方千米"],
    ["0.000099", "99 m²", "99 平方米"],
    ["0.0000005", "0.5 m²", "0.5 平方米"],
    ["0", "0 km²", "0 平方千米"],
  ])("of %s km² is in m² where four decimals would hide it", (area, en, zh) => {
    expect(km2Words(decimal(area), 4)).toEqual({ en, zh });
  });

  it("is as it was stated, where it isn't rounded", () => {
    expect(km2Words(decimal("0.00005")).en).toBe("0.00005 km²");
  });
});
