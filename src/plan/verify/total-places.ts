import { decimal, readDecimal } from "../../model/decimal.ts";
import type { Plan, StatedTotal } from "../../model/plan.ts";
import { select } from "../read/select.ts";
import { partsOf } from "../read/total-parts.ts";
import { figuresIn } from "../text/numbers.ts";
import type { Outline } from "../text/outline.ts";
import { linesOf, type Passage } from "./passage.ts";
import type { Spot } from "./spot.ts";
import type { PlanValue, Scalar } from "./values.ts";

/** What the text has where a total stands. */
interface TotalPlace {
  readonly total: StatedTotal;
  readonly lines: readonly Spot[];
  readonly missing: Passage["missing"];
  /** The places of the values that it names by a path. */
  readonly named: ReadonlySet<string>;
}

/** Finds the figures of a plan's totals: at the total's own place, or where its clauses stand. */
export class TotalPlaces {
  private readonly places: readonly TotalPlace[];

  constructor(plan: Plan, file: unknown, passages: ReadonlyMap<string, Passage>, outline: Outline) {
    this.places = plan.totals.map((total) => {
      const places = [...(total.at === undefined ? [] : [total.at]), ...(total.also ?? [])];
      const own = places.map((place, index) => linesOf(place, index, outline, plan.boxes ?? []));
      const ofClauses = total.clauses.flatMap((id) => linesWithin(passages.get(id)));
      const paths = partsOf(total).filter((part) => typeof part === "string");
      const named = paths.flatMap((path) => select(file, path)).map(({ path }) => keyOf(path));
      return {
        total,
        lines: [...own.flatMap(({ lines }) => lines), ...ofClauses],
        missing: own.flatMap(({ missing }) => missing),
        named: new Set(named),
      };
    });
  }

  /** A figure of a total, or a part of its place. */
  verify(
    kind: "figure" | "place",
    { path, value }: PlanValue,
  ): { readonly status: "verified" | "absent" | "not-found"; readonly textLine?: number } {
    const place = this.places[Number(path[1])];
    if (place === undefined) return { status: "not-found" };
    if (kind === "place") {
      const at = path[2] === "also" ? Number(path[3]) + (place.total.at === undefined ? 0 : 1) : 0;
      const isMissing = place.missing.some(({ part, index }) => part === path.at(-1) && index === at);
      const line = place.lines[0]?.line;
      return isMissing || line === undefined
        ? { status: "not-found" }
        : { status: "verified", textLine: line };
    }
    const textLine = lineWith(value, place.lines);
    if (textLine !== undefined) return { status: "verified", textLine };
    return { status: place.lines.length === 0 ? "not-found" : "absent" };
  }

  /** The line of a figure that stands at the place of a total that names it by a path. */
  naming({ path, value }: PlanValue): number | undefined {
    const key = keyOf(path);
    const lines = this.places
      .filter(({ total, named }) => total.at !== undefined && named.has(key))
      .map((place) => lineWith(value, place.lines));
    return lines.find((line) => line !== undefined);
  }
}

function keyOf(path: PlanValue["path"]): string {
  return JSON.stringify(path);
}

function linesWithin(passage: Passage | undefined): readonly Spot[] {
  if (passage === undefined) return [];
  const { sentences, paragraphs, rows, boxLines } = passage;
  return [...sentences, ...paragraphs, ...rows.flatMap(({ row }) => row.cells), ...boxLines];
}

const MULTIPLES: Readonly<Record<string, string>> = { 千: "1000", 万: "10000", 亿: "100000000" };

/** The first line with a figure printed as given, whatever it counts: 1500 of 1500万吨. */
function lineWith(value: Scalar, lines: readonly Spot[]): number | undefined {
  const wanted = typeof value === "number" || typeof value === "string" ? readDecimal(value) : undefined;
  if (wanted === undefined) return undefined;
  const printed = lines.find(({ plain }) =>
    figuresIn(plain).some(({ value: found, multiplier }) =>
      found.eq(wanted.times(decimal(MULTIPLES[multiplier] ?? "1"))),
    ),
  );
  return (printed ?? lines.find(({ plain }) => wanted.eq(itemsIn(plain))))?.line;
}

/** How many names a line lists that is nothing but a list: 金、锰、铁. */
function itemsIn(line: string): number {
  const items = line.split("、");
  return items.length > 1 && !/[,。;:\d]/.test(line) ? items.length : 0;
}
