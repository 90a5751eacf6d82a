import { decimal } from "../model/decimal.ts";
import { absent, type Fact, known, type RegisterFacts } from "../model/facts.ts";
import { labelOf } from "../model/labels.ts";
import { isSolid, type Mineral } from "../model/mineral.ts";
import type { PlanInForce, Zone } from "../model/plan.ts";
import { convert, type Measure, type Quantity } from "../model/quantity.ts";
import { exactly, isExact, plus, type Range } from "../model/range.ts";
import { hasEnded, type Register, type RegisteredRight } from "../model/register.ts";
import type { Missing } from "../model/truth.ts";
import { words } from "../model/words.ts";
import { outputRange } from "./output.ts";
import { isNameOf } from "./site-facts.ts";

/** What the register says of a case; without a register every count is unknown. */
export function countFrom(register: Register | undefined, inForce: PlanInForce): RegisterFacts {
  if (register?.rights !== undefined) return new ListedRights(register.rights, register, inForce);
  return new StatedCounts(register, inForce);
}

function unstated(field: string, what = ""): Missing {
  const label = labelOf(field);
  return {
    field,
    why: words(
      `登记数据未给出${label.zh}${what && `：${what}`}`,
      `the register doesn't give the ${label.en}${what && `: ${what}`}`,
    ),
  };
}

/** A register that states counts: what it doesn't name is unknown. */
class StatedCounts implements RegisterFacts {
  constructor(
    private readonly register: Register | undefined,
    private readonly inForce: PlanInForce,
  ) {}

  get mines(): Fact<number> {
    const { mines, largeMediumMines } = this.register ?? {};
    if (mines !== undefined && largeMediumMines !== undefined && largeMediumMines > mines)
      return absent(MORE_THAN_ALL);
    return count(mines, "register.mines");
  }
  get solidMines(): Fact<number> {
    return this.mines;
  }
  get largeMediumMines(): Fact<number> {
    return count(this.register?.largeMediumMines, "register.largeMediumMines");
  }

  minesOf(mineral: Mineral): Fact<number> {
    const rows = this.register?.minesOf?.filter((one) => this.names(one.mineral, mineral)) ?? [];
    return agreed(
      rows.map(({ mines }) => mines),
      "register.minesOf",
      mineral.name,
    );
  }

  outputOf(mineral: Mineral, measure: Measure): Range {
    const rows = this.register?.outputOf?.filter((one) => this.names(one.mineral, mineral)) ?? [];
    const [row, another] = rows;
    if (another !== undefined)
      return { low: decimal(0), missing: [repeated("register.outputOf", mineral.name)] };
    // Counts are kept in the plan's own terms, so an amount without a basis has the plan's.
    const amount = row && { ...row.amount, of: row.amount.of ?? measure.of };
    return amount === undefined ? unstatedOutput(mineral) : express(amount as Quantity, mineral, measure);
  }

  rightsIn(zone: Zone): Fact<number> {
    const rows = this.register?.zones?.filter(({ name }) => isZone(name, zone, this.inForce)) ?? [];
    return agreed(
      rows.map(({ rights }) => rights),
      "register.zones",
      zone.name,
    );
  }

  released(from: number, to: number): Fact<number> {
    return releasedIn(this.register?.blocksReleased, from, to);
  }

  private names(text: string, mineral: Mineral): boolean {
    return this.inForce.minerals.term(text) === mineral;
  }
}

/** Only spans that fill the years exactly, each of them once, tell how many were released. */
function releasedIn(spans: Register["blocksReleased"], from: number, to: number): Fact<number> {
  const within = spans?.filter((span) => span.from >= from && span.to <= to);
  const years = within?.flatMap((span) =>
    Array.from({ length: Math.max(span.to - span.from + 1, 0) }, (_, index) => span.from + index),
  );
  if (within === undefined || years?.length !== to - from + 1 || new Set(years).size !== years.length)
    return absent(unstated("register.blocksReleased", from === to ? `${from}` : `${from}–${to}`));
  return known(
    within.reduce((sum, span) => sum + span.blocks, 0),
    "register.blocksReleased",
  );
}

function unstatedOutput(mineral: Mineral): Range {
  return { low: decimal(0), missing: [unstated("register.outputOf", mineral.name)] };
}

