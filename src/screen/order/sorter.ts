import type { Row } from "../../model/screen-row.ts";
import { type Compare, type Rank, rankOf } from "./sort-key.ts";
import { Spool } from "./spool.ts";

/** A row in its printed form, with what it is sorted by. */
export interface Ranked {
  readonly rank: Rank;
  readonly text: string;
}

/** So many characters of rows are held and sorted at once; the rest is on disk. */
const MOST_HELD = 16 * 1024 * 1024;

/**
 * Sorts any number of rows in bounded memory: what doesn't fit is written to a temporary file in sorted runs,
 * which are merged at the end. Throws `Unusable` where that file can't be written.
 */
export class Sorter {
  private held: Ranked[] = [];
  private heldSize = 0;
  private spool: Spool | undefined;

  /**
   * @param limit how many are wanted at most
   * @param folder where the temporary file goes
   */
  constructor(
    private readonly compare: Compare,
    private readonly limit: number,
    private readonly folder: string,
    private readonly mostHeld = MOST_HELD,
  ) {}

  add(row: Row): void {
    const text = JSON.stringify(row);
    this.held.push({ rank: rankOf(row), text });
    this.heldSize += text.length;
    if (this.heldSize > this.mostHeld) this.makeRoom();
  }

  /** All of them in order; may be taken once. */
  *rows(): Generator<Row> {
    this.sort();
    let left = this.limit;
    const sorted = this.spool === undefined ? this.held : this.spool.merged(this.held, this.compare);
    for (const { text } of sorted) {
      if (left-- <= 0) return;
      yield JSON.parse(text) as Row;
    }
  }

  close(): void {
    this.spool?.close();
  }

  /** Where few are wanted the worst of those held can't be among them; the others go to disk. */
  private makeRoom(): void {
    this.sort();
    this.held.length = Math.min(this.held.length, this.limit);
    this.heldSize = this.held.reduce((sum, { text }) => sum + text.length, 0);
    if (this.heldSize <= this.mostHeld / 2) return;
    this.spool ??= new Spool(this.folder);
    this.spool.addRun(this.held);
    this.held = [];
    this.heldSize = 0;
  }

  private sort(): void {
    this.held.sort((a, b) => this.compare(a.rank, b.rank));
  }
}
