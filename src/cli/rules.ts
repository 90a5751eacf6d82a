import Table from "cli-table3";
import { RULES } from "../../rules/registry.ts";
import { unusable } from "../input/problem.ts";
import { didYouMean, nearest } from "../model/nearest.ts";
import { formatPlace } from "../model/plan.ts";
import type { Rule } from "../model/rule.ts";
import { type Lang, type Words, words } from "../model/words.ts";
import { loadStandards, PlanLibrary } from "../plan/load/library.ts";
import { clausesIn } from "../plan/load/references.ts";
import { wrap } from "../report/width.ts";
import { contextFor, type SharedOptions } from "./context.ts";
import type { ListOptions } from "./plan/list.ts";
import { ownKeys, type RuleKey } from "./rule-keys.ts";

/** `mineright rules list`: every rule with its name. */
export function listRules(options: SharedOptions & { readonly json?: boolean }): number {
  const { lang } = contextFor(options);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(RULES.map(described), null, 2)}\n`);
    return 0;
  }
  const table = new Table({
    head: [words("规则", "rule")[lang], words("名称", "name")[lang]],
    style: { head: [], border: [] },
  });
  for (const { id, title } of RULES) table.push([id, title[lang]]);
  process.stdout.write(`${table.toString()}\n`);
  return 0;
}

/** `mineright rules show`: what a rule is for, and which clauses of the plans it decides by. */
export async function showRule(id: string, options: ListOptions): Promise<number> {
  const { lang, width, paint } = contextFor(options);
  const rule = RULES.find((one) => one.id === id) ?? noSuchRule(id);
  const library = new PlanLibrary(await loadStandards(), options.plans);
  const plans = await Promise.all(
    (await library.names()).map(
      async (name) => (await library.load(options.plans === undefined ? name.id : name.file)).plan,
    ),
  );
  const byPlan = plans.map((plan) => {
    const bound = clausesIn(plan.rules[id]);
    return { plan, clauses: plan.clauses.filter((clause) => bound.has(clause.id)) };
  });
  if (options.json) {
    const clauses = byPlan.map(({ plan, clauses: found }) => ({
      plan: plan.id,
      clauses: found.map((clause) => clause.id),
    }));
    process.stdout.write(`${JSON.stringify({ ...described(rule), clauses }, null, 2)}\n`);
    return 0;
  }
  const lines = [paint.strong(`${rule.title[lang]} · ${rule.id}`), ""];
  for (const [label, text] of paragraphs(rule))
    lines.push(paint.strong(label[lang]), ...wrap(text[lang], width - 2).map((line) => `  ${line}`), "");
  for (const [label, text] of inPlanFiles(rule, lang, width))
    lines.push(paint.strong(label[lang]), ...text.map((line) => `  ${line}`), "");
  for (const { plan, clauses } of byPlan) {
    lines.push(paint.strong(lang === "zh" ? plan.county.name : plan.county.en));
    if (clauses.length === 0) lines.push(`  ${NO_CLAUSE[lang]}`);
    for (const clause of clauses)
      lines.push(
        ...wrap(`${clause.id}  ${formatPlace(clause.at)}  ${clause.asks[lang]}`, width - 2).map(
          (line) => `  ${line}`,
        ),
      );
  }
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

const NO_CLAUSE = words("（本规划没有此类条款）", "(the plan has no such clause)");

function paragraphs({ purpose, law, passes, fails }: Rule): readonly (readonly [Words, Words])[] {
  return [
    [words("用途", "What it is for"), purpose],
    [words("所依法律", "National law"), law],
    [words("通过的例子", "An example that passes"), passes],
    [words("不通过的例子", "An example that doesn't"), fails],
  ];
}

/** An example of its section, and the keys that an entry may have. */
function inPlanFiles(
  { id, example }: Rule,
  lang: Lang,
  width: number,
): readonly (readonly [Words, readonly string[]])[] {
  if (example === undefined) return [];
  const keys = ownKeys(id).flatMap((key) => keyLines(key, lang, width - 2));
  return [
    [words("规划文件中的写法", "How a plan file says it"), [`${id}:`, ...example.split("\n").map(indented)]],
    ...(keys.length === 0
      ? []
      : [[words("可写的键（* 必填）", "The keys it may have (* required)"), keys] as const]),
  ];
}

const indented = (line: string) => `  ${line}`;

function keyLines({ name, isRequired, says, values, within }: RuleKey, lang: Lang, width: number): string[] {
  const takes = values.length === 0 ? "" : ` [${values.join(" ")}]`;
  const [first = "", ...rest] = wrap(`${name}${isRequired ? "*" : ""}  ${says[lang]}${takes}`, width - 4);
  return [
    first,
    ...rest.map((line) => `    ${line}`),
    ...within.flatMap((key) => keyLines(key, lang, width - 2)).map(indented),
  ];
}

function described({ id, title, purpose, law, passes, fails }: Rule): object {
  return { id, title, purpose, law, passes, fails };
}

function noSuchRule(id: string): never {
  const near = nearest(
    id,
    RULES.map((rule) => rule.id),
    6,
  );
  unusable({
    file: id,
    message: words(`没有规则“${id}”`, `there is no rule "${id}"`),
    remedy:
      didYouMean(near) ?? words("运行 mineright rules list 查看全部", "run mineright rules list to see all"),
  });
}
