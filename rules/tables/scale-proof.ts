import type { Decimal } from "../../src/model/decimal.ts";
import { type Facts, holds, missingOf } from "../../src/model/facts.ts";
import { marginTo } from "../../src/model/figure.ts";
import type { Margin } from "../../src/model/finding.ts";
import { compare } from "../../src/model/range.ts";
import { keysOf, SIZES, type Size } from "../../src/model/terms.ts";
import { all, type Proof, unknown, unsettled, whichever } from "../../src/model/truth.ts";
import { type Words, words } from "../../src/model/words.ts";
import { type Row, rowsByMethod } from "./scale-table.ts";

/** The rows that may hold for the method, and whether the output reaches them. */
export function groupProof(
  group: readonly Row[],
  facts: Facts,
): { readonly chosen: readonly Row[]; readonly met: Proof } {
  const { chosen, choice, gap } = rowsByMethod(group, facts.given("method"));
  if (chosen.length === 0) return { chosen, met: annexProof(facts) };
  const cases = chosen.map((row) => unlessGainsaid(row, rowProof(row, facts)));
  const met =
    choice === undefined ? all(cases) : whichever(choice, gap ? [...cases, annexProof(facts)] : cases);
  return { chosen, met };
}

/** Where the plan has another figure for the same mines, a shortfall of this one decides nothing. */
function unlessGainsaid({ rival }: Row, reached: Proof): Proof {
  return rival !== undefined && reached.truth === false
    ? unknown([{ field: "attestations", why: rival }], reached.says)
    : reached;
}

/** Whether the output reaches the row's figure, under every deposit size that it may have. */
function rowProof(row: Row, facts: Facts): Proof {
  if (row.bySize === undefined) return reaches(row, row.figure.value, facts);
  const size = facts.depositSize;
  if (size.known) return cellProof(row, size.value, facts);
  return whichever(
    missingOf(size),
    keysOf(SIZES).map((one) => cellProof(row, one, facts)),
  );
}

function cellProof(row: Row, size: Size, facts: Facts): Proof {
  const figure = row.bySize?.[size];
  // What "/" asks for isn't printed; once checked it is declared, as where there is no row.
  if (figure === undefined) {
    const checked = annexProof(facts);
    return checked.truth === "unknown" ? unknown([...unsettled([checked]), SLASH], slash(size)) : checked;
  }
  return reaches(row, figure.value, facts);
}

function slash(size: Size): () => Words {
  return () => words(`${SIZES[size].zh}一格为“/”`, `the cell for ${SIZES[size].en} is "/"`);
}

function reaches(row: Row, least: Decimal, facts: Facts): Proof {
  const output = facts.output(row.measure);
  const says = () => words("生产规模达到规划数值", "the output reaches the plan's figure");
  const reached = compare(output, "at-least", least, says);
  // Where 以下 may or may not include the number, only what is above or below it is decided.
  return row.disputed ? whichever([BOUNDARY], [reached, compare(output, "above", least, says)]) : reached;
}

/** The output may be exactly the figure, of which 以下 may or may not speak. */
export function mayBeExactly({ measure, figure }: Row, facts: Facts): boolean {
  const { low, high } = facts.output(measure);
  return low.lte(figure.value) && high?.lt(figure.value) !== true;
}

/** Where the plan prints no figure, the annexed table (附表) decides, as checked and declared. */
export function annexProof(facts: Facts): Proof {
  return holds(
    facts.declared("annex-minimum-met"),
    (given) => given,
    () => words("声明已按规划附表核对达到最低规模", "declared as checked against the plan's annexed table"),
  );
}

/** The cell of the deposit's size holds "/" instead of a figure. */
export function printsSlash({ bySize }: Row, { depositSize }: Facts): boolean {
  return bySize !== undefined && depositSize.known && bySize[depositSize.value] === undefined;
}

/** To the figure that holds: the one of the deposit's size, where there is one for each. */
export function marginOf(row: Row, facts: Facts): Margin | undefined {
  const size = facts.depositSize;
  const figure = row.bySize === undefined ? row.figure : size.known ? row.bySize[size.value] : undefined;
  return figure && marginTo(facts.output(row.measure), figure, "at-least");
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
