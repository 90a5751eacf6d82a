import type { PlanValue } from "./values.ts";

const FIGURE_KEYS = ["value", "least", "large", "medium", "small"];

/** The figures that a unit or basis is for: beside it, or in the rows beneath that have no unit of their own. */
export function figuresUnder(at: PlanValue["around"][number]): readonly Omit<PlanValue, "key">[] {
  const { entry, path } = at;
  const own = figuresOf(at, [at]);
  const rows = Array.isArray(entry["rows"]) ? (entry["rows"] as PlanValue["around"][number]["entry"][]) : [];
  return [
    ...own,
    ...rows.flatMap((row, index) => {
      const inner = { entry: row, path: [...path, "rows", index] };
      return row["unit"] === undefined ? figuresOf(inner, [inner, at]) : [];
    }),
  ];
}

function figuresOf(
  { entry, path }: PlanValue["around"][number],
  around: PlanValue["around"],
): readonly Omit<PlanValue, "key">[] {
  return FIGURE_KEYS.filter((key) => entry[key] !== undefined && entry[key] !== "/").map((key) => ({
    path: [...path, key],
    value: entry[key] as number | string,
    around,
  }));
}

const BASIS: Readonly<Record<string, RegExp>> = {
  ore: /矿石|原矿/,
  mineral: /矿物/,
  metal: /金属/,
  concentrate: /精粉|精矿/,
  block: /荒料/,
};

/** A figure printed without a basis counts ore; with one, it must be that. */
export function basisFits(basis: string, context: string): boolean {
  const printed = Object.entries(BASIS).filter(([, words]) => words.test(context));
  return printed.length === 0 ? basis === "ore" : printed.some(([name]) => name === basis);
}
