import type { Document, Path } from "../../../src/input/document.ts";
import { decimal, formatDecimal, readDecimal } from "../../../src/model/decimal.ts";
import { BASES } from "../../../src/model/quantity.ts";
import { keysOf, METHODS } from "../../../src/model/terms.ts";
import { OUTPUT_UNITS } from "../../../src/model/unit.ts";
import type { ValueKind } from "../../../src/model/verification.ts";
import { kindOf } from "../../../src/plan/verify/kinds.ts";
import { isEntry, type PlanValue, type Scalar, valuesOf } from "../../../src/plan/verify/values.ts";

/** What was altered: the kind of the value, or else which slip it is. */
export type MutantKind =
  | Extract<ValueKind, "figure" | "unit" | "basis" | "mineral" | "name" | "date">
  | "clause"
  | "bracket"
  | "method"
  | "size";

/** Figures, with all that says what they mean, and names: of these all but a few must be found without a lock. */
export const FIGURES_AND_NAMES: ReadonlySet<MutantKind> = new Set([
  "figure",
  "unit",
  "basis",
  "mineral",
  "name",
  "date",
  "bracket",
]);

/** A plan file with one value altered. */
export interface Mutant {
  readonly kind: MutantKind;
  /** Of the value, as a lock names it. */
  readonly key: string;
  readonly path: Path;
  readonly from: string;
  readonly to: string;
  /** The file as it then is. */
  make(): Document;
}

/** Every mutant of a plan file, in the order of its values. */
export function mutantsOf(document: Document): readonly Mutant[] {
  const values = valuesOf(document.value);
  const known = namesIn(values);
  return [
    ...values.flatMap((value, index) =>
      slipsOf(value, index, known).map((slip) => altered(document, value, slip)),
    ),
    ...bracketsOf(document, values),
  ];
}

interface Slip {
  readonly kind: MutantKind;
  readonly to: Scalar;
}

/** The names that a hand may write for one another. */
interface Known {
  readonly clauses: readonly string[];
  readonly minerals: readonly string[];
  /** Of the same sort: zones for one another, words for one another. */
  readonly names: (path: Path) => readonly string[];
}

function namesIn(values: readonly PlanValue[]): Known {
  const of = (kind: ValueKind) => values.filter(({ path, value }) => kindOf(path, value) === kind);
  const clauses = values.filter(({ path }) => path[0] === "clauses" && path.length === 3 && path[2] === "id");
  const names = of("name");
  return {
    clauses: distinct(clauses),
    minerals: distinct(of("mineral")),
    names: (path) => distinct(names.filter((one) => sortOf(one.path) === sortOf(path))),
  };
}

function distinct(values: readonly PlanValue[]): readonly string[] {
  return [...new Set(values.map(({ value }) => String(value)))];
}

/** Conditions name zones; the county and who made the plan have no others of their sort. */
function sortOf(path: Path): string {
  if (path.includes("touches")) return "touches";
  return path[0] === "plan" ? path.join("/") : String(path[0]);
}

/** As plans write them: 万t/a would be no other unit than 万吨/年. */
const UNITS = OUTPUT_UNITS.split(", ").filter((unit) => !/[a-z]/.test(unit));

function slipsOf({ path, value }: PlanValue, index: number, known: Known): readonly Slip[] {
  const kind = kindOf(path, value);
  const key = String(path.findLast((step) => typeof step === "string"));
  /** Another of a list: which one goes by the value's number, so that all kinds come up. */
  const other = (all: readonly string[]) => {
    const others = all.filter((one) => one !== value);
    return others[index % Math.max(1, others.length)];
  };
  const one = (of: MutantKind, to: Scalar | undefined) => (to === undefined ? [] : [{ kind: of, to }]);
  const isReference =
    typeof value === "string" && path[0] !== "clauses" && known.clauses.includes(value) && key !== "id";
  if (isReference) return one("clause", other(known.clauses));
  switch (kind) {
    case "figure":
      return figures(value).map((to) => ({ kind, to }));
    case "unit":
      return one(kind, other(UNITS));
    case "basis":
      return one(kind, other(BASES));
    case "mineral":
      return one(kind, other(known.minerals));
    case "name":
      return [...one(kind, other(known.names(path))), ...one(kind, misspelt(String(value)))];
    case "date":
      return one(kind, another(value));
    case "term":
      return key === "method" ? one("method", other(keysOf(METHODS))) : [];
    default:
      return [];
  }
}

