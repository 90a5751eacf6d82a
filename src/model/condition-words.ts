import type { Condition, Stage } from "./condition.ts";
import { DECLARATIONS, type DeclarationKey } from "./evidence.ts";
import { planFigure } from "./figure.ts";
import type { Family } from "./mineral.ts";
import { zoneWords } from "./plan.ts";
import { formatQuantity } from "./quantity.ts";
import * as t from "./terms.ts";
import { joinWords, verbatim, type Words, words } from "./words.ts";

/** What an application is about, as sentences name it. */
export const STAGE_WORDS: Readonly<Record<Stage, Words>> = {
  new: words("新设（新建，含探转采）", "a new right or mine (or a conversion into one)"),
  expansion: words("改扩建（扩大规模或范围）", "an expansion of scale or area"),
  renewal: words("延续", "a renewal"),
  change: words("变更", "a change"),
  transfer: words("转让", "a transfer"),
  conversion: words("探转采", "a conversion"),
};

/** 矿产大类, as sentences name it. */
export const FAMILY_WORDS: Readonly<Record<Family, Words>> = {
  "non-metal": words("非金属矿产", "a non-metal"),
  metal: words("金属矿产", "a metal"),
  energy: words("能源矿产", "an energy mineral"),
  fluid: words("水气矿产", "water or gas"),
  heat: words("地热", "geothermal"),
};

type Key = keyof Condition;
type Asked<K extends Key> = NonNullable<Condition[K]>;

/** Whom a provision concerns (适用条件), in words; two conditions that differ read differently. */
export function conditionWords(condition: Condition): Words {
  return joinWords(
    Object.entries(condition).map(([key, value]) => (SAYS[key as Key] as (asked: unknown) => Words)(value)),
    "，",
    ", ",
  );
}

const SAYS: { readonly [K in Key]-?: (value: Asked<K>) => Words } = {
  right: (right) => t.RIGHTS[right],
  stage: (stages) => oneOf(stages, STAGE_WORDS),
  changes: (changes) => labelled("变更事项", "change", oneOf(changes, t.CHANGES)),
  mineral: (names) => labelled("矿种", "mineral", either(list(names).map(verbatim))),
  class: (classes) =>
    labelled(
      "矿产类别",
      "mineral class",
      either(list(classes).map((one) => words(`第${CLASSES[one]}类`, `class ${one}`))),
    ),
  solid: (solid) => yesOrNo(solid, "固体矿产", "a solid mineral"),
  family: (families) => oneOf(families, FAMILY_WORDS),
  method: (methods) => labelled("开采方式", "method", oneOf(methods, t.METHODS)),
  depositSize: (sizes) => labelled("矿床规模", "deposit", oneOf(sizes, t.SIZES)),
  mineSize: (sizes) => labelled("矿山规模", "mine", oneOf(sizes, t.SIZES)),
  complexity: (complexity) => labelled("矿床", "deposit", t.COMPLEXITIES[complexity]),
  touches: (zones) => labelled("位于", "in", either(list(zones).map(zoneWords))),
  arable: (arable) => yesOrNo(arable, "占用（可）耕地", "on arable land"),
  allocation: (ways) => labelled("出让方式", "allocation", oneOf(ways, t.ALLOCATIONS)),
  authority: (levels) => labelled("登记机关", "registering authority", oneOf(levels, t.AUTHORITIES)),
  funding: (sources) => labelled("资金来源", "funding", oneOf(sources, t.FUNDING_SOURCES)),
  fullyFunded: (full) => yesOrNo(full, "全额财政出资", "wholly state-funded"),
  base: (base) => labelled("由已有矿业权派生", "grown from an existing right", baseWords(base)),
  applicant: (kinds) => labelled("申请人", "applicant", oneOf(kinds, t.APPLICANT_KINDS)),
  declared: (declared) =>
    joinWords(
      Object.entries(declared).map(([key, value]) => {
        const { zh, en } = DECLARATIONS[key as DeclarationKey];
        return yesOrNo(value, `声明${zh}`, `declared: ${en}`);
      }),
      "，",
      ", ",
    ),
  coMinerals: (has) => yesOrNo(has, "有共伴生矿种", "with co-minerals"),
  outputAtLeast: (figure) => {
    const { zh, en } = formatQuantity(planFigure(figure).quantity);
    return words(`生产规模 ≥ ${zh}`, `output ≥ ${en}`);
  },
  any: (parts) => joinWords(parts.map(bracketed), "或", " or "),
  not: (part) => {
    const { zh, en } = conditionWords(part);
    return words(`不含（${zh}）`, `but not (${en})`);
  },
};

const CLASSES = { 1: "一", 2: "二", 3: "三" } as const;

function baseWords(base: Asked<"base">): Words {
  const parts = [
    ...(base.right === undefined ? [] : [t.RIGHTS[base.right]]),
    ...(base.sameHolder === undefined ? [] : [yesOrNo(base.sameHolder, "同一主体", "the same holder")]),
    ...(base.relation === undefined ? [] : [oneOf(base.relation, t.BASE_RELATIONS)]),
    ...(base.growsAtMost === undefined
      ? []
      : [words(`扩大不超过 ${base.growsAtMost}%`, `at most ${base.growsAtMost} % larger`)]),
    ...(base.sameMineral === undefined ? [] : [yesOrNo(base.sameMineral, "同一矿种", "the same mineral")]),
    ...(base.within === undefined ? [] : [yesOrNo(base.within, "在其范围内", "within it")]),
  ];
  return joinWords(parts, "、", ", ");
}

function bracketed(condition: Condition): Words {
  const { zh, en } = conditionWords(condition);
  return words(`（${zh}）`, `(${en})`);
}

function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

function either(parts: readonly Words[]): Words {
  return joinWords(parts, "、", " or ");
}

function oneOf<K extends string>(values: K | readonly K[], table: Readonly<Record<K, Words>>): Words {
  return either(list(values).map((value) => table[value]));
}

function labelled(zh: string, en: string, value: Words): Words {
  return words(`${zh}：${value.zh}`, `${en}: ${value.en}`);
}

function yesOrNo(value: boolean, zh: string, en: string): Words {
  return value ? words(zh, en) : words(`非${zh}`, `not ${en}`);
}
