import type { RefinementCtx } from "zod";
import * as z from "zod";
import type { Condition } from "../src/model/condition.ts";
import type { decimal } from "../src/model/decimal.ts";
import { type Facts, holds, inZone, missingOf } from "../src/model/facts.ts";
import { inFigureUnit, marginTo, planFigure } from "../src/model/figure.ts";
import type { Remedy, Ruling } from "../src/model/finding.ts";
import { mineralWords } from "../src/model/mineral.ts";
import { formatQuantity } from "../src/model/quantity.ts";
import { compare } from "../src/model/range.ts";
import type { Bench, Judge, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, judge, notConcerned, note } from "../src/model/ruling.ts";
import { refuse } from "../src/model/schema.ts";
import { METHODS, SIZES, type Size } from "../src/model/terms.ts";
import { all, type Proof, unknown, unsettled, whichever } from "../src/model/truth.ts";
import { joinWords, type Words, words } from "../src/model/words.ts";
import {
  groupsFor,
  type Row,
  type RowEntry,
  readRows,
  rowSchema,
  rowsByMethod,
} from "./tables/scale-table.ts";

interface ScaleEntry extends ProvisionEntry {
  readonly unit?: string | undefined;
  readonly rows?: readonly RowEntry[] | undefined;
  /** Minerals that this provision lets off: 正常延续. */
  readonly exempt?: boolean | undefined;
  /** Each zone's own minimum, as the zones of the plan print it. */
  readonly zones?: boolean | undefined;
  /** The clause by which a higher threshold of national industrial policy prevails. */
  readonly policy?: string | undefined;
  /** Whom the clause may not mean (只采不选, where it says 采选): of these a person judges a shortfall. */
  readonly unclearFor?: Condition | undefined;
}

/** 最低开采规模: how much a mine must put out at least, by mineral, deposit size, method and zone. */
export const minimumScale: Rule<readonly ScaleEntry[]> = {
  id: "minimum-scale",
  title: words("最低开采规模", "Minimum scale"),
  purpose: words(
    "新建（规划另有规定的，含改扩建、延续）矿山的生产规模不得低于规划数值；规划要求而未刊出数值的，须复核。",
    "A new mine (and, where the plan says so, an expanded or renewed one) must reach the plan's figure; where the plan asks for one but doesn't print it, review.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第十八条：矿山最低开采规模",
    "Mineral Resources Law (2024), art. 18: minimum scale of mines",
  ),
  passes: words(
    "大型岩金 15 万吨矿石/年（方城县）",
    "a large lode-gold deposit, 150,000 t/a of ore (Fangcheng)",
  ),
  fails: words("大型岩金 14.9 万吨矿石/年（方城县）", "the same with 149,000 t/a of ore"),
  section: (kit) =>
    z.array(
      kit
        .entry({
          unit: kit.unit.optional(),
          rows: z.array(rowSchema(kit)).optional(),
          exempt: z.boolean().optional(),
          zones: z.boolean().optional(),
          policy: kit.clauseId.optional(),
          unclearFor: kit.condition.optional(),
        })
        .superRefine(everyRowHasUnit),
    ),
  bind: (section = [], bench) => {
    const judges = section.map((entry) => bindEntry(entry, bench));
    return (facts) => judges.flatMap((decide) => decide(facts));
  },
};

function everyRowHasUnit({ unit, rows = [] }: ScaleEntry, context: RefinementCtx): void {
  rows.forEach((row, index) => {
    if ((row.unit ?? unit) === undefined)
      refuse(context, row, words("表中数值没有单位", "the figures of this row have no unit"), {
        path: ["rows", index],
        remedy: words("为该行或整个表写 unit", "give the row, or the table, a unit"),
      });
  });
}

