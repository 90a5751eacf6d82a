import type { Rule } from "../model/rule.ts";
import { type Lang, type Words, words } from "../model/words.ts";
import { wrap } from "./width.ts";

/** What a new plan file is begun with. */
export interface Skeleton {
  readonly id: string;
  readonly county: { readonly code?: string | undefined; readonly name?: string | undefined };
  /** The word that marks a place to be filled in; a plan file that holds it is refused. */
  readonly placeholder: string;
  readonly rules: readonly Rule[];
  readonly lang: Lang;
}

const COLUMNS = 100;
/** Every plan says where and when it holds: these two rules can't be left out. */
const ALWAYS = ["plan-period", "plan-area"];

/**
 * A plan file for a new county (规划文件骨架): what every plan must have, with a placeholder where the
 * text of the plan is needed, and an example of everything else, commented out.
 */
export function planSkeleton({ id, county, placeholder, rules, lang }: Skeleton): string {
  const prefix = prefixOf(id);
  const say = (text: Words, indent = "") =>
    wrap(text[lang], COLUMNS - indent.length - 3)
      .map((line) => `${indent}## ${line}`)
      .join("\n");
  const sections = rules.flatMap(({ id: rule, title, purpose, example }) => {
    if (example === undefined) return [];
    const yaml = [`${rule}:`, ...lines(example).map((line) => `  ${line}`)];
    const about = say(words(`${title.zh}：${purpose.zh}`, `${title.en}: ${purpose.en}`), "  ");
    return [`${about}\n${block(yaml.join("\n"), "  ", ALWAYS.includes(rule))}`];
  });
  const text = `# yaml-language-server: $schema=./schema/plan.schema.json
#
${say(HEAD)}
${say(MARKS)}
${say(NEXT)}

plan:
  id: ${scalar(id)}
${say(TITLE, "  ")}
  title: ${placeholder}
  titleEn: ${placeholder}
${say(COUNTY, "  ")}
  county: { code: ${county.code === undefined ? placeholder : `"${county.code}"`}, name: ${county.name === undefined ? placeholder : scalar(county.name)}, en: ${placeholder} }
${say(PERIOD, "  ")}
  period: { from: ${placeholder}, to: ${placeholder} }
${say(OPTIONAL, "  ")}
${block(MORE_OF_PLAN, "  ")}

${PARTS.map(({ about, yaml }) => `${say(about)}\n${block(yaml)}`).join("\n\n")}

${say(CLAUSES)}
clauses:
${block(FIRST_CLAUSE.replaceAll("PLACEHOLDER", placeholder), "  ", true)}
${CLAUSE_EXAMPLES.map(({ about, yaml }) => `${say(about, "  ")}\n${block(yaml, "  ")}`).join("\n")}
${say(ALL_IN, "  ")}
  - ${placeholder}

${say(RULES)}
rules:
${sections.join("\n\n")}
`;
  return text.replaceAll("XX-", `${prefix}-`);
}

/** Clause ids begin with two to four capitals that stand for the county. */
function prefixOf(id: string): string {
  return id
    .replace(/[^a-z]/g, "")
    .slice(0, 2)
    .toUpperCase()
    .padEnd(2, "X");
}

/** YAML as it stands, or commented out so that an editor can bring it back. */
function block(yaml: string, indent = "", used = false): string {
  return lines(yaml)
    .map((line) => `${indent}${used ? "" : "# "}${line}`)
    .join("\n");
}

function lines(text: string): readonly string[] {
  return text.split("\n");
}

/** A word that YAML takes for a text as it is, or else in quotes. */
function scalar(value: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N}-]*$/u.test(value) && !/^(true|false|null)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

interface Part {
  readonly about: Words;
  readonly yaml: string;
}

const HEAD = words(
  "规划数据文件：把规划写成数据。只录名称、数值、标题和简短关键词，不抄录正文。",
  "A plan file: the plan as data. Take names, figures, headings and short key phrases from its text, no sentences.",
);
const MARKS = words(
  "写 TODO 处须照规划文本填写，填完前文件不能使用。两个井号是说明；一个井号是示例，去掉“# ”即成为内容，其中的数值、名称和条款编号都须换成本规划的。",
  "Where it says TODO the plan's text is needed, and until then the file is refused. Two number signs mean an explanation, one an example: without “# ” it counts, once its figures, names and clause ids are this plan's.",
);
const NEXT = words(
  "检查：mineright plan validate 本文件",
  "To check it: mineright plan validate, with this file",
);
const TITLE = words("规划名称，中文照封面，英文自译", "The title as printed, and in English");
const COUNTY = words(
  "六位行政区划代码（GB/T 2260，加引号）、县名、英文县名",
  "The six-digit county code (GB/T 2260, in quotes), the county's name, and in English",
);
const PERIOD = words(
  "规划期首日和末日，如 2026-01-01",
  "First and last day that it plans for, like 2026-01-01",
);
const OPTIONAL = words(
  "编制机关、印发日期；规划期满后有延期文件的，写文号",
  "Who made it, when it was issued; and the notice that lets it run on, if there is one",
);
const MORE_OF_PLAN = `authority: 示例县人民政府
issued: 2026-06-30
extension: { to: 2031-12-31, basis: 示例〔2030〕1号 }`;

