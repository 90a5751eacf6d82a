import { quoted, type Values } from "./statement.ts";

/** Which rows of a table a layer means by its `where`: the values that its columns have in them, as texts. */
export interface Picks {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly values: readonly (string | null)[];
    /** The column that is asked for and has no value, so that it isn't known whether the row is meant. */
    readonly lacks?: string;
  }[];
}

/** Joins the values that are meant, bound, to a table `f`; without a `where` there is nothing to join. */
export function joinPicks(picks: Picks | undefined, values: Values): string {
  if (picks === undefined) return "";
  const { columns, rows } = picks;
  const bound = columns.map((_, at) =>
    values.bind(
      rows.map((row) => row.values[at] ?? null),
      "text[]",
    ),
  );
  bound.push(
    values.bind(
      rows.map(({ lacks }) => lacks ?? null),
      "text[]",
    ),
  );
  const names = columns.map((_, at) => `v${at + 1}`);
  const same = columns.map((column, at) => `f.${quoted(column)}::text IS NOT DISTINCT FROM pick.v${at + 1}`);
  return `\n  JOIN unnest(${bound.join(", ")}) AS pick(${[...names, "lacks"].join(", ")})\n    ON ${same.join(" AND ")}`;
}

/** The column that a row lacks; NULL where it is meant for certain. */
export function lacks(picks: Picks | undefined): string {
  return picks === undefined ? "NULL::text" : "pick.lacks";
}