function bindEntry(entry: ScaleEntry, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const policy =
    entry.policy === undefined ? undefined : bench.provision({ clause: entry.policy, when: entry.when });
  if (entry.exempt) return (facts) => [exempt(provision, facts)];
  if (entry.zones) return (facts) => zoneMinimums(provision, facts, bench);
  const rows = readRows(entry.rows ?? [], entry.unit, provision, bench);
  const unclear = entry.unclearFor && bench.condition(entry.unclearFor);
  return (facts) => {
    const scope = provision.scope(facts);
    if (scope.truth === false) return [notConcerned(provision, scope)];
    const doubt = unclear?.(facts);
    const rulings = byTable(rows, provision, scope, facts, doubt?.truth === true ? doubt : undefined);
    return policy === undefined ? rulings : [...rulings, policyThreshold(policy, scope, facts)];
  };
}

function byTable(
  rows: readonly Row[],
  provision: Provision,
  scope: Proof,
  facts: Facts,
  doubt: Proof | undefined,
): Ruling[] {
  const readings = facts.mineral.named.map((mineral) => groupsFor(rows, mineral, facts.inForce.minerals));
  const [groups = [], ...others] = readings;
  // Readings that share their rows (铁矿, 超贫磁铁矿) don't differ here.
  if (!others.every((other) => sameRows(other.flat(), groups.flat())))
    return [byReading(readings, provision, scope, facts)];
  if (groups.length === 0) return [unprinted(provision, scope, facts)];
  return groups.flatMap((group) => byGroup(group, provision, scope, facts, doubt));
}

function sameRows(some: readonly Row[], others: readonly Row[]): boolean {
  return some.length === others.length && some.every((row) => others.includes(row));
}

/** The rows of one mineral: one, or one for each method. */
function byGroup(
  group: readonly Row[],
  provision: Provision,
  scope: Proof,
  facts: Facts,
  doubt: Proof | undefined,
): Ruling[] {
  const { chosen, met } = groupProof(group, facts);
  const [row] = chosen;
  if (row === undefined) {
    const cited = group.length === 0 ? {} : { clauses: citations(group), also: provision.clauses };
    return [unprinted({ ...provision, ...cited }, scope, facts)];
  }
  const shown = chosen.map((one) => expectedOf(one, facts, chosen.length > 1));
  const blank = chosen.every((one) => printsSlash(one, facts));
  const ruling = judge(
    { ...provision, clauses: citations(chosen), also: besides(chosen, provision) },
    scope,
    () => ({
      met,
      ...(doubt === undefined ? {} : { exception: doubt }),
      found: () => outputWords(row, facts),
      asks: () =>
        joinWords(
          shown.map((expected) => expected()),
          "；",
          "; ",
        ),
      expected: () =>
        joinWords(
          shown.map((expected) => expected()),
          "；",
          "; ",
        ),
      actual: () => shownOutput(row, facts),
      margin: chosen.length === 1 ? marginOf(row, facts) : undefined,
      ...(row.disputed && met.truth === "unknown" && mayBeExactly(row, facts)
        ? {
            comment: () =>
              words(
                "“以下”是否含本数，规划上下文写法不一",
                "Whether the plan's word for \"below\" includes the number itself isn't clear from its context",
              ),
          }
        : {}),
      ...(blank && met.truth !== "unknown" ? { comment: () => checkedSentence(met) } : {}),
      ...(met.truth === false
        ? { remedy: () => (blank ? checkAnnex() : raise(shown.map((expected) => expected()))) }
        : {}),
    }),
  );
  return row.basisOpen ? [ruling, blockMayBeMeant(ruling, provision)] : [ruling];
}

/** The rows that may hold for the method, and whether the output reaches them. */
function groupProof(group: readonly Row[], facts: Facts): { chosen: readonly Row[]; met: Proof } {
  const { chosen, choice, gap } = rowsByMethod(group, facts.given("method"));
  if (chosen.length === 0) return { chosen, met: noFigure(facts) };
  const cases = chosen.map((row) => rowProof(row, facts));
  const met =
    choice === undefined ? all(cases) : whichever(choice, gap ? [...cases, noFigure(facts)] : cases);
  return { chosen, met };
}

/** The cell of the deposit's size holds "/" instead of a figure. */
function printsSlash({ bySize }: Row, { depositSize }: Facts): boolean {
  return bySize !== undefined && depositSize.known && bySize[depositSize.value] === undefined;
}