/** The applicant's density or grade says nothing of other mines, so nothing is converted by them. */
function express(amount: Quantity, mineral: Mineral, measure: Measure): Range {
  const range = convert(amount, measure, { field: "register.outputOf", bases: mineral.bases });
  if (range === undefined || isExact(range)) return range ?? unstatedOutput(mineral);
  return { ...range, missing: unstatedOutput(mineral).missing };
}

function isZone(name: string | undefined, zone: Zone, { plan }: PlanInForce): boolean {
  return name !== undefined && isNameOf(name, zone, plan);
}

function count(value: number | undefined, field: string, what?: string): Fact<number> {
  return value === undefined ? absent(unstated(field, what)) : known(value, field);
}

/** A count that the register gives once, or twice with the same number. */
function agreed(counts: readonly number[], field: string, what: string | undefined): Fact<number> {
  return counts.every((one) => one === counts[0])
    ? count(counts[0], field, what)
    : absent(repeated(field, what));
}

const MORE_THAN_ALL: Missing = {
  field: "register.mines",
  why: words("登记的大中型矿山多于矿山总数", "the register has more large and medium mines than mines"),
};

function repeated(field: string, what = ""): Missing {
  const label = labelOf(field);
  return {
    field,
    why: words(
      `登记数据重复给出${label.zh}：${what}`,
      `the register gives the ${label.en} more than once: ${what}`,
    ),
  };
}

/** A register that lists the rights: what isn't listed doesn't exist. */
class ListedRights implements RegisterFacts {
  private readonly mining: readonly RegisteredRight[];

  constructor(
    rights: readonly RegisteredRight[],
    private readonly register: Register,
    private readonly inForce: PlanInForce,
  ) {
    this.mining = rights.filter(({ right, status }) => right === "mining" && !hasEnded(status ?? ""));
  }

  get mines(): Fact<number> {
    return known(this.mining.length, "register.rights");
  }

  /** A right that doesn't say of what it is may be solid, so it counts. */
  get solidMines(): Fact<number> {
    const fluid = this.mining.filter(({ mineral }) => {
      const named = mineral === undefined ? undefined : this.inForce.minerals.term(mineral);
      return named !== undefined && !isSolid(named);
    });
    return known(this.mining.length - fluid.length, "register.rights");
  }

  get largeMediumMines(): Fact<number> {
    const open = this.mining.find(({ mineSize }) => mineSize === undefined);
    if (open !== undefined) return absent(unstated("register.largeMediumMines", open.id));
    return known(this.mining.filter(({ mineSize }) => mineSize !== "small").length, "register.rights");
  }

  minesOf(mineral: Mineral): Fact<number> {
    const of = this.of(mineral);
    return of === undefined
      ? absent(unstated("register.minesOf", mineral.name))
      : known(of.length, "register.rights");
  }

  outputOf(mineral: Mineral, measure: Measure): Range {
    const rights = this.of(mineral);
    if (rights === undefined) return unstatedOutput(mineral);
    const amounts = rights.map(({ output }) =>
      output === undefined
        ? unstatedOutput(mineral)
        : outputRange(output, measure, (one) => express(one, mineral, measure)),
    );
    return amounts.reduce(plus, exactly(decimal(0)));
  }

  /** A right in a zone that the plan doesn't have by that name may lie in this one. */
  rightsIn(zone: Zone): Fact<number> {
    const { zones } = this.inForce.plan;
    if (this.register.zonesUnsaid) return absent(unstated("register.zones", zone.name));
    const named = this.mining.filter((right) => right.zone !== undefined);
    const stranger = named.find((right) => !zones.some((one) => isZone(right.zone, one, this.inForce)));
    if (stranger !== undefined)
      return absent(unstated("register.zones", `${stranger.id}（${stranger.zone}）`));
    return known(named.filter((right) => isZone(right.zone, zone, this.inForce)).length, "register.rights");
  }

  released(from: number, to: number): Fact<number> {
    return releasedIn(this.register.blocksReleased, from, to);
  }

  /** The rights of a mineral; undefined if one of them doesn't say clearly whether it is of it. */
  private of(mineral: Mineral): readonly RegisteredRight[] | undefined {
    const { minerals } = this.inForce;
    const found: RegisteredRight[] = [];
    for (const right of this.mining) {
      const named = right.mineral === undefined ? undefined : minerals.term(right.mineral);
      if (named === undefined) return undefined;
      if (minerals.touches(mineral, named)) found.push(right);
      else if (minerals.mayBe(named, mineral)) return undefined;
    }
    return found;
  }
}
