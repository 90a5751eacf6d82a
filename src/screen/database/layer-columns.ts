import type { LayerEntry } from "../../input/layers.ts";
import { unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";
import type { Named } from "./catalog.ts";
import type { Column } from "./table.ts";

/** The column of the zones' names. */
export function nameFieldOf({ subject }: LayerEntry): string | undefined {
  return subject.of === "zone-kind" ? subject.nameField : undefined;
}

/** The columns that a layer's subject asks for; each must be there. Throws `Unusable`. */
export function attributesNeeded(
  entry: LayerEntry,
  columns: readonly Column[],
  at: Named,
): readonly string[] {
  const { subject, where } = entry;
  const names = columns.map(({ name }) => name);
  const fields =
    subject.of === "block" || subject.of === "existing-right" ? Object.values(subject.fields) : [];
  const own = [nameFieldOf(entry), ...fields].filter((name) => name !== undefined);
  for (const name of [...Object.keys(where), ...own])
    if (!names.includes(name))
      unusable({
        ...at,
        message: words(`表没有列“${name}”`, `the table has no column "${name}"`),
        remedy: words(`现有的列：${names.join("、") || "无"}`, `it has ${names.join(", ") || "none"}`),
      });
  // Which county a feature is of may stand in any column.
  return subject.of === "county" ? names : [...new Set(own)];
}
