import { type Decimal, decimal, readDecimal } from "../../model/decimal.ts";
import { type Words, words } from "../../model/words.ts";

/**
 * An equation or inequality that shows where a case's figures come from: `15 - 0.1 = 14.9`,
 * `5.61 km² ≤ 10.996 km²`. Numbers, + − × ÷, brackets, per cent, and at least one comparison; words up to a
 * colon say what it is about. Behind numbers a unit may stand, one in the whole equation: nothing is
 * converted.
 */
export interface Equation {
  readonly text: string;
  /** Whether every comparison in it is true. */
  readonly holds: boolean;
  /** Every number that is written in it. */
  readonly numbers: readonly Decimal[];
}

/** Why a text is no equation, in words. */
export class NoEquation extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

/** An exact quotient, so that 100 ÷ 3 × 3 is 100; the divisor is positive. */
interface Fraction {
  readonly over: Decimal;
  readonly under: Decimal;
}

const COMPARISONS: Readonly<Record<string, (difference: Decimal) => boolean>> = {
  "=": (difference) => difference.eq(0),
  "≠": (difference) => !difference.eq(0),
  "<": (difference) => difference.lt(0),
  "≤": (difference) => difference.lte(0),
  ">": (difference) => difference.gt(0),
  "≥": (difference) => difference.gte(0),
};

/** Signs that mean the same; width is undone before. */
const SAME: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "×": "*",
  "·": "*",
  "÷": "/",
  "==": "=",
  "<=": "≤",
  ">=": "≥",
  "!=": "≠",
};

const TOKEN =
  /\s*(?:(\d[\d,]*(?:\.\d+)?)|(<=|>=|==|!=|[-−–+*×·/÷()%=≠<≤>≥])|(\p{L}[\p{L}\d]*(?:\/\p{L}[\p{L}\d]*)*))/uy;

type Token =
  | { readonly is: "number"; readonly value: Decimal }
  | { readonly is: "sign"; readonly sign: string }
  | { readonly is: "unit"; readonly unit: string };

/** Reads an equation and works it out. Throws {@link NoEquation}. */
export function readEquation(text: string): Equation {
  const plain = text.normalize("NFKC");
  const tokens = tokensOf(plain.slice(plain.indexOf(":") + 1));
  refuseTwoUnits(tokens);
  const signs = tokens.filter((token) => token.is !== "unit");
  const numbers = signs.flatMap((token) => (token.is === "number" ? [token.value] : []));
  return { text, numbers, holds: new Reader(signs).comparisons() };
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const [, number, sign, unit] = TOKEN.exec(text) ?? [];
    if (number !== undefined) tokens.push({ is: "number", value: numberIn(number) });
    else if (sign !== undefined) tokens.push({ is: "sign", sign: SAME[sign] ?? sign });
    else if (unit !== undefined && tokens.at(-1)?.is === "number") tokens.push({ is: "unit", unit });
    else {
      const rest = text.slice(from, from + 12).trim();
      throw new NoEquation(words(`读不懂“${rest}”处的内容`, `it can't be read from "${rest}" on`));
    }
  }
  return tokens;
}

function numberIn(text: string): Decimal {
  const value = readDecimal(text);
  if (value === undefined) throw new NoEquation(words(`“${text}”不是数`, `"${text}" isn't a number`));
  return value;
}

function refuseTwoUnits(tokens: readonly Token[]): void {
  const [first, second] = new Set(tokens.flatMap((token) => (token.is === "unit" ? [token.unit] : [])));
  if (second !== undefined)
    throw new NoEquation(
      words(
        `有两个单位：“${first}”和“${second}”，而单位不换算`,
        `it has two units, "${first}" and "${second}", and nothing is converted`,
      ),
    );
}

/** Works an equation out from left to right, by the usual precedence. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  comparisons(): boolean {
    let left = this.sum();
    let holds = true;
    let compared = false;
    while (this.at < this.tokens.length) {
      const compare = COMPARISONS[this.sign() ?? ""];
      if (compare === undefined) throw unfinished();
      this.at++;
      const right = this.sum();
      const difference = left.over.times(right.under).minus(right.over.times(left.under));
      if (!compare(difference)) holds = false;
      left = right;
      compared = true;
    }
    if (!compared)
      throw new NoEquation(
        words("没有比较号，无从核对", "nothing in it is compared, so there is nothing to hold"),
      );
    return holds;
  }

  private sum(): Fraction {
    let value = this.product();
    for (let sign = this.sign(); sign === "+" || sign === "-"; sign = this.sign()) {
      this.at++;
      const next = this.product();
      const added = next.over.times(value.under);
      const own = value.over.times(next.under);
      value = {
        over: sign === "+" ? own.plus(added) : own.minus(added),
        under: value.under.times(next.under),
      };
    }
    return value;
  }

  private product(): Fraction {
    let value = this.factor();
    for (let sign = this.sign(); sign === "*" || sign === "/"; sign = this.sign()) {
      this.at++;
      const next = this.factor();
      value = sign === "*" ? times(value, next) : times(value, inverse(next));
    }
    return value;
  }

  private factor(): Fraction {
    if (this.sign() === "-") {
      this.at++;
      const { over, under } = this.factor();
      return { over: over.times(-1), under };
    }
    let value = this.operand();
    while (this.sign() === "%") {
      this.at++;
      value = times(value, { over: decimal(1), under: decimal(100) });
    }
    return value;
  }

  private operand(): Fraction {
    const token = this.tokens[this.at++];
    if (token?.is === "number") return { over: token.value, under: decimal(1) };
    if (token?.is !== "sign" || token.sign !== "(") throw unfinished();
    const value = this.sum();
    if (this.sign() !== ")") throw unfinished();
    this.at++;
    return value;
  }

  private sign(): string | undefined {
    const token = this.tokens[this.at];
    return token?.is === "sign" ? token.sign : undefined;
  }
}

function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over.times(b.over), under: a.under.times(b.under) };
}

function inverse({ over, under }: Fraction): Fraction {
  if (over.eq(0)) throw new NoEquation(words("除数为零", "it divides by zero"));
  return over.lt(0) ? { over: under.times(-1), under: over.times(-1) } : { over: under, under: over };
}

function unfinished(): NoEquation {
  return new NoEquation(
    words("算式不完整：数、运算号或括号有缺", "it is incomplete: a number, a sign or a bracket is missing"),
  );
}
