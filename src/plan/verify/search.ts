import type { ValueKind } from "../../model/verification.ts";
import type { Bound } from "../text/numbers.ts";
import { plain } from "../text/plain.ts";
import { clausesOf } from "./citing.ts";
import { findFigure, itemsAbout } from "./figures.ts";
import { figureRole } from "./kinds.ts";
import { cellNames, type MineralNames, wordsFor } from "./names.ts";
import type { Passage } from "./passage.ts";
import type { Spot } from "./spot.ts";
import { basisFits, figuresUnder } from "./units.ts";
import type { PlanValue } from "./values.ts";
import type { Found, Wanted } from "./wanted.ts";

/** Where a value stands in a passage. */
export interface SearchHit {
  readonly textLine?: number;
  /** The text bounds the figure otherwise. */
  readonly bound?: Bound;
}

/** Looks for values of a plan file in the passages of its clauses. */
export class PassageSearch {
  constructor(
    private readonly names: MineralNames,
    private readonly passages: ReadonlyMap<string, Passage>,
  ) {}

  /** Undefined where the passage doesn't have it. */
  find(kind: ValueKind, value: PlanValue, passage: Passage): SearchHit | undefined {
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

  private figure(value: PlanValue, passage: Passage): SearchHit | undefined {
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
  private unit(kind: "unit" | "basis", value: PlanValue, passage: Passage): SearchHit | undefined {
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
  private mineral({ value, path, around }: PlanValue, passage: Passage): SearchHit | undefined {
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

function nameIn(names: readonly string[], spots: readonly Spot[]): SearchHit | undefined {
  const spot = spots.find((one) => names.some((name) => one.plain.includes(name)));
  return spot === undefined ? undefined : { textLine: spot.line };
}

function hitOf(found: Found): SearchHit | undefined {
  if (found.line === undefined) return undefined;
  return { textLine: found.line, ...(found.bound === undefined ? {} : { bound: found.bound }) };
}

/** 2022年投放2个, 2024-2025年投放1个: the years and the number of a release go together. */
function span({ around }: PlanValue, passage: Passage): SearchHit | undefined {
  const { from, to, blocks } = around[0]?.entry ?? {};
  const years = from === to ? String(from) : `${String(from)}-${String(to)}`;
  const wanted = new RegExp(`(?<![\\d-])${years}年[^,，、;。\\d]*${String(blocks)}(?:个|处)`);
  const spot = passage.sentences.find((one) => wanted.test(one.plain));
  return spot === undefined ? undefined : { textLine: spot.line };
}
