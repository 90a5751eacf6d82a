/** A line of a plan's published text. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  /** Without spaces, marks of the converter and differences of width. */
  readonly plain: string;
}

/** The published text of a plan as lines in which key phrases are found. */
export class TextLines {
  readonly lines: readonly TextLine[];
  private readonly whole: string;
  /** Where each line begins in the whole. */
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.lines = text.split(/\r?\n/).map((line, index) => ({ number: index + 1, plain: plain(line) }));
    this.whole = this.lines.map((line) => line.plain).join("");
    let at = 0;
    this.starts = this.lines.map((line) => {
      const start = at;
      at += line.plain.length;
      return start;
    });
  }

  /** Every place where a phrase stands: the numbers of the lines that it touches (a table's row has several). */
  places(phrase: string): readonly (readonly number[])[] {
    const sought = plain(phrase);
    if (sought === "") return [];
    const found: number[][] = [];
    for (let at = this.whole.indexOf(sought); at >= 0; at = this.whole.indexOf(sought, at + 1)) {
      const first = this.indexOf(at);
      const last = this.indexOf(at + sought.length - 1);
      found.push(this.lines.slice(first, last + 1).map((line) => line.number));
    }
    return found;
  }

  private indexOf(offset: number): number {
    return this.starts.findLastIndex((start) => start <= offset);
  }
}

/** Width, spaces and a converter's bookmarks don't matter; everything else does. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\[bookmark:[^\]]*\]/g, "")
    .replace(/\s+/g, "");
}
