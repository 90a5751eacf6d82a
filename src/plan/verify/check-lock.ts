import type { Document } from "../../input/document.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { words } from "../../model/words.ts";
import { hashOf, type LockedValue, type PlanLock } from "./lock.ts";
import { fieldOf, type PlanValue, valuesOf } from "./values.ts";

/**
 * Holds a plan file against its lock, without the text: every value must be as it was verified, none may be
 * new and none gone.
 */
export function checkLock(document: Document, plan: Plan, lock: PlanLock): readonly Diagnostic[] {
  if (lock.plan !== plan.id) return [ofAnother(document, plan, lock)];
  const values = valuesOf(document.value);
  return [
    ...values.flatMap((value) => changed(document, value, lock)),
    ...added(document, values, lock),
    ...gone(document, values, lock),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

const VERIFY_AGAIN = words(
  "改回原值；确系对照文本所作的改动，运行 mineright plan verify --text <文本> 重新核对并更新锁定文件",
  "change it back; if the text bears it out, run mineright plan verify --text <text>, which verifies it and renews the lock",
);

function changed(
  document: Document,
  { key, path, value, around }: PlanValue,
  lock: PlanLock,
): readonly Diagnostic[] {
  const locked = own(lock.values, key);
  if (locked === undefined) return [];
  const [status, line, hash] = locked;
  if (hashOf(key, value, status, line) === hash) return [];
  const was = locked.length > 3 ? `“${String(locked[3])}”` : undefined;
  const at = line === null ? "" : `（文本第 ${line} 行）`;
  const atEn = line === null ? "" : ` (line ${line} of the text)`;
  return [
    {
      code: "lock-changed",
      level: "error",
      file: document.file,
      ...document.locate(path),
      field: fieldOf(path),
      ...clauseOf(around),
      message: words(
        `“${String(value)}”未经核对：核对过的是${was ?? "另一内容"}${at}`,
        `"${String(value)}" wasn't verified: ${was === undefined ? "another content" : was.replaceAll(/[“”]/g, '"')} was${atEn}`,
      ),
      remedy: VERIFY_AGAIN,
    },
  ];
}

/** New values, those of a new entry told once. */
function added(document: Document, values: readonly PlanValue[], lock: PlanLock): readonly Diagnostic[] {
  const known = prefixesOf(Object.keys(lock.values));
  const groups = new Map<string, PlanValue[]>();
  for (const value of values) {
    if (own(lock.values, value.key) !== undefined) continue;
    const group = shortestOutside(value.key, known);
    groups.set(group, [...(groups.get(group) ?? []), value]);
  }
  return [...groups].map(([group, [first, ...rest]]) => {
    const depth = group.split("/").length;
    const path = first?.path.slice(0, depth) ?? [];
    return {
      code: "lock-new",
      level: "error",
      file: document.file,
      ...document.locate(path),
      field: fieldOf(path),
      ...clauseOf(first?.around ?? []),
      message: words(
        `${unescaped(group)} 是核对之后新增的${rest.length > 0 ? `（共 ${rest.length + 1} 项）` : ""}`,
        `${unescaped(group)} is new since the plan was verified${rest.length > 0 ? ` (${rest.length + 1} values)` : ""}`,
      ),
      remedy: VERIFY_AGAIN,
    };
  });
}

/** Values that the plan no longer has, at the nearest place that it still has. */
function gone(document: Document, values: readonly PlanValue[], lock: PlanLock): readonly Diagnostic[] {
  const keys = new Set(values.map(({ key }) => key));
  const known = prefixesOf([...keys]);
  const groups = new Map<string, string[]>();
  for (const key of Object.keys(lock.values)) {
    if (keys.has(key)) continue;
    const group = shortestOutside(key, known);
    groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  return [...groups].map(([group, [first = "", ...rest]]) => {
    const parent = group.split("/").slice(0, -1);
    const beside = values.find(({ key }) => key.startsWith(`${parent.join("/")}/`));
    const path = beside?.path.slice(0, parent.length) ?? [];
    const locked = own(lock.values, first);
    const was =
      rest.length === 0 && locked !== undefined && locked.length > 3 ? String(locked[3]) : undefined;
    return {
      code: "lock-gone",
      level: "error",
      file: document.file,
      ...document.locate(path),
      field: fieldOf(path),
      message: words(
        `核对过的 ${unescaped(group)} 已不在规划中${was === undefined ? "" : `（原为“${was}”）`}${rest.length > 0 ? `（共 ${rest.length + 1} 项）` : ""}`,
        `${unescaped(group)} was verified and is gone${was === undefined ? "" : ` (it was "${was}")`}${rest.length > 0 ? ` (${rest.length + 1} values)` : ""}`,
      ),
      remedy: VERIFY_AGAIN,
    };
  });
}

function ofAnother({ file }: Document, plan: Plan, lock: PlanLock): Diagnostic {
  return {
    code: "lock-of-another-plan",
    level: "error",
    file,
    line: 1,
    column: 1,
    message: words(
      `锁定文件属于规划 ${lock.plan}，不是 ${plan.id}`,
      `its lock is that of ${lock.plan}, not of ${plan.id}`,
    ),
    remedy: words(
      "删去后重新运行 mineright plan verify --text <文本>",
      "remove it and run mineright plan verify --text <text>",
    ),
  };
}

/** A key may be called `constructor`: only the lock's own count. */
function own(values: PlanLock["values"], key: string): LockedValue | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function prefixesOf(keys: readonly string[]): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const key of keys) {
    for (let at = key.indexOf("/"); at >= 0; at = key.indexOf("/", at + 1)) prefixes.add(key.slice(0, at));
    prefixes.add(key);
  }
  return prefixes;
}

function shortestOutside(key: string, known: ReadonlySet<string>): string {
  for (let at = key.indexOf("/"); at >= 0; at = key.indexOf("/", at + 1))
    if (!known.has(key.slice(0, at))) return key.slice(0, at);
  return key;
}

function unescaped(key: string): string {
  return key
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(" › ");
}

function clauseOf(around: PlanValue["around"]): { readonly clause?: string } {
  for (const { entry } of around) {
    const { id, clause } = entry;
    const [name] = [clause, "phrase" in entry ? id : undefined].filter((one) => typeof one === "string");
    if (name !== undefined) return { clause: name };
  }
  return {};
}
