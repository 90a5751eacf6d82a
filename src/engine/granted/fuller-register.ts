import { absent, type Fact, type RegisterFacts } from "../../model/facts.ts";
import type { Mineral } from "../../model/mineral.ts";
import type { Zone } from "../../model/plan.ts";
import type { Measure } from "../../model/quantity.ts";
import { plus, type Range } from "../../model/range.ts";
import type { Right } from "../../model/terms.ts";
import type { Missing } from "../../model/truth.ts";
import { words } from "../../model/words.ts";

/** How many rights were granted that a count is asked about. */
interface Granted {
  count(of: "mines" | "solidMines"): number;
  /** Undefined: one doesn't say its size. */
  readonly large: number | undefined;
  of(mineral: Mineral): number;
  outputOf(mineral: Mineral, measure: Measure): Range;
  inZone(zone: Zone): number;
  releasedIn(right: Right, from: number, to: number): number;
}

/** The register as it is once rights before were granted; what it doesn't say stays unknown. */
export class FullerRegister implements RegisterFacts {
  constructor(
    private readonly before: RegisterFacts,
    private readonly granted: Granted,
    private readonly right: Right,
  ) {}

  get mines(): Fact<number> {
    return more(this.before.mines, this.granted.count("mines"));
  }
  get solidMines(): Fact<number> {
    return more(this.before.solidMines, this.granted.count("solidMines"));
  }
  get largeMediumMines(): Fact<number> {
    const { large } = this.granted;
    return large === undefined ? absent(UNSIZED) : more(this.before.largeMediumMines, large);
  }

  minesOf(mineral: Mineral): Fact<number> {
    return more(this.before.minesOf(mineral), this.granted.of(mineral));
  }
  outputOf(mineral: Mineral, measure: Measure): Range {
    return plus(this.before.outputOf(mineral, measure), this.granted.outputOf(mineral, measure));
  }
  rightsIn(zone: Zone): Fact<number> {
    return more(this.before.rightsIn(zone), this.granted.inZone(zone));
  }
  released(from: number, to: number): Fact<number> {
    return more(this.before.released(from, to), this.granted.releasedIn(this.right, from, to));
  }
}

const UNSIZED: Missing = {
  field: "register.largeMediumMines",
  why: words(
    "排在前面的候选区块中有的未说明矿山规模",
    "a candidate before it doesn't state the size of its mine",
  ),
};

function more(before: Fact<number>, added: number): Fact<number> {
  return before.known && added > 0 ? { ...before, value: before.value + added } : before;
}
