import { type Decimal, readDecimal } from "../../../model/decimal.ts";

/**
 * The values of a parsed file that a path leads to: `blocks[mining].count` is the count of every block with
 * a field that says `mining`, `rules.mine-count[0].atMost` that of the first entry.
 */
export function selectValues(file: unknown, path: string): readonly unknown[] {
  const steps = path.split(/\.(?![^[]*\])/).flatMap((part) => {
    const [key = "", ...picks] = part.split("[").map((one) => one.replace(/\]$/, ""));
    return [{ key }, ...picks.map((pick) => ({ pick }))];
  });
  return steps.reduce<readonly unknown[]>(
    (at, step) => ("key" in step ? at.flatMap((one) => child(one, step.key)) : picked(at, step.pick)),
    [file],
  );
}

function child(value: unknown, key: string): readonly unknown[] {
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return [];
  const found = (value as Record<string, unknown>)[key];
  return Array.isArray(found) ? found : [found];
}

/** Entries by number, or by what any of their fields says. */
function picked(entries: readonly unknown[], pick: string): readonly unknown[] {
  if (/^\d+$/.test(pick)) return entries.slice(Number(pick), Number(pick) + 1);
  return entries.filter(
    (entry) =>
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
