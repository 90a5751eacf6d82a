import { Command, Option } from "commander";
import type { Lang } from "../model/words.ts";
import { localeLanguage } from "./context.ts";
import { declareSchema } from "./declare-schema.ts";
import { collect } from "./declaring.ts";
import { reportError } from "./errors.ts";
import { examples, HELP, helpTitles } from "./help.ts";
import { FORMATS } from "./output.ts";
import { watchOutput } from "./output-watch.ts";
import { declarePlan } from "./plan/commands.ts";
import { declareScreen } from "./screen/declare-screen.ts";
import { calendarDate, squareMetres } from "./values.ts";
import { VERSION } from "./version.ts";

/** Runs the command line and sets the exit code. Commands load their own code when they run. */
export async function main(args: readonly string[]): Promise<void> {
  const lang = languageOf(args);
  const ending = watchOutput(lang, args);
  try {
    const program = programIn(lang, (code) => {
      process.exitCode = ending(code);
    });
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    process.exitCode = ending(reportError(error, lang, args));
  }
}

/** What a worker thread of the built program runs. */
export async function thread(): Promise<void> {
  (await import("../screen/thread.ts")).serve();
}

function languageOf(args: readonly string[]): Lang {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const said = args[at]?.includes("=") ? args[at]?.split("=")[1] : args[at + 1];
  return at >= 0 && (said === "zh" || said === "en") ? said : localeLanguage(process.env);
}

function programIn(lang: Lang, exit: (code: number) => void): Command {
  const say = (key: keyof typeof HELP) => HELP[key][lang];
  const shared = (command: Command) =>
    command
      .addOption(new Option("--lang <zh|en>", say("lang")).choices(["zh", "en"]))
      .option("--no-color", say("noColor"));
  const program = new Command("mineright")
    .description(say("program"))
    .version(VERSION, "-V, --version", say("version"))
    .helpOption("-h, --help", say("help"))
    .helpCommand("help [command]", say("helpCommand"))
    .showSuggestionAfterError()
    .exitOverride()
    // Errors are said by reportError; the usage, which an incomplete command is answered with, is not one.
    .configureOutput({ outputError: () => {} })
    .configureHelp(helpTitles(lang))
    .addHelpText("after", examples("program", lang));

  shared(program.command("check").description(say("check")))
    .argument("<application...>", say("applications"))
    .option("--plan <id|file>", say("plan"))
    .option("--plans <dir>", say("plans"))
    .option("--register <file>", say("register"))
    .option("--as-of <date>", say("asOf"), calendarDate)
    .option("--set <field=value...>", say("set"))
    .option("--geometry <file>", say("geometry"))
    .option("--layers <file>", say("layers"))
    .option("--crs <name>", say("crs"))
    .option("--encoding <name>", say("encoding"))
    .option("--layer [name]", say("layer"))
    .option("--map <field=COLUMN...>", say("map"))
    .option("--tolerance <m2>", say("tolerance"), squareMetres)
    .addOption(new Option("--format <name>", say("format")).choices(FORMATS).default("text"))
    .option("-o, --output <file>", say("output"), collect)
    .option("--suggest-boundary <file>", say("suggestBoundary"))
    .option("--explain", say("explain"))
    .addHelpText("after", examples("check", lang))
    .action(async (files, options) => exit(await (await import("./check.ts")).check(files, options)));

  declareScreen(program, { lang, shared, exit });
  declarePlan(program, { lang, shared, exit });

  const rules = program
    .command("rules")
    .description(say("rulesCommand"))
    .addHelpText("after", examples("rules", lang));
  shared(rules.command("list").description(say("rulesList")))
    .option("--json", say("json"))
    .addHelpText("after", examples("rulesList", lang))
    .action(async (options) => exit((await import("./rules.ts")).listRules(options)));
  shared(rules.command("show").description(say("rulesShow")))
    .argument("<rule>", say("rule"))
    .option("--plans <dir>", say("plans"))
    .option("--json", say("json"))
    .addHelpText("after", examples("rulesShow", lang))
    .action(async (rule, options) => exit(await (await import("./rules.ts")).showRule(rule, options)));

  declareSchema(program, { lang, shared, exit });
  return program;
}
