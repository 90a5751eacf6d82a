import type { Force } from "../../model/finding.ts";
import type { Minerals } from "../../model/mineral.ts";
import type { Plan } from "../../model/plan.ts";
import type { Status, ValueKind } from "../../model/verification.ts";
import type { Bound } from "../text/numbers.ts";
import { plain } from "../text/plain.ts";
import type { PlanText } from "../text/plan-text.ts";
import { clausesOf } from "./citing.ts";
import type { WrittenEntry } from "./departures.ts";
import { type Found, findFigure, itemsAbout, type Wanted } from "./figures.ts";
import { forceIn } from "./forces.ts";
import { figureRole, kindOf } from "./kinds.ts";
import { cellNames, MineralNames, wordsFor } from "./names.ts";
import type { Passage } from "./passage.ts";
import type { Spot } from "./spot.ts";
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

type Hit = Pick<Result, "textLine" | "bound">;

/** Finds the values of one plan in its text. */
export class Verifier {
  /** The declared departures that a value made use of. */
  readonly used = new Set<WrittenEntry>();
  private readonly names: MineralNames;

  constructor(
    private readonly plan: Plan,
    minerals: Minerals,
    private readonly text: PlanText,
    private readonly passages: ReadonlyMap<string, Passage>,
    private readonly written: readonly WrittenEntry[],
    private readonly totals: TotalPlaces,
  ) {
    this.names = new MineralNames(minerals, plan.terms);
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

  /** The first line of the text that holds these words. */
  lineOf(words: string): number | undefined {
    const wanted = plain(words);
    const within = this.text.lines.find((line) => line.plain.includes(wanted))?.number;
    return within ?? this.lineAcross(wanted);
  }

  /** The line where words begin that several lines hold together, as the cells of a row do. */
  private lineAcross(wanted: string): number | undefined {
    const at = this.text.plain.indexOf(wanted);
    if (at < 0) return undefined;
    let end = 0;
    return this.text.lines.find((line) => {
      end += line.plain.length;
      return end > at;
    })?.number;
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
    let disagreeing: Hit | undefined;
    for (const id of new Set([...own, ...all])) {
      const passage = this.passages.get(id);
      const hit = passage === undefined ? undefined : this.find(kind, value, passage);
      if (hit === undefined) continue;
      if (hit.bound === undefined) return { kind, status: "verified", clause: id, ...hit };
      disagreeing ??= hit;
    }
    const byTotal = kind === "figure" ? this.totals.naming(value) : undefined;
    if (byTotal !== undefined) return { kind, status: "verified", clause, textLine: byTotal };
    // The place named by a condition was verified where the plan draws it.
    if (kind === "term" || value.path.includes("touches")) return { kind, status: "reading", clause };
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

  private find(kind: ValueKind, value: PlanValue, passage: Passage): Hit | undefined {
    switch (kind) {
      case "figure":
        return this.figure(value, passage);
      case "unit":
      case "basis":
        return this.unit(kind, value, passage);
      case "mineral":
        return this.mineral(value, passage);
      case "date":
        return span(value, passage);
      case "term":
        return nameIn(wordsFor(String(value.value)), [...near(passage), ...passage.titles]);
      default:
        return nameIn([plain(String(value.value))], [...near(passage), ...passage.titles]);
    }
  }

  private figure(value: PlanValue, passage: Passage): Hit | undefined {
    // A named block is one because it has a row of its own.
    const entry = value.around[0]?.entry ?? {};
    if (value.path.at(-1) === "count" && value.value === 1 && typeof entry["name"] === "string")
      return nameIn([plain(entry["name"])], near(passage));
    return hitOf(findFigure(this.wanted(value), passage));
  }

  private wanted({ value, path, around }: PlanValue): Wanted {
    const role = figureRole(path);
    const has = (key: string) => around.map(({ entry }) => entry[key]).find((one) => one !== undefined);
    const [inner] = around;
    const entry =
      inner?.entry["unit"] !== undefined && "value" in inner.entry ? around[1]?.entry : inner?.entry;
    const unit = has("unit");
    const method = entry?.["method"];
    const level = entry?.["level"];
    const levels = (Array.isArray(level) ? level : level === undefined ? [] : [level]).flatMap((one) =>
      wordsFor(String(one)).flatMap((word) => [`${word}级`, `${word}规划`]),
    );
    const name = entry?.["name"];
    const names = typeof name === "string" ? [plain(name)] : undefined;
    const mineral = entry?.["mineral"];
    const subjects = [
      names,
      names === undefined && typeof mineral === "string" ? this.names.spellingsOf(mineral) : undefined,
      levels.length > 0 ? levels : undefined,
    ].filter((one) => one !== undefined);
    return {
      value: value as number | string,
      role,
      subjects,
      ...(typeof unit === "string" && role.counts === "given" ? { unit } : {}),
      ...(typeof method === "string" ? { method: wordsFor(method) } : {}),
      names: this.names,
      about: has("about") === true,
      disputed: has("disputed") === true,
    };
  }

  /** A unit is verified with the figures that it belongs to; one for a whole table with each of its rows. */
  private unit(kind: "unit" | "basis", value: PlanValue, passage: Passage): Hit | undefined {
    const [inner, ...outer] = value.around;
    if (inner === undefined) return undefined;
    const found = figuresUnder(inner).map((figure) => {
      const [clause] = figure.around.length > 1 ? clausesOf(figure.around[0]?.entry ?? {}) : [];
      const own = clause === undefined ? undefined : this.passages.get(clause);
      const wanted = this.wanted({ ...figure, around: [...figure.around, ...outer], key: "" });
      return findFigure(wanted, own ?? passage);
    });
    const isRight = ({ unit }: Exclude<Found, { line?: undefined }>) =>
      kind === "unit" ? unit.symbol && unit.period : basisFits(String(value.value), unit.context);
    const right = found.flatMap((one) => (one.line !== undefined && isRight(one) ? [one.line] : []));
    const [textLine] = right;
    return textLine !== undefined && right.length === found.length ? { textLine } : undefined;
  }

  /** A mineral stands in the sentence of its clause, or in the row or item that is about its zone. */
  private mineral({ value, path, around }: PlanValue, passage: Passage): Hit | undefined {
    const spellings = this.names.spellingsOf(String(value));
    const name = around[0]?.entry["name"];
    const own = typeof name === "string" ? [plain(name)] : [];
    const about = passage.rows.filter(({ row }) => row.cells.some((cell) => own.includes(cell.plain)));
    const cells = (about.length > 0 ? about : passage.rows).flatMap(({ row }) => row.cells);
    const named = cells.find((cell) => cellNames(cell.plain, spellings));
    if (named !== undefined) return { textLine: named.line };
    const items = itemsAbout(own, passage.boxLines);
    // Whom a clause concerns may stand elsewhere in its paragraph; what it is about may not.
    const isCondition = path.some((step) => CONDITIONS.has(step));
    const wider = isCondition ? near(passage) : [];
    const spots = [...cells, ...items, ...passage.sentences, ...passage.titles, ...wider];
    const spot = spots.find((one) => this.names.mentionsOf(spellings, one.plain).length > 0);
    return spot === undefined ? undefined : { textLine: spot.line };
  }
}

const CONDITIONS: ReadonlySet<string | number> = new Set(["when", "not", "only", "unclearFor", "closedTo"]);

/** The sentences, rows and box lines of a passage; then the paragraphs around. */
function near(passage: Passage): readonly Spot[] {
  const rows = passage.rows.flatMap(({ row }) => row.cells);
  return [...passage.sentences, ...rows, ...passage.boxLines, ...passage.paragraphs];
}

function nameIn(names: readonly string[], spots: readonly Spot[]): Hit | undefined {
  const spot = spots.find((one) => names.some((name) => one.plain.includes(name)));
  return spot === undefined ? undefined : { textLine: spot.line };
}

function hitOf(found: Found): Hit | undefined {
  if (found.line === undefined) return undefined;
  return { textLine: found.line, ...(found.bound === undefined ? {} : { bound: found.bound }) };
}

/** A number by itself, not within a longer one. */
function holdsNumber(text: string, digits: string): boolean {
  return new RegExp(`(?<![\\d.])${digits.replace(".", "\\.")}(?![\\d]|\\.\\d)`).test(text);
}

/** 2022年投放2个, 2024-2025年投放1个: the years and the number of a release go together. */
function span({ around }: PlanValue, passage: Passage): Hit | undefined {
  const { from, to, blocks } = around[0]?.entry ?? {};
  const years = from === to ? String(from) : `${String(from)}-${String(to)}`;
  const wanted = new RegExp(`(?<![\\d-])${years}年[^,，、;。\\d]*${String(blocks)}(?:个|处)`);
  const spot = passage.sentences.find((one) => wanted.test(one.plain));
  return spot === undefined ? undefined : { textLine: spot.line };
}

const FIGURE_KEYS = ["value", "least", "large", "medium", "small"];

/** The figures that a unit or basis is for: beside it, or in the rows beneath that have no unit of their own. */
function figuresUnder(at: PlanValue["around"][number]): readonly Omit<PlanValue, "key">[] {
  const { entry, path } = at;
  const own = figuresOf(at, [at]);
  const rows = Array.isArray(entry["rows"]) ? (entry["rows"] as PlanValue["around"][number]["entry"][]) : [];
  return [
    ...own,
    ...rows.flatMap((row, index) => {
      const inner = { entry: row, path: [...path, "rows", index] };
      return row["unit"] === undefined ? figuresOf(inner, [inner, at]) : [];
    }),
  ];
}

function figuresOf(
  { entry, path }: PlanValue["around"][number],
  around: PlanValue["around"],
): readonly Omit<PlanValue, "key">[] {
  return FIGURE_KEYS.filter((key) => entry[key] !== undefined && entry[key] !== "/").map((key) => ({
    path: [...path, key],
    value: entry[key] as number | string,
    around,
  }));
}

const BASIS: Readonly<Record<string, RegExp>> = {
  ore: /矿石|原矿/,
  mineral: /矿物/,
  metal: /金属/,
  concentrate: /精粉|精矿/,
  block: /荒料/,
};

/** A figure printed without a basis counts ore; with one, it must be that. */
function basisFits(basis: string, context: string): boolean {
  const printed = Object.entries(BASIS).filter(([, words]) => words.test(context));
  return printed.length === 0 ? basis === "ore" : printed.some(([name]) => name === basis);
}
