import { filesOf } from "./files-of.ts";

/** How far the inputs of a run have been read, by their bytes. */
export class Meter {
  private readonly total: number | undefined;
  private before = 0;
  private size = 0;
  private part = 0;

  /** @param files as the user names them, `-` for standard input */
  constructor(files: readonly string[]) {
    const all = files.flatMap((file) => filesOf(file));
    const isKnown = all.every(({ stat }) => stat.isFile()) && !files.includes("-");
    this.total = isKnown ? bytesOf(all) : undefined;
  }

  /** A file is read from its beginning. */
  begin(file: string): void {
    this.before += this.size;
    this.size = this.total === undefined ? 0 : bytesOf(filesOf(file));
    this.part = 0;
  }

  /** @param part how much of the present file has been read, from 0 to 1 */
  reach(part: number): void {
    this.part = part;
  }

  /** From 0 to 1; undefined where an input has no size. */
  get share(): number | undefined {
    const { total, before, part, size } = this;
    if (total === undefined || total === 0) return undefined;
    return Math.min(1, (before + part * size) / total);
  }
}

function bytesOf(files: ReturnType<typeof filesOf>): number {
  return files.reduce((sum, { stat }) => sum + stat.size, 0);
}
