import { words } from "../../../model/words.ts";
import type { Check } from "../check.ts";

/** What is wrong with a file before it is anything: its encoding, its size, its YAML. */
export const TEXT_CHECKS: readonly Check[] = [
  {
    code: "not-utf-8",
    level: "error",
    title: words("编码不是 UTF-8", "Not UTF-8"),
    why: words(
      "规划文件以不带 BOM 的 UTF-8 保存；GBK 等编码不猜测，免得矿种和区名变成别的字。",
      "A plan file is UTF-8 without a byte-order mark. Other encodings (GBK) aren't guessed at, so that no name turns into another.",
    ),
    wrong: {
      says: words("同一文件存为带 BOM 的 UTF-8", "the same file saved with a byte-order mark"),
      make: (sample) => Buffer.from(`\uFEFF${sample}`),
    },
    right: {
      says: words("不带 BOM 的 UTF-8", "UTF-8 without the mark"),
      make: (sample) => Buffer.from(sample),
    },
  },
  {
    code: "not-text",
    level: "error",
    title: words("不是文本", "Not text"),
    why: words(
      "文件含空字节（NUL），不是文本，可能是其他格式或已损坏。",
      "The file holds a NUL byte: it is of another format, or damaged.",
    ),
    wrong: {
      says: words("末尾有一个空字节", "a NUL byte at the end"),
      make: (sample) => Buffer.from(`${sample}\0`),
    },
    right: {
      says: words("末尾有一个空行", "an empty line at the end"),
      make: (sample) => Buffer.from(`${sample}\n`),
    },
  },
  {
    code: "too-large",
    level: "error",
    title: words("文件过大", "Too large"),
    why: words(
      "规划文件不超过 2 MB；范围坐标放在单独的空间数据文件中。",
      "A plan file holds at most 2 MB; outlines belong in spatial files of their own.",
    ),
    wrong: {
      says: words("加上 3 MB 注释", "3 MB of remarks added"),
      make: (sample) => Buffer.from(`${sample}#${"-".repeat(3 * 1024 * 1024)}\n`),
    },
    right: {
      says: words("加上一行注释", "a line of remarks added"),
      make: (sample) => Buffer.from(`${sample}# --\n`),
    },
  },
  {
    code: "yaml-syntax",
    level: "error",
    title: words("YAML 语法错误", "YAML syntax"),
    why: words(
      "文件不是合格的 YAML，无法读取；逐行指出全部错误。",
      "The file isn't YAML and can't be read; every line that is wrong is told.",
    ),
    wrong: { of: "period: { from: 2021-01-01,", by: "period: { from: 2021-01-01" },
    right: { of: "period: { from: 2021-01-01,", by: "period: { from:   2021-01-01," },
  },
  {
    code: "duplicate-key",
    level: "error",
    title: words("键重复", "Duplicate key"),
    why: words(
      "同一对象中同一个键写了两次，以哪一个为准不明。",
      "A key is written twice in one object, and nobody knows which one counts.",
    ),
    wrong: { of: "issued: 2022-06-01", by: "issued: 2022-06-01\n  issued: 2022-06-02" },
    right: { of: "issued: 2022-06-01", by: "issued: 2022-06-02" },
  },
  {
    code: "nested-too-deep",
    level: "error",
    title: words("嵌套过深", "Nested too deeply"),
    why: words(
      "超过 200 层的嵌套不是规划，只会耗尽内存。",
      "More than 200 levels are no plan; they only exhaust a reader.",
    ),
    wrong: {
      says: words("201 层方括号", "201 levels of brackets"),
      make: (sample) =>
        Buffer.from(sample.replace("terms: []", `terms: ${"[".repeat(201)}${"]".repeat(201)}`)),
    },
    right: {
      says: words("照样本", "as in the sample"),
      make: (sample) => Buffer.from(sample),
    },
  },
];
