import type { Minerals, Term } from "../../model/mineral.ts";
import { plain } from "../text/plain.ts";

/** The names of minerals in a text, in every spelling of the vocabulary and of the plan's own terms. */
export class MineralNames {
  /** The names that a spelling is part of: 水泥用石灰岩 for 石灰岩. */
  private readonly longer = new Map<string, readonly string[]>();
  private readonly all: readonly string[];

  constructor(
    private readonly minerals: Minerals,
    private readonly terms: readonly Term[],
  ) {
    this.all = [...new Set([...minerals.spellings(), ...terms.map(({ name }) => name)].map(bare))];
  }

  /** Every way to write a mineral: as the plan file does, the vocabulary's names for it, the plan's terms. */
  spellingsOf(name: string): readonly string[] {
    const mineral = this.minerals.term(name);
    if (mineral === undefined) return [bare(name)];
    const own = this.terms.filter(({ is }) => is !== undefined && this.minerals.term(is) === mineral);
    const all = [name, mineral.name, ...mineral.aliases, ...own.map((term) => term.name)];
    return [...new Set(all.map(bare))];
  }

  /**
   * The ends of the places where a text names a mineral by itself, not as part of another's name. A name of
   * one sign (金, 铁) must stand alone or before 矿, so that neither 黄金 nor 金属 is 金.
   */
  mentionsOf(spellings: readonly string[], text: string): readonly number[] {
    return spellings.flatMap((spelling) => {
      const ends: number[] = [];
      for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
        const end = at + spelling.length;
        const isWhole = spelling.length > 1 || standsAlone(text, at, end);
        if (isWhole && !this.isPart(spelling, spellings, text, at)) ends.push(end);
      }
      return ends;
    });
  }

  private isPart(spelling: string, own: readonly string[], text: string, at: number): boolean {
    const longer =
      this.longer.get(spelling) ?? this.all.filter((one) => one !== spelling && one.includes(spelling));
    this.longer.set(spelling, longer);
    return longer.some((one) => {
      if (own.includes(one)) return false;
      for (let within = one.indexOf(spelling); within >= 0; within = one.indexOf(spelling, within + 1))
        if (text.startsWith(one, at - within)) return at >= within;
      return false;
    });
  }
}

/** A name as compared: a closing 矿 adds nothing. */
function bare(name: string): string {
  return plain(name).replace(/(?<=.)(?:矿产|矿石|矿)$/, "");
}

/** What 金 closes in words that name no mineral (资金, 合金, 黄金), and ores named by their kind (磁铁矿). */
const LONGER = /[黄资基奖税租现罚薪佣本押合磁硫赤褐菱钢生铸白砂]$/;
const CLOSES = /^(?:[\p{P}\p{S}\d和及与或等为]|矿)/u;

function standsAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(0, from);
  const after = text.slice(to);
  return !LONGER.test(before) && (after === "" || CLOSES.test(after));
}

/** Whether a cell is this name, with or without what stands in brackets: 金矿（岩金）. */
export function cellNames(cell: string, spellings: readonly string[]): boolean {
  const bracketed = /^(.*?)\(([^()]*)\)$/.exec(cell);
  const parts = [cell, bracketed?.[1] ?? "", bracketed?.[2] ?? ""].filter((part) => part !== "");
  return parts.some((part) => spellings.includes(bare(part)));
}

const CHINESE: Readonly<Record<string, readonly string[]>> = {
  "open-pit": ["露天"],
  underground: ["地下"],
  wells: ["井"],
  exploration: ["勘查", "探矿"],
  mining: ["开采", "采矿"],
  large: ["大型", "大中型"],
  medium: ["中型"],
  small: ["小型"],
  state: ["部", "国家"],
  province: ["省"],
  city: ["市", "州"],
  county: ["县"],
  reconnaissance: ["预查"],
  general: ["普查"],
  detailed: ["详查"],
  advanced: ["勘探"],
  "mine-ready": ["达到矿山建设要求", "矿山建设的要求", "矿山建设要求"],
  simple: ["简单"],
  complex: ["复杂"],
  "ecological-redline": ["生态保护红线", "生态红线"],
  "permanent-farmland": ["永久基本农田", "基本农田"],
  "urban-boundary": ["城镇开发边界", "城市开发边界"],
  "nature-reserve": ["自然保护地", "自然保护区"],
  "scenic-area": ["风景名胜区"],
  "three-zones-two-lines": ["三区两线"],
  "water-source": ["水源"],
  heritage: ["文物"],
  "special-ecological": ["特定生态保护区"],
};

/** The words of the law for one of our own terms; a term that is a word of the law stands for itself. */
export function wordsFor(term: string): readonly string[] {
  return CHINESE[term] ?? [plain(term)];
}
