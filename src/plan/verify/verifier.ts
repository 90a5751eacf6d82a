import type { Force } from "../../model/finding.ts";
import type { Minerals } from "../../model/mineral.ts";
import type { Plan } from "../../model/plan.ts";
import type { Status, ValueKind } from "../../model/verification.ts";
import type { Bound } from "../text/numbers.ts";
import { placesIn } from "../text/places.ts";
import { plain } from "../text/plain.ts";
import type { PlanText } from "../text/plan-text.ts";
import { clausesOf } from "./citing.ts";
import type { WrittenEntry } from "./departures.ts";
import { forceIn } from "./forces.ts";
import { kindOf } from "./kinds.ts";
import { MineralNames } from "./names.ts";
import type { Passage } from "./passage.ts";
import { PassageSearch, type SearchHit } from "./search.ts";
import type { TotalPlaces } from "./total-places.ts";
import type { PlanValue } from "./values.ts";

/** What became of a value, before it is put into words. */
export interface Result {
  readonly kind: ValueKind;
  readonly status: Status;
  readonly textLine?: number;
  readonly clause?: string;
  /** The text bounds the figure otherwise. */
  readonly bound?: Bound;
}

/** Finds the values of one plan in its text. */
export class Verifier {
  /** The declared departures that a value made use of. */
  readonly used = new Set<WrittenEntry>();
  private readonly names: MineralNames;
  private readonly search: PassageSearch;

  constructor(
    private readonly plan: Plan,
    minerals: Minerals,
    private readonly text: PlanText,
    private readonly passages: ReadonlyMap<string, Passage>,
    private readonly written: readonly WrittenEntry[],
    private readonly totals: TotalPlaces,
  ) {
    this.names = new MineralNames(minerals, plan.terms);
    this.search = new PassageSearch(this.names, passages);
  }

  verify(value: PlanValue): Result {
    const kind = kindOf(value.path, value.value);
    const isOfTotal = value.path[0] === "totals" && (kind === "figure" || kind === "place");
    if (isOfTotal) return { kind, ...this.totals.verify(kind, value) };
    switch (kind) {
      case "own":
      case "reading":
      case "unpublished":
        return { kind, status: kind };
      case "prose":
        return this.prose(value);
      case "title":
        return this.anywhere(kind, String(value.value));
      case "phrase":
        return value.path[0] === "uncited"
          ? this.anywhere(kind, String(value.value))
          : this.ofClause(kind, value);
      case "place":
      case "force":
        return this.ofClause(kind, value);
      default:
        return this.cited(kind, value);
    }
  }

  /** The first line of the text that holds these words, or where they begin if they run on, as over a row's cells. */
  lineOf(words: string): number | undefined {
    const wanted = plain(words);
    const within = this.text.lines.find((line) => line.plain.includes(wanted))?.number;
    return within ?? placesIn(this.text, words)[0]?.[0];
  }

  private anywhere(kind: ValueKind, words: string): Result {
    const textLine = this.lineOf(words);
    return textLine === undefined ? { kind, status: "absent" } : { kind, status: "verified", textLine };
  }

  /** What we say of the plan is ours, but the figures that we quote from it must stand in it. */
  private prose({ value, path, around }: PlanValue): Result {
    const quotes = path.some((step) => step === "baseline" || step === "rival");
    if (!quotes) return { kind: "prose", status: "own" };
    const [entry] = around.slice(1);
    const clauses = entry === undefined ? [] : clausesOf(entry.entry);
    const quoted = plain(String(value)).match(/(?<![\d.栏])\d+(?:\.\d+)?/g) ?? [];
    const lines = quoted.map((digits) => {
      return this.text.lines.find((line) => holdsNumber(line.plain, digits))?.number;
    });
    const clause = clauses[0] === undefined ? {} : { clause: clauses[0] };
    if (lines.length === 0) return { kind: "prose", status: "own" };
    const [first] = lines;
    return lines.includes(undefined) || first === undefined
      ? this.byDeparture(
          { kind: "prose", status: "absent", ...clause },
          { value, path, around, key: "" },
          clauses,
        )
      : { kind: "prose", status: "verified", textLine: first, ...clause };
  }

  private ofClause(kind: ValueKind, { value, path, around }: PlanValue): Result {
    const clause = around.map(({ entry }) => entry).find((entry) => "phrase" in entry);
    const id = String(clause?.["id"]);
    const passage = this.passages.get(id);
    if (clause === undefined || passage === undefined) return { kind, status: "no-citation" };
    const of = { kind, clause: id };
    const at = passage.line === undefined ? {} : { textLine: passage.line };
    if (kind === "force") {
      if (passage.line === undefined) return { ...of, status: "reading" };
      const found = forceIn(value as Force, passage);
      return { ...of, ...at, status: found === "own" ? "verified" : "reading" };
    }
    if (kind === "place") {
      const index = path.includes("also") ? Number(path[path.indexOf("also") + 1]) + 1 : 0;
      const part = String(path.at(-1));
      if (value === "全文") return { ...of, status: "verified" };
      const isMissing = passage.missing.some((one) => one.part === part && one.index === index);
      return { ...of, ...at, status: isMissing ? "not-found" : "verified" };
    }
    if (path.includes("absent")) {
      const textLine = this.lineOf(String(value));
      return {
        ...of,
        status: textLine === undefined ? "verified" : "absent",
        ...(textLine === undefined ? {} : { textLine }),
      };
    }
    const spot = passage.phrases.find(({ phrase }) => phrase === value)?.here[0];
    return spot === undefined
      ? { ...of, status: "not-found" }
      : { ...of, status: "verified", textLine: spot.line };
  }

