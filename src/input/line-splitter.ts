const NEW_LINE = 0x0a;

/** Cuts pieces of bytes into lines, without their ends; empty ones too, so that numbers stay right. */
export class LineSplitter {
  private held: Buffer[] = [];
  /** How many bytes of a line came whose end didn't come yet. */
  heldBytes = 0;

  /** The lines that end in this piece. */
  *push(piece: Buffer): Generator<Buffer> {
    let from = 0;
    for (let end = piece.indexOf(NEW_LINE); end >= 0; end = piece.indexOf(NEW_LINE, from)) {
      const last = piece.subarray(from, end);
      const line = this.held.length === 0 ? last : Buffer.concat([...this.held, last]);
      this.held = [];
      this.heldBytes = 0;
      from = end + 1;
      yield line;
    }
    if (from < piece.length) {
      this.held.push(piece.subarray(from));
      this.heldBytes += piece.length - from;
    }
  }

  /** What stands behind the last end of a line. */
  rest(): Buffer {
    return Buffer.concat(this.held);
  }
}
