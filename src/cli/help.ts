import type { HelpConfiguration } from "commander";
import { type Lang, words } from "../model/words.ts";
import { wrap } from "../report/width.ts";

/** What `--help` says of commands and options. */
export const HELP = {
  program: words(
    "对照县级矿产资源总体规划审查采矿权、探矿权申请，逐条给出结论、理由和规划依据。",
    "Checks mining-right applications against a county's mineral-resource plan; every line gives its reason and its clause.",
  ),
  version: words("显示版本", "print the version"),
  help: words("显示用法", "show the usage"),
  helpCommand: words("显示某个命令的用法", "show the usage of a command"),
  check: words(
    "审查一份或多份申请，输出结论（退出码 0 符合、1 不符合、3 须复核、2 无法使用）",
    "decide applications (exit code 0 pass, 1 fail, 3 review, 2 can't be used)",
  ),
  applications: words(
    "申请文件（JSON 或 YAML，一份或列表；- 为标准输入）",
    "application files (JSON or YAML, one or a list; - is standard input)",
  ),
  plan: words("规划：编号、县级行政区划代码或 YAML 文件", "the plan: its id, county code or YAML file"),
  plans: words("存放规划文件的目录，代替自带规划", "a folder of plan files, instead of the bundled ones"),
  register: words(
    "已设矿业权登记数据（JSON、YAML、CSV、XLSX、GeoJSON、shapefile）",
    "existing rights and counts (JSON, YAML, CSV, XLSX, GeoJSON or a shapefile)",
  ),
  asOf: words(
    "申请未写受理日期时采用的日期（YYYY-MM-DD）",
    "the date for applications without one (YYYY-MM-DD)",
  ),
  set: words(
    "补充或代替申请中的事实，如 right=mining output.value=9（申请文件写在前面）",
    "facts to add or replace, like right=mining output.value=9 (name the files first)",
  ),
  geometry: words(
    "申请范围的空间数据文件（shapefile、GeoJSON、拐点坐标表、界址点文本、KML）",
    "the boundary as a spatial file (shapefile, GeoJSON, corner table, survey text, KML)",
  ),
  layers: words(
    "图层清单：控制线、规划分区、区块、县域、已设矿业权各在哪个文件（YAML）",
    "the layers file: which files hold control lines, zones, blocks, the county, existing rights (YAML)",
  ),
  crs: words(
    "坐标系，文件未说明时用，如 EPSG:4526、zone=38、CGCS2000",
    "the CRS where the file doesn't say it, like EPSG:4526, zone=38 or CGCS2000",
  ),
  encoding: words("属性表和文本的编码，如 gbk", "encoding of tables and texts, like gbk"),
  layer: words("文件含多个图层时用哪一个", "which layer, where a file holds several"),
  map: words(
    "空间数据作申请时字段对应的列，如 output.value=SCGM",
    "the column of a field, where a spatial file is the application, like output.value=SCGM",
  ),
  tolerance: words(
    "视为仅相接的重叠面积上限（平方米；默认 1，大范围为其百万分之一）",
    "overlap in m² that counts as touching (1 unless given; a millionth of a large area)",
  ),
  format: words("输出格式", "the format"),
  output: words(
    "写入文件，不再输出到屏幕；写作 格式=文件 的，屏幕照常输出；可重复",
    "write to a file instead of standard output; as FORMAT=FILE, besides it; repeatable",
  ),
  suggestBoundary: words(
    "范围因位置未通过的，裁去不合要求的部分并重新审查，写入此 GeoJSON 文件（计算结果，不是批准）",
    "for a boundary that doesn't pass for where it lies: what is left without those parts, decided anew, as GeoJSON (a calculation, not an approval)",
  ),
  explain: words("附推理过程和不适用的条款", "with the reasoning, and the provisions that don't apply"),
  lang: words("语言（默认随系统区域设置）", "language (by the locale unless given)"),
  noColor: words("不用颜色", "no colours"),
  json: words("输出 JSON", "print JSON"),
  rulesCommand: words("查看规则", "look at rules"),
  rulesList: words("列出全部规则", "list all rules"),
  rulesShow: words(
    "说明一条规则：用途、法律依据、示例、各规划的条款",
    "explain one rule: purpose, law, examples, the clauses of each plan",
  ),
  rule: words("规则编号，如 minimum-scale", "a rule's id, like minimum-scale"),
} as const;

/** A command line and what it does, in Chinese and English. */
type Example = readonly [command: string, zh: string, en: string];

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  program: [
    ["mineright check application.json", "审查一份申请", "decide one application"],
    ["mineright plan list", "列出可用的规划", "list the plans"],
    ["mineright rules show minimum-scale", "说明一条规则", "explain a rule"],
  ],
  check: [
    [
      "mineright check application.json --register register.json",
      "连同登记数据审查",
      "with the register of existing rights",
    ],
    [
      "mineright check *.json --format json -o report.json",
      "多份申请，JSON 报告写入文件",
      "several, as JSON into a file",
    ],
    [
      "mineright check a.yaml --plan 411322 --explain",
      "指定规划并给出推理",
      "with a plan named, and the reasoning",
    ],
    [
      "cat a.json | mineright check - --lang zh",
      "从标准输入读取，中文报告",
      "from standard input, in Chinese",
    ],
  ],
  rules: [["mineright rules list", "列出全部规则", "list all rules"]],
  rulesList: [["mineright rules list --json", "以 JSON 列出规则", "list the rules as JSON"]],
  rulesShow: [
    ["mineright rules show planned-block --lang zh", "用中文说明一条规则", "explain a rule in Chinese"],
  ],
};

export function examples(command: string, lang: Lang): string {
  return examplesOf(EXAMPLES[command] ?? [], lang);
}

/** Examples as they stand below the help of a command. */
export function examplesOf(list: readonly Example[], lang: Lang): string {
  const width = Math.max(...list.map(([line]) => line.length));
  const lines = list.map(([line, zh, en]) => `  ${line.padEnd(width)}  # ${lang === "zh" ? zh : en}`);
  return `\n${lang === "zh" ? "示例：" : "Examples:"}\n${lines.join("\n")}\n`;
}

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Arguments:": "参数：",
};

export function helpTitles(lang: Lang): HelpConfiguration {
  if (lang === "en") return {};
  return {
    styleTitle: (title) => TITLES[title] ?? title,
    // Chinese has no spaces to break at.
    boxWrap: (text, width) => wrap(text, width).join("\n"),
    optionDescription: (option) => {
      const notes = [
        option.argChoices === undefined ? "" : `可选：${option.argChoices.join("、")}`,
        typeof option.defaultValue === "string" ? `默认：${option.defaultValue}` : "",
      ].filter((note) => note !== "");
      return notes.length === 0 ? option.description : `${option.description}（${notes.join("；")}）`;
    },
  };
}
