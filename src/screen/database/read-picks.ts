import type { LayerEntry } from "../../input/layers.ts";
import { unusable } from "../../input/problem.ts";
import { Where } from "../../input/spatial/where.ts";
import { type Words, words } from "../../model/words.ts";
import type { Named } from "./catalog.ts";
import type { Database } from "./database.ts";
import type { Picks } from "./picks.ts";
import { type Unmeasured, valuesOf } from "./survey.ts";
import type { Column } from "./table.ts";
import { attributesOf } from "./values.ts";

/** More different values than a `where` is meant for. */
export const MOST_VALUES = 10_000;

/** Holds the values that a table's columns have against a `where`, as those of a file. Throws `Unusable`. */
export async function readPicks(
  database: Database,
  { where }: LayerEntry,
  table: Unmeasured,
  at: Named,
): Promise<Picks | undefined> {
  const asked = new Where(where);
  const { fields } = asked;
  if (fields.length === 0) return undefined;
  const columns = fields.map((field) => table.columns.find(({ name }) => name === field) as Column);
  const found = await database.rows(valuesOf(table, fields, MOST_VALUES));
  const { given } = table.named;
  const refuse = (message: Words, remedy: Words) => unusable({ ...at, message, remedy });
  if (found.length > MOST_VALUES)
    refuse(
      words(
        `${given} 的 ${fields.join("、")} 有超过 ${MOST_VALUES} 种取值`,
        `${fields.join(", ")} of ${given} has more than ${MOST_VALUES} different values`,
      ),
      words("用视图选出所需的记录", "choose the records by a view"),
    );
  const rows = found.flatMap((values): Picks["rows"] => {
    const texts = values as readonly (string | null)[];
    const answer = asked.ask(attributesOf(columns, texts));
    if (answer === false) return [];
    return [{ values: texts, ...(answer === true ? {} : { lacks: answer.lacks }) }];
  });
  const remedy = words("检查 where 的列和取值", "check the columns and values of where");
  const { unmet } = asked;
  if (unmet !== undefined)
    refuse(
      words(
        `${given} 中没有“${unmet.field}”为“${unmet.value}”的记录`,
        `no record of ${given} has ${unmet.field} "${unmet.value}"`,
      ),
      remedy,
    );
  if (!rows.some(({ lacks }) => lacks === undefined))
    refuse(words(`${given} 中没有符合条件的记录`, `no record of ${given} matches`), remedy);
  return { columns: fields, rows };
}
