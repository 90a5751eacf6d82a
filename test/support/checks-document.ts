import { LEVEL_WORDS } from "../../src/locale/diagnostic-words.ts";
import type { Check, Example } from "../../src/plan/checks/check.ts";
import { CHECKS } from "../../src/plan/checks/registry.ts";

const HEAD = `# 规划文件 · Plan files

每个县一个 YAML 文件，是规划文本的数据化。\`mineright plan validate\` 检查规划文件：先查格式，再查内容；每处问题给出
\`文件:行:列\`、编号、说明和改法。

Each county has one YAML file: its plan as data. \`mineright plan validate\` checks such files, first their form, then
their sense; whatever it finds comes with \`file:line:column\`, a code, what is wrong and what to do.

\`\`\`console
$ mineright plan validate                          # 全部自带规划 · all bundled plans
$ mineright plan validate my-county.yaml --lang zh
$ mineright plan validate plans/ --fail-on warning -o sarif=plans.sarif -o junit=plans.xml
\`\`\`

## 规划自身的矛盾 · What the plan itself gets wrong

规划自身不一致的，照录原文，并在 \`contradictions\` 中写明；\`accepts\` 指出哪一项检查会因此发现什么、数是多少。写明的按提示列出，不算问题；
没有写明的是问题；写明而没有出现的也是问题。

Where a plan contradicts itself, it is kept as printed and said under \`contradictions\`; \`accepts\` names the check that
finds it, of what, and by which figures. What is said so is listed as information. What isn't is a problem, and so is an acceptance of
what isn't found.

\`\`\`yaml
contradictions:
  - id: T-SC-01
    clauses: [SC-QTA-01]
    status: handled
    what: { zh: 银矿总量低于最低规模, en: the total for silver is below its minimum }
    accepts:
      - { code: quota-below-minimum, subject: 银矿, finds: 5 < 9 }
\`\`\`

## 合计 · Totals

\`totals\` 写规划中各数应有的关系：\`sum\`（相加）、\`each\`（逐个）、\`percent\`（百分比）或 \`ratio\`（之比），与 \`equals\`、\`atMost\`、
\`below\` 或 \`atLeast\` 比较。数可以直接写，也可以写本文件中的路径：\`blocks[mining].count\` 是各项中写有 mining 的区块的
\`count\`；\`{ count: "zones[集中开采区]" }\` 是项数。出处写 \`clauses\` 或 \`at\`。

\`totals\` says how figures of the plan fit each other: a \`sum\`, \`each\` of several values, a \`percent\` or a \`ratio\`, held
against \`equals\`, \`atMost\`, \`below\` or \`atLeast\`. A figure stands there itself, or as the path of values in the file:
\`blocks[mining].count\` is the \`count\` of every block with a field that says mining, \`{ count: "zones[集中开采区]" }\` the
number of entries. \`clauses\` or \`at\` says where the plan has it.

\`\`\`yaml
totals:
  - id: zone-rights
    clauses: [SC-SPA-02]
    what: { zh: 各区拟设数合计为开采区块数, en: the zones' rights make the mining blocks }
    sum: ["zones[集中开采区].rights"]
    equals: blocks[mining].count
\`\`\`

## 检查目录 · The checks

每项附一处使它报告的改动和一处不使它报告的改动；二者都是对 [一份虚构的规划](../test/plan/sample.yaml) 的改动，由测试逐一执行。
本节由程序生成（\`npm run plan-checks\`）。

Each comes with a change that makes it report and one that doesn't, both to [a plan of a county that doesn't
exist](../test/plan/sample.yaml); tests run every one. This part is generated (\`npm run plan-checks\`).
`;

/** plans/README.md: how plan files are checked, with the catalogue of checks. */
export function checksDocument(): string {
  return [HEAD, ...CHECKS.map(described)].join("\n");
}

function described({ code, level, title, why, wrong, right }: Check): string {
  return `### ${code}

${title.zh} · ${title.en} · ${LEVEL_WORDS[level].zh} · ${LEVEL_WORDS[level].en}

${why.zh}

${why.en}

有问题 · is found in:

${exampleOf(wrong)}

没有问题 · isn't found in:

${exampleOf(right)}
`;
}

function exampleOf(example: Example): string {
  if ("says" in example) return `> ${example.says.zh} · ${example.says.en}`;
  const lines = (text: string, sign: string) =>
    text === ""
      ? []
      : text
          .replace(/\n$/, "")
          .split("\n")
          .map((line) => `${sign} ${line}`);
  return ["```diff", ...lines(example.of, "-"), ...lines(example.by, "+"), "```"].join("\n");
}
