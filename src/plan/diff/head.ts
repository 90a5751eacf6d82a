import type { Plan } from "../../model/plan.ts";
import type { Change, Part } from "../../model/plan-diff.ts";
import type { Point } from "../../model/reading.ts";
import { joinWords, verbatim, type Words, words } from "../../model/words.ts";
import { comparePoints } from "./points.ts";

/** What two plans differ in beside their clauses, rules, zones and blocks. */
export function headChanges(old: Plan, now: Plan): readonly Change[] {
  return [
    ...of("plan", headOf(old), headOf(now)),
    ...of("term", old.terms.map(termPoint), now.terms.map(termPoint)),
    ...of("contradiction", contradictionsOf(old), contradictionsOf(now)),
    ...of("unpublished", unpublishedOf(old), unpublishedOf(now)),
  ];
}

function of(part: Part, before: readonly Point[], after: readonly Point[]): readonly Change[] {
  return comparePoints(before, after).map((change) => ({ part, ...change }));
}

function headOf({
  id,
  title,
  titleEn,
  county,
  authority,
  period,
  extension,
  issued,
}: Plan): readonly Point[] {
  const optional = (label: Words, value: string | undefined) =>
    value === undefined ? [] : [{ label, value: verbatim(value) }];
  return [
    ...optional(words("编号", "id"), id),
    { label: words("名称", "title"), value: words(title, titleEn) },
    {
      label: words("县（市）", "county"),
      value: words(`${county.name} ${county.code}`, `${county.en} ${county.code}`),
    },
    ...county.aliases.map((alias) => ({
      label: words("县（市）别称", "county's other name"),
      of: verbatim(alias),
    })),
    ...optional(words("编制机关", "authority"), authority),
    ...optional(words("规划期起", "period from"), period.from),
    ...optional(words("规划期止", "period to"), period.to),
    ...optional(words("延期至", "extended to"), extension?.to),
    ...optional(words("延期依据", "extended by"), extension?.basis),
    ...optional(words("发布日期", "issued"), issued),
  ];
}

function termPoint({ name, is, either }: Plan["terms"][number]): Point {
  const meant = is ?? either?.join(" / ");
  return {
    label: words("规划用语", "the plan's word"),
    of: verbatim(name),
    ...(meant === undefined ? {} : { value: verbatim(meant) }),
  };
}

function contradictionsOf({ contradictions }: Plan): readonly Point[] {
  return contradictions.map(({ id, what, clauses, status }) => ({
    label: words("前后不一致", "contradiction"),
    of: verbatim(id),
    value: withClauses(what, [...clauses, status]),
  }));
}

function unpublishedOf({ unpublished }: Plan): readonly Point[] {
  return unpublished.map(({ what, clauses }) => ({
    label: words("提及而未刊出", "named but not published"),
    of: withClauses(what, clauses),
  }));
}

function withClauses(what: Words, clauses: readonly string[]): Words {
  return joinWords([what, verbatim(`[${clauses.join(" ")}]`)], " ", " ");
}
