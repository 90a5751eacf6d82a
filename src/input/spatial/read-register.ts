import { RIGHTS, type Right } from "../../model/terms.ts";
import { joinWords, type Words, words } from "../../model/words.ts";
import type { Document, Place } from "../document.ts";
import { unusable } from "../problem.ts";
import { type ReadRegister, registerIn } from "../register.ts";
import type { Mapping } from "../settings.ts";
import { columnsFor, kindsOfRight, REGISTER_COLUMNS } from "./columns.ts";
import { sourceOfGeometry } from "./geojson/whole.ts";
import { openRecords } from "./open.ts";
import { columnOf, placeOfRecord, type RecordKind, recordValue } from "./records.ts";
import type { SourceOptions, SpatialSource } from "./source.ts";

/** What a register says of the table that holds its rights. */
export interface RegisterTable extends SourceOptions {
  readonly crs?: string;
  /** Columns whose names aren't known: `id` → 证号. */
  readonly columns?: readonly Mapping[];
}

const EXAMPLE = "许可证号,采矿权人,主矿种,建设规模,生产规模,规模单位,所在分区,状态";
const HEADING = {
  isHeading: (cells: readonly string[]) => columnsFor(cells, REGISTER_COLUMNS).has("id"),
  example: EXAMPLE,
};

const RECORDS: RecordKind = {
  names: REGISTER_COLUMNS,
  chosenBy: (field) => `fields.${field}`,
  choose: inYaml,
};

function inYaml(field: string, file: string): Words {
  const example = `rights: { file: ${file}, fields: { ${field}: `;
  return words(`在登记 YAML 中写 ${example}字段名 } }`, `in a YAML register, write ${example}COLUMN } }`);
}

/** The records of a spatial file or of a plain table, each a right. Throws `Unusable`. */
export async function readRegisterTable(file: string, table: RegisterTable = {}): Promise<ReadRegister> {
  const { columns = [] } = table;
  const named = columns.find(({ field }) => field === "id")?.column;
  const heading =
    named === undefined
      ? HEADING
      : { ...HEADING, isHeading: (cells: readonly string[]) => cells.includes(named) };
  return registerOf(() => openRecords(file, table, heading), table);
}

/** The features of a GeoJSON document, each a right. Throws `Unusable`. */
export function registerOfGeoJson(document: Document): Promise<ReadRegister> {
  return registerOf(async () => sourceOfGeometry(document.value, document, []), {});
}

async function registerOf(
  open: () => Promise<SpatialSource>,
  { crs, columns: mappings = [] }: RegisterTable,
): Promise<ReadRegister> {
  const source = await open();
  const { file, fields } = source;
  const columns = columnOf(source, mappings, RECORDS);
  if (!columns.has("id"))
    unusable({
      file,
      message: words("没有许可证号一列", "there is no column of licence numbers"),
      remedy: inYaml("id", file),
    });
  const kind = columns.has("right") ? {} : kindIn(fields, file);
  const rights: object[] = [];
  const places: Place[] = [];
  for await (const feature of source.features()) {
    rights.push({ ...kind, ...recordValue(feature, columns) });
    places.push(placeOfRecord(feature, file, rights.length));
  }
  if (rights.length === 0)
    unusable({
      file,
      message: words("登记表中没有记录", "the register holds no record"),
      remedy: words("每个矿业权一条记录", "write a record for each right"),
    });
  const placeAt = ([index]: readonly (string | number)[]) => places[Number(index)] ?? { file };
  const register = registerIn({ file, value: rights, locate: placeAt, locateKey: placeAt });
  return {
    ...register,
    ...(columns.has("zone") ? {} : { zonesUnsaid: true }),
    drawn: { in: "table", open, ...(crs === undefined ? {} : { crs }) },
  };
}

/** The kind of right that the columns' names tell of all records; one can't be of two kinds. */
function kindIn(fields: readonly string[], file: string): { readonly right?: Right } {
  const [kind, another] = kindsOfRight(fields);
  if (another !== undefined) {
    const both = joinWords([RIGHTS.mining, RIGHTS.exploration], "和", " and ");
    unusable({
      file,
      message: words(
        `${both.zh}都有专用列，分不清每条记录是哪一种`,
        `there are columns of ${both.en}s, so which of them a record is can't be told`,
      ),
      remedy: words("加“矿权类型”一列", 'add a column "矿权类型"'),
    });
  }
  return kind === undefined ? {} : { right: kind };
}
