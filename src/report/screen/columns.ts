import type { Row } from "../../model/screen-row.ts";
import type { Lang, Words } from "../../model/words.ts";

/** A column of tables of results (结果表列): its name never changes within a version. */
export interface RowColumn {
  readonly name: string;
  readonly about: Words;
  readonly value: (row: Row, lang: Lang) => string | number | undefined;
}

const column = (name: string, zh: string, en: string, value: RowColumn["value"]): RowColumn => ({
  name,
  about: { zh, en },
  value,
});

/** The columns in their order. */
export const COLUMNS: readonly RowColumn[] = [
  column("number", "序号（全部输入中的次序）", "its number in the whole input", ({ number }) => number),
  column("id", "编号", "its id", ({ id }) => id),
  column(
    "verdict",
    "结论：pass、review、fail、unusable",
    "pass, review, fail or unusable",
    ({ verdict }) => verdict,
  ),
  column("plan", "规划", "the plan", ({ plan }) => plan),
  column("rule", "决定性规则", "the rule that decides", ({ binding }) => binding?.rule),
  column("clause", "决定性条款", "the clause that decides", ({ binding }) => binding?.clause),
  column(
    "message",
    "理由",
    "the reason",
    ({ binding, problems }, lang) =>
      binding?.message[lang] ?? problems?.map(({ message }) => message[lang]).join("; "),
  ),
  column("margin", "最小余量", "the least margin", ({ margins: [first] }) => first?.left),
  column("limit", "该项限值", "its limit", ({ margins: [first] }) => first?.limit),
  column("unit", "单位", "their unit", ({ margins: [first] }) => first?.unit),
  column(
    "marginShare",
    "余量与限值之比",
    "the margin as a share of the limit",
    ({ margins: [first] }) => first?.share,
  ),
  column("marginRule", "余量所属规则", "the rule of the margin", ({ margins: [first] }) => first?.rule),
  column("fails", "不通过的规则@条款", "every failing rule@clause", ({ fails }) => fails.join(" ")),
  column("reviews", "须复核的规则@条款", "every rule@clause under review", ({ reviews }) =>
    reviews.join(" "),
  ),
  column("missing", "缺少的事实", "the facts that are missing", ({ missing }) => missing.join(" ")),
  column("areaKm2", "面积（平方千米）", "area in km²", ({ areaKm2 }) => areaKm2),
  column("file", "文件", "the file", ({ file }) => file),
  column("line", "行号", "the line", ({ line }) => line),
];
