import type { Attribute } from "../../../geometry/shape/raw.ts";
import type { Words } from "../../../model/words.ts";
import { words } from "../../../model/words.ts";
import type { Column, TableLayout } from "./columns.ts";
import { type Encoding, tidied } from "./encoding.ts";
import { changed, type Part } from "./part.ts";
import { rowsOf } from "./preflight-dbf.ts";
import { readValue } from "./values.ts";

export type Attributes = Readonly<Record<string, Attribute>>;

/** A column whose values are read, under the name that features have it by. */
export interface Field {
  readonly name: string;
  /** Its number in the table, from 0. */
  readonly index: number;
  readonly kind: Column["kind"];
}

/**
 * The fields that are read, named in the table's encoding: without what a cut character leaves, and told
 * apart where they were cut to the same.
 */
export function fieldsOf(
  { columns }: TableLayout,
  encoding: Encoding,
): { readonly fields: readonly Field[]; readonly notes: readonly Words[] } {
  const taken = new Set<string>();
  const notes: Words[] = [];
  const decoder = new TextDecoder(encoding);
  const fields = columns.flatMap(({ rawName, kind, letter }, index): readonly Field[] => {
    const plain = tidied(decoder.decode(rawName));
    const name = plain === "" || taken.has(plain) ? `${plain}#${index + 1}` : plain;
    if (kind === "unread") {
      notes.push(
        words(
          `字段 ${name} 的类型 ${letter} 不读，已略去`,
          `field ${name} of type ${letter} isn't read and was left out`,
        ),
      );
      return [];
    }
    if (name !== plain)
      notes.push(
        words(
          `第 ${index + 1} 个字段的名称“${plain}”为空或重复，改称“${name}”`,
          `the name “${plain}” of field ${index + 1} is empty or taken; it is called “${name}”`,
        ),
      );
    taken.add(name);
    return [{ name, index, kind }];
  });
  return { fields, notes };
}

/** A .dbf that was looked through. */
export interface Table {
  readonly part: Part;
  readonly layout: TableLayout;
  readonly encoding: Encoding;
  readonly fields: readonly Field[];
  /** Numbers of rows marked as deleted, from 1. */
  readonly deleted: ReadonlySet<number>;
  readonly notes: readonly Words[];
}

/** Attributes one row after another. Throws `Unusable` where rows run out. */
export interface RowReader {
  next(): Promise<Attributes>;
  close(): Promise<void>;
}

/** The rows of a checked table, one after another. `isWanted` tells those, counted from 1, that are read at all. */
export function openRows(
  { part, layout, encoding, fields }: Table,
  isWanted: (row: number) => boolean,
): RowReader {
  const decoder = new TextDecoder(encoding);
  const columns = fields.map(({ name, index, kind }) => ({ name, kind, ...columnAt(layout, index) }));
  const rows = wantedRows(part, layout, isWanted);
  return {
    async next() {
      const { done, value: row } = await rows.next();
      if (done) changed(part);
      return Object.fromEntries(
        columns.map(({ name, kind, start, length }) => [
          name,
          readValue(kind, tidied(decoder.decode(row.subarray(start, start + length)))) ?? null,
        ]),
      );
    },
    async close() {
      await rows.return(undefined);
    },
  };
}

function columnAt(
  { columns }: TableLayout,
  index: number,
): { readonly start: number; readonly length: number } {
  const { start, length } = columns[index] as Column;
  return { start, length };
}

async function* wantedRows(
  dbf: Part,
  layout: TableLayout,
  isWanted: (row: number) => boolean,
): AsyncGenerator<Buffer, undefined> {
  let number = 0;
  for await (const rows of rowsOf(dbf, layout))
    for (const { bytes } of rows) {
      number += 1;
      if (isWanted(number)) yield bytes;
    }
  return undefined;
}
