import { type Figure, figuresIn } from "../text/numbers.ts";
import { cellNames } from "./names.ts";
import type { Passage } from "./passage.ts";
import type { NamedRow } from "./spot.ts";
import { equals, type Hit, type UnitFound, unitOf, type Wanted, withBound } from "./wanted.ts";

/** The places of a figure in the rows and columns that are about it. */
export function inRows(wanted: Wanted, passage: Passage): readonly Hit[] {
  const rows = passage.rows.filter(({ row }) =>
    wanted.subjects.every((names) => row.cells.some((cell) => cellNames(cell.plain, names))),
  );
  const chosen = rows.length > 0 ? rows : passage.namesRows && passage.rows.length === 1 ? passage.rows : [];
  return chosen.flatMap((row) => inRow(wanted, row));
}

function inRow(wanted: Wanted, named: NamedRow): readonly Hit[] {
  const { cells } = named.row;
  const whole = cells.map((cell) => cell.plain).join("");
  return cells.flatMap((cell, index): Hit[] => {
    const column = named.columns[index] ?? "";
    if (!mayHold(column, wanted, named)) return [];
    const part = halfOf(cell.plain, whole, wanted.method);
    const labels = cells.filter((one, at) => at !== index && !IS_FIGURE.test(one.plain));
    const context = `${labels.map((one) => one.plain).join(";")};${column}`;
    // /: the table has no figure here.
    if (wanted.value === "/")
      return part === "/" ? [{ line: cell.line, unit: { symbol: true, period: true, context } }] : [];
    const beside = `${context};${named.columns.join(";")};${named.box.title}`;
    return figuresIn(part).flatMap((figure): Hit[] => {
      if (figure.multiplier !== "" || !equals(figure, wanted, true)) return [];
      const unit = { ...unitBeside(figure, beside, wanted), context };
      // A unit that the plan file doesn't write is part of the figure.
      if (wanted.role.counts !== "given" && !unit.symbol) return [];
      return [withBound({ line: cell.line, unit }, figure.bound, wanted)];
    });
  });
}

const IS_FIGURE = /^[<>≤≥]?\d[\d.±/%]*$/;

function mayHold(column: string, { role }: Wanted, { valueColumn }: NamedRow): boolean {
  if (role.column !== undefined) return role.column.test(column);
  if (valueColumn !== undefined) return column === valueColumn;
  return !/^(?:序号|编号|备注|指标属性|属性|单位)/.test(column);
}

function unitBeside(figure: Figure, beside: string, wanted: Wanted): Omit<UnitFound, "context"> {
  const { multiplier, symbol, per } = unitOf(wanted);
  return {
    symbol:
      symbol === "" ||
      figure.unit === symbol ||
      new RegExp(`(?<![万亿千])${multiplier}${symbol}`).test(beside),
    period: per === "" || beside.includes(per),
  };
}

/** 100/200 under 铁矿（地下开采/露天开采）: the half of the method. */
function halfOf(cell: string, row: string, method: readonly string[] | undefined): string {
  const halves = cell.split("/");
  if (method === undefined || halves.length !== 2 || cell === "/") return cell;
  const [, first = "", second = ""] = /\(([^()/]+)\/([^()/]+)\)/.exec(row) ?? [];
  const at = [first, second].findIndex((name) => method.some((word) => name.includes(word)));
  return halves[at] ?? cell;
}
