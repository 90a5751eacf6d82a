import type { Condition } from "../../model/condition.ts";
import { isSolid, type Mineral, type Minerals } from "../../model/mineral.ts";
import type { Kinship, NameUsed } from "../../model/plan-view.ts";
import { all, any, fact, not, type Proof, unknown } from "../../model/truth.ts";
import { words } from "../../model/words.ts";

/** The minerals that a reader asks about: one, or several where a plan's own word may mean either. */
export class Asked {
  constructor(
    readonly minerals: readonly Mineral[],
    private readonly vocabulary: Minerals,
  ) {}

  /** How a name of the plan stands to what is asked about; undefined if they have nothing in common. */
  nameUsed(name: string): NameUsed | undefined {
    const term = this.vocabulary.term(name);
    if (term === undefined) return undefined;
    const kinships = this.minerals.map((mineral) => this.kinship(term, mineral));
    const kinship = (["same", "wider", "narrower"] as const).find((one) => kinships.includes(one));
    return kinship === undefined ? undefined : { name, en: term.en, kinship };
  }

  /** Those of the names that have something in common with it. */
  namesUsed(names: readonly string[]): readonly NameUsed[] {
    return names.map((name) => this.nameUsed(name)).filter((used) => used !== undefined);
  }

  private kinship(term: Mineral, mineral: Mineral): Kinship | undefined {
    if (term === mineral) return "same";
    if (this.vocabulary.touches(term, mineral)) return "wider";
    return this.vocabulary.touches(mineral, term) || this.vocabulary.mayBe(mineral, term)
      ? "narrower"
      : undefined;
  }

  /** Whether a condition may hold for the mineral, whatever else the application is. */
  meets(condition: Condition): Proof {
    return all(Object.entries(condition).map(([key, value]) => this.ask(key as keyof Condition, value)));
  }

  private ask(key: keyof Condition, value: unknown): Proof {
    if (key === "any") return any((value as readonly Condition[]).map((part) => this.meets(part)));
    if (key === "not") return not(this.meets(value as Condition));
    const said = (test: (mineral: Mineral) => boolean | undefined) => agreed(this.minerals.map(test));
    if (key === "mineral")
      return any([value as string | readonly string[]].flat().map((name) => this.is(name)));
    if (key === "solid") return said((mineral) => isSolid(mineral) === value);
    if (key === "family") return said(({ family }) => [value].flat().includes(family));
    if (key === "class")
      // A class that nobody verified decides nothing, here as in a decision.
      return said(({ class: given }) =>
        given?.verified === true ? [value].flat().includes(given.is) : undefined,
      );
    return open();
  }

  private is(name: string): Proof {
    const used = this.nameUsed(name);
    if (used === undefined) return fact(false, nothing);
    // What is said of a part of it, or of one reading of it, may hold.
    return used.kinship === "narrower" || this.minerals.length > 1 ? open() : fact(true, nothing);
  }
}

function agreed(answers: readonly (boolean | undefined)[]): Proof {
  const [first] = answers;
  const known = first !== undefined && answers.every((answer) => answer === first);
  return known ? fact(first, nothing) : open();
}

function open(): Proof {
  return unknown([], nothing);
}

/** Only the truth is asked here; nobody reads the statement. */
function nothing() {
  return words("", "");
}
