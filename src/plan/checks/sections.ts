import type { CountLimit } from "../../../rules/mine-count.ts";
import type { ScaleEntry } from "../../../rules/minimum-scale.ts";
import type { Total } from "../../../rules/production-total.ts";
import type { Schedule } from "../../../rules/release-schedule.ts";
import type { RowEntry } from "../../../rules/tables/scale-table.ts";
import type { Path } from "../../input/document.ts";
import { type PlanFigure, planFigure } from "../../model/figure.ts";
import type { Plan } from "../../model/plan.ts";
import type { Measure } from "../../model/quantity.ts";
import type { Size } from "../../model/terms.ts";

/** The sections of a plan that checks look into, each part with its path in the file. */

interface Sections {
  readonly "minimum-scale": readonly ScaleEntry[];
  readonly "production-total": readonly Total[];
  readonly "mine-count": readonly CountLimit[];
  readonly "release-schedule": readonly Schedule[];
}

/** The entries of a rule's section; none where the plan doesn't have it. */
export function entriesOf<Rule extends keyof Sections>(
  plan: Plan,
  rule: Rule,
): readonly { readonly entry: Sections[Rule][number]; readonly path: Path }[] {
  const section = (plan.rules[rule] ?? []) as Sections[Rule];
  return [...section].map((entry, index) => ({ entry, path: ["rules", rule, index] }));
}

/** A row of a table of minimum scales. */
export interface ScaleRow {
  readonly row: RowEntry;
  readonly entry: ScaleEntry;
  readonly path: Path;
  readonly clause: string | undefined;
  /** Its figures by size; one figure for all sizes stands under each. A cell "/" isn't there. */
  readonly cells: readonly { readonly size: Size; readonly figure: PlanFigure }[];
}

const SIZES = ["large", "medium", "small"] as const;

export function scaleRows(plan: Plan): readonly ScaleRow[] {
  return entriesOf(plan, "minimum-scale").flatMap(({ entry, path }) =>
    (entry.rows ?? []).map((row, index) => ({
      row,
      entry,
      path: [...path, "rows", index],
      clause: row.clause ?? clauseOf(entry),
      cells: SIZES.flatMap((size) => {
        const value = row.least ?? row[size];
        if (value === undefined || value === "/") return [];
        return { size, figure: planFigure({ value, unit: row.unit ?? entry.unit ?? "", of: row.of }) };
      }),
    })),
  );
}

/** The clause of an entry; the first of several. */
export function clauseOf({ clause }: { readonly clause: string | readonly string[] }): string | undefined {
  return typeof clause === "string" ? clause : clause[0];
}

/** Whom an entry concerns, as one text: entries of different scope don't contradict each other. */
export function scopeOf({ when }: { readonly when?: unknown }): string {
  return JSON.stringify(when ?? {});
}

/** Whether two figures count the same and can be compared as they are. */
export function sameMeasure(a: Measure, b: Measure): boolean {
  return a.dimension === b.dimension && a.per === b.per && a.of === b.of;
}
