import type { z } from "zod";
import { nearest } from "../model/nearest.ts";
import { type Words, words } from "../model/words.ts";
import type { Document, Path } from "./document.ts";
import type { Problem } from "./problem.ts";
import { keysAt } from "./schema-keys.ts";

type Issue = z.core.$ZodIssue;

/** Puts what a schema refused into words, each with its place in the file. */
export function problemsOf(
  issues: readonly Issue[],
  schema: z.ZodType,
  document: Document,
  prefix: Path,
): Problem[] {
  return issues.flatMap((issue) => describe(issue, schema, document, prefix)).filter(firstAtItsPlace());
}

/** Where a field may be written in two ways, both fail in the same place: once is enough. */
function firstAtItsPlace(): (problem: Problem) => boolean {
  const seen = new Set<string>();
  return ({ line, column, field }) => {
    const place = `${line}:${column}:${field}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  };
}

function describe(issue: Issue, schema: z.ZodType, document: Document, prefix: Path): Problem[] {
  const path = [...prefix, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  const field = formatPath(issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      file: document.file,
      ...document.locateKey(path, key),
      field: field === "" ? key : `${field}.${key}`,
      ...unknownKey(key, keysAt(schema, issue.path)),
    }));
  if (issue.code === "invalid_union") {
    const branch = likeliest(issue.errors);
    if (branch !== undefined)
      return branch.flatMap((inner) =>
        describe({ ...inner, path: [...issue.path, ...inner.path] } as Issue, schema, document, prefix),
      );
  }
  return [{ file: document.file, ...document.locate(path), field, ...say(issue, field) }];
}

/** Of the ways a value could have been written, the one that it follows furthest. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const rank = (issues: readonly Issue[]) =>
    Math.max(...issues.map(({ path, code }) => path.length * 2 + (code === "invalid_type" ? 0 : 1)));
  return [...branches].filter((issues) => issues.length > 0).sort((a, b) => rank(b) - rank(a))[0];
}

interface Said {
  readonly message: Words;
  readonly remedy?: Words;
}

function unknownKey(key: string, allowed: readonly string[]): Said {
  const near = nearest(key, allowed);
  const list = near.length > 0 ? near : allowed;
  return {
    message: words(`不认识的字段“${key}”`, `unknown field "${key}"`),
    remedy:
      near.length > 0
        ? words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`)
        : words(`可用字段：${list.join("、")}`, `the fields are ${list.join(", ")}`),
  };
}

function say(issue: Issue, field: string): Said {
  const name = field === "" ? words("内容", "the content") : words(`“${field}”`, `"${field}"`);
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue, name);
    case "invalid_value":
      return wrongValue(issue, name);
    case "too_small":
      return {
        message: words(`${name.zh}不能为空或过小`, `${name.en} is empty or too small`),
        remedy: words(`至少 ${issue.minimum}`, `at least ${issue.minimum}`),
      };
    case "too_big":
      return {
        message: words(`${name.zh}过大或过长`, `${name.en} is too large or too long`),
        remedy: words(`至多 ${issue.maximum}`, `at most ${issue.maximum}`),
      };
    case "invalid_format":
      return {
        message: words(`${name.zh}的写法不对`, `${name.en} isn't written as expected`),
        remedy: formatHint(field),
      };
    case "custom": {
      const said = issue.params?.["words"] as Words | undefined;
      return {
        message: said
          ? words(`${name.zh}：${said.zh}`, `${name.en}: ${said.en}`)
          : words(`${name.zh}：${issue.message}`, `${name.en}: ${issue.message}`),
      };
    }
    default:
      return { message: words(`${name.zh}不符合格式`, `${name.en}: ${issue.message}`) };
  }
}

function wrongType(issue: Extract<Issue, { code: "invalid_type" }>, name: Words): Said {
  const expected = TYPES[issue.expected] ?? words(issue.expected, issue.expected);
  if (issue.input === undefined)
    return {
      message: words(`缺少${name.zh}`, `${name.en} is missing`),
      remedy: words(`须填写（${expected.zh}）`, `it must be given (${expected.en})`),
    };
  const found = typeOf(issue.input);
  const quote = issue.expected === "string" && typeof issue.input === "number";
  return {
    message: words(
      `${name.zh}应为${expected.zh}，现为${found.zh}`,
      `${name.en} must be ${expected.en}, but is ${found.en}`,
    ),
    ...(quote ? { remedy: words(`加引号："${issue.input}"`, `put it in quotes: "${issue.input}"`) } : {}),
  };
}

function wrongValue(issue: Extract<Issue, { code: "invalid_value" }>, name: Words): Said {
  const allowed = issue.values.map(String);
  const found =
    issue.input === undefined
      ? words("未填写", "missing")
      : words(`“${String(issue.input)}”`, `"${String(issue.input)}"`);
  const near = typeof issue.input === "string" ? nearest(issue.input, allowed) : [];
  const hint =
    near[0] === undefined ? words("", "") : words(`（是否为 ${near[0]}？）`, ` (did you mean ${near[0]}?)`);
  return {
    message: words(
      `${name.zh}的值${found.zh}不可用${hint.zh}`,
      `${name.en}: ${found.en} isn't allowed${hint.en}`,
    ),
    remedy: words(`可用：${allowed.join("、")}`, `allowed: ${allowed.join(", ")}`),
  };
}

function formatHint(field: string): Words {
  if (field.endsWith("county"))
    return words('写六位行政区划代码，如 "411322"', 'write the six-digit county code, like "411322"');
  return words("检查写法", "check how it is written");
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

function typeOf(value: unknown): Words {
  if (value === null) return words("空值", "null");
  if (Array.isArray(value)) return words("列表", "a list");
  return TYPES[typeof value] ?? words(typeof value, typeof value);
}

export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`,
    "",
  );
}
