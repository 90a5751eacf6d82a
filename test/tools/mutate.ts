import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { parseDocument } from "../../src/input/document.ts";
import { HOME } from "../../src/plan/home.ts";
import { readPlanText } from "../../src/plan/text/plan-text.ts";
import { lockBeside } from "../../src/plan/verify/lock-file.ts";
import { isRefused, validated, verified } from "../support/mutation/judge.ts";
import { FIGURES_AND_NAMES, type Mutant, type MutantKind, mutantsOf } from "../support/mutation/mutants.ts";
import { sampleOf } from "../support/mutation/sample.ts";
import { PLAN_IDS } from "../support/world.ts";

/**
 * `npm run mutate -- <folder of texts> [--sample 200] [--list]`: alters the bundled plans one value at a time,
 * and counts what `plan validate` and `plan verify` find of it without the lock, which must find the rest.
 * Fails if they miss one that `mutants.yaml` doesn't list with its reason; and, if all were tried, if they find
 * less than 98 % of the figures and names of a plan, or for what the list holds in vain.
 */
const LEAST = 0.98;
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string" }, list: { type: "boolean" } },
});
const [texts] = positionals;
if (texts === undefined) throw new Error("name the folder of the plans' texts");

/** Survivors with the reason why only the lock tells: of some kind wherever they stand, or one by one. */
interface Reviewed {
  readonly every: readonly { readonly kind: MutantKind; readonly why: string }[];
  readonly plans: Readonly<
    Record<string, readonly { readonly why: string; readonly mutants: readonly string[] }[]>
  >;
}
const reviewed = parse(readFileSync(join(HOME, "test", "tools", "mutants.yaml"), "utf8")) as Reviewed;
const kindsReviewed = new Set(reviewed.every.map(({ kind }) => kind));

const named = ({ key, from, to }: Mutant) => `${key}: ${from} → ${to}`;

async function survives(mutant: Mutant, text: ReturnType<typeof readPlanText>): Promise<boolean> {
  const document = mutant.make();
  return (await validated(document)).length === 0 && verified(document, text).length === 0;
}

let failed = false;
const fail = (said: string) => {
  failed = true;
  console.log(`! ${said}`);
};

for (const id of PLAN_IDS) {
  const file = join(HOME, "plans", `${id}.yaml`);
  const document = await parseDocument(readFileSync(file, "utf8"), `plans/${id}.yaml`);
  const text = readPlanText(join(texts, `${id}.txt`));
  const lock = lockBeside(file, `plans/${id}.yaml`);
  const untouched = [...(await validated(document, lock)), ...verified(document, text)];
  if (untouched.length > 0) fail(`${id} isn't sound before it is altered: ${untouched.join(", ")}`);
  const all = mutantsOf(document);
  const mutants = options.sample === undefined ? all : sampleOf(all, Number(options.sample), id);
  const tally = new Map<MutantKind, { of: number; survived: number }>();
  const survivors: Mutant[] = [];
  for (const mutant of mutants) {
    const count = tally.get(mutant.kind) ?? { of: 0, survived: 0 };
    tally.set(mutant.kind, count);
    count.of += 1;
    if (!(await survives(mutant, text))) continue;
    count.survived += 1;
    survivors.push(mutant);
    if (!(await isRefused(mutant.make(), lock))) fail(`${id}: the lock misses ${named(mutant)}`);
  }
  const known = new Set((reviewed.plans[id] ?? []).flatMap((one) => one.mutants));
  const weighed = [...tally].filter(([kind]) => FIGURES_AND_NAMES.has(kind)).map(([, count]) => count);
  const of = weighed.reduce((sum, count) => sum + count.of, 0);
  const found = of - weighed.reduce((sum, count) => sum + count.survived, 0);
  const share = found / of;
  const kinds = [...tally]
    .map(([kind, count]) => `${kind} ${count.of - count.survived}/${count.of}`)
    .join(", ");
  console.log(
    `${id}: ${found} of ${of} figures and names (${(share * 100).toFixed(1)} %), without the lock; ${kinds}`,
  );
  // A few listed ones may by chance be a large share of a sample.
  if (options.sample === undefined && !(share >= LEAST)) fail(`${id}: less than ${LEAST * 100} %`);
  for (const mutant of survivors) {
    if (options.list) console.log(`  ${mutant.kind} ${named(mutant)}`);
    if (!kindsReviewed.has(mutant.kind) && !known.has(named(mutant)))
      fail(`${id}: survives unlisted: ${mutant.kind} ${named(mutant)}`);
  }
  const survived = new Set(survivors.map(named));
  const idle = options.sample === undefined ? [...known].filter((one) => !survived.has(one)) : [];
  for (const one of idle) fail(`${id}: listed, but found: ${one}`);
}
process.exitCode = failed ? 1 : 0;