/** The last digit one off, and ten times as much; a figure in an empty cell. */
function figures(value: Scalar): readonly Scalar[] {
  if (value === "/") return [5];
  const is = typeof value === "number" || typeof value === "string" ? readDecimal(value) : undefined;
  if (is === undefined) return [];
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  const step = decimal(1).div(decimal(10).pow(decimals));
  const results = [is.plus(step), is.times(10)].filter((one) => !one.eq(is));
  return results.map((one) => (typeof value === "number" ? one.toNumber() : formatDecimal(one)));
}

function misspelt(name: string): string | undefined {
  const signs = [...name];
  const at = signs.findIndex((sign) => /\p{Script=Han}/u.test(sign));
  if (at < 0) return undefined;
  signs[at] = signs[at] === "南" ? "北" : "南";
  return signs.join("");
}

function another(date: Scalar): Scalar {
  if (typeof date === "number") return date + 1;
  return String(date).replace(/^\d{4}/, (year) => String(Number(year) + 1));
}

/** Keys that a hand may write for one another: whether a bound itself is allowed, and for which size it is. */
const TURNED: readonly (readonly [kind: MutantKind, key: string, by: string])[] = [
  ["bracket", "atMost", "below"],
  ["bracket", "below", "atMost"],
  ["size", "large", "medium"],
  ["size", "medium", "small"],
];

function bracketsOf(document: Document, values: readonly PlanValue[]): readonly Mutant[] {
  const entries = new Map(values.flatMap(({ around }) => around.map((one) => [one.path.join("/"), one])));
  const turned = [...entries.values()].flatMap(({ entry, path }) =>
    TURNED.flatMap(([kind, key, by]): readonly Mutant[] => {
      if (entry[key] === undefined || typeof entry[key] === "object") return [];
      // Two equal figures for one another are no change.
      if (entry[key] === entry[by] || typeof entry[by] === "object") return [];
      const value = values.find((one) => one.path.join("/") === [...path, key].join("/"));
      return [
        {
          kind,
          key: value?.key ?? key,
          path: [...path, key],
          from: key,
          to: by,
          make: () => withEntry(document, path, turn(entry, key, by)),
        },
      ];
    }),
  );
  const said = values.filter(
    ({ path, value }) => value === true && /^(?:about|disputed)$/.test(String(path.at(-1))),
  );
  return [...turned, ...said.map((value) => altered(document, value, { kind: "bracket", to: false }))];
}

/** The entry with the values of two keys exchanged, or one under the other's name. */
function turn(entry: Readonly<Record<string, unknown>>, key: string, by: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).map(([name, value]) => {
      if (name === key) return [by, value];
      return name === by ? [key, value] : [name, value];
    }),
  );
}

function altered(document: Document, { path, key, value }: PlanValue, { kind, to }: Slip): Mutant {
  return {
    kind,
    key,
    path,
    from: String(value),
    to: String(to),
    make: () => withEntry(document, path, to),
  };
}

/** The same file with another value at a path; only what is above it is copied. */
function withEntry(document: Document, path: Path, value: unknown): Document {
  return {
    file: document.file,
    value: put(document.value, path, value),
    locate: (at) => document.locate(at),
    locateKey: (at, key) => document.locateKey(at, key),
  };
}

function put(node: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(node)) return node.map((one, index) => (index === step ? put(one, rest, value) : one));
  if (!isEntry(node)) throw new Error(`there is nothing at ${String(step)}`);
  return Object.fromEntries(
    Object.entries(node).map(([key, one]) => [key, key === step ? put(one, rest, value) : one]),
  );
}
