import { describe, expect, it } from "vitest";
import { readApplication } from "../support/world.ts";

describe("an existing right", () => {
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
