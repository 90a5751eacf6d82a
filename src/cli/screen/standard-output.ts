import { once } from "node:events";
import type { Sink } from "../../screen/outlet.ts";

/** Standard output, no faster than its reader takes it; once that has gone, nothing more is written. */
export class StandardOutput implements Sink {
  readonly file = "-";
  isClosed = false;

  async write(piece: string | Uint8Array): Promise<void> {
    if (this.isClosed || process.stdout.write(piece)) return;
    try {
      await once(process.stdout, "drain");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
      this.isClosed = true;
    }
  }

  commit(): void {}
  abandon(): void {}
}
