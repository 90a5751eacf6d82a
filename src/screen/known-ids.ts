import { createHash } from "node:crypto";
import type { Row } from "../model/screen-row.ts";
import { words } from "../model/words.ts";

/** Slots at the beginning; there are always at least twice as many as ids. */
const FEWEST_SLOTS = 1 << 12;

/**
 * Which ids came before (编号重复). Of each only 64 bits of a hash and the first candidate's number are kept,
 * 24 to 48 bytes, so that millions fit.
 */
export class KnownIds {
  private high = new Uint32Array(FEWEST_SLOTS);
  private low = new Uint32Array(FEWEST_SLOTS);
  /** The number of the candidate that had the id first; 0: the slot is free. */
  private first = new Uint32Array(FEWEST_SLOTS);
  private size = 0;

  /** The row, with a note where its id was another candidate's before. */
  noted(row: Row): Row {
    const { id, number, notes = [] } = row;
    const before = this.firstOf(id, number);
    if (before === number) return row;
    const note = words(
      `编号“${id}”重复，第 ${before} 个候选区块已用此编号`,
      `the id "${id}" is also that of candidate ${before}`,
    );
    return { ...row, notes: [...notes, note] };
  }

  private firstOf(id: string, number: number): number {
    const digest = createHash("sha1").update(id).digest();
    const [high, low] = [digest.readUInt32LE(0), digest.readUInt32LE(4)];
    const slot = this.slotOf(high, low);
    const known = this.first[slot] ?? 0;
    if (known !== 0) return known;
    this.put(slot, high, low, number);
    this.size += 1;
    if (this.size * 2 > this.first.length) this.grow();
    return number;
  }

  /** The slot that has these bits, or the free one where they belong. */
  private slotOf(high: number, low: number): number {
    const mask = this.first.length - 1;
    let slot = low & mask;
    while (this.first[slot] !== 0 && !(this.high[slot] === high && this.low[slot] === low))
      slot = (slot + 1) & mask;
    return slot;
  }

  private put(slot: number, high: number, low: number, number: number): void {
    this.high[slot] = high;
    this.low[slot] = low;
    this.first[slot] = number;
  }

  private grow(): void {
    const { high, low, first } = this;
    const slots = first.length * 2;
    this.high = new Uint32Array(slots);
    this.low = new Uint32Array(slots);
    this.first = new Uint32Array(slots);
    for (const [at, number] of first.entries()) {
      const [one = 0, two = 0] = [high[at], low[at]];
      if (number !== 0) this.put(this.slotOf(one, two), one, two, number);
    }
  }
}
