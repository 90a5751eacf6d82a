/** Numbers that come one by one, in an array that is made anew twice as large when it is full. */
export class Growing<Numbers extends Float64Array | Uint32Array | Uint8Array> {
  private length = 0;

  constructor(private numbers: Numbers) {}

  get count(): number {
    return this.length;
  }

  push(...more: readonly number[]): void {
    this.append(more);
  }

  append(more: ArrayLike<number>): void {
    const needed = this.length + more.length;
    if (needed > this.numbers.length) {
      const larger = new (this.numbers.constructor as new (length: number) => Numbers)(
        Math.max(needed, 2 * this.numbers.length),
      );
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers.set(more, this.length);
    this.length = needed;
  }

  /** Those that came, as a view. */
  get all(): Numbers {
    return this.numbers.subarray(0, this.length) as Numbers;
  }
}
