import type { Quantity } from "./quantity.ts";
import type { Right, Size } from "./terms.ts";

/** One existing right of a register (已设矿业权). */
export interface RegisteredRight {
  readonly id: string;
  readonly right: Right;
  readonly holder?: string;
  readonly mineral?: string;
  readonly mineSize?: Size;
  readonly output?: readonly Quantity[];
  readonly zone?: string;
  readonly block?: string;
  readonly status?: string;
}

/**
 * What exists already (矿业权登记): counts as an office keeps them, or a list of rights from which
 * they follow. In counts, what isn't named is unknown; in a list it doesn't exist.
 */
export interface Register {
  readonly file: string;
  readonly asOf?: string;
  readonly mines?: number;
  readonly largeMediumMines?: number;
  readonly minesOf?: readonly { readonly mineral: string; readonly mines: number }[];
  readonly outputOf?: readonly { readonly mineral: string; readonly amount: Quantity }[];
  readonly zones?: readonly { readonly name: string; readonly rights: number }[];
  readonly blocksReleased?: readonly {
    readonly from: number;
    readonly to: number;
    readonly blocks: number;
  }[];
  readonly rights?: readonly RegisteredRight[];
  /**
   * The rights don't say in which zones they lie: a table without such a column, or a list of boundaries. A
   * list that does say it of some means of the others that they lie in none.
   */
  readonly zonesUnsaid?: true;
}

const ENDED = new Set(["注销", "灭失", "cancelled", "ended"]);

/** Whether a right of this status is no longer there. */
export function hasEnded(status: string): boolean {
  return ENDED.has(status);
}
