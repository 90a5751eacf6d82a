import { type Command, Option } from "commander";
import { words } from "../../model/words.ts";
import { collect, type Declaring } from "../declaring.ts";
import { examplesOf, HELP } from "../help.ts";
import { calendarDate, squareMetres, wholeNumber } from "../values.ts";
import { SCREEN_FORMATS } from "./formats.ts";
import type { ScreenOptions } from "./screen.ts";

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
  prepared: words(
    "把读过的图层连同索引存入此目录，下次直接使用（图层文件一变即重建）",
    "keep layers with their index in this folder for the next run (made anew when their files change)",
  ),
  jobs: words("并行线程数（默认 1）", "threads that decide side by side (1 unless given)"),
  strict: words("有候选区块无法使用即停止", "a candidate that can't be used ends the run"),
  worker: words(
    "供并行引擎调用：从标准输入逐行读取候选区块，每行即时输出一行结果；结论不影响退出码",
    "for engines that run many: reads candidates line by line from standard input and answers each with a line at once; verdicts don't change the exit code",
  ),
} as const;

/** What is said of a run as a whole; a worker answers each line alone. */
const NOT_A_WORKERS = ["only", "columns", "strict", "jobs", "format", "output"];

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
    .option("--columns <names>", say("columns"))
    .option("--strict", say("strict"))
    .option("--jobs <n>", say("jobs"), wholeNumber)
    .addOption(new Option("--worker", say("worker")).conflicts(NOT_A_WORKERS))
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