const PARTS: readonly Part[] = [
  {
    about: words(
      "规划自己的矿种用词，含义与矿种词表不同或表中没有的才写",
      "The plan's own words for minerals, where the vocabulary reads them otherwise or lacks them",
    ),
    yaml: "terms:\n  - { name: 建筑石料矿产, is: 建筑石料 }",
  },
  {
    about: words(
      "规划分区：名称、区类、矿种、面积（平方千米）、拟设矿业权数，照专栏逐个录入",
      "The zones that the plan draws: name, kind, minerals, km², number of rights, one by one from its tables",
    ),
    yaml: `zones:
  - name: 示例县东山集中开采区
    kind: 集中开采区
    clause: XX-SPA-03
    minerals: [建筑用花岗岩]
    areaKm2: "2.5"
    rights: 1`,
  },
  {
    about: words(
      "规划区块：勘查（exploration）或开采（mining），个数，矿种",
      "Planned blocks, for exploration or for mining: how many, and of what mineral",
    ),
    yaml: "blocks:\n  - { kind: mining, clause: XX-BLK-01, count: 3, mineral: 建筑石料 }",
  },
  {
    about: words(
      "规划提到而未刊出的附表、坐标、名录：涉及处须复核",
      "Tables, coordinates and lists that the plan names without printing them: what rests on them is reviewed",
    ),
    yaml: `unpublished:
  - what: { zh: 集中开采区的坐标, en: coordinates of the concentrated zones }
    clauses: [XX-SPA-03]`,
  },
  {
    about: words(
      "规划自身的矛盾：handled 影响判定（由规则中的条目写明，如 rival），accepted 不影响",
      "Where the plan contradicts itself: handled where an entry of a rule minds it (by its rival, say), accepted where no verdict depends on it",
    ),
    yaml: `contradictions:
  - id: T-XX-01
    clauses: [XX-CNT-01, XX-BLK-01]
    status: accepted
    what: { zh: 现有矿山与规划区块之和超过控制数, en: the mines and the planned blocks exceed the number }`,
  },
];

const CLAUSES = words(
  "规划的全部条款：编号（县-类-序号）、位置、约束力（mandatory 严禁、不得、必须；principle 原则上；expected 预期、鼓励）、可在原文中查到的关键词、要求（用自己的话）。每条或由规则引用，或为 manual（由人核对），或为 background（仅作背景）。",
  "Every clause of the plan: id (county, kind, number), place, force (mandatory 严禁, 不得, 必须; principle 原则上; expected 预期, 鼓励), a phrase by which it is found in the text, and what it asks in your own words. Each is cited by a rule, or manual (for a person), or background.",
);
const FIRST_CLAUSE = `- id: XX-GEN-01
  at: { chapter: PLACEHOLDER }
  force: mandatory
  phrase: PLACEHOLDER
  asks: { zh: 本规划的适用范围和规划期, en: the area and the years that the plan is for }`;
const CLAUSE_EXAMPLES: readonly Part[] = [
  {
    about: words("由规则引用的条款", "A clause that a rule cites"),
    yaml: `- id: XX-MIN-01
  at: { chapter: 第五章 矿产资源开发利用, section: 第二节 准入条件, box: 专栏4 }
  force: mandatory
  phrase: 最低开采规模
  asks: { zh: 新建矿山须达到专栏所列最低规模, en: new mines must reach the minimum scale of the table }`,
  },
  {
    about: words("由人核对的条款：写出须回答的问题", "One for a person to judge, with the question"),
    yaml: `- id: XX-RST-01
  at: { chapter: 第七章 矿区生态修复 }
  force: mandatory
  phrase: 边开采、边治理
  asks: { zh: 开采与治理同步, en: restoration goes along with mining }
  use: manual
  when: { right: mining }
  question: { zh: 治理计划是否与开采进度衔接？, en: Does the restoration follow the mining? }`,
  },
  {
    about: words("仅作背景的条款：写出不作判定的理由", "One that is background, with the reason"),
    yaml: `- id: XX-GEN-02
  at: { chapter: 第一章 总则 }
  force: mandatory
  phrase: 相衔接
  asks: { zh: 其他规划须与本规划衔接, en: other plans are to fit this one }
  use: background
  reason: { zh: 约束其他规划的编制, en: it binds those who make other plans }`,
  },
];
const ALL_IN = words(
  "全部条款录入后删去下一行：缺了条款的规划会把不该通过的申请放过去",
  "Take out the next line once every clause is in: a plan that lacks some passes what it shouldn't",
);
const RULES = words(
  "各规则的内容：每项规定写明条款和适用对象（when）。规划没有的规则不写；各规则的说明见 mineright rules show。",
  "One section for each rule that the plan has provisions for; each names its clause and whom it concerns (when). More on each: mineright rules show.",
);
