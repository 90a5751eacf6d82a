import type { Proof, Truth } from "../model/truth.ts";
import { type Lang, type Words, words } from "../model/words.ts";
import { wrap } from "./width.ts";

/** The place in the input that a fact came from, as `file:line:column`; nothing if it isn't there. */
export type Locate = (field: string) => string | undefined;

interface ExplainOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly indent: number;
  readonly locate: Locate;
}

const TRUTH_WORDS: Readonly<Record<`${Truth}`, Words>> = {
  true: words("是", "true"),
  false: words("否", "false"),
  unknown: words("未知", "unknown"),
};

const OP_WORDS: Readonly<Record<Exclude<Proof["op"], "fact">, Words>> = {
  all: words("全部", "all"),
  any: words("任一", "any"),
  not: words("非", "not"),
  whichever: words("逐一设想", "whichever"),
};

/** The reasoning as a tree: each statement with its value, and where its fact stands in the input. */
export function explanation(proofs: readonly Proof[], options: ExplainOptions): string[] {
  return proofs.flatMap((proof) => branch(proof, "", options));
}

function branch(proof: Proof, stem: string, options: ExplainOptions): string[] {
  const { lang, width, indent, locate } = options;
  const place = proof.field === undefined ? undefined : locate(proof.field);
  const source =
    proof.op === "fact"
      ? proof.field === undefined
        ? ""
        : ` ← ${proof.field}${place === undefined ? "" : ` (${place})`}`
      : ` [${OP_WORDS[proof.op][lang]}]`;
  const text = `[${TRUTH_WORDS[`${proof.truth}`][lang]}] ${proof.says()[lang]}${source}`;
  const start = `${" ".repeat(indent)}${stem}`;
  const lines = wrap(text, width - start.length - 2);
  return [
    ...lines.map((line, index) => `${start}${index === 0 ? "└ " : "  "}${line}`),
    ...proof.from.flatMap((part) => branch(part, `${stem}  `, options)),
  ];
}
