import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { all, any, fact, not, type Proof, type Truth, unknown, whichever } from "../../src/model/truth.ts";
import { words } from "../../src/model/words.ts";

/** A statement about named facts; `pick` is a choice between cases that may itself be unknown. */
type Formula =
  | { readonly op: "fact"; readonly name: number }
  | { readonly op: "not"; readonly of: Formula }
  | { readonly op: "all" | "any"; readonly of: readonly Formula[] }
  | { readonly op: "pick"; readonly name: number; readonly of: readonly [Formula, Formula] };

const FACTS = 6;
type World = readonly Truth[];

const says = () => words("陈述", "statement");
const nameOf = (name: number) => `fact${name}`;
const missing = (name: number) => [{ field: nameOf(name), why: words("未说明", "not stated") }];
const state = (truth: Truth, name = 0): Proof =>
  truth === "unknown" ? unknown(missing(name), says) : fact(truth, says, nameOf(name));

function evaluate(formula: Formula, world: World): Proof {
  switch (formula.op) {
    case "fact":
      return state(world[formula.name] ?? "unknown", formula.name);
    case "not":
      return not(evaluate(formula.of, world));
    case "all":
      return all(formula.of.map((part) => evaluate(part, world)));
    case "any":
      return any(formula.of.map((part) => evaluate(part, world)));
    case "pick": {
      const [yes, no] = formula.of.map((part) => evaluate(part, world));
      const choice = world[formula.name] ?? "unknown";
      if (yes === undefined || no === undefined) throw new Error("a pick has two cases");
      if (choice === "unknown") return whichever(missing(formula.name), [yes, no]);
      return choice ? yes : no;
    }
  }
}

const truth = fc.constantFrom<Truth>(true, false, "unknown");
const worlds = fc.array(truth, { minLength: FACTS, maxLength: FACTS });
const name = fc.nat(FACTS - 1);
const formulas = fc.letrec<{ formula: Formula }>((tie) => {
  const parts = fc.array(tie("formula"), { maxLength: 3 });
  return {
    formula: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.record({ op: fc.constant("fact" as const), name }),
      fc.record({ op: fc.constant("not" as const), of: tie("formula") }),
      fc.record({ op: fc.constantFrom("all" as const, "any" as const), of: parts }),
      fc.record({ op: fc.constant("pick" as const), name, of: fc.tuple(tie("formula"), tie("formula")) }),
    ),
  };
}).formula;

const TRUTHS: readonly Truth[] = [false, "unknown", true];
const order = (value: Truth) => TRUTHS.indexOf(value);

describe("three values", () => {
  it.each(TRUTHS.flatMap((a) => TRUTHS.map((b) => [a, b] as const)))("%s with %s", (a, b) => {
    const both = [state(a, 0), state(b, 1)];
    expect(all(both).truth, "and is the lesser").toBe(TRUTHS[Math.min(order(a), order(b))]);
    expect(any(both).truth, "or is the greater").toBe(TRUTHS[Math.max(order(a), order(b))]);
    expect(not(state(a)).truth, "not turns the order round").toBe(TRUTHS[2 - order(a)]);
  });

  it("all of nothing is true, any of nothing is false, whichever of nothing is unknown", () => {
    expect(all([]).truth).toBe(true);
    expect(any([]).truth).toBe(false);
    expect(whichever(missing(0), []).truth).toBe("unknown");
  });
});

const LAWS: readonly (readonly [
  string,
  (a: Formula, b: Formula, c: Formula) => readonly [Formula, Formula],
])[] = [
  ["De Morgan: not all is any not", (a, b) => [no(and(a, b)), or(no(a), no(b))]],
  ["De Morgan: not any is all not", (a, b) => [no(or(a, b)), and(no(a), no(b))]],
  ["not undoes itself", (a) => [no(no(a)), a]],
  ["and commutes", (a, b) => [and(a, b), and(b, a)]],
  ["or commutes", (a, b) => [or(a, b), or(b, a)]],
  ["and associates", (a, b, c) => [and(and(a, b), c), and(a, b, c)]],
  ["or associates", (a, b, c) => [or(or(a, b), c), or(a, b, c)]],
  ["and distributes over or", (a, b, c) => [and(a, or(b, c)), or(and(a, b), and(a, c))]],
  ["or distributes over and", (a, b, c) => [or(a, and(b, c)), and(or(a, b), or(a, c))]],
  ["and absorbs or", (a, b) => [and(a, or(a, b)), a]],
  ["or absorbs and", (a, b) => [or(a, and(a, b)), a]],
  ["and is idempotent", (a) => [and(a, a), a]],
];

function and(...of: readonly Formula[]): Formula {
  return { op: "all", of };
}
function or(...of: readonly Formula[]): Formula {
  return { op: "any", of };
}
function no(of: Formula): Formula {
  return { op: "not", of };
}

describe("laws of Kleene's logic", () => {
  it.each(LAWS)("%s", (_law, sides) => {
    fc.assert(
      fc.property(formulas, formulas, formulas, worlds, (a, b, c, world) => {
        const [left, right] = sides(a, b, c);
        expect(evaluate(left, world).truth).toBe(evaluate(right, world).truth);
      }),
    );
  });
});

describe("information", () => {
  it("a definite result stays, whatever an unknown fact turns out to be", () => {
    fc.assert(
      fc.property(
        formulas,
        worlds,
        fc.array(fc.boolean(), { minLength: FACTS, maxLength: FACTS }),
        (f, world, found) => {
          const before = evaluate(f, world).truth;
          const fuller = world.map((value, index) =>
            value === "unknown" && index % 2 ? (found[index] ?? true) : value,
          );
          const whole = world.map((value, index) => (value === "unknown" ? (found[index] ?? true) : value));
          fc.pre(before !== "unknown");
          expect(evaluate(f, fuller).truth).toBe(before);
          expect(evaluate(f, whole).truth).toBe(before);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("missing facts are named exactly when it is unknown, each once, and none that is known", () => {
    fc.assert(
      fc.property(formulas, worlds, (f, world) => {
        const proof = evaluate(f, world);
        const fields = proof.missing.map(({ field }) => field);
        expect(fields.length > 0).toBe(proof.truth === "unknown");
        expect(new Set(fields).size).toBe(fields.length);
        const open = world.flatMap((value, index) => (value === "unknown" ? [nameOf(index)] : []));
        expect(open).toEqual(expect.arrayContaining(fields));
      }),
      { numRuns: 500 },
    );
  });

  it("the missing facts it names are enough to settle it", () => {
    fc.assert(
      fc.property(formulas, worlds, fc.boolean(), (f, world, value) => {
        const named = new Set(evaluate(f, world).missing.map(({ field }) => field));
        const supplied = world.map((one, index) => (named.has(nameOf(index)) ? value : one));
        expect(evaluate(f, supplied).truth).not.toBe("unknown");
      }),
      { numRuns: 500 },
    );
  });
});

describe("whichever", () => {
  it("stands on what all cases agree on, and otherwise asks for the choice first", () => {
    fc.assert(
      fc.property(fc.array(truth, { minLength: 1, maxLength: 4 }), (cases) => {
        const proof = whichever(
          missing(99),
          cases.map((one, index) => state(one, index)),
        );
        const [first] = cases;
        const agreed = first !== "unknown" && cases.every((one) => one === first);
        expect(proof.truth).toBe(agreed ? first : "unknown");
        if (agreed) expect(proof.missing).toEqual([]);
        else expect(proof.missing[0]?.field).toBe(nameOf(99));
      }),
    );
  });
});
