import type { Minerals } from "../../../model/mineral.ts";
import { SIZES } from "../../../model/terms.ts";
import { words } from "../../../model/words.ts";
import type { Check } from "../check.ts";
import { type ScaleRow, scaleRows, scopeOf } from "../sections.ts";

/** The mineral that a row is for, and whom its provision concerns. */
function keyOf({ row, entry }: ScaleRow, minerals: Minerals): string {
  return `${minerals.term(row.mineral)?.name} ${scopeOf(entry)}`;
}

/** More rows than there are methods can't be all different; those kept are enough to find a twin among. */
const MOST_METHODS = 4;

/** Two rows that set a minimum for the same mines. */
export const twoMinimums: Check = {
  code: "two-minimums",
  level: "error",
  title: words("最低规模重复", "Two minimums"),
  why: words(
    "同一矿种、同一开采方式在同一规定中有两行，以哪一行为准不明。",
    "A mineral has two rows for the same method in one provision, and nobody knows which one holds.",
  ),
  wrong: {
    of: "- { clause: SC-MIN-03, mineral: 建筑石料,",
    by: "- { clause: SC-MIN-03, mineral: 岩金, of: ore, unit: 万吨/年, least: 10 }\n        - { clause: SC-MIN-03, mineral: 建筑石料,",
  },
  right: {
    of: "- { clause: SC-MIN-03, mineral: 建筑石料,",
    by: "- { clause: SC-MIN-03, mineral: 铜矿, of: ore, unit: 万吨/年, least: 10 }\n        - { clause: SC-MIN-03, mineral: 建筑石料,",
  },
  *looks({ plan, minerals }) {
    const before = new Map<string, ScaleRow[]>();
    for (const one of scaleRows(plan)) {
      const sisters = before.get(keyOf(one, minerals)) ?? [];
      const twin = sisters.find(
        ({ row: { method } }) =>
          method === undefined || one.row.method === undefined || method === one.row.method,
      );
      before.set(keyOf(one, minerals), [...sisters.slice(0, MOST_METHODS), one]);
      yield twin && {
        path: one.path,
        subject: one.row.mineral,
        finds: `${twin.clause}`,
        clause: one.clause,
        message: words(
          `${one.row.mineral}已有一行最低规模（条款 ${twin.clause}），对象相同`,
          `${one.row.mineral} has a minimum for the same mines already (clause ${twin.clause})`,
        ),
        remedy: words("只保留一行，或以 method、when 分开", "keep one row, or part them by method or when"),
      };
    }
  },
};

/** A mineral with a row for one way of mining only. */
export const missingMethod: Check = {
  code: "missing-method",
  level: "warning",
  mayBeSo: true,
  title: words("只有一种开采方式的最低规模", "Minimum for one method only"),
  why: words(
    "表中某矿种只列了露天或地下一种，另一种无数可依；可能漏抄。规划确未刊出的，以 contradictions 记录。",
    "A table has a row for open pit or for underground but not for the other, for which there is no figure then. It may have been overlooked; if the plan has none, a contradiction records it.",
  ),
  wrong: {
    of: "        - { clause: SC-MIN-04, mineral: 铁矿, method: open-pit, of: ore, unit: 万吨/年, least: 60 }\n",
    by: "",
  },
  right: { of: "unit: 万吨/年, least: 60", by: "unit: 万吨/年, least: 50" },
  *looks({ plan, minerals }) {
    const methods = new Map<string, Set<string | undefined>>();
    const rows = scaleRows(plan).map((one) => ({ ...one, key: keyOf(one, minerals) }));
    for (const { row, key } of rows) methods.set(key, (methods.get(key) ?? new Set()).add(row.method));
    for (const one of rows) {
      const { method, mineral } = one.row;
      if (method !== "open-pit" && method !== "underground") continue;
      // A provision for one way of mining only has rows for no other.
      if (one.entry.when?.method !== undefined) continue;
      const hasSister = (methods.get(one.key)?.size ?? 0) > 1;
      const [is, lacks] =
        method === "open-pit"
          ? [words("露天", "open pits"), words("地下", "underground mines")]
          : [words("地下", "underground mines"), words("露天", "open pits")];
      yield hasSister
        ? undefined
        : {
            path: one.path,
            subject: mineral,
            finds: method,
            clause: one.clause,
            message: words(
              `${mineral}只有${is.zh}开采的最低规模，没有${lacks.zh}的`,
              `${mineral} has a minimum for ${is.en} but none for ${lacks.en}`,
            ),
            remedy: words("补上该行", "add the row"),
          };
    }
  },
};

/** A smaller deposit needs no more than a larger one. */
export const sizeOrder: Check = {
  code: "size-order",
  level: "error",
  mayBeSo: true,
  title: words("大中小数值颠倒", "Sizes out of order"),
  why: words(
    "大型的最低规模不低于中型，中型不低于小型；颠倒的多为串列或抄错。",
    "The minimum for a large deposit isn't below that for a medium one, nor that below the one for a small: otherwise columns were swapped or miscopied.",
  ),
  wrong: { of: "large: 15, medium: 9,", by: "large: 9, medium: 15," },
  right: { of: "large: 15, medium: 9,", by: "large: 15, medium: 15," },
  *looks({ plan }) {
    for (const { row, path, clause, cells } of scaleRows(plan))
      for (const [index, cell] of cells.entries()) {
        const larger = cells[index - 1];
        if (larger === undefined || row.least !== undefined) continue;
        yield larger.figure.value.lt(cell.figure.value)
          ? {
              path: [...path, cell.size],
              subject: row.mineral,
              finds: `${row[cell.size]} > ${row[larger.size]}`,
              clause,
              message: words(
                `${row.mineral}：${SIZES[cell.size].zh} ${row[cell.size]} 高于${SIZES[larger.size].zh} ${row[larger.size]}`,
                `${row.mineral}: ${SIZES[cell.size].en} ${row[cell.size]} is above ${SIZES[larger.size].en} ${row[larger.size]}`,
              ),
              remedy: words("对照规划原表改正", "correct it by the plan's table"),
            }
          : undefined;
      }
  },
};
