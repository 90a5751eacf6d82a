import type { Facts } from "../../src/model/facts.ts";
import type { Citation, Ruling } from "../../src/model/finding.ts";
import { mineralWords } from "../../src/model/mineral.ts";
import type { Provision } from "../../src/model/rule.ts";
import { judge, note } from "../../src/model/ruling.ts";
import { all, type Proof, whichever } from "../../src/model/truth.ts";
import { words } from "../../src/model/words.ts";
import { annexProof, groupProof, marginOf, mayBeExactly, printsSlash } from "./scale-proof.ts";
import { groupsFor, type Row } from "./scale-table.ts";
import {
  allExpected,
  checkAnnex,
  checkedSentence,
  outputWords,
  raise,
  sayChecked,
  shownOutput,
} from "./scale-words.ts";

/**
 * Holds the output against a table of minimums: by the rows of the mineral, or, where its name may mean
 * several with rows of their own, by what all of them agree on. Some applications (`doubt`) the table
 * may not mean at all, so of these a person judges a shortfall.
 */
export function byTable(
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
  const expected = () => allExpected(chosen, facts, chosen.length > 1);
  const blank = chosen.every((one) => printsSlash(one, facts));
  const ruling = judge(
    { ...provision, clauses: citations(chosen), also: besides(chosen, provision) },
    scope,
    () => ({
      met,
      ...(doubt === undefined ? {} : { exception: doubt }),
      found: () => outputWords(row, facts),
      asks: expected,
      expected,
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
      ...(met.truth === false ? { remedy: () => (blank ? checkAnnex() : raise(expected())) } : {}),
    }),
  );
  return row.basisOpen ? [ruling, blockMayBeMeant(ruling, provision)] : [ruling];
}

/** What stands beside the rows' own clauses. */
function besides(rows: readonly Row[], { clauses, also }: Provision): Citation[] {
  const cited = new Set(citations(rows).map(({ id }) => id));
  return [...clauses, ...also].filter(({ id }) => !cited.has(id));
}

function citations(rows: readonly Row[]): Citation[] {
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
    groups.length === 0 ? annexProof(facts) : all(groups.map(({ met }) => met)),
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
      ...(listed.length === 0 ? {} : { asks: () => allExpected(listed, facts, true) }),
    }),
  );
}

/** The plan makes a figure a condition but prints none for this mineral or method. */
function unprinted(provision: Provision, scope: Proof, facts: Facts): Ruling {
  const met = annexProof(facts);
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

function blockMayBeMeant(ruling: Ruling, provision: Provision): Ruling {
  const message = () =>
    words(
      "规划未注明该数值计矿石还是荒料，按矿石计。",
      "The plan doesn't say whether the figure counts ore or dimension block; it is taken as ore.",
    );
  return { ...note(provision, message), clauses: ruling.clauses };
}
