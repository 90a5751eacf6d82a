import * as z from "zod";
import type { Fact } from "../../src/model/facts.ts";
import { type PlanFigure, planFigure } from "../../src/model/figure.ts";
import type { Citation } from "../../src/model/finding.ts";
import type { Mineral, Minerals } from "../../src/model/mineral.ts";
import type { Basis, Measure } from "../../src/model/quantity.ts";
import type { Bench, Provision } from "../../src/model/rule.ts";
import { refuse } from "../../src/model/schema.ts";
import type { SectionKit } from "../../src/model/section.ts";
import type { Method, Size } from "../../src/model/terms.ts";
import type { Missing } from "../../src/model/truth.ts";
import { type Words, words } from "../../src/model/words.ts";

/** A row of a minimum-scale table as a plan file writes it. */
export interface RowEntry {
  readonly clause?: string | undefined;
  readonly mineral: string;
  readonly method?: Method | undefined;
  readonly unit?: string | undefined;
  readonly of?: Basis | undefined;
  /** One figure for every deposit size … */
  readonly least?: number | string | undefined;
  /** … or one for each; "/" is a cell without a figure. */
  readonly large?: number | string | undefined;
  readonly medium?: number | string | undefined;
  readonly small?: number | string | undefined;
  /** It isn't clear whether the figure itself is allowed (以下). */
  readonly disputed?: boolean | undefined;
  /** What the plan's text says otherwise of the same mines: of a shortfall it isn't clear what holds. */
  readonly rival?: Words | undefined;
}

/** A row made ready: its figures as exact quantities. */
export interface Row {
  readonly clauses: readonly Citation[];
  readonly term: Mineral;
  readonly method?: Method;
  readonly measure: Measure;
  /** The only figure, or any of them: what units and basis amounts are printed in. */
  readonly figure: PlanFigure;
  readonly bySize?: Readonly<Partial<Record<Size, PlanFigure>>>;
  readonly disputed: boolean;
  readonly rival?: Words;
  /** The plan doesn't say whether ore or block is counted, and for this mineral it matters. */
  readonly basisOpen: boolean;
}

/** The shape of a row: one figure, or one for each deposit size. */
export function rowSchema(kit: SectionKit): z.ZodType<RowEntry> {
  const cell = z.union([kit.number, z.literal("/")]).optional();
  return z
    .strictObject({
      clause: kit.clauseId.optional().describe("该行的条款 · the clause of the row"),
      mineral: kit.mineral.describe("矿种 · the mineral"),
      method: z
        .enum(["open-pit", "underground", "wells"])
        .optional()
        .describe("开采方式，只适用其一时写 · the mining method, where the row is for one only"),
      unit: kit.unit.optional().describe("该行单位 · the row's own unit"),
      of: z
        .enum(["ore", "mineral", "metal", "concentrate", "block"])
        .optional()
        .describe("计量对象 · what is counted"),
      least: kit.number.optional().describe("不分储量规模的最低数 · one figure for every deposit size"),
      large: cell.describe("大型，“/”为无数值 · for a large deposit; / is a cell without a figure"),
      medium: cell.describe("中型，“/”为无数值 · for a medium deposit"),
      small: cell.describe("小型，“/”为无数值 · for a small deposit"),
      disputed: z
        .boolean()
        .optional()
        .describe("是否含本数不明（“以下”） · whether the figure itself is allowed isn't clear"),
      rival: kit.words
        .optional()
        .describe(
          "规划对同一矿山的另一数值，未达到的须复核 · another figure of the plan for the same mines: a shortfall is reviewed",
        ),
    })
    .superRefine((row, context) => {
      const cells = [row.large, row.medium, row.small].filter((one) => one !== undefined).length;
      if (cells === (row.least === undefined ? 3 : 0)) return;
      refuse(
        context,
        row,
        words(
          "一行要么只写 least，要么 large、medium、small 三者齐全",
          "a row has either least alone, or all of large, medium and small",
        ),
        {
          code: "missing-size",
          remedy: words(
            "补上缺的一格；规划未刊出数值的写 /",
            "fill in the cell that is missing; write / where the plan prints no figure",
          ),
        },
      );
    });
}

