import { type Command, Option } from "commander";
import { SORT_KEYS } from "../../model/screen-order.ts";
import { words } from "../../model/words.ts";
import { COLUMNS } from "../../report/screen/columns.ts";
import { collect, type Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";
import { calendarDate, countingNumber, squareMetres, wholeNumber } from "../values.ts";
import { SCREEN_FORMATS } from "./formats.ts";
import type { ScreenOptions } from "./screen.ts";

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
  sort: words(
    "排序：margin（先通过、再须复核、再不通过，各按余量从大到小）、verdict、id、area（从大到小）、number",
    "the order: margin (pass, review, fail; in each the largest margin first), verdict, id, area (the largest first), number",
  ),
  limit: words("只输出前若干个", "only the first so many"),
  resume: words(
    "接着上次未完成的筛查（见 -o 文件旁的 .part）",
    "go on with a run that didn't come to its end (the .part beside the file of -o)",
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
  prepared: words(
    "把读过的图层连同索引存入此目录，下次直接使用（图层文件一变即重建）",
    "keep layers with their index in this folder for the next run (made anew when their files change)",
  ),
  jobs: words("并行线程数（默认 1）", "threads that decide side by side (1 unless given)"),
  cumulative: words(
    "另按输入次序累计矿山数、总量、区块等：在先的占用余量，看前几个能容下",
    "also decide the counts in the input's order, those before taking room (mines, totals, blocks): the first that fit",
  ),
  postgis: words(
    "候选区块和图层在 PostGIS 数据库中：<blocks> 为表名；口令等用 PG* 环境变量",
    "candidates and layers are in a PostGIS database: <blocks> are tables; PG* variables serve for secrets",
  ),
  sql: words("只列出数据库将执行的语句", "only print the statements that a database would run"),
  strict: words("有候选区块无法使用即停止", "a candidate that can't be used ends the run"),
  worker: words(
    "供并行引擎调用：从标准输入逐行读取候选区块，每行即时输出一行结果；结论不影响退出码",
    "for engines that run many: reads candidates line by line from standard input and answers each with a line at once; verdicts don't change the exit code",
  ),
} as const;

/** What is said of a run as a whole; a worker answers each line alone. */
const NOT_A_WORKERS = "only sort limit columns cumulative strict resume jobs postgis sql format output".split(
  " ",
);

/** Declares `mineright screen`. */
export function declareScreen(program: Command, { lang, shared, exit }: Declaring): void {
  const say = (key: keyof typeof SAYS) => SAYS[key][lang];
  shared(program.command("screen").description(say("about")))
    .argument("[blocks...]", say("blocks"))
    .option("--plan <id|file>", HELP.plan[lang])
    .option("--plans <dir>", HELP.plans[lang])
    .option("--register <file>", HELP.register[lang])
    .option("--layers <file>", HELP.layers[lang])
    .option("--prepared <dir>", say("prepared"))
    .option("--as-of <date>", HELP.asOf[lang], calendarDate)
    .option("--set <field=value...>", say("set"))
    .option("--map <field=COLUMN...>", HELP.map[lang])
    .option("--crs <name>", HELP.crs[lang])
    .option("--encoding <name>", HELP.encoding[lang])
    .option("--layer <name>", HELP.layer[lang])
    .option("--tolerance <m2>", HELP.tolerance[lang], squareMetres)
    .option("--only <results>", say("only"))
    .addOption(new Option("--sort <key>", say("sort")).choices(SORT_KEYS))
    .option("--limit <n>", say("limit"), countingNumber)
    .option("--columns <names>", say("columns"))
    .option("--cumulative", say("cumulative"))
    .option("--strict", say("strict"))
    .option("--resume", say("resume"))
    .option("--postgis <dsn>", say("postgis"))
    .option("--sql", say("sql"))
    .option("--jobs <n>", say("jobs"), wholeNumber)
    .addOption(new Option("--worker", say("worker")).conflicts(NOT_A_WORKERS))
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
          [
            "mineright screen mine.blocks --postgis postgresql://reader@gis/land --layers layers.yaml -o csv=result.csv",
            "筛查数据库中的表",
            "the tables of a database",
          ],
        ],
        lang,
      ),
    )
    .action(async (files: readonly string[], options: ScreenOptions, command: Command) => {
      if (options.worker === true) {
        await (await import("./worker.ts")).screenLines(files, options);
        return exit(0);
      }
      // A worker alone needs none.
      if (files.length === 0)
        command.error("error: missing required argument 'blocks'", { code: "commander.missingArgument" });
      exit(await (await import("./screen.ts")).screenBlocks(files, options));
    });
}
