import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { holdAgainst } from "../../src/plan/checks/lock/hold.ts";
import { HOME } from "../../src/plan/home.ts";
import { checkLock } from "../../src/plan/verify/check-lock.ts";
import { formatLock, lockOf, type PlanLock, sameLock } from "../../src/plan/verify/lock.ts";
import { lockBeside, readLock } from "../../src/plan/verify/lock-file.ts";
import { valuesOf } from "../../src/plan/verify/values.ts";
import { PLAN_IDS } from "../support/world.ts";
import { loaded, PLAN, put, TEXT, verified } from "./yunxi.ts";

let folder = "";
let lock: PlanLock;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  lock = lockOf(await verified(PLAN, TEXT), "1.0.0");
});
afterAll(() => rmSync(folder, { recursive: true }));

async function found(yaml: string): Promise<readonly Diagnostic[]> {
  const { document, plan } = await loaded(yaml);
  return checkLock(document, plan, lock);
}

/** The line of what was changed, in the plan as it was. */
const lineOf = (of: string) => PLAN.slice(0, PLAN.indexOf(of)).split("\n").length;

const CHANGED = [
  { name: "a figure", of: "large: 15", by: "large: 16", says: '"16" wasn\'t verified: "15" was' },
  { name: "a figure of the same worth", of: "areaKm2: 4.5", by: "areaKm2: 4.50001", says: '"4.5" was' },
  { name: "a unit", of: "value: 35, unit: 万吨/年", by: "value: 35, unit: 吨/年", says: '"万吨/年" was' },
  {
    name: "a force",
    of: "    force: mandatory\n    phrase: 服务",
    by: "    force: principle\n    phrase: 服务",
    says: '"mandatory" was',
  },
  {
    name: "a condition",
    of: "stage: new }\n      unit: 万吨/年",
    by: "stage: expansion }\n      unit: 万吨/年",
    says: '"new" was',
  },
  { name: "a date", of: "to: 2025-12-31", by: "to: 2026-12-31", says: '"2025-12-31" was' },
  { name: "our own words", of: "zh: 适用范围", by: "zh: 适用地域", says: '"适用范围" was' },
  {
    name: "a remark",
    of: "remark: The attribute is a merged cell.",
    by: "remark: None.",
    says: "another content was",
  },
  { name: "the code of the county", of: '"999998"', by: '"999997"', says: '"999998" was' },
] as const;

describe("a lock refuses what was changed since", () => {
  it("says nothing of a plan that is as it was verified", async () => {
    expect(await found(PLAN)).toEqual([]);
  });

  it.each(CHANGED)("$name", async ({ of, by, says }) => {
    const [one, another] = await found(put(PLAN, of, by));
    expect(another).toBeUndefined();
    expect(one).toMatchObject({ code: "lock-changed", level: "error", file: "yunxi.yaml" });
    expect(one?.message.en).toContain(says);
    expect(one?.line).toBeGreaterThanOrEqual(lineOf(of));
    expect(one?.remedy?.en).toContain("plan verify --text");
  });

  it("catches a change of any single number", async () => {
    const { document, plan } = await loaded(PLAN);
    const numbers = valuesOf(document.value).filter(({ value }) => typeof value === "number");
    expect(numbers.length).toBeGreaterThan(30);
    for (const { path, value } of numbers) {
      const changed = structuredClone(document.value) as Record<string | number, unknown>;
      let at: Record<string | number, unknown> = changed;
      for (const step of path.slice(0, -1)) at = at[step] as typeof at;
      at[path.at(-1) ?? ""] = Number(value) + 1;
      expect(checkLock({ ...document, value: changed }, plan, lock), path.join(".")).not.toEqual([]);
    }
  });

  it("names what is new, an entry once", async () => {
    const more = "    - { clause: YX-LIF-01, when: { right: mining }, atLeastYears: 6 }\n";
    const [one, another] = await found(put(PLAN, "  release-schedule:\n", `${more}  release-schedule:\n`));
    expect(another).toBeUndefined();
    expect(one).toMatchObject({ code: "lock-new", clause: "YX-LIF-01" });
    expect(one?.message.en).toContain("(3 values)");
    expect(one?.line).toBe(lineOf("  release-schedule:\n"));
  });

  it("names what is gone, with what it was", async () => {
    const [one, another] = await found(
      put(PLAN, ", rights: 3".replace(", ", "      "), "").replace("\n,\n", "\n"),
    );
    expect(another).toBeUndefined();
    expect(one).toMatchObject({ code: "lock-gone", line: lineOf("{\n      name: 云溪县东岭") });
    expect(one?.message.en).toContain('(it was "3")');
  });

  it("names an item of a list by what it was and is", async () => {
    const codes = (await found(put(PLAN, "[建筑用花岗岩]", "[建筑用大理岩]"))).map(({ code }) => code);
    expect(codes.sort()).toEqual(["lock-gone", "lock-new"]);
  });

  it("doesn't mind another order of entries", async () => {
    const { document, plan } = await loaded(PLAN);
    const turned = structuredClone(document.value) as Record<string, unknown[]>;
    for (const key of ["clauses", "zones", "blocks", "written"]) turned[key]?.reverse();
    expect(checkLock({ ...document, value: turned }, plan, lock)).toEqual([]);
  });

  it("refuses the lock of another plan, and an entry that was tampered with", async () => {
    const { document, plan } = await loaded(PLAN);
    expect(checkLock(document, plan, { ...lock, plan: "other" })).toMatchObject([
      { code: "lock-of-another-plan", level: "error" },
    ]);
    const key = "rules/service-life/YX-LIF-01/atLeastYears";
    const [status = "", , hash = ""] = lock.values[key] ?? [];
    const moved: PlanLock = { ...lock, values: { ...lock.values, [key]: [status, 1, hash, 5] } };
    expect(checkLock(document, plan, moved)).toMatchObject([{ code: "lock-changed" }]);
  });
});

