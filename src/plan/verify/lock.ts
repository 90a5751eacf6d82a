import { createHash } from "node:crypto";
import type { Document } from "../../input/document.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { Verification } from "../../model/verification.ts";
import { words } from "../../model/words.ts";
import { fieldOf, type PlanValue, type Scalar, valuesOf } from "./values.ts";

/** How it was verified, at which line of the text, the hash of it all, and the value, if it is short. */
type LockedValue = readonly [status: string, line: number | null, hash: string, value?: Scalar];

/**
 * What a plan held when all of it was verified against its text. It is committed beside the plan
 * (`<plan>.lock.json`), so that a changed value is refused where the text isn't at hand.
 */
export interface PlanLock {
  readonly schema: "mineright/plan-lock@1";
  readonly plan: string;
  readonly text: { readonly sha256: string };
  readonly tool: string;
  readonly values: Readonly<Record<string, LockedValue>>;
}

/** Longer values are known by their hash alone; the plan's own history has them. */
const LONGEST_SHOWN = 24;

/** The lock of a plan that was verified whole. */
export function lockOf({ plan, text, values }: Verification, tool: string): PlanLock {
  const locked = values.map(({ key, value, status, textLine }): [string, LockedValue] => {
    const line = textLine ?? null;
    const hash = hashOf(key, value, status, line);
    const isShort = String(value).length <= LONGEST_SHOWN;
    return [key, isShort ? [status, line, hash, value] : [status, line, hash]];
  });
  return {
    schema: "mineright/plan-lock@1",
    plan,
    text: { sha256: text.sha256 },
    tool,
    values: Object.fromEntries(locked.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  };
}

/** A value a line, in the order of their keys: a change shows as a change of its line. */
export function formatLock({ values, ...head }: PlanLock): string {
  const lines = Object.entries(values).map(
    ([key, value]) => `    ${JSON.stringify(key)}: [${value.map((one) => JSON.stringify(one)).join(", ")}]`,
  );
  const top = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  return `{\n${top.join("\n")}\n  "values": {\n${lines.join(",\n")}\n  }\n}\n`;
}

/** Whether two locks say the same, by whatever version they were written. */
export function sameLock(one: PlanLock, other: PlanLock): boolean {
  return formatLock({ ...one, tool: "" }) === formatLock({ ...other, tool: "" });
}

function hashOf(key: string, value: Scalar, status: string, line: number | null): string {
  return createHash("sha256")
    .update(JSON.stringify([key, value, status, line]))
    .digest("hex")
    .slice(0, 12);
}

/**
 * Holds a plan file against its lock, without the text: every value must be as it was verified, none may be
 * new and none gone. Without a lock a plan is only warned of: it was never verified.
 */
export function checkLock(document: Document, plan: Plan, lock: PlanLock | undefined): readonly Diagnostic[] {
  if (lock === undefined) return [missing(document)];
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

function missing({ file }: Document): Diagnostic {
  return {
    code: "lock-missing",
    level: "warning",
    file,
    line: 1,
    column: 1,
    message: words(
      "没有锁定文件：该规划未经文本核对",
      "it has no lock: it was never verified against its text",
    ),
    remedy: words(
      "运行 mineright plan verify --text <文本>，并提交生成的 .lock.json",
      "run mineright plan verify --text <text> and commit the .lock.json that it writes",
    ),
  };
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