/** To the figure that holds: the one of the deposit's size, where there is one for each. */
function marginOf(row: Row, facts: Facts) {
  const size = facts.depositSize;
  const figure = row.bySize === undefined ? row.figure : size.known ? row.bySize[size.value] : undefined;
  return figure && marginTo(facts.output(row.measure), figure, "at-least");
}

/** What stands beside the rows' own clauses. */
function besides(rows: readonly Row[], { clauses, also }: Provision) {
  const cited = new Set(citations(rows).map(({ id }) => id));
  return [...clauses, ...also].filter(({ id }) => !cited.has(id));
}

function citations(rows: readonly Row[]) {
  const byId = new Map(rows.flatMap((row) => row.clauses.map((clause) => [clause.id, clause])));
  return [...byId.values()];
}

/** A mineral's name that may mean several: what all readings agree on stands. */
function byReading(
  readings: readonly (readonly (readonly Row[])[])[],
  provision: Provision,
  scope: Proof,
  facts: Facts,
): Ruling {
  const found = readings.map((groups) => groups.map((group) => groupProof(group, facts)));
  const cases = found.map((groups) =>
    groups.length === 0 ? noFigure(facts) : all(groups.map(({ met }) => met)),
  );
  const listed = [...new Set(found.flat().flatMap(({ chosen }) => chosen))];
  return judge(
    {
      ...provision,
      clauses: listed.length === 0 ? provision.clauses : citations(listed),
      also: provision.clauses,
    },
    scope,
    () => ({
      met: whichever(
        [
          {
            field: "mineral",
            why: words(
              `“${facts.mineral.text}”可指不同矿种，最低规模不同`,
              `"${mineralWords(facts.mineral).en}" may mean minerals with different minimums`,
            ),
          },
        ],
        cases,
      ),
      found: () =>
        listed[0] === undefined
          ? words("规划未刊出该矿种的数值", "The plan prints no figure for this mineral")
          : outputWords(listed[0], facts),
      ...(listed.length === 0
        ? {}
        : {
            asks: () =>
              joinWords(
                listed.map((row) => expectedOf(row, facts, true)()),
                "；",
                "; ",
              ),
          }),
    }),
  );
}

/** Whether the output reaches the row's figure, under every deposit size that it may have. */
function rowProof(row: Row, facts: Facts): Proof {
  if (row.bySize === undefined) return reaches(row, row.figure.value, facts);
  const size = facts.depositSize;
  if (size.known) return cellProof(row, size.value, facts);
  return whichever(
    missingOf(size),
    (Object.keys(SIZES) as Size[]).map((one) => cellProof(row, one, facts)),
  );
}

function cellProof(row: Row, size: Size, facts: Facts): Proof {
  const figure = row.bySize?.[size];
  // What "/" asks for isn't printed; once checked it is declared, as where there is no row.
  if (figure === undefined) {
    const checked = noFigure(facts);
    return checked.truth === "unknown" ? unknown([...unsettled([checked]), SLASH], slash(size)) : checked;
  }
  return reaches(row, figure.value, facts);
}

function slash(size: Size): () => Words {
  return () => words(`${SIZES[size].zh}一格为“/”`, `the cell for ${SIZES[size].en} is "/"`);
}

function reaches(row: Row, least: ReturnType<typeof decimal>, facts: Facts): Proof {
  const output = facts.output(row.measure);
  const says = () => words("生产规模达到规划数值", "the output reaches the plan's figure");
  const reached = compare(output, "at-least", least, says);
  // Where 以下 may or may not include the number, only what is above or below it is decided.
  return row.disputed ? whichever([BOUNDARY], [reached, compare(output, "above", least, says)]) : reached;
}

/** The output may be exactly the figure, of which 以下 may or may not speak. */
function mayBeExactly({ measure, figure }: Row, facts: Facts): boolean {
  const { low, high } = facts.output(measure);
  return low.lte(figure.value) && high?.lt(figure.value) !== true;
}

