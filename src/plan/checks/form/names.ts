import { words } from "../../../model/words.ts";
import type { Check } from "../check.ts";

/** What a plan file refers to must exist, and what it has must be used. */
export const NAME_CHECKS: readonly Check[] = [
  {
    code: "unknown-mineral",
    level: "error",
    title: words("词表中没有的矿种", "Unknown mineral"),
    why: words(
      "规则按矿种词表判定；不在其中的名称不会与任何申请对应。",
      "Rules go by the vocabulary of minerals; a name that isn't in it would meet no application.",
    ),
    wrong: { of: "mineral: 岩金", by: "mineral: 岩精" },
    right: { of: "mineral: 岩金", by: "mineral: 金矿" },
  },
  {
    code: "unknown-clause",
    level: "error",
    title: words("没有这一条款", "Unknown clause"),
    why: words(
      "规定、分区、矛盾记录等引用的条款须在 clauses 中。",
      "Whatever a rule, a zone or a contradiction refers to must be among the clauses.",
    ),
    wrong: { of: "clauses: [SC-QTA-01]", by: "clauses: [SC-QTA-09]" },
    right: { of: "clauses: [SC-QTA-01]", by: "clauses: [SC-QTA-01, SC-MIN-04]" },
  },
  {
    code: "unknown-zone",
    level: "error",
    title: words("没有这一分区", "Unknown zone"),
    why: words(
      "条件所指的分区须是 zones 中的区名或一类分区。",
      "A condition names a zone of the plan, or a kind of zone.",
    ),
    wrong: { of: "touches: 集中开采区", by: "touches: 东川集中开采区" },
    right: { of: "touches: 集中开采区", by: "touches: 东山集中开采区" },
  },
  {
    code: "repeated-clause",
    level: "error",
    title: words("条款重复", "Repeated clause"),
    why: words("两个条款同一编号，引用不明。", "Two clauses have one id, and a citation could mean either."),
    wrong: { of: "id: SC-GRN-02", by: "id: SC-GRN-01" },
    right: { of: "id: SC-GRN-02", by: "id: SC-GRN-03" },
  },
  {
    code: "unused-clause",
    level: "error",
    title: words("没有规则使用的条款", "Unused clause"),
    why: words(
      "既没有规则判定、也没有注明由人核对或仅作背景的条款，会被悄悄漏掉。",
      "A clause that no rule decides and nobody marked for a person or as background would be passed over.",
    ),
    wrong: {
      of: "    use: background\n    reason: { zh: 约束其他规划的编制, en: it binds those who make other plans }\n",
      by: "",
    },
    right: {
      of: "    use: background\n    reason: { zh: 约束其他规划的编制, en: it binds those who make other plans }\n",
      by: "    use: manual\n    question: { zh: 是否衔接？, en: Does it align? }\n",
    },
  },
  {
    code: "question-of-clause",
    level: "error",
    title: words("人工核对没有问题", "Manual clause without its question"),
    why: words(
      "use: manual 的条款须写出要人回答的问题，其他条款不写。",
      "A clause marked use: manual says what a person must answer; no other clause does.",
    ),
    wrong: {
      of: "    question: { zh: 治理计划是否与开采进度衔接？, en: Does the restoration follow the mining? }\n",
      by: "",
    },
    right: {
      of: "    question: { zh: 治理计划是否与开采进度衔接？, en: Does the restoration follow the mining? }\n",
      by: "    question: { zh: 是否边采边治？, en: Is the land restored as it is mined? }\n",
    },
  },
  {
    code: "reason-of-clause",
    level: "error",
    title: words("背景条款没有理由", "Background clause without its reason"),
    why: words(
      "use: background 的条款须说明为何不作判定，其他条款不写。",
      "A clause marked use: background says why nothing decides it; no other clause does.",
    ),
    wrong: {
      of: "    reason: { zh: 约束其他规划的编制, en: it binds those who make other plans }\n",
      by: "",
    },
    right: {
      of: "    reason: { zh: 约束其他规划的编制, en: it binds those who make other plans }\n",
      by: "    reason: { zh: 与申请无关, en: it concerns no application }\n",
    },
  },
  {
    code: "misplaced-when",
    level: "error",
    title: words("适用条件写错地方", "Misplaced condition"),
    why: words(
      "由规则判定的条款，适用条件写在规则的规定中；写在条款下不起作用。",
      "Where a rule decides a clause, whom it concerns stands with the rule; under the clause it would have no effect.",
    ),
    wrong: {
      of: "    phrase: 绿色矿山\n",
      by: "    phrase: 绿色矿山\n    when: { right: mining }\n",
    },
    right: { of: "    phrase: 绿色矿山\n", by: "    phrase: [绿色矿山]\n" },
  },
  {
    code: "reversed-period",
    level: "error",
    title: words("规划期起止颠倒", "Reversed period"),
    why: words("规划期的结束早于开始，没有一天在其中。", "A period that ends before it begins holds no day."),
    wrong: { of: "from: 2021-01-01, to: 2025-12-31", by: "from: 2025-12-31, to: 2021-01-01" },
    right: { of: "from: 2021-01-01, to: 2025-12-31", by: "from: 2021-01-02, to: 2025-12-30" },
  },
];
