import { type Command, Option } from "commander";
import { words } from "../../model/words.ts";
import { collect, type Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";
import { calendarDate, squareMetres, wholeNumber } from "../values.ts";
import { SCREEN_FORMATS } from "./formats.ts";

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
  columns: words("表格的列（逗号分隔）", "the columns of tables (by commas)"),
  jobs: words("并行线程数（默认 1）", "threads that decide side by side (1 unless given)"),
  postgis: words(
    "候选区块和图层在 PostGIS 数据库中：<blocks> 为表名；口令等用 PG* 环境变量",
    "candidates and layers are in a PostGIS database: <blocks> are tables; PG* variables serve for secrets",
  ),
  sql: words("只列出数据库将执行的语句", "only print the statements that a database would run"),
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
    .option("--postgis <dsn>", say("postgis"))
    .option("--sql", say("sql"))
    .option("--jobs <n>", say("jobs"), wholeNumber)
    .addOption(new Option("--format <name>", HELP.format[lang]).choices(SCREEN_FORMATS).default("text"))
    .option("-o, --output <file>", HELP.output[lang], collect)
    .addHelpText(
      "after",
      examplesOf(
        [
          [
            "mineright screen blocks.shp --plan fangcheng --layers layers.yaml --set right=mining operation=new -o csv=result.csv",
            "筛查并写出表格",
            "screen, with a table of results",
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
    .action(async (files, options) => exit(await (await import("./screen.ts")).screenBlocks(files, options)));
}