function outputWords(row: Row, facts: Facts): Words {
  const shown = shownOutput(row, facts);
  const method = facts.given("method");
  const by = row.method !== undefined && method.known ? METHODS[method.value] : undefined;
  return words(
    `${facts.mineral.text}${by ? `（${by.zh}）` : ""}生产规模 ${shown.zh}`,
    `${facts.mineral.text}${by ? ` (${by.en})` : ""}: output ${shown.en}`,
  );
}

/** In the unit of the row's figure; what can't be expressed in it is shown as it was stated. */
function shownOutput({ measure, figure }: Row, facts: Facts): Words {
  const range = facts.output(measure);
  const stated = facts.given("output");
  if (!stated.known || range.high !== undefined || !range.low.eq(0)) return inFigureUnit(range, figure);
  const { zh, en } = joinWords(stated.value.map(formatQuantity), "、", ", ");
  return words(`${zh}（未能换算）`, `${en} (not convertible)`);
}

function expectedOf(row: Row, facts: Facts, withMethod: boolean): () => Words {
  return () => {
    const method = withMethod && row.method !== undefined ? METHODS[row.method] : undefined;
    const prefix = words(method ? `${method.zh} ` : "", method ? `${method.en} ` : "");
    const figures = shownCells(row, facts);
    return words(`${prefix.zh}${figures.zh}`, `${prefix.en}${figures.en}`);
  };
}

function shownCells(row: Row, facts: Facts): Words {
  if (row.bySize === undefined) return atLeast(formatQuantity(row.figure.quantity));
  const size = facts.depositSize;
  const sizes = size.known ? [size.value] : (Object.keys(SIZES) as Size[]);
  return joinWords(
    sizes.map((one) => {
      const cell = row.bySize?.[one];
      if (cell === undefined)
        return words(`“/”（${SIZES[one].zh}，未定数值）`, `"/" (${SIZES[one].en}, no figure)`);
      const figure = atLeast(formatQuantity(cell.quantity));
      return words(`${figure.zh}（${SIZES[one].zh}）`, `${figure.en} (${SIZES[one].en})`);
    }),
    "，",
    ", ",
  );
}

function atLeast({ zh, en }: Words): Words {
  return words(`≥ ${zh}`, `≥ ${en}`);
}

/** The plan makes a figure a condition but prints none for this mineral or method. */
function unprinted(provision: Provision, scope: Proof, facts: Facts): Ruling {
  const met = noFigure(facts);
  const told = met.truth === "unknown" ? undefined : sayChecked(met);
  const checked = told === undefined ? words("", "") : words(`，${told.zh}`, `, and it is ${told.en}`);
  return judge(provision, scope, () => ({
    met,
    found: () =>
      words(
        `规划文本未刊出${facts.mineral.text}（或该开采方式）的最低规模表${checked.zh}`,
        `The plan's text prints no table of minimums for ${mineralWords(facts.mineral).en} (or for this method)${checked.en}`,
      ),
    remedy: checkAnnex,
  }));
}

function sayChecked({ truth }: Proof): Words {
  return truth === true
    ? words("声明已按附表核对达到", "declared as reached by the annexed table")
    : words("声明按附表核对未达到", "declared as not reached by the annexed table");
}

function checkedSentence(met: Proof): Words {
  const { zh, en } = sayChecked(met);
  return words(zh, `It is ${en}`);
}

function checkAnnex(): Remedy {
  return by(
    "authority",
    "按规划附表（数据库）核对最低规模，并声明 annex-minimum-met",
    "check the plan's annexed table (database) and declare annex-minimum-met",
  );
}

function noFigure(facts: Facts): Proof {
  return holds(
    facts.declared("annex-minimum-met"),
    (given) => given,
    () => words("声明已按规划附表核对达到最低规模", "declared as checked against the plan's annexed table"),
  );
}

function exempt(provision: Provision, facts: Facts): Ruling {
  const scope = provision.scope(facts);
  return judge(provision, scope, () => ({
    met: scope,
    found: () =>
      words(
        `${facts.mineral.text}已有矿山申请延续`,
        `An existing mine for ${mineralWords(facts.mineral).en} is to be renewed`,
      ),
  }));
}

