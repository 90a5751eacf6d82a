import type { ClauseState, Kinship } from "../model/plan-view.ts";
import { type Words, words } from "../model/words.ts";

/** How a plan's name for a mineral stands to the one asked about. */
export const KINSHIP_WORDS: Readonly<Record<Kinship, Words>> = {
  same: words("即所问矿种", "the mineral itself"),
  wider: words("上位名称，包含所问矿种", "a wider name that takes it in"),
  narrower: words("下位矿种，只及其一部分", "a narrower name, for a part of it"),
};

/** What decides a clause. */
export const STATE_WORDS: Readonly<Record<ClauseState, Words>> = {
  rule: words("规则判定", "decided by a rule"),
  manual: words("须由人核对", "for a person to judge"),
  background: words("背景", "background"),
};

/** What stands before each part of a plan that is read on the terminal. */
export const PLAN_LABELS = {
  county: words("县（市）", "County"),
  authority: words("编制机关", "Authority"),
  period: words("规划期", "Period"),
  extended: words("延期依据", "Extended by"),
  issued: words("发布日期", "Issued"),
  notPrinted: words("规划文本未刊", "not printed in the plan's text"),
  file: words("文件", "File"),
  zones: words("规划分区", "Zones"),
  blocks: words("规划区块", "Planned blocks"),
  rules: words("规则（条文数）", "Rules (provisions)"),
  silent: words("规划没有条文的规则", "Rules of which the plan says nothing"),
  unpublished: words("提及而未刊出", "Named but not published"),
  contradictions: words("前后不一致之处", "Contradictions"),
  place: words("位置", "Place"),
  force: words("效力", "Force"),
  state: words("处理方式", "Decision"),
  phrase: words("关键词句", "Key phrase"),
  asks: words("要求", "Asks"),
  question: words("核对问题", "Question"),
  reason: words("作为背景的理由", "Why it is background"),
  remark: words("编者注", "Editor's remark"),
  concerns: words("适用", "Concerns"),
  names: words("规划用名", "The plan's names"),
  noRow: words(
    "规划要求而未刊出该矿种的数值，须另行核对",
    "the plan asks for a figure and prints none for this mineral: check it elsewhere",
  ),
  leansOn: words("参照", "Leans on"),
  everyMineral: words("适用于各矿种的规定", "Provisions for all minerals"),
  otherClauses: words(
    "其他提及的条款（不由规则判定）",
    "Other clauses that speak of it (no rule decides them)",
  ),
  nothing: words(
    "规划没有专门针对该矿种的规定；适用于各矿种的见下",
    "The plan has no provision on this mineral by name; those for all minerals follow",
  ),
  noProvision: words("没有规定提到该分区或此类分区", "No provision speaks of the zone or its kind"),
} as const satisfies Record<string, Words>;
