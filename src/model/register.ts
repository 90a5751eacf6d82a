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

/** In whatever words a register closes a right: 已注销, 依法吊销, 采矿许可证已注销, 注销登记 … */
const ENDED =
  /^(?:(?:采矿|勘查)?许可证|(?:采矿|探矿)权)?(?:已|已经|依法|已依法)?(?:注销|吊销|撤销|灭失|废止)(?:登记)?$/;
const EXPIRED = /^(?:(?:采矿|勘查)?许可证|(?:采矿|探矿)权)?(?:已|已经)?(?:过期|到期|逾期|失效)$/;

/** Whether a right of this status is no longer there; by any word that isn't known, it is. */
export function hasEnded(status: string): boolean {
  const said = plain(status);
  return ENDED.test(said) || ["cancelled", "canceled", "revoked", "ended"].includes(said);
}

/** Whether its term is over, which leaves open whether it is being renewed (延续): it may be there or not. */
export function hasExpired(status: string): boolean {
  const said = plain(status);
  return EXPIRED.test(said) || said === "expired";
}

function plain(status: string): string {
  return status.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
