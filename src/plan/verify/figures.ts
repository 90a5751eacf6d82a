import { readDecimal } from "../../model/decimal.ts";
import { readUnit } from "../../model/unit.ts";
import { type Bound, type Figure, figuresIn } from "../text/numbers.ts";
import { plain } from "../text/plain.ts";
import type { FigureRole } from "./kinds.ts";
import { cellNames, type MineralNames } from "./names.ts";
import type { Passage } from "./passage.ts";
import type { NamedRow, Spot } from "./spot.ts";

/** A figure of a plan file, with what around it tells where in its passage it belongs. */
export interface Wanted {
  readonly value: number | string;
  readonly role: FigureRole;
  /** 万吨/年, where the figure is given with one. */
  readonly unit?: string;
  /** Names of what it is about, each with its spellings: the mineral, the zone, the level. */
  readonly subjects: readonly (readonly string[])[];
  /** For the two halves of a cell (100/200): the words of the method. */
  readonly method?: readonly string[];
  /** Finds the names of minerals. */
  readonly names: MineralNames;
  readonly about: boolean;
  readonly disputed: boolean;
}

/** Where a figure was found; `bound` says that the text bounds it otherwise than the plan file. */
export type Found =
  | { readonly line: number; readonly unit: UnitFound; readonly bound?: Bound }
  | { readonly line?: undefined };

/** Whether the unit stands beside the figure, in the row, or in the heading of its column. */
interface UnitFound {
  readonly symbol: boolean;
  readonly period: boolean;
  /** What the unit stands in: 矿石 万吨/年. */
  readonly context: string;
}

/** Looks for a figure where it must stand: in its row and column, or else in its sentence. */
export function findFigure(wanted: Wanted, passage: Passage): Found {
  const found = [...inRows(wanted, passage), ...inProse(wanted, passage)];
  const { symbol } = unitOf(wanted);
  const score = ({ bound, unit }: Hit) =>
    (bound === undefined ? 4 : 0) + (symbol === "" || unit.symbol ? 2 : 0) + (unit.period ? 1 : 0);
  return (
    found.reduce<Hit | undefined>(
      (best, hit) => (best && score(best) >= score(hit) ? best : hit),
      undefined,
    ) ?? {}
  );
}

type Hit = Extract<Found, { unit: UnitFound }>;

/** What counts by itself and still has a sign of its own. */
const SYMBOLS: Readonly<Record<string, string>> = { km2: "平方千米", percent: "%" };

/** The noun and multiplier of the unit wanted (万, 吨), and the sign for its period. */
function unitOf({ unit, role }: Wanted): { multiplier: string; symbol: string; per: string } {
  const read = unit === undefined ? undefined : readUnit(unit);
  if (read === undefined) return { multiplier: "", symbol: SYMBOLS[role.counts] ?? "", per: "" };
  const [, multiplier = "", symbol = ""] = /^(万|亿|千(?!克))?(.*)$/.exec(read.symbol) ?? [];
  return { multiplier, symbol, per: read.per === "day" ? "日" : read.per === "year" ? "年" : "" };
}

