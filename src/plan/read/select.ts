import type { Path } from "../../input/document.ts";
import { type Decimal, readDecimal } from "../../model/decimal.ts";

/** A value of a parsed file, with its path. */
interface Selected {
  readonly value: unknown;
  readonly path: Path;
}

/**
 * The values of a parsed file that a path leads to: `blocks[mining].count` is the count of every block with
 * a field that says `mining`, `rules.mine-count[0].atMost` that of the first entry.
 */
export function selectValues(file: unknown, path: string): readonly unknown[] {
  return select(file, path).map(({ value }) => value);
}

/** The same values, each with where it stands. */
export function select(file: unknown, path: string): readonly Selected[] {
  const steps = path.split(/\.(?![^[]*\])/).flatMap((part) => {
    const [key = "", ...picks] = part.split("[").map((one) => one.replace(/\]$/, ""));
    return [{ key }, ...picks.map((pick) => ({ pick }))];
  });
  return steps.reduce<readonly Selected[]>(
    (at, step) => ("key" in step ? at.flatMap((one) => child(one, step.key)) : picked(at, step.pick)),
    [{ value: file, path: [] }],
  );
}

function child({ value, path }: Selected, key: string): readonly Selected[] {
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return [];
  const found = (value as Record<string, unknown>)[key];
  if (!Array.isArray(found)) return [{ value: found, path: [...path, key] }];
  return found.map((one: unknown, index) => ({ value: one, path: [...path, key, index] }));
}

/** Entries by number, or by what any of their fields says. */
function picked(entries: readonly Selected[], pick: string): readonly Selected[] {
  if (/^\d+$/.test(pick)) return entries.slice(Number(pick), Number(pick) + 1);
  return entries.filter(
    ({ value: entry }) =>
      entry !== null &&
      typeof entry === "object" &&
      Object.values(entry).some((field) => [field].flat().includes(pick)),
  );
}

/** What values come to together; undefined if there are none, or one of them isn't a number. */
export function sumOf(values: readonly unknown[]): Decimal | undefined {
  const numbers = values.map((one) =>
    typeof one === "number" || typeof one === "string" ? readDecimal(one) : undefined,
  );
  const [first, ...rest] = numbers;
  return rest.reduce(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum.plus(one)),
    first,
  );
}
