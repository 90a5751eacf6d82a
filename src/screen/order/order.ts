import type { SortKey } from "../../model/screen-order.ts";
import type { Row } from "../../model/screen-row.ts";
import { ORDERS } from "./sort-key.ts";
import { Sorter } from "./sorter.ts";

/** In which order rows are put out, and how many of them. */
export interface Ordering {
  /** Absent: the input's order. */
  readonly sort?: SortKey;
  /** Absent: all. */
  readonly limit?: number;
  /** The folder of the temporary file that sorting many rows needs. */
  readonly folder: string;
}

type Put = (row: Row) => Promise<void>;

/** Takes rows in the input's order, and puts them out in the order that is asked for. */
export interface Order {
  add(row: Row): Promise<void> | void;
  /** Puts out what is left. */
  end(): Promise<void>;
  /** Nothing more is wanted of it. */
  close(): void;
}

export function orderOf({ sort, limit = Number.POSITIVE_INFINITY, folder }: Ordering, put: Put): Order {
  if (sort === undefined || sort === "number") return asTheyCome(limit, put);
  const sorter = new Sorter(ORDERS[sort], limit, folder);
  return {
    add: (row) => sorter.add(row),
    end: async () => {
      for (const row of sorter.rows()) await put(row);
    },
    close: () => sorter.close(),
  };
}

function asTheyCome(limit: number, put: Put): Order {
  let left = limit;
  return {
    add: async (row) => {
      if (left-- > 0) await put(row);
    },
    end: async () => {},
    close: () => {},
  };
}