/** Makes the rows of a table ready; `unit` is for those without their own, `provision` lends its clauses. */
export function readRows(
  entries: readonly RowEntry[],
  unit: string | undefined,
  provision: Provision,
  { inForce }: Bench,
): readonly Row[] {
  return entries.map((entry) => {
    const of = entry.of;
    const read = (value: number | string | undefined): PlanFigure | undefined =>
      value === undefined || value === "/"
        ? undefined
        : planFigure({ value, unit: entry.unit ?? unit ?? "", of });
    const sizes = { large: read(entry.large), medium: read(entry.medium), small: read(entry.small) };
    const figure = read(entry.least) ?? sizes.large ?? sizes.medium ?? sizes.small;
    const term = inForce.minerals.term(entry.mineral);
    if (figure === undefined || term === undefined)
      throw new Error(`${entry.mineral}: a row without figure or mineral`);
    return {
      clauses:
        entry.clause === undefined
          ? provision.clauses
          : [inForce.clauses.cite(entry.clause, provision.force)],
      term,
      ...(entry.method === undefined ? {} : { method: entry.method }),
      measure: figure.measure,
      figure,
      ...(entry.least === undefined ? { bySize: present(sizes) } : {}),
      disputed: entry.disputed ?? false,
      ...(entry.rival === undefined ? {} : { rival: entry.rival }),
      basisOpen: of === undefined && term.bases.includes("block"),
    };
  });
}

function present(sizes: Record<Size, PlanFigure | undefined>): Partial<Record<Size, PlanFigure>> {
  return Object.fromEntries(Object.entries(sizes).filter(([, figure]) => figure !== undefined));
}

/**
 * The rows for a mineral, by the nearest term that the table has for it; several groups for a name
 * that stands for several minerals (铅锌矿: the row of lead and the row of zinc), an empty one for one
 * of them without a row.
 */
export function groupsFor(
  rows: readonly Row[],
  mineral: Mineral,
  minerals: Minerals,
): readonly (readonly Row[])[] {
  const direct = nearest(rows, mineral, minerals);
  if (direct.length > 0) return [direct];
  const groups = (mineral.parts ?? []).map((part) => nearest(rows, minerals.get(part), minerals));
  return groups.some((group) => group.length > 0) ? groups : [];
}

function nearest(rows: readonly Row[], mineral: Mineral, minerals: Minerals): readonly Row[] {
  const covering = rows.filter(({ term }) => minerals.covers(term, mineral));
  return covering.filter(
    ({ term }) => !covering.some((other) => other.term !== term && minerals.covers(term, other.term)),
  );
}

/** The rows that may hold, and what decides between them. */
export interface RowChoice {
  readonly chosen: readonly Row[];
  /** What is unknown; absent if the rows chosen are the ones that hold. */
  readonly choice?: readonly Missing[];
  /** Under one of the possible methods the table has no row. */
  readonly gap: boolean;
}

/**
 * The rows that hold for the method. Unknown, or open pit and underground together: any of them
 * may, so the outcome must not depend on which.
 */
export function rowsByMethod(group: readonly Row[], method: Fact<Method>): RowChoice {
  if (group.every((row) => row.method === undefined)) return { chosen: group, gap: false };
  const gap = !MINE_METHODS.every((one) =>
    group.some((row) => row.method === undefined || row.method === one),
  );
  if (!method.known) return { chosen: group, choice: method.missing, gap };
  if (method.value === "both") return { chosen: group, choice: [MIXED], gap };
  return {
    chosen: group.filter((row) => row.method === undefined || row.method === method.value),
    gap: false,
  };
}

const MINE_METHODS = ["open-pit", "underground"] as const;
const MIXED: Missing = {
  field: "method",
  why: words(
    "规划对露天与地下分别规定，未规定两者兼有的情形",
    "the plan has figures for open pit or for underground, but none for both together",
  ),
};
