import { unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";

/** A table as the user names it: `redline`, `gis.redline`, `"GIS"."红线"`. */
export interface TableName {
  readonly given: string;
  readonly schema?: string;
  readonly name: string;
}

const PART = /"((?:[^"]|"")+)"|([^".]+)/y;

/** Reads the name of a table, whose parts may stand in quotes. Throws `Unusable`. */
export function tableName(given: string, place: { readonly file: string } = { file: given }): TableName {
  const parts: string[] = [];
  PART.lastIndex = 0;
  for (let at = 0; at <= given.length; at = PART.lastIndex + 1) {
    PART.lastIndex = at;
    const found = PART.exec(given);
    const end = found === null ? at : PART.lastIndex;
    if (found === null || (end < given.length && given[end] !== ".")) return badName(given, place);
    parts.push(found[1]?.replaceAll('""', '"') ?? (found[2] ?? "").trim());
    if (end >= given.length) break;
  }
  const [first = "", second, third] = parts;
  if (third !== undefined || parts.includes("")) return badName(given, place);
  return second === undefined ? { given, name: first } : { given, schema: first, name: second };
}

function badName(given: string, place: { readonly file: string }): never {
  unusable({
    ...place,
    message: words(`“${given}”不是表名`, `"${given}" isn't the name of a table`),
    remedy: words("写作 表名 或 模式名.表名", "write table or schema.table"),
  });
}
