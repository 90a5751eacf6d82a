import type { Row } from "../../src/model/screen-row.ts";
import { words } from "../../src/model/words.ts";
import type { Counts } from "../../src/report/screen/counts.ts";
import type { RowFormat } from "../../src/report/screen/row-format.ts";
import { Tally } from "../../src/screen/tally.ts";

/** A square of so many degrees, as GeoJSON has polygons. */
export function square(x: number, y: number, side: number) {
  const ring = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ] as const;
  return ring;
}

/** A row that passes with a margin; `over` replaces what differs. */
export function row(over: Partial<Row> = {}): Row {
  return {
    schema: "mineright/screen@1",
    number: 1,
    id: "007",
    file: "区块.csv",
    line: 2,
    plan: "fangcheng",
    verdict: "pass",
    binding: {
      rule: "minimum-scale",
      clause: "FC-MIN-13",
      outcome: "pass",
      message: words("达到最低规模。", "The minimum scale is reached."),
    },
    fails: [],
    reviews: [],
    missing: [],
    margins: [
      {
        rule: "minimum-scale",
        clause: "FC-MIN-13",
        left: "150000.5",
        limit: "600000",
        unit: "t/a",
        share: 0.25,
      },
    ],
    areaKm2: "1.2300",
    ...over,
  };
}

/** What no format may stumble over, nor a reader be led astray by. */
export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ["a formula", '=HYPERLINK("http://x","点")'],
  ["a formula by a wide sign", "＝1+1"],
  ["a command", "@SUM(A1)|' /C calc'!A0"],
  ["a script", "<script>alert(1)</script>"],
  ["an attribute's end", "\" onload='x' a=\""],
  ["an end of a CDATA section", "]]>&amp;"],
  ["control signs", "a\u0000b\u0007c\u001b[31md"],
  ["a text that turns direction", "a\u202Egpj.exe\u202C"],
  ["half a surrogate", "a\ud800b"],
  ["line breaks, commas and quotes", 'a\nb,"c";\td'],
  ["an escape of spreadsheets", "_x0041_"],
  ["signs beyond the first plane", "𠀀🪨"],
  ["a number with leading zeros", "00042"],
];

/** All that a format prints of these rows. */
export function printed(format: RowFormat, rows: readonly Row[], counts: Counts = tallyOf(rows)): Buffer {
  const pieces = [format.open, ...rows.map((one, at) => format.one(one, at === 0)), format.close(counts)];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));
}

export function tallyOf(rows: readonly Row[]): Tally {
  const tally = new Tally();
  for (const one of rows) tally.add(one);
  return tally;
}
