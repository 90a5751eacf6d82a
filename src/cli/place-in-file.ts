import type { ReadApplication } from "../input/application.ts";
import type { Path } from "../input/document.ts";
import { DECLARATIONS, DOCUMENTS } from "../model/evidence.ts";
import { CONSTRAINTS } from "../model/terms.ts";
import type { Words } from "../model/words.ts";

/** `site.zones[0].name` in the file that the application came from. */
export function placeOf({ document, path }: ReadApplication, field: string): string | undefined {
  const steps: (string | number)[] = [...path];
  for (const step of field.split(/[.[\]]+/).filter((one) => one !== "")) {
    const key = [/^\d+$/.test(step) ? Number(step) : step, IN_CHINESE.get(step) ?? step].find((one) =>
      exists(document.value, [...steps, one]),
    );
    if (key === undefined) return undefined;
    steps.push(key);
  }
  const { file, line, column } = { file: document.file, ...document.locate(steps) };
  return line === undefined ? file : `${file}:${line}:${column}`;
}

/** Keys that the application may write in Chinese instead. */
const IN_CHINESE: ReadonlyMap<string, string> = new Map(
  [DOCUMENTS, DECLARATIONS, CONSTRAINTS].flatMap((table) =>
    Object.entries<Words>(table).map(([key, { zh }]) => [key, zh] as const),
  ),
);

function exists(value: unknown, path: Path): boolean {
  return (
    path.reduce<unknown>(
      (at, step) =>
        at !== null && typeof at === "object" && Object.hasOwn(at, step)
          ? (at as Record<string | number, unknown>)[step]
          : undefined,
      value,
    ) !== undefined
  );
}
