import { describe, expect, it } from "vitest";
import { checkStated } from "../../src/geometry/rings/stated.ts";
import type { RawRing, RawShape } from "../../src/geometry/shape/raw.ts";
import { briefly, rawRing, square } from "./support.ts";

function labelled(labels: readonly string[], open = false): RawRing {
  const corners = open ? labels.length : labels.length - 1;
  const ring = rawRing(
    Array.from({ length: corners }, (_, at) => [at * 10, at * at] as const),
    open,
  );
  return { ...ring, labels };
}

const shape = (...rings: readonly RawRing[]): RawShape => ({ roles: "by-containment", rings });

describe("the stated number of corners", () => {
  const closed = rawRing(square(0, 0, 100));
  const open = rawRing(square(0, 0, 100), true);
  it.each<[string, RawShape, number, readonly string[]]>([
    ["without the closing one", shape(closed), 4, []],
    ["with the closing one", shape(closed), 5, []],
    ["one less", shape(closed), 3, ["stated-corners -:-"]],
    ["one more", shape(closed), 6, ["stated-corners -:-"]],
    ["of an open ring", shape(open), 4, []],
    ["of an open ring, as if it were closed", shape(open), 5, []],
    ["of an open ring, one less", shape(open), 3, ["stated-corners -:-"]],
    ["of two rings", shape(closed, closed), 8, []],
    ["of two rings with closing ones", shape(closed, open), 10, []],
    ["of two rings as listed", shape(closed, open), 9, []],
    ["of parts", { roles: "given", parts: [[closed], [closed]] }, 8, []],
  ])("%s", (_, given, corners, expected) => {
    expect(briefly(checkStated(given, { corners }))).toEqual(expected);
  });

  it("says both numbers", () => {
    expect(checkStated(shape(closed), { corners: 7 })[0]?.message).toEqual({
      zh: "文件注明 7 个拐点，实际列出 4 个（另有闭合点 1 个）",
      en: "the file states 7 corners and lists 4 (and 1 closing)",
    });
  });
});

describe("corner numbers", () => {
  it.each<[string, readonly RawRing[], readonly string[], number?]>([
    ["1 to 4, closed by 1", [labelled(["1", "2", "3", "4", "1"])], []],
    ["closed by the next number", [labelled(["J1", "J2", "J3", "J4", "J5"])], []],
    ["closed by a wrong number", [labelled(["J1", "J2", "J3", "J4", "J6"])], ["stated-numbering 1:5"]],
    ["open", [labelled(["J1", "J2", "J3", "J4"], true)], []],
    ["from 0", [labelled(["0", "1", "2", "3"], true)], []],
    ["downwards", [labelled(["4", "3", "2", "1"], true)], []],
    ["a gap", [labelled(["J1", "J2", "J4", "J5"], true)], ["stated-numbering 1:3"]],
    ["a repeat", [labelled(["J1", "J2", "J2", "J3"], true)], ["stated-numbering 1:3"]],
    [
      "a repeat of the first without its place",
      [labelled(["J1", "J2", "J3", "J1"], true)],
      ["stated-numbering 1:4"],
    ],
    ["from 2", [labelled(["J2", "J3", "J4"], true)], ["stated-numbering 1:1"]],
    ["on from the shape before", [labelled(["J9", "J10", "J11"], true)], [], 8],
    ["from 1 again in the next ring", [labelled(["1", "2", "3"], true), labelled(["1", "2", "3"], true)], []],
    ["on in the next ring", [labelled(["1", "2", "3", "1"]), labelled(["4", "5", "6", "4"])], []],
    [
      "on behind a numbered closing corner",
      [labelled(["1", "2", "3", "4"]), labelled(["5", "6", "7", "8"])],
      [],
    ],
    [
      "lost in the next ring",
      [labelled(["1", "2", "3", "1"]), labelled(["5", "6", "7", "5"]), labelled(["9", "10", "11", "9"])],
      ["stated-numbering 2:1", "stated-numbering 3:1"],
    ],
    ["with one put in", [labelled(["J1", "J2", "J2-1", "J3"], true)], []],
    ["with one put in twice", [labelled(["J1", "J2-1", "J2-1", "J3"], true)], ["stated-numbering 1:3"]],
    ["none", [labelled(["", "", ""], true)], []],
  ])("%s", (_, rings, expected, before) => {
    expect(briefly(checkStated(shape(...rings), undefined, before))).toEqual(expected);
  });

  it("names the label and the line", () => {
    const ring = { ...labelled(["J1", "J2", "J4"], true), lines: [7, 8, 9] };
    expect(checkStated(shape(ring), undefined)).toMatchObject([
      { line: 9, message: { zh: "第 1 环第 3 点（J4）与前一点 J2 点号不连续" } },
    ]);
  });
});
