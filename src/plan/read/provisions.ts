import { RULES } from "../../../rules/registry.ts";
import { conditionWords } from "../../model/condition-words.ts";
import type { Citation } from "../../model/finding.ts";
import type { ClauseBook, PlanInForce } from "../../model/plan.ts";
import type { PointView, ProvisionView } from "../../model/plan-view.ts";
import type { Read } from "../../model/reading.ts";
import type { ProvisionEntry, Rule } from "../../model/rule.ts";
import { joinWords } from "../../model/words.ts";

/** A provision as it is read, beside the entry of the plan file that it was read from. */
export interface ReadProvision {
  readonly entry: ProvisionEntry;
  readonly view: ProvisionView;
}

/** Every provision of a plan, rule by rule, in words. */
export function provisionsOf({ plan, clauses }: PlanInForce): readonly ReadProvision[] {
  return RULES.flatMap((rule) =>
    entriesOf(plan.rules[rule.id]).map((entry) => ({ entry, view: viewOf(rule, entry, clauses) })),
  );
}

/** The entries of a rule's section; none where the plan says nothing of it. */
function entriesOf(section: unknown): readonly ProvisionEntry[] {
  return Array.isArray(section) ? section : [];
}

function viewOf(rule: Rule, entry: ProvisionEntry, book: ClauseBook): ProvisionView {
  const ids = [entry.clause].flat();
  const [first] = ids.map((id) => book.get(id));
  return {
    rule: rule.id,
    title: rule.title,
    clauses: ids.map((id) => book.cite(id, entry.force)),
    also: (entry.with ?? []).map((id) => book.cite(id)),
    force: entry.force ?? first?.force ?? "mandatory",
    ...(entry.when === undefined ? {} : { scope: conditionWords(entry.when) }),
    asks:
      entry.asks ??
      joinWords(
        ids.map((id) => book.get(id).asks),
        "；",
        "; ",
      ),
    points: pointsOf(rule, entry, (id) => book.cite(id)),
  };
}

/** The points of an entry, by the words that its rule has for each field. */
function pointsOf(
  { reads }: Rule,
  entry: ProvisionEntry,
  cite: (id: string) => Citation,
): readonly PointView[] {
  const fields = entry as ProvisionEntry & Readonly<Record<string, unknown>>;
  return Object.entries(reads as Readonly<Record<string, Read<unknown>>>).flatMap(([field, read]) => {
    const value = fields[field];
    if (value === undefined) return [];
    return read(value, entry).map(({ clause, ...reading }) => ({
      ...reading,
      field,
      ...(clause === undefined ? {} : { clause: cite(clause) }),
    }));
  });
}
