import type { Attribute } from "../../geometry/shape/raw.ts";
import type { LayerEntry } from "../layers.ts";

type Attributes = Readonly<Record<string, Attribute>>;
type Wanted = string | number | boolean;

/**
 * The attributes by which a layers file picks features (属性条件). Tables write the same value in many ways:
 * width, case and spaces don't count, and a number is the same with and without zeros.
 */
export class Where {
  private readonly conditions: readonly (readonly [field: string, wanted: readonly Wanted[]])[];
  private readonly met = new Set<string>();

  constructor(where: LayerEntry["where"]) {
    this.conditions = Object.entries(where).map(([field, wanted]) => [field, [wanted].flat() as Wanted[]]);
  }

  get fields(): readonly string[] {
    return this.conditions.map(([field]) => field);
  }

  /** Whether a feature is meant; where it has no value in a field that is asked for, that field comes back. */
  ask(attributes: Attributes): boolean | { readonly lacks: string } {
    let isMeant = true;
    let lacks: string | undefined;
    for (const [field, wanted] of this.conditions) {
      const given = attributes[field] ?? null;
      const found = wanted.find((one) => isSame(one, given));
      if (found !== undefined) this.met.add(keyOf(field, found));
      else if (plain(given) === "") lacks ??= field;
      else isMeant = false;
    }
    return isMeant && lacks !== undefined ? { lacks } : isMeant;
  }

  /** A value that no feature had: misspelt, its features would be left out in silence. */
  get unmet(): { readonly field: string; readonly value: Wanted } | undefined {
    for (const [field, wanted] of this.conditions)
      for (const value of wanted) if (!this.met.has(keyOf(field, value))) return { field, value };
    return undefined;
  }
}

function keyOf(field: string, value: Wanted): string {
  return JSON.stringify([field, value]);
}

function isSame(wanted: Wanted, given: Attribute): boolean {
  const [one, other] = [plain(wanted), plain(given)];
  if (one === other) return other !== "";
  const isNumber = typeof wanted === "number" || typeof given === "number";
  return isNumber && DECIMAL.test(one) && DECIMAL.test(other) && Number(one) === Number(other);
}

const DECIMAL = /^[+-]?\d+(?:\.\d*)?$/;

function plain(value: Attribute): string {
  return String(value ?? "")
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .toUpperCase();
}