describe("a lock file", () => {
  it("reads as it was written, sorted, and the same for another version", () => {
    const file = join(folder, "a.lock.json");
    writeFileSync(file, formatLock(lock));
    expect(readLock(file)).toEqual(lock);
    const keys = Object.keys(lock.values);
    expect(keys).toEqual([...keys].sort());
    expect(sameLock(lock, { ...lock, tool: "2.0.0" })).toBe(true);
    expect(sameLock(lock, { ...lock, text: { sha256: "0" } })).toBe(false);
  });

  it.each(["", "{", "[]", '{"schema":"mineright/plan-lock@1"}', '{"schema":"mineright/plan-lock@2"}'])(
    "%j isn't one",
    (content) => {
      const file = join(folder, "bad.lock.json");
      writeFileSync(file, content);
      expect(() => readLock(file)).toThrow(expect.objectContaining({ name: "Unusable" }));
    },
  );

  it("is absent where there is none", () => {
    expect(readLock(join(folder, "none.lock.json"))).toBeUndefined();
  });
});

describe("what lies beside a plan file as its lock", () => {
  const plan = () => join(folder, "beside.yaml");
  const put = (content: string) => writeFileSync(join(folder, "beside.lock.json"), content);

  it("is told by its place where it isn't a lock, under the name that the plan was given", async () => {
    const { document, plan: read } = await loaded(PLAN);
    put('{\n  "schema": "mineright/plan-lock@1",\n  oops\n}');
    const found = holdAgainst(lockBeside(plan(), "plans/beside.yaml"), document, read);
    expect(found).toMatchObject([
      { code: "not-a-lock", level: "error", file: "plans/beside.lock.json", line: 3, column: 3 },
    ]);
    put(formatLock(lock).replace('"verified", ', '"verified", "'));
    expect(holdAgainst(lockBeside(plan(), "b.yaml"), document, read)).toMatchObject([{ code: "not-a-lock" }]);
    put(formatLock(lock).replace(/("plan": .*\n)/, "$1  $1"));
    expect(holdAgainst(lockBeside(plan(), "b.yaml"), document, read)).toMatchObject([{ code: "not-a-lock" }]);
    put(formatLock(lock));
    expect(holdAgainst(lockBeside(plan(), "b.yaml"), document, read)).toEqual([]);
  });

  it.each([
    ["none.yaml", "warning"],
    ["-", "info"],
  ])("may be missing: %s", async (name, level) => {
    const { document, plan: read } = await loaded(PLAN);
    const path = name === "-" ? name : join(folder, name);
    expect(holdAgainst(lockBeside(path, name), document, read)).toMatchObject([
      { code: "lock-missing", level },
    ]);
  });
});

describe("the bundled plans are as they were verified", () => {
  it.each(PLAN_IDS)("%s", async (id) => {
    const { document, plan } = await loaded(readFileSync(join(HOME, "plans", `${id}.yaml`), "utf8"));
    const committed = readLock(join(HOME, "plans", `${id}.lock.json`));
    expect(committed && checkLock(document, plan, committed)).toEqual([]);
  });
});
