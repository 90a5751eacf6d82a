import { words } from "../../../model/words.ts";
import type { Check } from "../check.ts";

/** How the parts of a plan file must be written. */
export const SHAPE_CHECKS: readonly Check[] = [
  {
    code: "unknown-key",
    level: "error",
    title: words("不认识的键", "Unknown key"),
    why: words(
      "写错的键会使规定不起作用而无人知道；指出最接近的键。",
      "What stands under a misspelt key would have no effect, silently; the nearest key is named.",
    ),
    wrong: { of: "below: 45", by: "belov: 45" },
    right: { of: "below: 45", by: "atMost: 45" },
  },
  {
    code: "missing-key",
    level: "error",
    title: words("缺少必填的键", "Missing key"),
    why: words("缺了它，条款无法引用或判定。", "Without it, a clause can't be cited or decided."),
    wrong: { of: "    at: { chapter: 第二章 }\n", by: "" },
    right: { of: "    at: { chapter: 第二章 }\n", by: "    at: { chapter: 第二章, section: 第一节 }\n" },
  },
  {
    code: "unfilled",
    level: "error",
    title: words("尚待填写", "Yet to be filled in"),
    why: words(
      "plan init 在须填写处写 TODO；留着它的文件不能使用。",
      "plan init writes TODO where something is to be filled in; a file that still holds it can't be used.",
    ),
    wrong: { of: "phrase: 绿色矿山\n", by: "phrase: TODO\n" },
    right: { of: "phrase: 绿色矿山\n", by: "phrase: TODOS\n" },
  },
  {
    code: "entry-without-clause",
    level: "error",
    title: words("规定没有条款", "Entry without a clause"),
    why: words(
      "每项规定都要有出处：没有条款的结论不能出现在报告中。",
      "Every provision needs its source: no verdict may come without a clause.",
    ),
    wrong: { of: "- { clause: SC-GRN-01, when:", by: "- { when:" },
    right: { of: "- { clause: SC-GRN-01, when:", by: "- { clause: [SC-GRN-01], when:" },
  },
  {
    code: "wrong-type",
    level: "error",
    title: words("类型不对", "Wrong type"),
    why: words(
      "应为文本、数、列表或对象，而写成了别的；行政区划代码等编号须加引号。",
      "A text, number, list or object was expected. Codes are texts and need quotes.",
    ),
    wrong: { of: 'code: "999999"', by: "code: 999999" },
    right: { of: 'code: "999999"', by: "code: '999999'" },
  },
  {
    code: "unknown-value",
    level: "error",
    title: words("取值不在可用之列", "Unknown value"),
    why: words(
      "只能取列出的值；指出最接近的一个。",
      "Only the values listed are allowed; the nearest is named.",
    ),
    wrong: { of: "stage: new, solid", by: "stage: newly, solid" },
    right: { of: "stage: new, solid", by: "stage: conversion, solid" },
  },
  {
    code: "empty-value",
    level: "error",
    title: words("空值", "Empty value"),
    why: words("写了键而没有内容。", "A key without content."),
    wrong: { of: "phrase: 绿色矿山", by: 'phrase: ""' },
    right: { of: "phrase: 绿色矿山", by: "phrase: [绿色矿山]" },
  },
  {
    code: "out-of-range",
    level: "error",
    title: words("超出范围", "Out of range"),
    why: words("数值过大或过小，不可能是规划所定。", "No plan can mean a number so large or so small."),
    wrong: { of: "from: 2022, to: 2023", by: "from: 202, to: 2023" },
    right: { of: "from: 2022, to: 2023", by: "from: 2021, to: 2023" },
  },
  {
    code: "wrong-format",
    level: "error",
    title: words("写法不对", "Wrong format"),
    why: words(
      "条款编号、行政区划代码、校核路径等有固定写法。",
      "Clause ids, county codes and paths have a fixed form.",
    ),
    wrong: { of: 'code: "999999"', by: 'code: "99999"' },
    right: { of: 'code: "999999"', by: 'code: "999998"' },
  },
  {
    code: "not-a-number",
    level: "error",
    title: words("不是数", "Not a number"),
    why: words("限值须是非负的数。", "A limit is a number from zero up."),
    wrong: { of: "least: 20", by: "least: 二十" },
    right: { of: "least: 20", by: 'least: "20.0"' },
  },
  {
    code: "not-a-date",
    level: "error",
    title: words("不是日期", "Not a date"),
    why: words("日期须是日历上有的一天。", "A date is a day of the calendar."),
    wrong: { of: "issued: 2022-06-01", by: "issued: 2022-06-31" },
    right: { of: "issued: 2022-06-01", by: "issued: 2022-06-30" },
  },
  {
    code: "unknown-unit",
    level: "error",
    title: words("不认识的单位", "Unknown unit"),
    why: words(
      "单位不明的数值无法比较；不猜测。",
      "A figure in an unknown unit can't be compared, and none is guessed.",
    ),
    wrong: { of: "unit: 万立方米/年, least", by: "unit: 万方/年, least" },
    right: { of: "unit: 万立方米/年, least", by: "unit: 万m³/a, least" },
  },
  {
    code: "missing-unit",
    level: "error",
    title: words("缺少单位", "Missing unit"),
    why: words("表中数值没有单位。", "The figures of a table have no unit."),
    wrong: { of: "unit: 万立方米/年, least", by: "least" },
    right: { of: "unit: 万立方米/年, least", by: "unit: 立方米/年, least" },
  },
  {
    code: "missing-size",
    level: "error",
    title: words("缺一个规模", "Missing size"),
    why: words(
      "一行写了大、中、小中的一两个而缺其余：漏抄与规划未刊出不能混淆，未刊出的写 /。",
      "A row has some of large, medium and small but not all. A cell that was overlooked must not look like one that the plan leaves empty, which is written /.",
    ),
    wrong: { of: "large: 15, medium: 9, small: 9", by: "large: 15, medium: 9" },
    right: { of: "large: 15, medium: 9, small: 9", by: "large: 15, medium: 9, small: /" },
  },
  {
    code: "invalid-entry",
    level: "error",
    title: words("写法不成立", "Invalid entry"),
    why: words(
      "几项合起来不成立，如两个上限只能写一个。",
      "Parts that don't go together, such as two limits where there is one.",
    ),
    wrong: { of: "below: 45", by: "below: 45\n      atMost: 44" },
    right: { of: "below: 45", by: "below: 44" },
  },
];
