import { Readable } from "node:stream";
import { openDbf } from "shapefile";
import type { Attribute } from "../../../geometry/raw.ts";
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
  close(): void;
}

/**
 * The rows of a checked table, decoded by the `shapefile` package. It is given a header in which every
 * column is text, by its number: left to the types it makes 1899 of an empty date, rounds long numbers,
 * and fails on types that it doesn't know; and of two columns of one name it keeps one. `isWanted` tells
 * the rows, counted from 1, that are read at all.
 */
export async function openRows(
  { part, layout, encoding, fields }: Table,
  isWanted: (row: number) => boolean,
): Promise<RowReader> {
  const failure: { error?: unknown } = {};
  const bytes = endingQuietly(plainTable(part, layout, isWanted), failure);
  const stream = Readable.from(bytes, { objectMode: false });
  const source = await openDbf(stream, { encoding });
  return {
    async next() {
      const { done, value } = await source.read();
      if (failure.error !== undefined) throw failure.error;
      if (done || value === null) changed(part);
      return Object.fromEntries(
        fields.map(({ name, index, kind }) => [
          name,
          readValue(kind, tidied(String(value[index] ?? ""))) ?? null,
        ]),
      );
    },
    close: () => stream.destroy(),
  };
}

/** The package leaves the promise of a stream that fails to nobody, which would end the process. */
async function* endingQuietly(
  bytes: AsyncIterable<Buffer>,
  failure: { error?: unknown },
): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    failure.error = error;
  }
}

async function* plainTable(
  dbf: Part,
  layout: TableLayout,
  isWanted: (row: number) => boolean,
): AsyncGenerator<Buffer> {
  yield plainHeader(layout);
  let number = 0;
  for await (const rows of rowsOf(dbf, layout)) {
    const wanted = rows.filter(() => isWanted(++number)).map(({ bytes }) => bytes);
    if (wanted.length > 0) yield Buffer.concat(wanted);
  }
}

function plainHeader({ columns, rowLength }: TableLayout): Buffer {
  const header = Buffer.alloc(32 + 32 * columns.length + 1);
  header.writeUInt8(0x03, 0);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(rowLength, 10);
  columns.forEach(({ length }, index) => {
    const at = 32 + 32 * index;
    header.write(`${index}`, at, "latin1");
    header.write("C", at + 11, "latin1");
    header.writeUInt8(length, at + 16);
  });
  header.writeUInt8(0x0d, header.length - 1);
  return header;
}
