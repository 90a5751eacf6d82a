import type { ReadingOptions } from "../application.ts";
import { FeatureReader } from "./features.ts";
import { readLine } from "./lines.ts";
import type { Origin, Unit, Unnumbered } from "./unit.ts";

/** Reads candidates as they stand in their files; of each file what must be decided is decided once. */
export class UnitReader {
  private readonly readers = new Map<string, FeatureReader>();

  constructor(private readonly options: ReadingOptions) {}

  async read(unit: Unit): Promise<Unnumbered> {
    switch (unit.kind) {
      case "read":
        return unit.candidate;
      case "line":
        return readLine(unit, this.options);
      case "unread": {
        const { file, record, problems, called = `${file}#${record}` } = unit;
        const line = problems[0]?.line;
        return { id: called, file, ...(line === undefined ? {} : { line }), problems };
      }
      case "feature":
        return this.readerOf(unit.origin).read(unit, `${unit.origin.file}#${unit.record}`);
    }
  }

  private readerOf(origin: Origin): FeatureReader {
    const known = this.readers.get(origin.file) ?? new FeatureReader(origin, this.options);
    this.readers.set(origin.file, known);
    return known;
  }
}
