import { words } from "../../../model/words.ts";
import type { Check, Look, PlanUnderCheck } from "../check.ts";
import { entriesOf } from "../sections.ts";

/** Dates of a plan lie in its period. */
export const dateOutsidePeriod: Check = {
  code: "date-outside-period",
  level: "error",
  title: words("日期在规划期外", "Date outside the period"),
  why: words(
    "印发日期最早在规划期开始前一年、最晚在期末；投放年度在规划期内；延长到的日期在期末之后。",
    "A plan is issued at most a year before its period and not after it, releases rights within it, and an extension ends later than it.",
  ),
  wrong: { of: "issued: 2022-06-01", by: "issued: 2026-06-01" },
  right: { of: "issued: 2022-06-01", by: "issued: 2025-12-31" },
  *looks({ plan }) {
    const { period, issued, extension } = plan;
    const span = words(
      `规划期为 ${period.from} 至 ${period.to}`,
      `the period is ${period.from} to ${period.to}`,
    );
    const outside = (subject: string, path: readonly (string | number)[], date: string): Look => ({
      path,
      subject,
      finds: date,
      message: words(`${date} 不在规划期内`, `${date} isn't in the plan's period`),
      remedy: words(`${span.zh}；改正其一`, `${span.en}: correct one of them`),
    });
    if (issued !== undefined) {
      const early = `${Number(period.from.slice(0, 4)) - 1}${period.from.slice(4)}`;
      yield issued < early || issued > period.to ? outside("issued", ["plan", "issued"], issued) : undefined;
    }
    if (extension !== undefined)
      yield extension.to > period.to
        ? undefined
        : outside("extension", ["plan", "extension", "to"], extension.to);
    const [first, last] = [period.from, extension?.to ?? period.to].map((date) => Number(date.slice(0, 4)));
    for (const { entry, path } of entriesOf(plan, "release-schedule"))
      for (const [index, span] of (entry.spans ?? []).entries())
        for (const end of ["from", "to"] as const) {
          const isIn = span[end] >= Number(first) && span[end] <= Number(last) && span.from <= span.to;
          yield isIn
            ? undefined
            : outside("release-schedule", [...path, "spans", index, end], `${span[end]}`);
        }
  },
};

/** The years of a plan's title are those of its period. */
export const titleOfOtherPeriod: Check = {
  code: "title-of-other-period",
  level: "warning",
  mayBeSo: true,
  title: words("题名与规划期不一致", "Title of another period"),
  why: words(
    "题名中的起止年份就是规划期；不一致的，其中一处抄错。",
    "The years in the title are the period's; where they differ, one was copied wrongly.",
  ),
  wrong: { of: "规划（2021-2025年）", by: "规划（2016-2020年）" },
  right: { of: "规划（2021-2025年）", by: "规划（2021～2025年）" },
  *looks({ plan }: PlanUnderCheck) {
    const years = [plan.period.from, plan.period.to].map((date) => date.slice(0, 4));
    for (const key of ["title", "titleEn"] as const) {
      const found = /(\d{4})\D{1,3}(\d{4})/.exec(plan[key]);
      if (found === null) continue;
      yield found[1] === years[0] && found[2] === years[1]
        ? undefined
        : {
            path: ["plan", key],
            subject: key,
            finds: `${found[1]}–${found[2]}`,
            message: words(
              `题名写 ${found[1]}–${found[2]}，规划期为 ${years[0]}–${years[1]}`,
              `the title says ${found[1]}–${found[2]}, the period is ${years[0]}–${years[1]}`,
            ),
            remedy: words("改正题名或 period", "correct the title or the period"),
          };
    }
  },
};
