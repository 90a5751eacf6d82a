import { type Words, words } from "../../../model/words.ts";
import { DEEPEST } from "../../depth.ts";

/** The bytes of one feature and where they begin in the file. */
export interface FeatureBytes {
  readonly bytes: Buffer;
  readonly offset: number;
}

/** Stops reading with what is wrong at a byte of the file. */
export type FailAt = (offset: number, message: Words, remedy: Words) => never;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** No feature of a layer is larger; beyond it a quote or a bracket is missing. */
const MOST_FEATURE_BYTES = 64 * 1024 * 1024;

/**
 * Cuts a FeatureCollection into its features by strings and nesting alone, so that a file of any size is
 * read with one feature in memory. What stands around the list is kept as a small JSON text of its own
 * (`frame`, its list empty), so that the order of keys doesn't matter. Takes UTF-8.
 */
export class FeatureSplitter {
  private phase: "head" | "list" | "feature" | "tail" = "head";
  private readonly frameParts: Buffer[] = [];
  private featureParts: Buffer[] = [];
  private featureBytes = 0;
  private featureOffset = 0;
  private depth = 0;
  private quoted = false;
  private escaped = false;
  /** The last string at the first level, and the key that stands before the present value. */
  private word = "";
  private key = "";
  private offset = 0;
  private expects: "value-or-end" | "value" | "comma-or-end" = "value-or-end";
  /** Features found so far. */
  count = 0;
  /** Bytes before the end of the list's opening bracket, and before its closing one. */
  listBegins = 0;
  listEnds = 0;

  constructor(private readonly fail: FailAt) {}

  /** The list of features was found. */
  get isCollection(): boolean {
    return this.phase !== "head";
  }

  /** Bytes that stand before the list. While there is none, it is all that was read. */
  get headBytes(): number {
    return this.listBegins || this.offset;
  }

  /** All features that end in this piece of the file. */
  push(chunk: Buffer): FeatureBytes[] {
    const found: FeatureBytes[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.phase === "head") at = this.head(chunk, at);
      else if (this.phase === "list") at = this.list(chunk, at);
      else if (this.phase === "feature") at = this.feature(chunk, at, found);
      else {
        this.frameParts.push(chunk.subarray(at));
        at = chunk.length;
      }
    }
    this.offset += chunk.length;
    return found;
  }

  /** The text around the list. Fails if the file ended inside it. */
  frame(): Buffer {
    if (this.phase === "list" || this.phase === "feature")
      this.fail(
        this.offset,
        words(`文件在第 ${this.count + 1} 个要素处中断`, `the file breaks off at feature ${this.count + 1}`),
        words("重新导出或重新下载该文件", "export or download the file again"),
      );
    return Buffer.concat(this.frameParts);
  }

  /** Looks for `"features": [` at the first level. */
  private head(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const sign = chunk[at] as number;
      if (this.quoted) {
        if (this.escaped) this.escaped = false;
        else if (sign === BACKSLASH) this.escaped = true;
        else if (sign === QUOTE) this.quoted = false;
        else if (this.depth === 1 && this.word.length < 16) this.word += String.fromCharCode(sign);
      } else if (sign === QUOTE) {
        this.quoted = true;
        if (this.depth === 1) this.word = "";
      } else if (sign === COLON && this.depth === 1) this.key = this.word;
      else if (sign === OPEN_LIST && this.depth === 1 && this.key === "features") {
        this.phase = "list";
        this.listBegins = this.offset + at + 1;
        this.frameParts.push(chunk.subarray(from, at + 1));
        return at + 1;
      } else if (sign === OPEN_LIST || sign === OPEN_OBJECT) this.depth++;
      else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) this.depth--;
    }
    this.frameParts.push(chunk.subarray(from));
    return chunk.length;
  }

  /** Between features: a comma, the next feature or the end of the list. */
  private list(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const sign = chunk[at] as number;
      if (sign === 0x20 || sign === 0x0a || sign === 0x0d || sign === 0x09) continue;
      if (sign === OPEN_OBJECT && this.expects !== "comma-or-end") {
        this.phase = "feature";
        this.depth = 0;
        this.featureOffset = this.offset + at;
        return at;
      }
      if (sign === COMMA && this.expects === "comma-or-end") this.expects = "value";
      else if (sign === CLOSE_LIST && this.expects !== "value") {
        this.phase = "tail";
        this.listEnds = this.offset + at;
        return this.tail(chunk, at);
      } else this.unexpected(this.offset + at);
    }
    return chunk.length;
  }

  private tail(chunk: Buffer, from: number): number {
    this.frameParts.push(chunk.subarray(from));
    return chunk.length;
  }

  private unexpected(offset: number): never {
    const next = this.count + 1;
    if (this.expects === "comma-or-end")
      return this.fail(
        offset,
        words(
          `第 ${this.count} 个要素之后应有逗号或右方括号`,
          `a comma or a closing bracket is expected after feature ${this.count}`,
        ),
        words("按 JSON 格式改正该处", "correct the JSON there"),
      );
    return this.fail(
      offset,
      words(`第 ${next} 个要素应为 Feature 对象`, `feature ${next} should be a Feature object`),
      words("删去该项或多余的逗号", "remove it, or the comma too many"),
    );
  }

  private feature(chunk: Buffer, from: number, found: FeatureBytes[]): number {
    let { depth, quoted } = this;
    let at = from;
    if (this.escaped) {
      this.escaped = false;
      at++;
    }
    for (; at < chunk.length; at++) {
      const sign = chunk[at] as number;
      // Of all signs of a feature most are digits.
      if (sign < 0x5b && sign !== QUOTE) continue;
      if (quoted) {
        if (sign === QUOTE) quoted = false;
        else if (sign === BACKSLASH) {
          at++;
          this.escaped = at >= chunk.length;
        }
      } else if (sign === QUOTE) quoted = true;
      else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
        if (++depth > DEEPEST) this.tooDeep(this.offset + at);
      } else if ((sign === CLOSE_OBJECT || sign === CLOSE_LIST) && --depth === 0) {
        found.push(this.take(chunk.subarray(from, at + 1)));
        return at + 1;
      }
    }
    this.depth = depth;
    this.quoted = quoted;
    const rest = chunk.subarray(from);
    this.featureParts.push(rest);
    this.featureBytes += rest.length;
    if (this.featureBytes > MOST_FEATURE_BYTES)
      this.fail(
        this.featureOffset,
        words(
          `第 ${this.count + 1} 个要素没有结束，或超过 64 MB`,
          `feature ${this.count + 1} doesn't end, or is larger than 64 MB`,
        ),
        words("检查引号和括号是否成对", "check that quotes and brackets are closed"),
      );
    return chunk.length;
  }

  private tooDeep(offset: number): never {
    return this.fail(
      offset,
      words("嵌套过深", "it is nested too deeply"),
      words(`至多 ${DEEPEST} 层`, `at most ${DEEPEST} levels`),
    );
  }

  private take(end: Buffer): FeatureBytes {
    const bytes = this.featureParts.length === 0 ? end : Buffer.concat([...this.featureParts, end]);
    this.featureParts = [];
    this.featureBytes = 0;
    this.quoted = false;
    this.phase = "list";
    this.expects = "comma-or-end";
    this.count++;
    return { bytes, offset: this.featureOffset };
  }
}
