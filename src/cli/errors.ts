import { CommanderError } from "commander";
import { type Problem, Unusable } from "../input/problem.ts";
import { type Lang, type Words, words } from "../model/words.ts";
import { tell } from "./tell.ts";

/** The exit codes besides a verdict's own: what can't be used, and a defect of ours. */
const UNUSABLE = 2;
const DEFECT = 70;

/** Says what went wrong on standard error and returns the exit code. No stack for what users do. */
export function reportError(error: unknown, lang: Lang, args: readonly string[]): number {
  if (error instanceof Unusable) {
    for (const problem of error.problems.slice(0, MOST_SHOWN)) tell(formatProblem(problem, lang));
    const more = error.problems.length - MOST_SHOWN;
    if (more > 0) tell(`${lang === "zh" ? `另有 ${more} 处问题` : `and ${more} more`}\n`);
    return UNUSABLE;
  }
  if (error instanceof CommanderError) return usageError(error, lang, args);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell(`${DEFECT_WORDS[lang]}\n${detail}\n`);
  return DEFECT;
}

const MOST_SHOWN = 50;

const DEFECT_WORDS: Words = words(
  "mineright 自身出错，没有作出任何判定。请连同以下内容反馈：",
  "mineright itself went wrong, and nothing was decided. Please report this:",
);

/** `file:line:column: what is wrong`, and on the next line what to do. */
function formatProblem({ file, line, column, message, remedy }: Problem, lang: Lang): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return `${place}: ${message[lang]}\n${remedy === undefined ? "" : `  → ${remedy[lang]}\n`}`;
}

function usageError(error: CommanderError, lang: Lang, args: readonly string[]): number {
  // Help and version were asked for and have been printed.
  if (error.exitCode === 0) return 0;
  const said = error.message.replace(/^error: /, "").replace(/\n\(/, " (");
  if (error.code !== "commander.help")
    tell(`${lang === "zh" ? inChinese(error.code, said) : said}\n  → ${whatToDo(error, args)[lang]}\n`);
  return UNUSABLE;
}

/** The help of the command that was meant, or where a file went that stood behind a list of values. */
function whatToDo({ code }: CommanderError, args: readonly string[]): Words {
  const greedy = args.find((arg) => arg === "--set" || arg === "--map");
  if (code === "commander.missingArgument" && greedy !== undefined)
    return words(
      `申请文件写在 ${greedy} 之前：mineright check 申请.json ${greedy} …`,
      `name the files before ${greedy}: mineright check application.json ${greedy} …`,
    );
  const meant = commandIn(args);
  const known = code === "commander.unknownCommand" ? meant.slice(0, -1) : meant;
  const command = ["mineright", ...known, "--help"].join(" ");
  return words(`运行 ${command} 查看用法`, `run ${command} for the usage`);
}

const ALONE: ReadonlySet<string> = new Set(["check", "screen", "schema"]);
const GROUPS: ReadonlySet<string> = new Set(["plan", "rules"]);

/** `check`, or `plan list`: the commands that the command line begins with. */
function commandIn([first, second]: readonly string[]): readonly string[] {
  const isWord = (word: string | undefined): word is string => word !== undefined && /^[a-z]+$/.test(word);
  if (!isWord(first)) return [];
  if (ALONE.has(first)) return [first];
  if (!GROUPS.has(first)) return [];
  return isWord(second) ? [first, second] : [first];
}

function inChinese(code: string, said: string): string {
  const [name = "", value = ""] = [...said.matchAll(/'([^']*)'/g)].map((quoted) => quoted[1]);
  const choices = /Allowed choices are ([^.]+)\./.exec(said)?.[1];
  const date = said.includes("YYYY-MM-DD") ? "（写作 YYYY-MM-DD）" : "";
  const near = /Did you mean (?:one of )?([^?]+)\?/.exec(said)?.[1];
  const meant = near === undefined ? "" : `（是否为 ${near}？）`;
  const known: Readonly<Record<string, string>> = {
    "commander.unknownOption": `没有选项“${name}”${meant}`,
    "commander.unknownCommand": `没有命令“${name}”${meant}`,
    "commander.missingArgument": `缺少参数“${name}”`,
    "commander.optionMissingArgument": `选项“${name}”缺少取值`,
    "commander.excessArguments": "参数过多",
    "commander.conflictingOption": `选项“${name}”不能与“${value}”同时使用`,
    "commander.invalidArgument": `选项“${name}”的取值“${value}”不可用${choices === undefined ? date : `（可选：${choices.replaceAll(", ", "、")}）`}`,
  };
  return known[code] ?? said;
}
