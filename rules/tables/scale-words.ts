import type { Facts } from "../../src/model/facts.ts";
import { inFigureUnit } from "../../src/model/figure.ts";
import type { Remedy } from "../../src/model/finding.ts";
import { formatQuantity } from "../../src/model/quantity.ts";
import { by } from "../../src/model/ruling.ts";
import { keysOf, METHODS, SIZES } from "../../src/model/terms.ts";
import type { Proof } from "../../src/model/truth.ts";
import { joinWords, type Words, words } from "../../src/model/words.ts";
import type { Row } from "./scale-table.ts";

/** The mineral with its output, and the method where the row is for one: `岩金（地下）生产规模 15 万吨矿石/年`. */
export function outputWords(row: Row, facts: Facts): Words {
  const shown = shownOutput(row, facts);
  const method = facts.given("method");
  const by = row.method !== undefined && method.known ? METHODS[method.value] : undefined;
  return words(
    `${facts.mineral.text}${by ? `（${by.zh}）` : ""}生产规模 ${shown.zh}`,
    `${facts.mineral.text}${by ? ` (${by.en})` : ""}: output ${shown.en}`,
  );
}

/** In the unit of the row's figure; what can't be expressed in it is shown as it was stated. */
export function shownOutput({ measure, figure }: Row, facts: Facts): Words {
  const range = facts.output(measure);
  const stated = facts.given("output");
  if (!stated.known || range.high !== undefined || !range.low.eq(0)) return inFigureUnit(range, figure);
  const { zh, en } = joinWords(stated.value.map(formatQuantity), "、", ", ");
  return words(`${zh}（未能换算）`, `${en} (not convertible)`);
}

/** What a row asks of the case, by its deposit size: `地下 ≥ 15 万吨矿石/年（大型）`. */
function expectedOf(row: Row, facts: Facts, withMethod: boolean): Words {
  const method = withMethod && row.method !== undefined ? METHODS[row.method] : undefined;
  const figures = shownCells(row, facts);
  return method === undefined ? figures : words(`${method.zh} ${figures.zh}`, `${method.en} ${figures.en}`);
}

/** What the rows that may hold ask, one after the other. */
export function allExpected(rows: readonly Row[], facts: Facts, withMethod: boolean): Words {
  return joinWords(
    rows.map((row) => expectedOf(row, facts, withMethod)),
    "；",
    "; ",
  );
}

function shownCells(row: Row, facts: Facts): Words {
  if (row.bySize === undefined) return atLeast(formatQuantity(row.figure.quantity));
  const size = facts.depositSize;
  const sizes = size.known ? [size.value] : keysOf(SIZES);
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

/** A figure as the least that will do. */
export function atLeast({ zh, en }: Words): Words {
  return words(`≥ ${zh}`, `≥ ${en}`);
}

/** What the declaration says of the annexed table, once there is one. */
export function sayChecked({ truth }: Proof): Words {
  return truth === true
    ? words("声明已按附表核对达到", "declared as reached by the annexed table")
    : words("声明按附表核对未达到", "declared as not reached by the annexed table");
}

/** The same as a sentence of its own. */
export function checkedSentence(met: Proof): Words {
  const { zh, en } = sayChecked(met);
  return words(zh, `It is ${en}`);
}

/** What settles a minimum that the plan doesn't print. */
export function checkAnnex(): Remedy {
  return by(
    "authority",
    "按规划附表（数据库）核对最低规模，并声明 annex-minimum-met",
    "check the plan's annexed table (database) and declare annex-minimum-met",
  );
}

/** What makes an output pass that is too small. */
export function raise(expected: Words): Remedy {
  return by("applicant", `将生产规模提高到 ${expected.zh}`, `raise the output to ${expected.en}`);
}
