import { once } from "node:events";
import type { Sink } from "../../screen/outlet.ts";

/**
 * Standard output, no faster than its reader takes it. Once that has gone, or a disk is full, nothing more is
 * written; which of them is an error is told elsewhere.
 */
export class StandardOutput implements Sink {
  readonly file = "-";
  isClosed = false;

  constructor() {
    process.stdout.once("error", () => {
      this.isClosed = true;
    });
  }

  async write(piece: string | Uint8Array): Promise<void> {
    if (this.isClosed || process.stdout.write(piece)) return;
    // It rejects where the error comes instead, which is heard above.
    await once(process.stdout, "drain").catch(() => {});
  }

  commit(): void {}
  abandon(): void {}
}
