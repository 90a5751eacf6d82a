import { describe, expect, it } from "vitest";
import type { Row } from "../../src/model/screen-row.ts";
import type { RowFormat } from "../../src/report/screen/row-format.ts";
import { FormatOutlet, type Sink } from "../../src/screen/outlet.ts";
import { Tally } from "../../src/screen/tally.ts";

const ROW: Row = {
  schema: "mineright/screen@1",
  number: 1,
  id: "甲",
  file: "blocks.csv",
  verdict: "pass",
  fails: [],
  reviews: [],
  missing: [],
  margins: [],
};

class Kept implements Sink {
  readonly file = "out.txt";
  readonly pieces: (string | Uint8Array)[] = [];
  write(piece: string | Uint8Array): void {
    this.pieces.push(piece);
  }
  commit(): void {}
  abandon(): void {}
}

/** Text where bytes are not said. */
const FORMAT: RowFormat = {
  open: "open ",
  one: ({ id }, isFirst) => (isFirst ? `${id} ` : Buffer.from(id)),
  close: ({ total }) => `close ${total}`,
};

describe("rows on their way to a sink", () => {
  it("keep their order where text and bytes follow each other", async () => {
    const sink = new Kept();
    const outlet = new FormatOutlet(sink, FORMAT);
    await outlet.add(ROW);
    await outlet.add({ ...ROW, id: "乙" });
    const tally = new Tally();
    tally.add(ROW);
    await outlet.end(tally);
    expect(sink.pieces.map(String).join("")).toBe("open 甲 乙close 1");
  });

  it("are handed on before the end when there is much of it", async () => {
    const sink = new Kept();
    const outlet = new FormatOutlet(sink, { ...FORMAT, one: () => "x".repeat(100_000) });
    await outlet.add(ROW);
    expect(sink.pieces).toHaveLength(1);
    await outlet.add(ROW);
    await outlet.end(new Tally());
    expect(sink.pieces.join("")).toHaveLength("open close 0".length + 200_000);
  });
});
