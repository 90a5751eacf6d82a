import { type Command, Option } from "commander";
import { words } from "../../model/words.ts";
import { COLUMNS } from "../../report/screen/columns.ts";
import { collect, type Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";
import { calendarDate, squareMetres, wholeNumber } from "../values.ts";
import { SCREEN_FORMATS } from "./formats.ts";

/** What `--columns` takes. */
const COLUMN_NAMES = COLUMNS.map(({ name }) => name).join(" ");

const SAYS = {
  about: words(
    "逐个筛查大量候选区块：结论、决定性条款、余量和缺少的事实",
    "decide many candidate blocks: verdict, what binds, margins, what is missing",
  ),
  blocks: words(
    "候选区块：shapefile、GeoJSON、NDJSON、CSV、XLSX、JSON，或这些文件的目录（- 为标准输入）",
    "candidates: shapefile, GeoJSON, NDJSON, CSV, XLSX, JSON, or a folder of such files (- is standard input)",
  ),
  set: words(
    "全部候选区块共有的事实，如 right=exploration operation=new mineral=金矿",
    "facts that all candidates share, like right=exploration operation=new mineral=金矿",
  ),
  only: words(
    "只输出这些结论的（pass、review、fail、unusable，逗号分隔）",
    "only these results (pass, review, fail, unusable; by commas)",
  ),
  columns: words(
    `表格的列（逗号分隔）：${COLUMN_NAMES}；含义见 README 的 Screening 一节或 XLSX 的“说明”表`,
    `the columns of tables (by commas), of ${COLUMN_NAMES}; README (Screening) and the sheet "Columns" of an XLSX tell what they hold`,
  ),
  format: words(
    "标准输出的格式（默认 text，即汇总）",
    "the format on standard output (text, the summary, unless given)",
  ),
  output: words(
    "写入文件，格式按扩展名（.csv、.xlsx、.geojson、.shp、.ndjson、.html）或写作 FORMAT=FILE；可重复",
    "write to a file, in the format of its ending (.csv, .xlsx, .geojson, .shp, .ndjson, .html) or as FORMAT=FILE; repeatable",
  ),
  jobs: words("并行线程数（默认 1）", "threads that decide side by side (1 unless given)"),
  strict: words("有候选区块无法使用即停止", "a candidate that can't be used ends the run"),
} as const;

/** Declares `mineright screen`. */
export function declareScreen(program: Command, { lang, shared, exit }: Declaring): void {
  const say = (key: keyof typeof SAYS) => SAYS[key][lang];
  shared(program.command("screen").description(say("about")))
    .argument("<blocks...>", say("blocks"))
    .option("--plan <id|file>", HELP.plan[lang])
    .option("--plans <dir>", HELP.plans[lang])
    .option("--register <file>", HELP.register[lang])
    .option("--layers <file>", HELP.layers[lang])
    .option("--as-of <date>", HELP.asOf[lang], calendarDate)
    .option("--set <field=value...>", say("set"))
    .option("--map <field=COLUMN...>", HELP.map[lang])
    .option("--crs <name>", HELP.crs[lang])
    .option("--encoding <name>", HELP.encoding[lang])
    .option("--layer <name>", HELP.layer[lang])
    .option("--tolerance <m2>", HELP.tolerance[lang], squareMetres)
    .option("--only <results>", say("only"))
    .option("--columns <names>", say("columns"))
    .option("--strict", say("strict"))
    .option("--jobs <n>", say("jobs"), wholeNumber)
    .addOption(new Option("--format <name>", say("format")).choices(SCREEN_FORMATS))
    .option("-o, --output <file>", say("output"), collect)
    .addHelpText(
      "after",
      examplesOf(
        [
          [
            "mineright screen blocks.shp --plan fangcheng --layers layers.yaml --set right=mining operation=new -o result.xlsx -o summary.html",
            "筛查，写出表格和带图的汇总",
            "screen, with a table, and a summary with a map",
          ],
          [
            "cat blocks.ndjson | mineright screen - --format ndjson",
            "从标准输入逐行筛查",
            "line by line from standard input",
          ],
        ],
        lang,
      ),
    )
    .action(async (files, options) => exit(await (await import("./screen.ts")).screenBlocks(files, options)));
}
