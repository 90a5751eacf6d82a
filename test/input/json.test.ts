import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../src/input/json.ts";
import { Unusable } from "../../src/input/problem.ts";

function complaint(text: string): string | undefined {
  try {
    parseJson(text, "a.json");
    return undefined;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return error.problems[0]?.message.en;
  }
}

describe("a key that stands twice in an object", () => {
  it.each([
    ['{"a": 1, "a": 1}', "a"],
    ['{"a": [{"b": 1, "c": 2, "b": 3}]}', "b"],
    ['{"a\\"": 1, "a\\"": 2}', 'a"'],
    ['{"a": 1, "\\u0061": 2}', "a"],
    ['{"__proto__": 1, "__proto__": 2}', "__proto__"],
    ['{"a": ":", "b": {"c": "\\\\", "c": 1}}', "c"],
  ])("is refused in %s", (text, key) => {
    expect(complaint(text)).toBe(`the key "${key}" appears twice`);
  });

  it.each([
    '{"a": {"a": {"a": 1}}}',
    '[{"a": 1}, {"a": 1}]',
    '{"a": "b: c: d", "b": "\\"b\\": 1"}',
    '{"a:b": 1, "a": "\\\\", "b": ":"}',
    '{"__proto__": 1}',
    '":"',
    "1",
  ])("isn't seen in %s", (text) => {
    expect(complaint(text)).toBeUndefined();
  });

  it("is never seen where there is none, and always where there is one", () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), fc.json(), (one, key, other) => {
        const name = JSON.stringify(key);
        expect(complaint(one)).toBeUndefined();
        expect(complaint(`{${name}: ${one}, ${name}: ${other}}`)).toBeDefined();
      }),
    );
  });
});

it.each([
  ["0.1234567890123456789", "0.1234567890123456789"],
  ["[1, 12345678901234567891]", [1, "12345678901234567891"]],
  ["-12345678901234567.5", "-12345678901234567.5"],
  ["1.0000000000000000", 1],
  ["112.6965899", 112.6965899],
])("reads %s without losing a digit", (text, value) => {
  expect(parseJson(text, "a.json").value).toEqual(value);
});
