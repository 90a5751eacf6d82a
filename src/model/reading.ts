import type { Condition } from "./condition.ts";
import { conditionWords } from "./condition-words.ts";
import { type Decimal, decimal, formatDecimal, readDecimal } from "./decimal.ts";
import { planFigure } from "./figure.ts";
import { type ZoneKind, zoneWords } from "./plan.ts";
import { formatQuantity } from "./quantity.ts";
import type { ProvisionEntry } from "./rule.ts";
import type { Figure } from "./section.ts";
import { verbatim, type Words, words } from "./words.ts";

/**
 * Which way a point binds more: a greater figure (a minimum), a smaller one (a cap); one more item (a
 * paper asked for), one less (a way of grant allowed).
 */
export type Stricter = "more" | "less";

/** One point of a provision, as a person reads it: `最低开采规模（岩金，大型）：≥ 15 万吨矿石/年`. */
export interface Point {
  readonly label: Words;
  /** Which of several things the label is said of: a mineral, a method, a paper. */
  readonly of?: Words;
  /** The figure or state; absent where the label says all. */
  readonly value?: Words;
  /** The names of minerals that the point is about; absent: whatever the provision is about. */
  readonly minerals?: readonly string[];
  /**
   * A row of a table that is meant for others too: what has no row is concerned all the same, and its
   * figure isn't printed.
   */
  readonly isRow?: true;
  /** The kinds or names of zones that the point is about. */
  readonly zones?: readonly string[];
  /** The figure that zones print of themselves and that the point rests on. */
  readonly zoneFigure?: "minimum";
  /** A limit's figure; two can be compared if they count the same. */
  readonly limit?: { readonly value: Decimal; readonly counts: string };
  /** Absent: neither way can be called stricter. */
  readonly stricter?: Stricter;
}

/** A point as a rule reads it off its entry. */
export interface Reading extends Point {
  /** The clause that it rests on, where it isn't the provision's own. */
  readonly clause?: string;
}

/** Puts the value of one field of a section's entry into words. */
export type Read<Value, Entry = unknown> = (value: Value, entry: Entry) => readonly Reading[];

/** How each field that a rule adds to its entries reads; one that is forgotten doesn't compile. */
export type Reads<Entry> = {
  readonly [K in Exclude<keyof Entry, keyof ProvisionEntry>]-?: Read<NonNullable<Entry[K]>, Entry>;
};

type Label = readonly [zh: string, en: string];

/** A yes-or-no field, said where it is yes. */
export function flag(zh: string, en: string, stricter?: Stricter): Read<boolean> {
  return (is) => (is ? [{ label: words(zh, en), ...way(stricter) }] : []);
}

/** One word of a closed list. */
export function oneOf<K extends string>([zh, en]: Label, table: Readonly<Record<K, Words>>): Read<K> {
  return (key) => [{ label: words(zh, en), value: table[key] }];
}

/** Several words of a closed list, each a point of its own. */
export function eachOf<K extends string>(
  [zh, en]: Label,
  table: Readonly<Record<K, Words>>,
  stricter?: Stricter,
): Read<readonly K[]> {
  return (keys) => keys.map((key) => ({ label: words(zh, en), of: table[key], ...way(stricter) }));
}

/** Names of minerals, each a point of its own. */
export function eachMineral([zh, en]: Label, stricter?: Stricter): Read<string | readonly string[]> {
  return (names) =>
    [names].flat().map((name) => ({
      label: words(zh, en),
      of: verbatim(name),
      minerals: [name],
      ...way(stricter),
    }));
}

/** A condition of the plan file. */
export function where([zh, en]: Label): Read<Condition> {
  return (condition) => [{ label: words(zh, en), value: conditionWords(condition), ...named(condition) }];
}

/** A condition that is about minerals or zones is a point on them. */
function named(condition: Condition): Pick<Point, "minerals" | "zones"> {
  const minerals = mineralsIn(condition);
  const zones = zonesIn(condition);
  return { ...(minerals.length === 0 ? {} : { minerals }), ...(zones.length === 0 ? {} : { zones }) };
}

