import { decimal } from "../../model/decimal.ts";
import { type Fact, type Facts, isDisputed, known, type RegisterFacts } from "../../model/facts.ts";
import type { Mineral } from "../../model/mineral.ts";
import type { Zone } from "../../model/plan.ts";
import type { Measure } from "../../model/quantity.ts";
import { bounded, plus, type Range } from "../../model/range.ts";
import type { Right } from "../../model/terms.ts";
import type { Missing, Truth } from "../../model/truth.ts";
import { type Words, words } from "../../model/words.ts";
import { type Addition, blockOf } from "./addition.ts";
import { FullerRegister } from "./fuller-register.ts";
import type { Material } from "./material.ts";

/**
 * Rights that are taken to be granted before another is decided (在先获批), and what they take of every count.
 * What isn't known of them is counted at its least or at its most.
 */
export class GrantedRights {
  /** How many there are. */
  size = 0;
  private mines = 0;
  private solidMines = 0;
  private largeOrMedium = 0;
  private hasUnsized = false;
  private readonly zones = new Map<Zone, number>();
  /** By right and year; those of no known year under `undefined`. */
  private readonly released = new Map<string, Map<number | undefined, number>>();
  /** By right and block; of each block how many a holder has. */
  private readonly blocks = new Map<string, Map<string | undefined, Map<string | undefined, number>>>();
  private readonly materials = new Map<string, Amount>();
  private readonly minesOf = new Map<Mineral, number>();
  private readonly outputs = new Map<string, Output>();

  constructor(private readonly reading: "least" | "most") {}

  add(addition: Addition): void {
    const { mine, isNew, material, size, zones, block, released, right } = addition;
    this.size += 1;
    if (this.counts(mine)) {
      this.mines += 1;
      if (this.counts(material.isSolid)) this.solidMines += 1;
      if (size === undefined) this.hasUnsized = true;
      else if (size !== "small") this.largeOrMedium += 1;
    }
    for (const [zone, truth] of zones) if (this.counts(truth)) increase(this.zones, zone);
    if (released !== undefined && this.counts(released.truth))
      increase(within(this.released, right), released.year);
    if (block !== undefined && this.counts(block.truth))
      increase(within(within(this.blocks, right), block.key), block.holder);
    this.addAmount(addition);
    if (isNew)
      for (const [mineral, number] of this.minesOf)
        if (this.counts(material.is(mineral))) this.minesOf.set(mineral, number + 1);
  }

  /** The register with these rights in it, as one who comes after them meets it. */
  over(register: RegisterFacts, right: Right): RegisterFacts {
    return new FullerRegister(register, this, right);
  }

  /** The rights of others in the planned block, with those that are granted there. */
  inBlock(given: Fact<number>, facts: Facts): Fact<number> {
    const own = blockOf(facts);
    const blocks = this.blocks.get(facts.application.right);
    if (own === undefined || blocks === undefined || isDisputed(given)) return given;
    let added = 0;
    for (const [key, holders] of blocks) {
      const same = sameness(key, own.key);
      for (const [holder, number] of holders)
        if (this.counts(both(same, not(sameness(holder, own.holder))))) added += number;
    }
    if (added === 0) return given;
    // Where nobody says how many there were, there are at least these.
    if (!given.known) return known(added, "site.block.rights");
    const { value, field, source } = given;
    return known(value + added, field, source && andThoseBefore(source));
  }

  count(of: "mines" | "solidMines"): number {
    return this[of];
  }

  /** How many are large or medium; undefined where one doesn't say. */
  get large(): number | undefined {
    return this.hasUnsized ? undefined : this.largeOrMedium;
  }

  inZone(zone: Zone): number {
    return this.zones.get(zone) ?? 0;
  }

  releasedIn(right: Right, from: number, to: number): number {
    let sum = 0;
    for (const [year, number] of this.released.get(right) ?? [])
      if (year === undefined ? this.reading === "most" : from <= year && year <= to) sum += number;
    return sum;
  }

