import { describe, expect, it } from "vitest";
import { Recall, Recalled } from "../../src/engine/recall.ts";
import { decimal } from "../../src/model/decimal.ts";

type Input = { readonly [key: string]: unknown };

/** Makes of each input what the function does, and tells how often it had to. */
function made<Result>(look: (input: Input) => Result, inputs: readonly Input[]) {
  let times = 0;
  const make = new Recall<Input>().remember((input) => {
    times += 1;
    return look(input);
  });
  return { results: inputs.map((input) => make(new Recalled(input))), times };
}

const at =
  (...path: readonly string[]) =>
  (input: Input) =>
    JSON.stringify(path.reduce<unknown>((from, key) => (from as Input | undefined)?.[key], input));

describe("what a function made is used again", () => {
  it.each<[string, (input: Input) => unknown, Input, Input]>([
    ["where another field differs", at("a"), { a: 1, b: 1 }, { a: 1, b: 2 }],
    ["where another field of a field differs", at("a", "b"), { a: { b: 1, c: 1 } }, { a: { b: 1, c: 2 } }],
    ["for equal texts", at("a"), { a: "金矿" }, { a: "金矿" }],
    ["for equal lists", at("a"), { a: [1, { b: "c" }] }, { a: [1, { b: "c" }] }],
    ["for equal numbers, however written", at("a"), { a: decimal("1.50") }, { a: decimal(1.5) }],
    ["for equal maps", at("a"), { a: new Map([["b", 1]]) }, { a: new Map([["b", 1]]) }],
    ["for equal objects spread", ({ a }) => ({ ...(a as Input) }), { a: { b: 1 } }, { a: { b: 1 } }],
    ["where a field is absent or without a value", at("a"), {}, { a: undefined }],
    [
      "where it didn't look, by what it had found",
      (input) => (input["a"] === 1 ? "one" : `${input["b"]}`),
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ],
  ])("%s", (_, look, one, other) => {
    expect(made(look, [one, other, one])).toEqual({
      results: [look(one), look(one), look(one)],
      times: 1,
    });
  });
});

describe("it is made anew", () => {
  it.each<[string, (input: Input) => unknown, Input, Input]>([
    ["for another value", at("a"), { a: 1 }, { a: 2 }],
    ["for a number and its text", at("a"), { a: 1 }, { a: "1" }],
    ["for a number and its exact kind", at("a"), { a: 1 }, { a: decimal(1) }],
    ["for a list and its text", at("a"), { a: ["1"] }, { a: '["1"]' }],
    ["for false and its text", at("a"), { a: false }, { a: "false" }],
    ["for null and nothing", at("a"), { a: null }, {}],
    ["for a list and a map of the same", at("a"), { a: [["b", 1]] }, { a: new Map([["b", 1]]) }],
    ["for lists divided otherwise", at("a"), { a: ["b,c"] }, { a: ["b", "c"] }],
    ["for an object and nothing", at("a", "b"), { a: { b: undefined } }, {}],
    ["for another field, after one that is equal", at("a", "b"), { a: { b: 1 } }, { a: { b: 2 } }],
    ["for another field of all", ({ a }) => ({ ...(a as Input) }), { a: { b: 1 } }, { a: { b: 1, c: 1 } }],
    ["for another set of fields", ({ a }) => Object.keys(a as Input), { a: { b: 1 } }, { a: { c: 1 } }],
    ["for a field that is there", ({ a }) => "b" in (a as Input), { a: { b: 1 } }, { a: {} }],
    [
      "where it looked, by what it had found",
      (input) => (input["a"] === 1 ? "one" : `${input["b"]}`),
      { a: 2, b: 1 },
      { a: 2, b: 2 },
    ],
  ])("%s", (_, look, one, other) => {
    expect(made(look, [one, other, one])).toEqual({
      results: [look(one), look(other), look(one)],
      times: 2,
    });
  });

  it("for what isn't data, each time", () => {
    const one = { a: [() => 1] };
    expect(made(({ a }) => String(a), [one, one]).times).toBe(2);
  });
});

it("functions share what an input has, and each keeps its own", () => {
  const recall = new Recall<Input>();
  const [one, other] = [recall.remember(at("a")), recall.remember(at("a", "b"))];
  for (const a of [{ b: 1 }, { b: 2 }, { b: 1 }]) {
    const of = new Recalled<Input>({ a });
    expect([other(of), one(of)]).toEqual([String(a.b), JSON.stringify(a)]);
  }
});

it("what is different each time is made each time, and rightly", () => {
  const inputs = Array.from({ length: 5000 }, (_, index) => ({ a: index, same: "same" }));
  const { results, times } = made(({ a }) => a, inputs);
  expect(results).toEqual(inputs.map(({ a }) => a));
  expect(times).toBe(inputs.length);
});

it("what is seldom seen again is forgotten, and then made rightly", () => {
  // Two in three are as before, so that keeping pays; the others are new each time.
  const inputs = Array.from({ length: 6000 }, (_, index) => ({ a: index % 3 === 0 ? index : -1 }));
  const { results, times } = made(({ a }) => a, [...inputs, ...inputs.slice(0, 300)]);
  expect(results).toEqual([...inputs, ...inputs.slice(0, 300)].map(({ a }) => a));
  expect(times).toBeGreaterThan(2100);
  expect(times).toBeLessThan(2200);
});

it("a function that hangs on more than its input is found out", () => {
  let hidden = false;
  const look = new Recall<Input>().remember((input) => [input["a"], input[hidden ? "b" : "c"]]);
  look(new Recalled({ a: 1, b: 1, c: 1 }));
  hidden = true;
  expect(() => look(new Recalled({ a: 1, b: 1, c: 2 }))).toThrow();
});