/** The names and kinds of zones that a condition speaks of, also where it leaves them out. */
export function zonesIn({ touches, any = [], not }: Condition): readonly string[] {
  return [
    ...(touches === undefined ? [] : [touches].flat()),
    ...any.flatMap(zonesIn),
    ...(not === undefined ? [] : zonesIn(not)),
  ];
}

/** The names of minerals that a condition asks for, not those that it leaves out. */
export function mineralsIn({ mineral, any = [] }: Condition): readonly string[] {
  return [...(mineral === undefined ? [] : [mineral].flat()), ...any.flatMap(mineralsIn)];
}

/** A text of the plan file. */
export function told([zh, en]: Label): Read<Words> {
  return (text) => [{ label: words(zh, en), value: text }];
}

/** Another clause that has a part in it. */
export function byClause([zh, en]: Label, stricter?: Stricter): Read<string> {
  return (clause) => [{ label: words(zh, en), value: verbatim(clause), clause, ...way(stricter) }];
}

/** A bound, its side, whether the figure itself is allowed, and which way it is stricter. */
const BOUNDS = {
  "at-least": { sign: "≥", zh: "含本数", en: "inclusive", stricter: "more" },
  "at-most": { sign: "≤", zh: "含本数", en: "inclusive", stricter: "less" },
  below: { sign: "<", zh: "不含本数", en: "exclusive", stricter: "less" },
} as const;
export type Bound = keyof typeof BOUNDS;

/** `≥ 15 万吨矿石/年（含本数）`. */
export function boundWords(bound: Bound, figure: Words): Words {
  const { sign, zh, en } = BOUNDS[bound];
  return words(`${sign} ${figure.zh}（${zh}）`, `${sign} ${figure.en} (${en})`);
}

/** A limit that is a bare number with what it counts: `≤ 24 个（含本数）`. */
export function numberLimit<Entry = unknown>(
  [zh, en]: Label,
  bound: Bound,
  unit: Words,
): Read<number | string, Entry> {
  return (value) => {
    const read = readDecimal(value) ?? decimal(0);
    const figure = words(`${formatDecimal(read)} ${unit.zh}`, `${formatDecimal(read)} ${unit.en}`);
    return [
      {
        label: words(zh, en),
        value: boundWords(bound, figure),
        limit: { value: read, counts: unit.en },
        stricter: BOUNDS[bound].stricter,
      },
    ];
  };
}

/** A bare number that the plan prints and that is no limit by itself: `5.61 平方千米`. */
export function numberStated([zh, en]: Label, unit: Words, stricter?: Stricter): Read<number | string> {
  return (value) => {
    const read = readDecimal(value) ?? decimal(0);
    const figure = formatDecimal(read);
    return [
      {
        label: words(zh, en),
        value: words(`${figure} ${unit.zh}`, `${figure} ${unit.en}`),
        limit: { value: read, counts: unit.en },
        ...way(stricter),
      },
    ];
  };
}

/** What a reading of a figure with its unit has, whatever it is a limit of. */
export function figureLimit(
  bound: Bound,
  figure: Figure,
): Required<Pick<Point, "value" | "limit" | "stricter">> {
  const { quantity, measure, value } = planFigure(figure);
  return {
    value: boundWords(bound, formatQuantity(quantity)),
    limit: { value, counts: [measure.dimension, measure.per, measure.of].join(" ") },
    stricter: BOUNDS[bound].stricter,
  };
}

/** A field that another one reads with. */
export const readElsewhere: Read<unknown> = () => [];

function way(stricter: Stricter | undefined): Pick<Point, "stricter"> {
  return stricter === undefined ? {} : { stricter };
}

/** Kinds of zone, each a point of its own. */
export function eachZone([zh, en]: Label, stricter?: Stricter): Read<readonly ZoneKind[]> {
  return (kinds) =>
    kinds.map((kind) => ({ label: words(zh, en), of: zoneWords(kind), zones: [kind], ...way(stricter) }));
}

/** The kind of zone that a provision is about. */
export const zoneKind: Read<ZoneKind> = (kind) => [
  { label: words("分区", "zone"), value: zoneWords(kind), zones: [kind] },
];

/** Weighs only where a given fact raises it. */
export const onlyIfRaised = flag("仅在材料提示时计入结论", "it weighs only where the file raises it", "less");
