import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { PLAN, put, TEXT, TEXTS } from "../plan/yunxi.ts";
import { run } from "../support/session.ts";

const home = process.cwd();
let folder = "";
beforeEach(() => {
  process.chdir(home);
  if (folder !== "") rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  cpSync(TEXTS, folder, { recursive: true });
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const verify = (...more: string[]) => run(["plan", "verify", "yunxi.yaml", "--text", "yunxi.txt", ...more]);

describe("plan verify", () => {
  it("writes the lock of a plan that is borne out, and leaves it alone afterwards", async () => {
    const first = await verify("--strict");
    expect(first).toMatchObject({ exit: 0, stderr: "lock written: yunxi.lock.json\n" });
    expect(first.stdout).toContain("(100.0 %)");
    expect(first.stdout).toContain('"铁矿" is written "铁矿（地下开采/露天开采）"');
    utimesSync("yunxi.lock.json", 1, 1);
    const second = await verify();
    expect(second.stderr).toBe("lock unchanged: yunxi.lock.json\n");
    expect(statSync("yunxi.lock.json").mtimeMs).toBe(1000);
  });

  it("writes no lock, and keeps the one there is, where something isn't found", async () => {
    await verify();
    const before = readFileSync("yunxi.lock.json", "utf8");
    writeFileSync("yunxi.yaml", put(PLAN, "large: 15", "large: 16"));
    const { exit, stdout, stderr } = await verify();
    expect(exit).toBe(1);
    const line = PLAN.slice(0, PLAN.indexOf("large: 15")).split("\n").length;
    expect(stdout).toMatch(new RegExp(`yunxi\\.yaml:${line}:\\d+ error figure-absent YX-MIN-02`));
    expect(stdout).toContain("yunxi.txt:");
    expect(stderr).toBe("there are exceptions, so no lock was written: yunxi.lock.json\n");
    expect(readFileSync("yunxi.lock.json", "utf8")).toBe(before);
  });

  it("replaces a lock that is broken", async () => {
    writeFileSync("yunxi.lock.json", "{");
    expect(await verify()).toMatchObject({ exit: 0, stderr: "lock written: yunxi.lock.json\n" });
  });

  it("fails on a warning only under --strict", async () => {
    writeFileSync("yunxi.yaml", put(PLAN, "phrase: 南山重点开采区", "phrase: 重点开采区"));
    expect((await verify()).exit).toBe(0);
    expect((await verify("--strict")).exit).toBe(1);
    expect(existsSync("yunxi.lock.json")).toBe(false);
  });

  it("reads GBK, finds texts in a folder, and the plan of a single text", async () => {
    writeFileSync("yunxi.txt", iconv.encode(TEXT.replaceAll("km2", "平方千米"), "gb18030"));
    expect((await run(["plan", "verify", ".", "--text", "."])).exit).toBe(0);
    expect((await run(["plan", "verify", ".", "--text", "yunxi.txt"])).exit).toBe(0);
  });

  it("finds a text that is named by the plan's title", async () => {
    rmSync("yunxi.txt");
    writeFileSync("云溪县矿产资源总体规划（2021-2025年）.txt", TEXT);
    expect((await run(["plan", "verify", "yunxi.yaml", "--text", "."])).exit).toBe(0);
  });

  it("prints every value as JSON, to a file too", async () => {
    const { stdout } = await verify("--format", "json", "-o", "json=out.json");
    const whole = JSON.parse(stdout);
    expect(whole).toMatchObject({
      schema: "mineright/verification@1",
      plans: [{ plan: "yunxi", coverage: { share: 1 }, diagnostics: [] }],
    });
    expect(whole.plans[0].values).toContainEqual({
      key: "rules/service-life/YX-LIF-01/atLeastYears",
      kind: "figure",
      value: 5,
      status: "verified",
      textLine: TEXT.split("\n").findIndex((line) => line.includes("服务年限")) + 1,
      clause: "YX-LIF-01",
    });
    expect(JSON.parse(readFileSync("out.json", "utf8"))).toEqual(whole);
  });

  it.each([
    { name: "no text", args: ["yunxi.yaml"], says: "" },
    {
      name: "a text that isn't there",
      args: ["yunxi.yaml", "--text", "none.txt"],
      says: "none.txt: no such file",
    },
    {
      name: "a folder without the text",
      args: ["yunxi.yaml", "--text", "empty"],
      says: "it holds no text of the plan yunxi",
    },
    {
      name: "an empty text",
      args: ["yunxi.yaml", "--text", "empty/empty.txt"],
      says: "the plan's text is empty",
    },
    {
      name: "a text that isn't one",
      args: ["yunxi.yaml", "--text", "empty/bytes.txt"],
      says: "neither UTF-8 nor GBK",
    },
    {
      name: "the text of another plan",
      args: ["yunxi.yaml", "--text", "empty/other.txt"],
      says: "isn't the text of yunxi.yaml",
    },
    {
      name: "a text that names none of the plans",
      args: ["--text", "yunxi.txt"],
      says: "it names none of the plans",
    },
    {
      name: "one text for two plans",
      args: ["linxia", "yunxi.yaml", "--text", "yunxi.txt"],
      says: "one text is for one plan only",
    },
    { name: "no such plan", args: ["linxi", "--text", "yunxi.txt"], says: "did you mean linxia?" },
    {
      name: "another format",
      args: ["yunxi.yaml", "--text", "yunxi.txt", "-o", "geojson=a.json"],
      says: 'no format "geojson"',
    },
    {
      name: "an output over the plan",
      args: ["yunxi.yaml", "--text", "yunxi.txt", "-o", "yunxi.yaml"],
      says: "the output is also an input",
    },
  ])("$name can't be used", async ({ args, says }) => {
    const { mkdirSync } = await import("node:fs");
    mkdirSync("empty");
    writeFileSync("empty/empty.txt", "\n\n");
    writeFileSync("empty/bytes.txt", Buffer.from([0xff, 0xff, 0, 1]));
    writeFileSync("empty/other.txt", "云山县矿产资源总体规划（2021-2025年）");
    const { exit, stdout, stderr } = await run(["plan", "verify", ...args]);
    expect(exit).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("went wrong");
    expect(existsSync("yunxi.lock.json")).toBe(false);
  });
});
