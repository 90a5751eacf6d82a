import type { Application } from "../model/application.ts";
import type { Mineral } from "../model/mineral.ts";
import { BASES, type Basis, convert, type Means, type Measure, type Quantity } from "../model/quantity.ts";
import type { Range } from "../model/range.ts";
import { outputRange } from "./output.ts";

/** The amounts of an application in the measures that plans use, converted by what it states. */
export class Amounts {
  private meansRead: Omit<Means, "field"> | undefined;
  /** Rules ask for the output in the same few measures again and again. */
  private readonly outputs = new Map<string, Range>();

  constructor(
    private readonly application: Application,
    private readonly named: readonly Mineral[],
  ) {}

  /** The output in base units of the measure, as far as it follows from what is given. */
  output(measure: Measure): Range {
    const key = `${measure.dimension} ${measure.per} ${measure.of}`;
    const known = this.outputs.get(key);
    if (known !== undefined) return known;
    const range = this.readOutput(measure);
    this.outputs.set(key, range);
    return range;
  }

  private readOutput(measure: Measure): Range {
    return outputRange(this.application.output, measure, (quantity) =>
      this.isCountedIn(quantity.of) ? this.inMeasure(quantity, measure, "output") : undefined,
    );
  }

  /** 建筑石料 in tonnes of metal is a slip from which nothing follows. */
  private isCountedIn(basis: Basis | undefined): boolean {
    const { named } = this;
    return (
      basis === undefined ||
      basis === "ore" ||
      named.length === 0 ||
      named.some(({ bases }) => bases.includes(basis))
    );
  }

  /** An amount that stands at `field`, in base units of the measure; undefined if it can't be told. */
  inMeasure(quantity: Quantity, measure: Measure, field: string): Range | undefined {
    return convert(quantity, measure, this.means(field));
  }

  private means(field: string): Means {
    this.meansRead ??= this.readMeans();
    return { ...this.meansRead, field };
  }

  private readMeans(): Omit<Means, "field"> {
    const { density, workingDaysPerYear, grade, recovery } = this.application;
    const bases = [...new Set(this.named.flatMap((mineral) => mineral.bases))];
    return {
      ...(density === undefined ? {} : { density }),
      ...(workingDaysPerYear === undefined ? {} : { workingDays: workingDaysPerYear }),
      ...(grade === undefined ? {} : { grade }),
      ...(recovery === undefined ? {} : { recovery }),
      bases: bases.length === 0 ? BASES : bases,
    };
  }
}