  of(mineral: Mineral): number {
    const found = this.minesOf.get(mineral) ?? this.countOf(mineral);
    this.minesOf.set(mineral, found);
    return found;
  }

  outputOf(mineral: Mineral, measure: Measure): Range {
    const key = `${mineral.name} ${measure.dimension} ${measure.per} ${measure.of}`;
    const found = this.outputs.get(key) ?? this.sumOf(mineral, measure);
    this.outputs.set(key, found);
    return found.sum;
  }

  private counts(truth: Truth): boolean {
    return truth === true || (truth === "unknown" && this.reading === "most");
  }

  private countOf(mineral: Mineral): number {
    let sum = 0;
    for (const { material, mines } of this.materials.values())
      if (this.counts(material.is(mineral))) sum += mines;
    return sum;
  }

  /** Of each material one is kept, and every sum that was asked for is carried on. */
  private addAmount({ material, isNew, output }: Addition): void {
    if (!isNew && output === "none") return;
    const amount = this.materials.get(material.key) ?? { material, mines: 0, all: 0, growths: 0 };
    if (isNew) amount.mines += 1;
    if (output === "all") amount.all += 1;
    if (output === "growth") amount.growths += 1;
    this.materials.set(material.key, amount);
    for (const one of this.outputs.values())
      one.sum = sum(one.sum, this.outputOfOne(material, output, one.mineral, one.measure));
  }

  private sumOf(mineral: Mineral, measure: Measure): Output {
    let total: Range = NOTHING;
    for (const { material, all, growths } of this.materials.values()) {
      total = sum(total, times(this.outputOfOne(material, "all", mineral, measure), all));
      total = sum(total, times(this.outputOfOne(material, "growth", mineral, measure), growths));
    }
    return { mineral, measure, sum: total };
  }

  private outputOfOne(
    material: Material,
    which: Addition["output"],
    mineral: Mineral,
    measure: Measure,
  ): Range {
    const isOf = material.is(mineral);
    if (which === "none" || !this.counts(isOf)) return NOTHING;
    const { low, high } = material.output(measure);
    const isSure = isOf === true && which === "all";
    if (this.reading === "least") return isSure ? bounded(low, low, []) : NOTHING;
    return bounded(isSure ? low : NOTHING.low, high, [UNSURE_OUTPUT]);
  }
}

interface Amount {
  readonly material: Material;
  mines: number;
  all: number;
  growths: number;
}

interface Output {
  readonly mineral: Mineral;
  readonly measure: Measure;
  sum: Range;
}

const NOTHING: Range = { low: decimal(0), high: decimal(0), missing: [] };
const UNSURE_OUTPUT: Missing = {
  field: "register.outputOf",
  why: words(
    "排在前面的候选区块新增的年产量不能确定",
    "how much output the candidates before it add isn't known for certain",
  ),
};

function andThoseBefore({ zh, en }: Words): Words {
  return words(`${zh}和排在前面的候选区块`, `${en}, and the candidates before it`);
}

/** As `plus`, but what a sum lacks is told once, however many it lacks it of. */
function sum(a: Range, b: Range): Range {
  const { low, high, missing } = plus(a, b);
  return bounded(low, high, missing.slice(0, 1));
}

function times({ low, high, missing }: Range, number: number): Range {
  return bounded(low.times(number), number === 0 ? decimal(0) : high?.times(number), missing);
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function within<Key, K, V>(maps: Map<Key, Map<K, V>>, key: Key): Map<K, V> {
  const found = maps.get(key) ?? new Map<K, V>();
  maps.set(key, found);
  return found;
}

function sameness(a: string | undefined, b: string | undefined): Truth {
  if (a === undefined || b === undefined) return "unknown";
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, "");
}

function not(truth: Truth): Truth {
  return truth === "unknown" ? truth : !truth;
}

function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : "unknown";
}
