import { MOST_BYTES, refuseLarger, unreadable } from "../text.ts";

/** Standard input piece by piece (标准输入): no faster than it is asked for, and without blocking the program. */
export class StandardInput {
  private readonly source = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  private held: Buffer[] = [];

  /** The next piece; undefined at the end. Throws `Unusable`. */
  async next(): Promise<Buffer | undefined> {
    try {
      const { done, value } = await this.source.next();
      return done === true ? undefined : value;
    } catch (error) {
      return unreadable("-", error);
    }
  }

  /** Puts back what was read to see how it begins. */
  unread(pieces: readonly Buffer[]): void {
    this.held = [...pieces];
  }

  /** All of it from the beginning; nothing is kept. */
  async *pieces(): AsyncGenerator<Buffer> {
    for (const piece of this.held.splice(0)) yield piece;
    for (let piece = await this.next(); piece !== undefined; piece = await this.next()) yield piece;
  }

  /** All of it at once. Throws `Unusable` beyond 64 MB. */
  async whole(): Promise<Buffer> {
    const all: Buffer[] = [];
    let length = 0;
    for await (const piece of this.pieces()) {
      all.push(piece);
      length += piece.length;
      refuseLarger(MOST_BYTES, length, "-");
    }
    return Buffer.concat(all);
  }
}
