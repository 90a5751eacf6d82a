import type { Row } from "../../model/screen-row.ts";
import { type Lang, type Words, words } from "../../model/words.ts";

/** A column of tables of results (结果表列): its names never change within a version. */
export interface RowColumn {
  readonly name: string;
  readonly about: Words;
  /** How a shapefile's table has it: names there have ten letters at most, text is cut to its length. */
  readonly field: {
    readonly name: string;
    /** Letters of text in UTF-8 bytes, or digits with sign and point. */
    readonly length: number;
    /** Present: numbers, with so many decimals. */
    readonly decimals?: number;
  };
  readonly value: (row: Row, lang: Lang) => string | number | undefined;
}

/** Numbers are numbers to every program; all else is text, ids with leading zeros too. */
export function isNumeric({ field }: RowColumn): boolean {
  return field.decimals !== undefined;
}

/** The value of a cell for formats that tell numbers from text. */
export function cellOf(column: RowColumn, row: Row, lang: Lang): string | number | undefined {
  const value = column.value(row, lang);
  return isNumeric(column) && value !== undefined ? Number(value) : value;
}

type Value = RowColumn["value"];

function text(name: string, zh: string, en: string, [field, length]: [string, number], value: Value) {
  return { name, about: words(zh, en), field: { name: field, length }, value };
}

function number(
  name: string,
  zh: string,
  en: string,
  [field, length, decimals]: [string, number, number],
  value: Value,
) {
  return { name, about: words(zh, en), field: { name: field, length, decimals }, value };
}

/** The longest text that a shapefile's table takes. */
const LONG = 254;

/** The columns in their order. */
export const COLUMNS: readonly RowColumn[] = [
  number(
    "number",
    "序号（全部输入中的次序）",
    "its number in the whole input",
    ["number", 10, 0],
    (row) => row.number,
  ),
  text("id", "编号", "its id", ["id", 80], ({ id }) => id),
  text(
    "verdict",
    "结论：pass、review、fail、unusable",
    "pass, review, fail or unusable",
    ["verdict", 8],
    ({ verdict }) => verdict,
  ),
  text("plan", "规划", "the plan", ["plan", 40], ({ plan }) => plan),
  text("rule", "决定性规则", "the rule that decides", ["rule", 40], ({ binding }) => binding?.rule),
  text("clause", "决定性条款", "the clause that decides", ["clause", 24], ({ binding }) => binding?.clause),
  text(
    "message",
    "理由；无法使用的，为其原因",
    "the reason; of an unusable candidate, what is wrong with it",
    ["message", LONG],
    ({ binding, problems }, lang) =>
      binding?.message[lang] ?? problems?.map(({ message }) => message[lang]).join("; "),
  ),
  number("margin", "最小余量", "the least margin", ["margin", 24, 6], ({ margins: [first] }) => first?.left),
  number("limit", "该项限值", "its limit", ["limit", 24, 6], ({ margins: [first] }) => first?.limit),
  text(
    "unit",
    "余量和限值的单位",
    "the unit of margin and limit",
    ["unit", 40],
    ({ margins: [first] }) => first?.unit,
  ),
  number(
    "marginShare",
    "余量与限值之比",
    "the margin as a share of the limit",
    ["mshare", 16, 6],
    ({ margins: [first] }) => first?.share,
  ),
  text(
    "marginRule",
    "余量所属规则",
    "the rule of the margin",
    ["mrule", 40],
    ({ margins: [first] }) => first?.rule,
  ),
  text("fails", "不通过的规则@条款", "every failing rule@clause", ["fails", LONG], ({ fails }) =>
    fails.join(" "),
  ),
  text("reviews", "须复核的规则@条款", "every rule@clause under review", ["reviews", LONG], ({ reviews }) =>
    reviews.join(" "),
  ),
  text("missing", "缺少的事实", "the facts that are missing", ["missing", LONG], ({ missing }) =>
    missing.join(" "),
  ),
  number("areaKm2", "面积（平方千米）", "area in km²", ["areakm2", 16, 4], ({ areaKm2 }) => areaKm2),
  text("file", "所在文件", "the file it stands in", ["file", LONG], ({ file }) => file),
  number("line", "所在行号", "its line there", ["line", 10, 0], ({ line }) => line),
];

/** Behind the others where counts are taken in the input's order. */
export const IN_ORDER_COLUMNS: readonly RowColumn[] = [
  text(
    "cumulative",
    "依次累计的结论（在先的占用余量之后）",
    "the verdict in order, after those before it took their room",
    ["cumul", 8],
    ({ cumulative }) => cumulative?.verdict,
  ),
  text(
    "takes",
    "是否占用余量：yes 占用，maybe 须复核、可能占用，no 不占用",
    "whether it takes room: yes, maybe (under review) or no",
    ["takes", 8],
    ({ cumulative }) => cumulative?.takes,
  ),
  text(
    "cumulativeRule",
    "依次累计的决定性规则",
    "the rule that decides in order",
    ["crule", 40],
    ({ cumulative }) => cumulative?.binding?.rule,
  ),
  text(
    "cumulativeClause",
    "依次累计的决定性条款",
    "the clause that decides in order",
    ["cclause", 24],
    ({ cumulative }) => cumulative?.binding?.clause,
  ),
  text(
    "cumulativeMessage",
    "依次累计的理由",
    "the reason in order",
    ["cmessage", LONG],
    ({ cumulative }, lang) => cumulative?.binding?.message[lang],
  ),
];
