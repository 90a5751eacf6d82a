import type { Decimal } from "./decimal.ts";
import type { Basis } from "./quantity.ts";
import { type Words, words } from "./words.ts";

/** 非金属矿产, 金属矿产, 能源矿产, 水气矿产, 地热. All but the last two are 固体矿产. */
export const FAMILIES = ["non-metal", "metal", "energy", "fluid", "heat"] as const;
export type Family = (typeof FAMILIES)[number];

/** 固体矿产. */
export function isSolid({ family }: Mineral): boolean {
  return family !== "fluid" && family !== "heat";
}

/** 第一类, 第二类, 第三类 of the 矿产勘查开采分类目录. */
export type MineralClass = 1 | 2 | 3;

/** One mineral of the vocabulary (矿种), or a group of minerals that a plan speaks of (砂石土). */
export interface Mineral {
  /** The canonical Chinese name, which is its identity. */
  readonly name: string;
  readonly en: string;
  readonly aliases: readonly string[];
  /** The names that stand directly above it in the tree; several where uses and rocks cross. */
  readonly under: readonly string[];
  readonly family: Family;
  readonly class?: { readonly is: MineralClass; readonly source: string; readonly verified: boolean };
  /** What an output of it may count; only `ore` where nothing is to be told apart. */
  readonly bases: readonly Basis[];
  /** A bare parent name that stands for its ordinary child: 金矿 for 岩金. */
  readonly ordinary?: string;
  /** A name for several minerals mined together: 铅锌矿 for 铅矿 and 锌矿. */
  readonly parts?: readonly string[];
  /** A name that may be any of these, so that what is meant must be asked: 石墨. */
  readonly either?: readonly string[];
  /** A fact that points to this mineral although only its parent `of` is named: a grade below. */
  readonly pointer?: { readonly of: string; readonly gradeBelow: string; readonly source: string };
  /** Where the name is from. */
  readonly source: string;
  readonly verified: boolean;
}

/** What a plan says of names: 建筑用石材 is its word for 建筑石料. */
export interface Term {
  readonly name: string;
  readonly is?: string;
  readonly either?: readonly string[];
}

/**
 * What was made of a mineral's name. `named` holds one mineral if the name is clear, several if it
 * may be any of them, none if it isn't known.
 */
export interface Recognised {
  readonly text: string;
  readonly named: readonly Mineral[];
  /** The name was a bare parent, taken as its ordinary child. */
  readonly ordinaryOf?: Mineral;
  /** The nearest names, for an unknown one. */
  readonly suggestions: readonly string[];
}

/** The name as it was written, in English with its meaning, if it has only one. */
export function mineralWords({ text, named: [mineral, another] }: Recognised): Words {
  return words(text, mineral === undefined || another !== undefined ? text : `${text} (${mineral.en})`);
}

/**
 * Brings a name into the form that is compared: width, spaces and brackets don't matter, 黏 is 粘,
 * and a closing 矿 or 矿产 adds nothing (金 = 金矿).
 */
export function normaliseMineralName(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replaceAll("黏", "粘")
    .replaceAll("硅线石", "矽线石")
    .replaceAll("叶腊石", "叶蜡石");
  return plain.replace(/(?<=.)(矿产|矿石|矿)$/, "");
}

interface MineralIndex {
  readonly byName: ReadonlyMap<string, Mineral>;
  readonly bySpelling: ReadonlyMap<string, Mineral>;
}

function indexOf(all: readonly Mineral[]): MineralIndex {
  const byName = new Map(all.map((mineral) => [mineral.name, mineral]));
  const bySpelling = new Map<string, Mineral>();
  for (const mineral of all)
    for (const spelling of [mineral.name, ...mineral.aliases])
      bySpelling.set(normaliseMineralName(spelling), mineral);
  return { byName, bySpelling };
}

/** The vocabulary of minerals, read once; a plan adds its own terms to it. */
export class Minerals {
  private readonly terms = new Map<string, Term>();
  private readonly above = new Map<Mineral, ReadonlySet<Mineral>>();

  constructor(
    readonly all: readonly Mineral[],
    terms: readonly Term[] = [],
    private readonly index: MineralIndex = indexOf(all),
  ) {
    for (const term of terms) this.terms.set(normaliseMineralName(term.name), term);
  }

