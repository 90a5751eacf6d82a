import { words } from "../../../model/words.ts";
import type { Check, Example } from "../check.ts";

const AS_IT_IS: Example = {
  says: words("照样本旁的锁定文件", "with the lock that stands beside the sample"),
  lock: (lock) => lock,
};

/** Whether a plan file is what was verified against its text: its lock (`<plan>.lock.json`) says so. */
export const LOCK_CHECKS: readonly Check[] = [
  {
    code: "lock-missing",
    level: "warning",
    title: words("没有锁定文件", "No lock"),
    why: words(
      "plan verify 对照规划文本核对各值，并写锁定文件；没有它，谁也不知道各值是否出自规划。尚在录入的规划如此。",
      "plan verify holds every value against the plan's text and writes the lock. Without it nobody knows whether the values are the plan's: so it is while a county is being written.",
    ),
    wrong: { says: words("旁边没有锁定文件", "without a lock beside it"), lock: () => undefined },
    right: AS_IT_IS,
  },
  {
    code: "not-a-lock",
    level: "error",
    title: words("锁定文件不可用", "Not a lock"),
    why: words(
      "锁定文件不是 JSON 或不完整，无从得知核对过什么。",
      "The lock isn't JSON, or not whole: what was verified can't be known.",
    ),
    wrong: {
      says: words("锁定文件只剩前 100 个字符", "with only the first 100 characters of the lock"),
      lock: (lock) => lock.slice(0, 100),
    },
    right: AS_IT_IS,
  },
  {
    code: "lock-of-another-plan",
    level: "error",
    title: words("别的规划的锁定文件", "Lock of another plan"),
    why: words(
      "锁定文件所记的规划编号不是本文件的，它不能说明本文件核对过。",
      "The lock names another plan: it doesn't say that this one was verified.",
    ),
    wrong: { of: "id: sample\n", by: "id: another\n" },
    right: { of: "id: sample\n", by: "id:  sample\n" },
  },
  {
    code: "lock-changed",
    level: "error",
    title: words("核对之后改动", "Changed since it was verified"),
    why: words(
      "值与对照规划文本核对过的不同；没有文本时由此发现改动。",
      "A value isn't the one that was verified against the plan's text. Where the text isn't at hand, this tells.",
    ),
    wrong: { of: "below: 45", by: "below: 46" },
    right: { of: "below: 45", by: "below: 45 # of 2025" },
  },
  {
    code: "lock-new",
    level: "error",
    title: words("核对之后新增", "New since it was verified"),
    why: words("这一项没有对照规划文本核对过。", "This was never held against the plan's text."),
    wrong: { of: 'areaKm2: "1.035"\n', by: 'areaKm2: "1.035"\n    aliases: [东山区]\n' },
    right: { of: 'areaKm2: "1.035"\n', by: 'areaKm2: "1.035"\n    # aliases: [东山区]\n' },
  },
  {
    code: "lock-gone",
    level: "error",
    title: words("核对之后删去", "Gone since it was verified"),
    why: words(
      "核对过的值不见了：删去一条限制与改动它一样要紧。",
      "What was verified is gone: to drop a limit matters as much as to change it.",
    ),
    wrong: { of: "  issued: 2022-06-01\n", by: "" },
    right: { of: "  issued: 2022-06-01\n", by: "  issued: 2022-06-01\n\n" },
  },
];
