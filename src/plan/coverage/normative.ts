/**
 * The words by which a line of a plan asks something of an application (规范性用语). One list, reviewed:
 * a line that holds none of them describes, plans, encourages or prints a table's cell.
 *
 * Left out, with the reason: 优先, 鼓励, 引导, 支持, 推进, 提倡 (what is only encouraged can't be failed);
 * 要求, 需, 达到, 以上, 以下, 不能 (nouns, sizes and descriptions nearly always; where they bind, a word of
 * the list stands beside them or the line is a row of a table, which its clause cites).
 */
const WORDS: readonly { readonly pattern: string; readonly because: string }[] = [
  { pattern: "严禁|禁止|不得|不准|不许|不允许|不予|不再|不新设|停止|杜绝", because: "it forbids" },
  { pattern: "必须|应当|(?<!无)须|一律|要达到", because: "it commands" },
  // 供应, 相应, 适应, 应用, 应急 … are other words.
  {
    pattern: "(?<![供相响适效反顺回因])应(?![用急对力变聘届邀])",
    because: "应 alone commands as 应当 does",
  },
  {
    pattern: "不低于|不少于|不小于|不超过|不高于|不大于|以内|控制在|只设|只能|只允许",
    because: "it sets a limit",
  },
  { pattern: "约束性|控制性", because: "the figures beside it bind" },
  { pattern: "严格|限制|确需|原则上", because: "it binds with exceptions, or asks for an argument" },
];

const NORMATIVE = new RegExp(WORDS.map(({ pattern }) => pattern).join("|"), "g");

/** The normative words of a line, in their order, each once. */
export function normativeWords(line: string): readonly string[] {
  return [...new Set(line.match(NORMATIVE) ?? [])];
}
