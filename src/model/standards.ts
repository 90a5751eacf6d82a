import type { Decimal } from "./decimal.ts";
import type { Citation } from "./finding.ts";
import type { Mineral, Minerals } from "./mineral.ts";
import type { Measure } from "./quantity.ts";
import type { Method, Size } from "./terms.ts";

/**
 * One row of a size standard. Half-open: large from `high` up, medium from `low` up, small below
 * (国土资发〔2000〕133号: 中型及小型规模不含其上限数字).
 */
export interface SizeRow {
  readonly mineral: Mineral;
  readonly method?: Method;
  readonly counts: Measure;
  /** In base units. */
  readonly low: Decimal;
  readonly high: Decimal;
  /** Whether someone held it against a readable copy of the standard. */
  readonly verified: boolean;
  /** The standard's number, as messages name it. */
  readonly standard: string;
  readonly citation: Citation;
}

/** 采矿权期限: for how many years a mining right is granted at most, while an article is in force. */
export interface MiningTerm {
  readonly article: string;
  readonly from?: string;
  readonly to?: string;
  /** By the mine's size. */
  readonly years: Readonly<Record<Size, number>>;
}

/** The national vocabulary and thresholds (rules/standards). */
export interface Standards {
  readonly minerals: Minerals;
  /** The list that names are recognised by. */
  readonly vocabulary: Citation;
  /** 矿区储量规模, 国土资发〔2000〕133号. */
  readonly depositSize: SizeTable;
  /** 矿山生产建设规模, 国土资发〔2004〕208号. */
  readonly mineSize: SizeTable;
  /** The area of a basic unit block (1′×1′) at the north and at the south of the country. */
  readonly basicBlockKm2: { readonly smallest: Decimal; readonly largest: Decimal };
  readonly miningTerms: readonly MiningTerm[];
  /** Cites an article of national law that a rule falls back on where a plan is silent. */
  law(id: string): Citation;
  /** What findings can cite besides a plan's clauses: articles of law, and the standards themselves. */
  readonly others: readonly string[];
}

/** The size that an exact amount has by a row. */
export function sizeBy(row: SizeRow, amount: Decimal): Size {
  if (amount.gte(row.high)) return "large";
  return amount.gte(row.low) ? "medium" : "small";
}

/** A size standard as a table, made when it is first asked. */
export class SizeTable {
  private made: readonly SizeRow[] | undefined;
  private readonly found = new Map<string, SizeRow | undefined>();

  constructor(
    private readonly minerals: Minerals,
    private readonly make: () => readonly SizeRow[],
  ) {}

  get rows(): readonly SizeRow[] {
    this.made ??= this.make();
    return this.made;
  }

  /** The row nearest above a mineral; a row for one method only with that method. */
  rowFor(mineral: Mineral, method?: Method): SizeRow | undefined {
    const key = `${mineral.name} ${method}`;
    if (!this.found.has(key)) this.found.set(key, this.find(mineral, method));
    return this.found.get(key);
  }

  private find(mineral: Mineral, method: Method | undefined): SizeRow | undefined {
    const { minerals } = this;
    const covering = this.rows.filter(
      (row) => minerals.covers(row.mineral, mineral) && (row.method === undefined || row.method === method),
    );
    return covering.find(
      (row) =>
        !covering.some(
          (other) => other.mineral !== row.mineral && minerals.covers(row.mineral, other.mineral),
        ),
    );
  }
}
