import type { SharedGround } from "../casework/ground.ts";
import type { ReadingOptions } from "../input/application.ts";
import { UnitReader } from "../input/candidates/reader.ts";
import type { Unit } from "../input/candidates/unit.ts";
import type { ClaimingRow } from "./claim.ts";
import type { Hearing } from "./cumulative.ts";
import { Screener, type ScreenSettings } from "./screener.ts";

/** What one thread needs to decide candidates: plain data. */
export interface Work {
  readonly reading: ReadingOptions;
  readonly settings: ScreenSettings;
  /** Rows carry their boundary, for formats that draw it. */
  readonly outlines: boolean;
  /** Layers that another thread has read. */
  readonly ground?: SharedGround;
}

/** Candidates that stand together in the input; the first has number `from`. */
export interface Batch {
  readonly from: number;
  readonly units: readonly Unit[];
}

/** A candidate of a document was read with its places in it, which no other thread can take. */
export function isHere({ kind }: Unit): boolean {
  return kind === "read";
}

/** Reads and decides batches of candidates. */
export class Decision {
  private constructor(
    private readonly reader: UnitReader,
    private readonly screener: Screener,
  ) {}

  /** Throws `Unusable` if plans, register or layers can't be used. */
  static async prepare({ reading, settings, outlines, ground }: Work): Promise<Decision> {
    return new Decision(new UnitReader(reading), await Screener.prepare(settings, { ground, outlines }));
  }

  /** What other threads need not read again. */
  share(): SharedGround {
    return this.screener.share();
  }

  get hearing(): Hearing {
    return this.screener.hearing;
  }

  async rows({ from, units }: Batch): Promise<readonly ClaimingRow[]> {
    const rows: ClaimingRow[] = [];
    for (const [index, unit] of units.entries()) {
      const candidate = { ...(await this.reader.read(unit)), number: from + index };
      rows.push(await this.screener.decide(candidate));
    }
    return rows;
  }
}
