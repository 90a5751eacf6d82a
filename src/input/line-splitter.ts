const NEW_LINE = 0x0a;

/** Cuts pieces of bytes into lines, without their ends; empty ones too, so that numbers stay right. */
export class LineSplitter {
  private held: Buffer[] = [];
  /** How many bytes of a line came whose end didn't come yet. */
  heldBytes = 0;
  /** The line just given had more than the most bytes, and is given empty. */
  isTooLong = false;

  /** @param most longer lines aren't kept: without an end one would fill the memory */
  constructor(private readonly most = Number.POSITIVE_INFINITY) {}

  /** The lines that end in this piece. */
  *push(piece: Buffer): Generator<Buffer> {
    let from = 0;
    for (let end = piece.indexOf(NEW_LINE); end >= 0; end = piece.indexOf(NEW_LINE, from)) {
      const line = this.lineWith(piece.subarray(from, end));
      this.held = [];
      this.heldBytes = 0;
      from = end + 1;
      yield line;
    }
    if (from < piece.length) {
      this.heldBytes += piece.length - from;
      if (this.heldBytes > this.most) this.held = [];
      else this.held.push(piece.subarray(from));
    }
  }

  /** What stands behind the last end of a line. */
  rest(): Buffer {
    return this.lineWith(Buffer.alloc(0));
  }

  private lineWith(last: Buffer): Buffer {
    this.isTooLong = this.heldBytes + last.length > this.most;
    if (this.isTooLong) return Buffer.alloc(0);
    return this.held.length === 0 ? last : Buffer.concat([...this.held, last]);
  }
}
