import { applicationSchema } from "../../model/application.ts";
import { joinWords, type Words, words } from "../../model/words.ts";
import { type ApplicationFile, type ReadingOptions, soundOnes } from "../application.ts";
import { type Problem, Unusable, unusable } from "../problem.ts";
import { withSettings } from "../settings.ts";
import { APPLICATION_COLUMNS, columnsFor } from "./columns.ts";
import { decideSource } from "./decide.ts";
import { openSpatial } from "./open.ts";
import { type ColumnOf, columnOf, documentOf, type RecordKind } from "./records.ts";

/** How the columns of a table of applications are found. */
export const APPLICATIONS: RecordKind = {
  names: APPLICATION_COLUMNS,
  chosenBy: (field) => `--map ${field}`,
  choose: (field) => words(`用 --map ${field}=字段名 指定`, `choose with --map ${field}=COLUMN`),
};

/** Which row of a table without coordinates is its heading. */
export const APPLICATION_HEADING = {
  isHeading: (cells: readonly string[]) => columnsFor(cells, APPLICATION_COLUMNS).size > 0,
  example: "编号,主矿种,生产规模,规模单位,开采方式",
};

/** Each feature of a spatial file as an application of its own. Throws `Unusable`. */
export async function readFeatureApplications(
  file: string,
  options: ReadingOptions,
): Promise<ApplicationFile> {
  const source = await openSpatial(file, options);
  const decided = decideSource(source, options.crs);
  const columns = columnOf(source, options.mappings, APPLICATIONS);
  refuseBareBoundary(file, columns, options);
  const said = columnsWords(columns);
  const given = [];
  for await (const raw of source.features()) {
    const document = withSettings(documentOf(raw, columns, file, given.length + 1), options.settings);
    given.push({ document, path: [], feature: { raw, decided, columns: said } });
  }
  if (given.length === 0)
    unusable({
      file,
      message: words("文件中没有要素", "the file holds no feature"),
      remedy: words("每份申请一个面要素", "draw one polygon for each application"),
    });
  return { applications: soundRecords(given), isList: given.length > 1 };
}

/** What an application must say and a mere boundary doesn't. */
const SAID_BY_APPLICATIONS = ["right", "operation"];

/** A table of corners has nothing of an application but its boundary. */
function refuseBareBoundary(file: string, columns: ColumnOf, { settings }: ReadingOptions): void {
  const isSaid = (field: string) => columns.has(field) || settings.some(({ path }) => path[0] === field);
  if (SAID_BY_APPLICATIONS.some(isSaid)) return;
  unusable({
    file,
    message: words(
      "文件没有矿业权类型和申请类型，只是范围，不能单独作申请",
      "this has neither right nor operation: it is a boundary and no application by itself",
    ),
    remedy: words(
      `作为申请的范围：mineright check 申请.json --geometry ${file}；要以它作申请，用 --set right=… operation=… 等补齐，或以 --map 指明所在的列`,
      `as the boundary of one: mineright check application.json --geometry ${file}; to take it for one, give --set right=… operation=… and what else it lacks, or their columns with --map`,
    ),
  });
}

/** Columns that are known by their names are read unasked, so the report tells which. */
export function columnsWords(columns: ColumnOf): Words {
  const pairs = [...columns].map(([field, column]) => words(`${column}（${field}）`, `${column} (${field})`));
  const list = joinWords(pairs);
  return words(`读取的列：${list.zh || "无"}`, `columns read: ${list.en || "none"}`);
}

function soundRecords(given: Parameters<typeof soundOnes>[0]): ReturnType<typeof soundOnes> {
  try {
    return soundOnes(given);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    throw new Unusable(error.problems.map(withOptions));
  }
}

/** With the ways by which what a record lacks can be given beside the file. */
export function withOptions({ remedy, ...problem }: Problem): Problem {
  const { field } = problem;
  const [root = ""] = field?.split(/[.[]/) ?? [];
  // A field that there isn't can't be given in any way.
  if (!Object.hasOwn(applicationSchema.shape, root))
    return remedy === undefined ? problem : { ...problem, remedy };
  const ways = words(
    `以 --set ${field}=… 给出，或以 --map ${field}=列名 指明所在的列`,
    `give it with --set ${field}=…, or its column with --map ${field}=COLUMN`,
  );
  return { ...problem, remedy: remedy === undefined ? ways : joinWords([remedy, ways], "；", "; ") };
}
