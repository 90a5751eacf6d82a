import type { z } from "zod";
import { nearest } from "../model/nearest.ts";
import { type Words, words } from "../model/words.ts";

export type Issue = z.core.$ZodIssue;

/** What is wrong with a value, and what to write instead. */
interface Said {
  /** What kind of thing is wrong: `missing-key`. */
  readonly code: string;
  readonly message: Words;
  readonly remedy: Words;
}

export function unknownKey(key: string, allowed: readonly string[]): Said {
  const near = nearest(key, allowed);
  return {
    code: "unknown-key",
    message: words(`不认识的字段“${key}”`, `unknown field "${key}"`),
    remedy:
      near.length > 0
        ? words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`)
        : words(`可用字段：${allowed.join("、")}`, `the fields are ${allowed.join(", ")}`),
  };
}

const CONTENT = words("内容", "the content");

export function say(issue: Issue, field: string): Said {
  const name = field === "" ? CONTENT : words(`“${field}”`, `"${field}"`);
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue, name);
    case "invalid_value":
      return wrongValue(issue, name);
    case "too_small":
      return tooSmall(issue, name);
    case "too_big":
      return {
        code: "out-of-range",
        message: words(`${name.zh}过大或过长`, `${name.en} is too large or too long`),
        remedy:
          issue.origin === "string"
            ? words(`至多 ${issue.maximum} 个字符`, `at most ${issue.maximum} characters`)
            : words(`至多 ${issue.maximum}`, `at most ${issue.maximum}`),
      };
    case "invalid_format":
      return {
        code: "wrong-format",
        message: words(
          `${name.zh}的值“${shorten(issue.input)}”写法不对`,
          `${name.en}: "${shorten(issue.input)}" isn't written as expected`,
        ),
        remedy: formatHint(field),
      };
    case "custom": {
      const { code, words: said, remedy } = (issue.params ?? {}) as Partial<Said> & { words?: Words };
      const message = said ?? words(issue.message, issue.message);
      return {
        code: code ?? "invalid-entry",
        message: words(`${name.zh}：${message.zh}`, `${name.en}: ${message.en}`),
        remedy: remedy ?? CHECK,
      };
    }
    default:
      return {
        code: "invalid-entry",
        message: words(`${name.zh}不符合格式`, `${name.en}: ${issue.message}`),
        remedy: CHECK,
      };
  }
}

function wrongType(issue: Extract<Issue, { code: "invalid_type" }>, name: Words): Said {
  const expected = TYPES[issue.expected] ?? words(issue.expected, issue.expected);
  if (issue.input === undefined)
    return missing(name, words(`须填写（${expected.zh}）`, `it must be given (${expected.en})`));
  const found = describe(issue.input);
  const quote = issue.expected === "string" && typeof issue.input === "number";
  return {
    code: "wrong-type",
    message: words(
      `${name.zh}应为${spaced(expected.zh)}，现为${spaced(found.zh)}`,
      `${name.en} must be ${expected.en}, but is ${found.en}`,
    ),
    remedy:
      name === CONTENT
        ? words(`写成${spaced(expected.zh)}`, `make it ${expected.en}`)
        : quote
          ? words(`加引号："${issue.input}"`, `put it in quotes: "${issue.input}"`)
          : words(
              `写${spaced(expected.zh)}；不知道就不写`,
              `write ${expected.en}, or leave it out if it isn't known`,
            ),
  };
}

function wrongValue(issue: Extract<Issue, { code: "invalid_value" }>, name: Words): Said {
  const allowed = issue.values.map(String);
  const remedy = words(`可用：${allowed.join("、")}`, `allowed: ${allowed.join(", ")}`);
  if (issue.input === undefined) return missing(name, remedy);
  const found = shorten(issue.input);
  const near = typeof issue.input === "string" ? nearest(issue.input, allowed) : [];
  const hint =
    near[0] === undefined ? words("", "") : words(`（是否为 ${near[0]}？）`, ` (did you mean ${near[0]}?)`);
  return {
    code: "unknown-value",
    message: words(
      `${name.zh}的值“${found}”不可用${hint.zh}`,
      `${name.en}: "${found}" isn't allowed${hint.en}`,
    ),
    remedy,
  };
}

function tooSmall(issue: Extract<Issue, { code: "too_small" }>, name: Words): Said {
  if (issue.origin === "string" || issue.origin === "array")
    return {
      code: "empty-value",
      message: words(`${name.zh}为空`, `${name.en} is empty`),
      remedy: words("写出内容，或不写该字段", "write something, or leave the field out"),
    };
  return {
    code: "out-of-range",
    message: words(
      `${name.zh}过小（${shorten(issue.input)}）`,
      `${name.en} is too small (${shorten(issue.input)})`,
    ),
    remedy: words(`至少 ${issue.minimum}`, `at least ${issue.minimum}`),
  };
}

function missing(name: Words, remedy: Words): Said {
  return { code: "missing-key", message: words(`缺少${name.zh}`, `${name.en} is missing`), remedy };
}

const CHECK = words("检查写法", "check how it is written");

function formatHint(field: string): Words {
  if (field.endsWith("county") || field.endsWith("county.code"))
    return words('写六位行政区划代码，如 "411322"', 'write the six-digit county code, like "411322"');
  return CHECK;
}

const TYPES: Readonly<Record<string, Words>> = {
  string: words("文本", "a text"),
  number: words("数", "a number"),
  int: words("整数", "a whole number"),
  boolean: words("true 或 false", "true or false"),
  array: words("列表 […]", "a list […]"),
  object: words("对象 {…}", "an object {…}"),
  record: words("对象 {…}", "an object {…}"),
};

/** What was found: its kind, and a plain value as it stands. */
function describe(value: unknown): Words {
  if (value === null) return words("空值", "null");
  if (Array.isArray(value)) return words("列表", "a list");
  if (typeof value === "object") return words("对象", "an object");
  const text = shorten(value);
  if (typeof value === "string") return words(`文本“${text}”`, `the text "${text}"`);
  return words(text, text);
}

const MOST_SHOWN = 40;

function shorten(value: unknown): string {
  const text = String(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** Chinese stands apart from a Latin word that follows it. */
function spaced(text: string): string {
  return /^[\w-]/.test(text) ? ` ${text}` : text;
}
