import { readDecimal } from "../../model/decimal.ts";
import { readUnit } from "../../model/unit.ts";
import type { Bound, Figure } from "../text/numbers.ts";
import type { FigureRole } from "./kinds.ts";
import type { MineralNames } from "./names.ts";

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
export interface UnitFound {
  readonly symbol: boolean;
  readonly period: boolean;
  /** What the unit stands in: 矿石 万吨/年. */
  readonly context: string;
}

/** A place where a figure was found. */
export type Hit = Extract<Found, { unit: UnitFound }>;

/** What counts by itself and still has a sign of its own. */
const SYMBOLS: Readonly<Record<string, string>> = { km2: "平方千米", percent: "%" };

/** The noun and multiplier of the unit wanted (万, 吨), and the sign for its period. */
export function unitOf({ unit, role }: Wanted): { multiplier: string; symbol: string; per: string } {
  const read = unit === undefined ? undefined : readUnit(unit);
  if (read === undefined) return { multiplier: "", symbol: SYMBOLS[role.counts] ?? "", per: "" };
  const [, multiplier = "", symbol = ""] = /^(万|亿|千(?!克))?(.*)$/.exec(read.symbol) ?? [];
  return { multiplier, symbol, per: read.per === "day" ? "日" : read.per === "year" ? "年" : "" };
}

const ITEMS = /^(?:个|处|家|宗|座|幅|项)$/;

/** Whether a figure of the text counts what is wanted. */
export function fits(figure: Figure, wanted: Wanted): boolean {
  const { counts } = wanted.role;
  if (counts === "items") return figure.multiplier === "" && ITEMS.test(figure.unit);
  if (counts === "percent") return figure.unit === "%";
  if (counts === "years") return figure.unit === "年" && figure.value.lt(1000);
  const { symbol } = unitOf(wanted);
  return figure.unit === symbol;
}

/** Whether they come to the same; a cell has its multiplier in the heading. */
export function equals(figure: Figure, { value, unit }: Wanted, isCell: boolean): boolean {
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

/** With the bound that the text gives it, where that isn't the plan file's. */
export function withBound(hit: Hit, bound: Bound, { role, about: isAbout, disputed }: Wanted): Hit {
  const agrees = isAbout
    ? bound === "about"
    : disputed
      ? bound === "unclear-below"
      : MAY[role.bound].includes(bound) || (role.isLimit === true && bound === "at-most");
  return agrees ? hit : { ...hit, bound };
}