/** A zone's own minimum, beside the county's: the stricter of the two decides by itself. */
function zoneMinimums(provision: Provision, facts: Facts, { inForce }: Bench): Ruling[] {
  const scope = provision.scope(facts);
  const zones = inForce.plan.zones.filter(({ minimum }) => minimum !== undefined);
  if (scope.truth === false) return [notConcerned(provision, scope)];
  return zones.flatMap((zone): Ruling[] => {
    const relation = facts.relationTo(zone);
    const inside = holds(
      relation,
      (given) => given !== "outside",
      () => words(`位于${zone.name}`, `it lies in ${zone.name}`),
    );
    if (inside.truth === false || zone.minimum === undefined) return [];
    const figure = planFigure(zone.minimum);
    const where = inZone(zone, facts);
    const output = facts.output(figure.measure);
    const expected = atLeast(formatQuantity(figure.quantity));
    const met = compare(output, "at-least", figure.value, () =>
      words("达到该区最低生产规模", "the zone's own minimum is reached"),
    );
    return [
      judge(provision, all([scope, inside]), () => ({
        met,
        found: () =>
          words(
            `${where.zh}，生产规模 ${inFigureUnit(output, figure).zh}`,
            `${where.en}, with an output of ${inFigureUnit(output, figure).en}`,
          ),
        asks: () => words(`该区最低生产规模 ${expected.zh}`, `the zone's own minimum, ${expected.en}`),
        expected: () => expected,
        actual: () => inFigureUnit(output, figure),
        margin: marginTo(output, figure, "at-least"),
        ...(met.truth === false ? { remedy: () => raise([expected]) } : {}),
      })),
    ];
  });
}

/** A higher national threshold prevails; nobody has it as verified data, so it is asked for. */
function policyThreshold(provision: Provision, scope: Proof, facts: Facts): Ruling {
  const met = holds(
    facts.declared("policy-threshold-met"),
    (given) => given,
    () => words("达到国家产业政策准入门槛", "the national industrial-policy threshold is reached"),
  );
  if (scope.truth !== false && met.truth === "unknown")
    return { ...note(provision, policyNotStated), missing: met.missing, because: [scope, met] };
  return judge({ ...provision, force: "mandatory" }, scope, () => ({
    met,
    found: () =>
      words(
        `声明${met.truth ? "达到" : "未达到"}国家产业政策准入门槛`,
        `The national industrial-policy threshold is declared ${met.truth ? "reached" : "not reached"}`,
      ),
    remedy: () =>
      by("applicant", "达到国家产业政策准入门槛", "reach the national industrial-policy threshold"),
  }));
}

function policyNotStated(): Words {
  return words(
    "未说明是否达到国家产业政策准入门槛；该门槛高于规划数值的，以产业政策为准，须另行核对。",
    "It isn't stated whether the national industrial-policy threshold is reached; where it is higher than the plan's figure it prevails, so check it.",
  );
}

function blockMayBeMeant(ruling: Ruling, provision: Provision): Ruling {
  const message = () =>
    words(
      "规划未注明该数值计矿石还是荒料，按矿石计。",
      "The plan doesn't say whether the figure counts ore or dimension block; it is taken as ore.",
    );
  return { ...note(provision, message), clauses: ruling.clauses };
}

function raise(expected: readonly Words[]) {
  const figures = joinWords(expected, "；", "; ");
  return by("applicant", `将生产规模提高到 ${figures.zh}`, `raise the output to ${figures.en}`);
}

const SLASH = {
  field: "attestations",
  why: words(
    "规划该格为“/”，未说明是不准新建还是不定数值",
    'the plan prints "/" and doesn\'t say whether that bans such mines or sets no figure',
  ),
};
const BOUNDARY = {
  field: "attestations",
  why: words(
    "恰为界值，“以下”是否含本数须由人认定",
    'exactly the limit: whether the plan\'s word for "below" includes it is for a person to decide',
  ),
};
