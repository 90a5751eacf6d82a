import {
  Composer,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  type ParsedNode,
  Parser,
  visit,
  YAMLParseError,
  type Document as YamlDocument,
} from "yaml";
import { readDecimal } from "../model/decimal.ts";
import { type Words, words } from "../model/words.ts";
import { DEEPEST, tooDeep } from "./depth.ts";
import type { Document, Path, Position } from "./document.ts";
import { type Problem, Unusable, unusable } from "./problem.ts";

type Parsed = YamlDocument.Parsed<ParsedNode>;

/**
 * Parses one YAML 1.2 document. Throws {@link Unusable} with every error, each at its place. With
 * `repeated`, keys that appear twice are put there instead: what the file says can be read in spite of them.
 */
export function parseYaml(text: string, file: string, repeated?: Problem[]): Document {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const document = composed(text, lines, (offset) => tooDeep(at(offset)));
  const problems = document.errors
    .map((error): Problem => said(error, at(error.pos[0])))
    .filter(firstOfItsLine());
  const isFatal = ({ code }: Problem) => repeated === undefined || code !== REPEATED;
  if (problems.some(isFatal)) throw new Unusable(problems);
  repeated?.push(...problems);
  visit(document, {
    Scalar: (_key, node) => {
      // A literal with more digits than a double holds must not be rounded onto a limit.
      if (typeof node.value === "number" && node.source !== undefined && node.source.length > 15)
        if (readDecimal(node.source)?.eq(node.value) === false) node.value = node.source;
    },
  });
  return {
    file,
    value: expand(document, file, lines),
    locate: (path) => position(lines, nodeAt(document.contents, path)),
    locateKey: (path, key) => position(lines, keyAt(document.contents, path, key)),
  };
}

const REPEATED = "duplicate-key";

function said({ code, message }: YAMLParseError, at: Pick<Problem, "file" | "line" | "column">): Problem {
  return {
    code: code === "DUPLICATE_KEY" ? REPEATED : "yaml-syntax",
    ...at,
    message: MESSAGES[code] ?? words("YAML 语法错误", `YAML syntax error: ${message}`),
    remedy: words("按 YAML 格式改正该处", "correct the YAML there"),
  };
}

/** What follows in a line that couldn't be read says nothing new. */
function firstOfItsLine(): (problem: Problem) => boolean {
  const seen = new Set<number | undefined>();
  return ({ line }) => !seen.has(line) && seen.add(line) !== undefined;
}

/** The first document; a second one is an error of the first, as in the library's own reading. */
function composed(text: string, lines: LineCounter, refuse: (offset: number) => never): Parsed {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  function* tokens() {
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length > DEEPEST) refuse(parser.offset);
    }
    yield* parser.end();
  }
  const composer = new Composer({ uniqueKeys: true, version: "1.2", logLevel: "error" });
  const [document, another] = composer.compose(tokens(), true, text.length) as Iterable<Parsed>;
  if (document === undefined) throw new Error("unreachable: a document is composed even of nothing");
  if (another !== undefined)
    document.errors.push(
      new YAMLParseError([...another.range].slice(0, 2) as [number, number], "MULTIPLE_DOCS", ""),
    );
  return document;
}

/** The plain value, or an error at the alias that refers to nothing or to too much. */
function expand(document: Parsed, file: string, lines: LineCounter): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    let first: Node | undefined;
    let lost: Node | undefined;
    visit(document, {
      Alias: (_key, node) => {
        first ??= node;
        if (node.resolve(document) === undefined) lost ??= node;
      },
    });
    return unusable({
      code: "yaml-syntax",
      file,
      ...position(lines, lost ?? first),
      message: lost
        ? words("引用了不存在的别名", "this alias refers to nothing")
        : words("YAML 别名展开过多", "its aliases expand too far"),
      remedy: words("不要引用别名，直接写出内容", "write the content out instead of using aliases"),
    });
  }
}

function position(lines: LineCounter, node: Node | null | undefined): Position {
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** The node at a path, or the nearest one above it. */
function nodeAt(root: Node | null, path: Path): Node | null {
  let node = root;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function childOf(node: Node | null, step: string | number): Node | undefined {
  if (node === null || !("get" in node) || typeof node.get !== "function") return undefined;
  const child: unknown = node.get(step, true);
  return child !== null && typeof child === "object" && "range" in child ? (child as Node) : undefined;
}

function keyAt(root: Node | null, path: Path, key: string): Node | null {
  const node = nodeAt(root, path);
  if (!isMap(node)) return node;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return (pair?.key as Node | undefined) ?? node;
}

const MESSAGES: Readonly<Record<string, Words>> = {
  DUPLICATE_KEY: words("键重复，只保留一个", "this key appears twice: keep one"),
  TAB_AS_INDENT: words("不能用制表符缩进，请用空格", "tabs can't indent, use spaces"),
  BAD_INDENT: words("缩进不一致", "the indentation doesn't fit"),
  MISSING_CHAR: words("缺少引号、括号或冒号", "a quote, bracket or colon is missing"),
  MULTIPLE_DOCS: words(
    "一个文件只能有一份内容，多份请写成列表",
    "one file holds one document; write several as a list",
  ),
  BLOCK_AS_IMPLICIT_KEY: words(
    "一行内有两个“: ”：文字中有冒号加空格的，须加引号",
    'a second ": " in the line: a text that holds one goes in quotes',
  ),
  UNEXPECTED_TOKEN: words("此处的内容不符合 YAML 格式", "this doesn't belong here"),
};
