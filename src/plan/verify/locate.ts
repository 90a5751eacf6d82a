import type { Place } from "../../model/plan.ts";
import { beneath, boxesNamed, type Heading, type Outline, type Stretch } from "../text/outline.ts";
import { headingKey, plain, readNumeral } from "../text/plain.ts";
import type { Box } from "../text/tables.ts";
import { columnsOf, type DeclaredBox } from "./columns.ts";
import type { NamedRow, Spot } from "./spot.ts";

/** A part of a place that the text doesn't have: `第四节 …`. */
export interface MissingPart {
  readonly part: keyof Place | "columns" | "table";
  readonly name: string;
  /** Of the first place (`at`) or of a further one. */
  readonly index: number;
}

/** A place of the text: what of it was found, and what wasn't. */
export interface Located {
  readonly stretches: readonly Stretch[];
  readonly titles: readonly Spot[];
  readonly box?: Box;
  readonly rows: readonly NamedRow[];
  readonly namesRows: boolean;
  readonly notes: readonly Spot[];
  readonly missing: readonly MissingPart[];
}

/** The lines of a stretch. */
export function linesIn({ text }: Outline, { from, to }: Stretch): readonly Spot[] {
  return text.lines.slice(from, to).map(({ plain: line, number }) => ({ plain: line, line: number }));
}

const WHOLE = "全文";

/** Finds a place of the text, from the chapter down to the row of a box. */
export function locate(
  place: Place,
  index: number,
  outline: Outline,
  declared: readonly DeclaredBox[],
): Located {
  const whole: Stretch = { from: 0, to: outline.text.lines.length };
  const missing: MissingPart[] = [];
  const titles: Spot[] = [];
  let stretches: readonly Stretch[] = [whole];
  const narrow = (part: "chapter" | "section" | "heading", find: (name: string) => readonly Heading[]) => {
    const name = place[part];
    if (name === undefined || name === WHOLE) return;
    const found = find(name);
    if (found.length === 0) missing.push({ part, name, index });
    else stretches = found;
    titles.push(...around(found).map(({ title, line }) => ({ plain: title, line })));
  };
  const around = (found: readonly Heading[]) =>
    outline.headings.filter((heading) =>
      found.some(
        (one) => one === heading || (heading.level > 1 && heading.from < one.from && one.from < heading.to),
      ),
    );
  narrow("chapter", (name) => beneath(outline, name, stretches, { from: 0, to: 0 }));
  narrow("section", (name) => beneath(outline, name, stretches, { from: 1, to: 2 }));
  const wider = stretches;
  narrow("heading", (name) => name.split("；").flatMap((one) => subheadings(one, stretches, outline)));
  const empty = { stretches, titles, rows: [], namesRows: false, notes: [], missing };
  if (place.box === undefined) return empty;
  // A box of the section may stand before the sub-heading that speaks of it.
  const [box, another] =
    [stretches, wider]
      .map((within) => boxesNamed(outline, place.box ?? "", within))
      .find((found) => found.length > 0) ?? [];
  if (box === undefined || another !== undefined) {
    missing.push({ part: "box", name: place.box, index });
    return empty;
  }
  titles.push({ plain: box.title, line: box.from + 1 });
  const columns = columnsOf(
    box,
    declared.find((one) => boxesNamed(outline, one.box, wider).includes(box)),
  );
  if (columns.missing !== undefined)
    missing.push(
      box.isTable
        ? { part: "columns", name: columns.missing, index }
        : { part: "table", name: place.box, index },
    );
  const named = box.rows.slice(columns.headerRows).map((row): NamedRow => {
    const shift = columns.names.length - row.cells.length;
    const own = row.cells.map((_, at) => columns.names[at + shift] ?? "");
    return { row, columns: own, box, ...(columns.value === undefined ? {} : { valueColumn: columns.value }) };
  });
  const notes = box.notes.map(({ plain: line, number }) => ({ plain: line, line: number }));
  if (place.row === undefined) return { ...empty, box, rows: box.isTable ? named : [], notes };
  const label = String(place.row);
  if (/^(?:注|备注)$/.test(label)) {
    if (notes.length === 0) missing.push({ part: "row", name: label, index });
    return { ...empty, box, notes };
  }
  const rows = label.split("、").flatMap((one) => {
    const fitting = rowsNamed(one, named);
    if (fitting.length === 0 && columns.names.some((name) => labelKey(name) === labelKey(one))) return named;
    if (fitting.length === 0) missing.push({ part: "row", name: one, index });
    return fitting;
  });
  return { ...empty, box, rows, namesRows: true, notes: [] };
}

/** 一、开发利用规模调控（一）（二） names two items beneath a heading. */
function subheadings(name: string, within: readonly Stretch[], outline: Outline): readonly Heading[] {
  const whole = beneath(outline, name, within, { from: 2, to: 5 });
  if (whole.length > 0) return whole;
  const items = /^(.+?)((?:[（(][一二三四五六七八九十]+[）)])+)$/.exec(name);
  const [, title = "", numbers = ""] = items ?? [];
  if (items === null) return [];
  const under = beneath(outline, title, within, { from: 2, to: 5 });
  const wanted = [...plain(numbers).matchAll(/\(.+?\)/g)].map(([number]) => number);
  const found = wanted.map((number) =>
    outline.headings.filter(
      (heading) =>
        heading.level === 3 &&
        heading.title.startsWith(number) &&
        under.some(({ from, to }) => from <= heading.from && heading.from < to),
    ),
  );
  return found.some((one) => one.length === 0) ? [] : found.flat();
}

/** A row by its number, by its label, or by a merged label and its own (年开采量 铁矿). */
function rowsNamed(label: string, rows: readonly NamedRow[]): readonly NamedRow[] {
  if (/^\d+$/.test(label)) {
    const numbered = rows.filter(
      ({ row }) => readNumeral(row.cells[0]?.plain.replace(/^0+/, "") ?? "") === Number(label),
    );
    return numbered.length > 0 ? numbered : rows.slice(Number(label) - 1, Number(label));
  }
  const parts = label.split(/\s+/).map(labelKey);
  return rows.filter(({ row }) => {
    const cells = row.cells.map((cell) => labelKey(cell.plain));
    return cells.some((_, from) => parts.every((part, at) => cells[from + at] === part));
  });
}

/** A label without what stands in brackets behind it: 矿山数量（个）. */
function labelKey(text: string): string {
  return headingKey(plain(text).replace(/\([^()]*\)$/, ""));
}