function inRows(wanted: Wanted, passage: Passage): readonly Hit[] {
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

function inProse(wanted: Wanted, passage: Passage): readonly Hit[] {
  const items = wanted.subjects.flatMap((names) => itemsAbout(names, passage.boxLines));
  const phrases = passage.phrases.flatMap(({ phrase, here }) =>
    here.map((spot) => ({ phrase: plain(phrase), spot })),
  );
  const inPhrase = phrases.flatMap(({ phrase, spot }) =>
    hitsIn(spot, wanted, ({ from, to }) => {
      const at = spot.plain.indexOf(phrase);
      return from >= at && to <= at + phrase.length;
    }),
  );
  const isNamed = wanted.subjects.length === 1 && wanted.role.bound === "exactly";
  const spots = [...items, ...passage.sentences, ...passage.boxLines, ...(isNamed ? passage.paragraphs : [])];
  const bySubject = spots.flatMap((spot) => {
    const ends = wanted.subjects.flatMap((names) => wanted.names.mentionsOf(names, spot.plain));
    return ends.flatMap((end) => {
      const next = figuresIn(spot.plain).find((figure) => figure.from >= end && fits(figure, wanted));
      return next === undefined ? [] : hitsIn(spot, wanted, (figure) => figure.from === next.from);
    });
  });
  const inItems = items.flatMap((spot) => hitsIn(spot, wanted, () => true));
  const inOrder = isNamed ? [...bySubject, ...inItems] : [...inPhrase, ...bySubject];
  if (inOrder.length > 0 || (isNamed && passage.sentences.some(about(wanted)))) return inOrder;
  const isCount = wanted.role.bound === "exactly" && wanted.subjects.length === 0;
  if (!isCount && phrases.some(({ phrase }) => figuresIn(phrase).some((figure) => fits(figure, wanted))))
    return inPhrase;
  return passage.sentences.flatMap((spot) => hitsIn(spot, wanted, () => true));
}

const about = (wanted: Wanted) => (spot: Spot) =>
  wanted.subjects.some((names) => wanted.names.mentionsOf(names, spot.plain).length > 0);

/** The items of a list (1.…集中开采区, then its paragraph) that hold one of these names. */
export function itemsAbout(names: readonly string[], lines: readonly Spot[]): readonly Spot[] {
  const from = lines.findIndex((line) => names.some((name) => line.plain.includes(name)));
  if (from < 0) return [];
  const rest = lines.slice(from + 1);
  const next = rest.findIndex((line) => /^\d+[.、]\D/.test(line.plain));
  return lines.slice(from, next < 0 ? undefined : from + 1 + next);
}

function hitsIn(spot: Spot, wanted: Wanted, where: (figure: Figure) => boolean): readonly Hit[] {
  const { per } = unitOf(wanted);
  return figuresIn(spot.plain)
    .filter((figure) => fits(figure, wanted) && where(figure) && equals(figure, wanted, false))
    .map((figure) =>
      withBound(
        {
          line: spot.line,
          unit: {
            symbol: true,
            period: per === "" || figure.per === per || (figure.per === "" && spot.plain.includes(per)),
            context: partAround(spot.plain, figure),
          },
        },
        figure.bound,
        wanted,
      ),
    );
}

/** What stands between the commas around a figure. */
function partAround(text: string, { from, to }: Figure): string {
  const end = text.indexOf(",", to);
  return text.slice(text.lastIndexOf(",", from) + 1, end < 0 ? undefined : end);
}

const ITEMS = /^(?:个|处|家|宗|座|幅|项)$/;

/** Whether a figure of the text counts what is wanted. */
function fits(figure: Figure, wanted: Wanted): boolean {
  const { counts } = wanted.role;
  if (counts === "items") return figure.multiplier === "" && ITEMS.test(figure.unit);
  if (counts === "percent") return figure.unit === "%";
  if (counts === "years") return figure.unit === "年" && figure.value.lt(1000);
  const { symbol } = unitOf(wanted);
  return figure.unit === symbol;
}

function equals(figure: Figure, { value, unit }: Wanted, isCell: boolean): boolean {
  const own = readDecimal(value);
  const read = unit === undefined ? undefined : readUnit(unit);
  const times = isCell || read === undefined ? "1" : timesOf(read.symbol);
  return own !== undefined && figure.value.eq(own.times(times));
}

function timesOf(symbol: string): string {
  return symbol.startsWith("万")
    ? "10000"
    : symbol.startsWith("亿")
      ? "100000000"
      : symbol.startsWith("千克")
        ? "1"
        : symbol.startsWith("千")
          ? "1000"
          : "1";
}

/** Which bounds of the text a figure may have, by what the plan file makes of it. */
const MAY: Readonly<Record<FigureRole["bound"], readonly Bound[]>> = {
  "at-most": ["at-most", "none"],
  below: ["below"],
  "at-least": ["at-least", "not-below", "none"],
  exactly: ["none"],
};

function withBound(hit: Hit, bound: Bound, { role, about: isAbout, disputed }: Wanted): Hit {
  const agrees = isAbout
    ? bound === "about"
    : disputed
      ? bound === "unclear-below"
      : MAY[role.bound].includes(bound) || (role.isLimit === true && bound === "at-most");
  return agrees ? hit : { ...hit, bound };
}
