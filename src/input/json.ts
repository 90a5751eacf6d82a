import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
  visit,
} from "jsonc-parser";
import { readDecimal } from "../model/decimal.ts";
import { type Words, words } from "../model/words.ts";
import { refuseDepth } from "./depth.ts";
import { type Document, type Path, type Position, positions } from "./document.ts";
import { Unusable, unusable } from "./problem.ts";

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** More digits than a double holds: such a literal must not be rounded onto a limit. */
const LONG_NUMBER = /(?<![\d.])\d[\d.]{15,}/;

/** Parses JSON strictly. Throws {@link Unusable} with the place of the first error or duplicate key. */
export function parseJson(text: string, file: string): Document {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (keysWritten(text) !== keysIn(value)) refuseDuplicates(text, file);
    if (LONG_NUMBER.test(text)) value = exactValue(text, treeOf(text));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    syntaxError(text, file);
  }
  return new JsonDocument(file, value, text);
}

class JsonDocument implements Document {
  private tree: Node | undefined;
  private at: ((offset: number) => Position) | undefined;

  constructor(
    readonly file: string,
    readonly value: unknown,
    private readonly text: string,
  ) {}

  locate(path: Path): Position {
    for (let depth = path.length; depth > 0; depth--) {
      const node = this.node(path.slice(0, depth));
      if (node !== undefined) return this.position(node.offset);
    }
    return this.position(this.node([])?.offset ?? 0);
  }

  locateKey(path: Path, key: string): Position {
    const property = this.node([...path, key])?.parent;
    return property === undefined ? this.locate(path) : this.position(property.offset);
  }

  private node(path: Path): Node | undefined {
    this.tree ??= treeOf(this.text);
    return this.tree && findNodeAtLocation(this.tree, [...path]);
  }

  private position(offset: number): Position {
    this.at ??= positions(this.text);
    return this.at(offset);
  }
}

function treeOf(text: string): Node | undefined {
  return parseTree(text, [], STRICT);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** How many keys a JSON text has: its colons outside of strings. */
function keysWritten(text: string): number {
  let keys = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) inString = !inString;
    else if (inString) {
      if (code === BACKSLASH) at++;
    } else if (code === COLON) keys++;
  }
  return keys;
}

/** How many keys are left of them. */
function keysIn(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  let keys = 0;
  if (Array.isArray(value)) for (const one of value) keys += keysIn(one);
  else for (const key of Object.keys(value)) keys += 1 + keysIn((value as Record<string, unknown>)[key]);
  return keys;
}

/** `JSON.parse` keeps the last of two equal keys in silence; here it is an error. */
function refuseDuplicates(text: string, file: string): void {
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, offset) => {
      const keys = open.at(-1);
      if (keys?.has(key))
        unusable({
          file,
          ...positions(text)(offset),
          message: words(`键“${key}”重复`, `the key "${key}" appears twice`),
          remedy: words("只保留一个", "keep one of them"),
        });
      keys?.add(key);
    },
  });
}

/** The same value, in which a number that a double can't hold exactly is kept as its digits. */
function exactValue(text: string, node: Node | undefined): unknown {
  if (node?.type === "number") {
    const digits = text.slice(node.offset, node.offset + node.length);
    return readDecimal(digits)?.eq(node.value as number) ? node.value : digits;
  }
  if (node?.type === "array") return (node.children ?? []).map((child) => exactValue(text, child));
  if (node?.type === "object")
    return Object.fromEntries(
      (node.children ?? []).map(({ children: [key, value] = [] }) => [key?.value, exactValue(text, value)]),
    );
  return node?.value;
}

function syntaxError(text: string, file: string): never {
  refuseDepth(text, file);
  const errors: ParseError[] = [];
  parseTree(text, errors, STRICT);
  const [first] = errors;
  unusable({
    file,
    ...positions(text)(first?.offset ?? 0),
    message:
      (first && MESSAGES[printParseErrorCode(first.error)]) ??
      words("不是有效的 JSON", "it isn't valid JSON"),
    remedy: REMEDY,
  });
}

const REMEDY = words("按 JSON 格式改正该处", "correct the JSON there");

const MESSAGES: Readonly<Record<string, Words>> = {
  InvalidSymbol: words(
    "此处的词不是 JSON 值（只能写 true、false、null、数字、“文本”）",
    'this word isn\'t a JSON value (only true, false, null, numbers and "texts" are)',
  ),
  InvalidNumberFormat: words("数字格式不正确", "this isn't a number as JSON writes it"),
  PropertyNameExpected: words("此处应为加引号的键名", "a key in quotes is expected here"),
  ValueExpected: words("此处应有一个值", "a value is expected here"),
  ColonExpected: words("键名后应有冒号", "a colon is expected after the key"),
  CommaExpected: words("前一项之后应有逗号", "a comma is expected after the item before"),
  CloseBraceExpected: words("缺少右花括号 }", "a closing brace } is missing"),
  CloseBracketExpected: words("缺少右方括号 ]", "a closing bracket ] is missing"),
  EndOfFileExpected: words("文件在此处应已结束", "the file should end here"),
  InvalidCommentToken: words("JSON 不允许注释", "JSON has no comments"),
  UnexpectedEndOfString: words("文本缺少右引号", "this text has no closing quote"),
  InvalidUnicode: words("文本中的转义不正确", "the escape in this text isn't valid"),
  InvalidEscapeCharacter: words("文本中的转义不正确", "the escape in this text isn't valid"),
  InvalidCharacter: words("文本中有不允许的字符", "this text holds a character that isn't allowed"),
};
