import type { Sink } from "../../screen/outlet.ts";
import { stopOnClosedPipe } from "../tell.ts";
import { unwritable } from "../whole-file.ts";

/** Standard output, no faster than its reader takes it; once that has gone, nothing more is written. */
export class StandardOutput implements Sink {
  isClosed = false;

  constructor() {
    // What goes wrong is told to whoever writes, who can still say it and end well.
    process.stdout.off("error", stopOnClosedPipe);
    process.stdout.on("error", () => {});
  }

  /** Throws `Unusable` where the system refuses it (a full disk). */
  async write(text: string): Promise<void> {
    if (this.isClosed) return;
    const error = await new Promise<NodeJS.ErrnoException | null | undefined>((written) => {
      process.stdout.write(text, written);
    });
    if (error === null || error === undefined) return;
    if (error.code !== "EPIPE") unwritable("stdout", error);
    this.isClosed = true;
  }

  commit(): void {}
  abandon(): void {}
}