  /** A value that must stand in the passage of one of the clauses it rests on: its own entry's first. */
  private cited(kind: ValueKind, value: PlanValue): Result {
    const isHead = value.path[0] === "plan" || value.path[0] === "terms";
    if (isHead) return this.head(kind, value);
    if (value.path.includes("aliases")) return this.anywhere(kind, String(value.value));
    if (value.path.includes("groups")) return this.group(value);
    const own = value.around.map(({ entry }) => this.idsOf(entry)).find((ids) => ids.length > 0) ?? [];
    const [clause] = own;
    if (clause === undefined) return { kind, status: "no-citation" };
    const all = value.around.flatMap(({ entry }) => this.idsOf(entry));
    let disagreeing: SearchHit | undefined;
    for (const id of new Set([...own, ...all])) {
      const passage = this.passages.get(id);
      const hit = passage === undefined ? undefined : this.search.find(kind, value, passage);
      if (hit === undefined) continue;
      if (hit.bound === undefined) return { kind, status: "verified", clause: id, ...hit };
      disagreeing ??= hit;
    }
    const byTotal = kind === "figure" ? this.totals.naming(value) : undefined;
    if (byTotal !== undefined) return { kind, status: "verified", clause, textLine: byTotal };
    // The place named by a condition was verified where the plan draws it.
    if (kind === "term") return { kind, status: "reading", clause };
    const isFound = [...own].some((id) => this.passages.get(id)?.line !== undefined);
    const failed: Result = {
      kind,
      clause,
      status: isFound ? "absent" : "not-found",
      ...(disagreeing ?? {}),
    };
    return this.byDeparture(failed, value, [...new Set([...own, ...all])]);
  }

  /** A group by which the plan calls a zone's mineral too: some sentence speaks of both. */
  private group({ value, around }: PlanValue): Result {
    const minerals = around[0]?.entry["minerals"];
    const own = (Array.isArray(minerals) ? minerals : []).map((one) => this.names.spellingsOf(String(one)));
    const group = this.names.spellingsOf(String(value));
    const speaksOf = (text: string) => (names: readonly string[]) =>
      this.names.mentionsOf(names, text).length > 0;
    const line = this.text.lines.find(
      ({ plain: text }) => speaksOf(text)(group) && (own.length === 0 || own.some(speaksOf(text))),
    );
    return line === undefined
      ? { kind: "mineral", status: "absent" }
      : { kind: "mineral", status: "verified", textLine: line.number };
  }

  private idsOf(entry: Readonly<Record<string, unknown>>): readonly string[] {
    return "phrase" in entry ? [String(entry["id"])] : clausesOf(entry);
  }

  private head(kind: ValueKind, { value, path, around, key }: PlanValue): Result {
    if (kind !== "date") return this.anywhere(kind, String(value));
    const [year = "", month = "", day = ""] = String(value).split("-");
    const isIssue = path.at(-1) === "issued";
    const date = `${year}年${Number(month)}月${Number(day)}日`;
    if (isIssue) return this.anywhere(kind, date);
    const isEdge = String(value).endsWith(path.at(-1) === "from" ? "-01-01" : "-12-31");
    const span = /(\d{4})\D{1,3}(\d{4})/.exec(plain(this.plan.title));
    const printed = span?.[path.at(-1) === "from" ? 1 : 2];
    const failed: Result = { kind, status: "absent" };
    if (isEdge && printed === year) return this.anywhere(kind, this.plan.title);
    return this.byDeparture(failed, { value, path, around, key }, []);
  }

  private byDeparture(failed: Result, { value, around }: PlanValue, clauses: readonly string[]): Result {
    const { mineral, name } = around[0]?.entry ?? {};
    const entry = this.written.find(
      (one) =>
        one.value === value &&
        (one.of === undefined || one.of === mineral || one.of === name) &&
        one.clauses.some((id) => clauses.includes(id)),
    );
    if (entry === undefined) return failed;
    const textLine = entry.as === undefined ? undefined : this.lineOf(entry.as);
    if (entry.as !== undefined && textLine === undefined) return failed;
    this.used.add(entry);
    const { kind, clause } = failed;
    return {
      kind,
      status: entry.as === undefined ? "reading" : "written",
      ...(clause === undefined ? {} : { clause }),
      ...(textLine === undefined ? {} : { textLine }),
    };
  }
}

/** A number by itself, not within a longer one. */
function holdsNumber(text: string, digits: string): boolean {
  return new RegExp(`(?<![\\d.])${digits.replace(".", "\\.")}(?![\\d]|\\.\\d)`).test(text);
}