  /** The same vocabulary, in which a plan's own terms come first. */
  withTerms(terms: readonly Term[]): Minerals {
    return new Minerals(this.all, terms, this.index);
  }

  /** The mineral of exactly this canonical name; the vocabulary's own references are checked by it. */
  get(name: string): Mineral {
    const mineral = this.index.byName.get(name);
    if (mineral === undefined) throw new Error(`the vocabulary has no mineral ${name}`);
    return mineral;
  }

  /** The mineral or group that a plan's data names, without asking what a bare name ordinarily means. */
  term(name: string): Mineral | undefined {
    const spelling = normaliseMineralName(name);
    const term = this.terms.get(spelling);
    return this.index.bySpelling.get(term?.is === undefined ? spelling : normaliseMineralName(term.is));
  }

  /** The minerals or groups of these names, of those that are known. */
  termsOf(names: readonly string[]): readonly Mineral[] {
    return names.map((name) => this.term(name)).filter((term) => term !== undefined);
  }

  /** What an applicant's word for a mineral means under this plan. */
  recognise(text: string, suggest: (text: string) => readonly string[]): Recognised {
    const spelling = normaliseMineralName(text);
    const term = this.terms.get(spelling);
    if (term?.either !== undefined) return this.named(text, term.either);
    const mineral = this.term(text);
    if (mineral === undefined) return { text, named: [], suggestions: suggest(text) };
    if (mineral.either !== undefined && term?.is === undefined) return this.named(text, mineral.either);
    if (mineral.ordinary === undefined) return { text, named: [mineral], suggestions: [] };
    return { ...this.named(text, [mineral.ordinary]), ordinaryOf: mineral };
  }

  private named(text: string, names: readonly string[]): Recognised {
    return {
      text,
      named: names.map((name) => this.index.bySpelling.get(normaliseMineralName(name)) ?? this.get(name)),
      suggestions: [],
    };
  }

  /** Whether `wide` is `narrow` or stands above it: 建筑石料 covers 建筑用花岗岩. */
  covers(wide: Mineral, narrow: Mineral): boolean {
    if (wide === narrow || this.ancestors(narrow).has(wide)) return true;
    return (wide.parts ?? []).some((part) => this.covers(this.get(part), narrow));
  }

  /** Whether `wide` covers the mineral or one of those it is made up of: 铅矿 touches 铅锌矿. */
  touches(wide: Mineral, mineral: Mineral): boolean {
    return (
      this.covers(wide, mineral) || (mineral.parts ?? []).some((part) => this.covers(wide, this.get(part)))
    );
  }

  /** Whether what is named by a wider word may be one of `term`: 砂石料 may be 建筑石料. */
  mayBe(mineral: Mineral, term: Mineral): boolean {
    const meant = mineral.ordinary === undefined ? mineral : this.get(mineral.ordinary);
    const readings = meant.either?.map((name) => this.get(name));
    return (readings ?? this.all.filter((one) => this.covers(meant, one))).some((one) =>
      this.touches(term, one),
    );
  }

  private ancestors(mineral: Mineral): ReadonlySet<Mineral> {
    const known = this.above.get(mineral);
    if (known !== undefined) return known;
    const found = new Set<Mineral>();
    for (const name of mineral.under) {
      const parent = this.get(name);
      found.add(parent);
      for (const ancestor of this.ancestors(parent)) found.add(ancestor);
    }
    this.above.set(mineral, found);
    return found;
  }

  /** The minerals that a grade points to beneath the one named: 铁矿 or 低品位铁矿 at 12 % may be 超贫磁铁矿. */
  pointedTo(mineral: Mineral, grade: Decimal): readonly Mineral[] {
    return this.all.filter(
      (one) =>
        one.pointer !== undefined &&
        one !== mineral &&
        this.covers(this.get(one.pointer.of), mineral) &&
        this.covers(mineral, one) &&
        grade.lt(one.pointer.gradeBelow),
    );
  }

  /** Every spelling known, for suggestions. */
  spellings(): string[] {
    return this.all.flatMap((mineral) => [mineral.name, ...mineral.aliases]);
  }
}
