import { figureLimit, type Reading } from "../../src/model/reading.ts";
import { keysOf, METHODS, SIZES } from "../../src/model/terms.ts";
import { joinWords, verbatim, type Words, words } from "../../src/model/words.ts";
import type { RowEntry } from "./scale-table.ts";

/** What a row of a table of minimums says: one point for each deposit size, or one for all of them. */
export function readRow(row: RowEntry, unit: string | undefined): readonly Reading[] {
  const { clause, mineral, method, least, disputed, rival } = row;
  const cell = (value: number | string, size?: Words): Reading => ({
    label: words("最低开采规模", "minimum scale"),
    of: joinWords(
      [verbatim(mineral), method && METHODS[method], size].filter((part) => part !== undefined),
      "，",
      ", ",
    ),
    minerals: [mineral],
    isRow: true,
    ...(clause === undefined ? {} : { clause }),
    ...(value === "/"
      ? { value: words("“/”，未定数值", '"/", no figure') }
      : figureLimit("at-least", { value, unit: row.unit ?? unit ?? "", of: row.of })),
  });
  const cells =
    least === undefined
      ? keysOf(SIZES).flatMap((size) => {
          const value = row[size];
          return value === undefined ? [] : [cell(value, SIZES[size])];
        })
      : [cell(least)];
  const bounds = disputed ? cells.map(inDoubt) : cells;
  return rival === undefined ? bounds : [...bounds, { ...cell("/"), label: RIVAL, value: rival }];
}

const RIVAL = words("另一数值", "another figure");

/** 以下 may or may not take in the number itself. */
function inDoubt(reading: Reading): Reading {
  const { zh, en } = reading.value ?? words("", "");
  return {
    ...reading,
    value: words(
      `${zh.replace("（含本数）", "")}（是否含本数有疑义）`,
      `${en.replace(" (inclusive)", "")} (whether inclusive is in doubt)`,
    ),
  };
}
