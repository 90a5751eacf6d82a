import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HOME } from "../../src/plan/home.ts";
import { run } from "../support/session.ts";

const PLANS = join(HOME, "test", "scenarios", "plans");
const SOUND = { id: "虚构-1", plan: "sample", right: "mining", operation: "new", mineral: "岩金" };
const TEXT = JSON.stringify(SOUND);

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
  process.chdir(folder);
});
beforeEach(() => {
  for (const name of readdirSync(".")) rmSync(name, { recursive: true, force: true });
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** 申请 in GBK, which no encoder of the platform writes. */
const GBK = Buffer.concat([
  Buffer.from('{ "id": "'),
  Buffer.from([0xc9, 0xea, 0xc7, 0xeb]),
  Buffer.from('" }'),
]);

interface BadFile {
  readonly name: string;
  readonly make: () => void;
  readonly says: string;
  /** What is given on the command line; `a.json` if not said. */
  readonly file?: string;
}

const FILES: readonly BadFile[] = [
  { name: "a missing file", make: () => {}, says: "a.json: no such file" },
  {
    name: "a directory",
    make: () => mkdirSync("a.json"),
    says: "a.json: this is a folder, not a file, and there is no shapefile (.shp) in it",
  },
  {
    name: "an empty file",
    make: () => writeFileSync("a.json", ""),
    says: "a.json:1:1: a value is expected here",
  },
  {
    name: "a UTF-8 mark",
    make: () => writeFileSync("a.json", `\uFEFF${TEXT}`),
    says: "a.json: the file is encoded as UTF-8 BOM",
  },
  {
    name: "UTF-16",
    make: () => writeFileSync("a.json", `\uFEFF${TEXT}`, "utf16le"),
    says: "a.json: the file is encoded as UTF-16",
  },
  {
    name: "UTF-16 without a mark",
    make: () => writeFileSync("a.json", TEXT, "utf16le"),
    says: "a.json: the file is encoded as UTF-16",
  },
  {
    name: "UTF-16, the other way round",
    make: () => writeFileSync("a.json", Buffer.from(`\uFEFF${TEXT}`, "utf16le").swap16()),
    says: "a.json: the file is encoded as UTF-16",
  },
  {
    name: "GBK",
    make: () => writeFileSync("a.json", GBK),
    says: "a.json: the file is encoded as GBK/GB18030",
  },
  {
    name: "no encoding at all",
    make: () => writeFileSync("a.json", Buffer.from([0x7b, 0xff, 0xfe, 0xff, 0x7d])),
    says: "a.json: not UTF-8",
  },
  {
    name: "NUL bytes",
    make: () => writeFileSync("a.json", `${TEXT}\n\0\0`),
    says: "a.json:2:1: there is a NUL byte here: it isn't text",
  },
  {
    name: "200 MB",
    make: () => {
      writeFileSync("a.json", "");
      truncateSync("a.json", 200 * 1024 * 1024);
    },
    says: "a.json: the file is too large (200 MB, at most 64 MB)",
  },
  {
    name: "a picture",
    make: () => writeFileSync("a.json", Buffer.from("89504e470d0a1a0a0000000d", "hex")),
    says: "a.json:3:1: there is a NUL byte here: it isn't text",
  },
  {
    name: "an archive named as YAML",
    file: "a.yaml",
    make: () => writeFileSync("a.yaml", Buffer.from("504b030414000600", "hex")),
    says: "a.yaml:1:6: there is a NUL byte here: it isn't text",
  },
];

describe("a file that can't be used", () => {
  it.each(FILES)("$name", async ({ make, says, file = "a.json" }) => {
    make();
    for (const lang of ["en", "zh"]) {
      const { exit, stdout, stderr } = await run([
        "check",
        file,
        "--plans",
        PLANS,
        "--lang",
        lang,
        "-o",
        "report.txt",
      ]);
      expect(exit).toBe(2);
      expect(stdout).toBe("");
      if (lang === "en") expect(stderr).toContain(says);
      expect(stderr.trimEnd().split("\n")).toHaveLength(2);
      expect(stderr).toMatch(/\n {2}→ ./);
    }
    expect(readdirSync(".")).not.toContain("report.txt");
  });

  it("that may not be read", async () => {
    writeFileSync("a.json", TEXT);
    chmodSync("a.json", 0o000);
    const { exit, stderr } = await run(["check", "a.json", "--plans", PLANS]);
    // Whoever may read every file reads this one too: then it is decided.
    if (process.getuid?.() === 0) expect(exit).toBe(3);
    else expect([exit, stderr]).toEqual([2, expect.stringContaining("can't be read")]);
  });

  it("among others that are sound: nothing is decided", async () => {
    writeFileSync("a.json", TEXT);
    const { exit, stdout } = await run(["check", "a.json", "b.json", "--plans", PLANS]);
    expect([exit, stdout]).toEqual([2, ""]);
  });
});

describe.skipIf(process.platform === "win32")("an output that isn't a plain file", () => {
  it("is written through, if it is a link", async () => {
    writeFileSync("a.json", TEXT);
    writeFileSync("real.txt", "");
    symlinkSync("real.txt", "link.txt");
    await run(["check", "a.json", "--plans", PLANS, "-o", "link.txt"]);
    expect(lstatSync("link.txt").isSymbolicLink()).toBe(true);
    expect(readFileSync("real.txt", "utf8")).toContain("虚构-1");
  });

  it("stays what it is, if it is a device", async () => {
    writeFileSync("a.json", TEXT);
    await run(["check", "a.json", "--plans", PLANS, "-o", "/dev/null"]);
    expect(lstatSync("/dev/null").isFile()).toBe(false);
  });
});

const REGISTERS: readonly (readonly [name: string, file: string, text: string, says: string])[] = [
  ["an unknown ending", "r.xyz", "mines\n1\n", "r.xyz: the format of this register isn't known"],
  ["a table of something else", "r.csv", "mines\n1\n", "r.csv: no heading was found"],
  ["an unknown key", "r.json", '{ "mine": 3 }', 'r.json:1:3: unknown field "mine"'],
  ["a count below zero", "r.json", '{ "mines": -3 }', 'r.json:1:12: "mines" is too small (-3)'],
  ["half a mine", "r.json", '{ "mines": 2.5 }', 'r.json:1:12: "mines" must be a whole number, but is 2.5'],
  [
    "a count in words",
    "r.yaml",
    "mines: 四十",
    'r.yaml:1:8: "mines" must be a number, but is the text "四十"',
  ],
  [
    "an output below zero",
    "r.yaml",
    "outputOf: [{ mineral: 金矿, value: -1, unit: 吨/年 }]",
    'r.yaml:1:34: "outputOf[0].value": "-1" isn\'t a number from zero up',
  ],
  [
    "an output without a period",
    "r.yaml",
    "outputOf: [{ mineral: 金矿, value: 1, unit: 吨 }]",
    'r.yaml:1:43: "outputOf[0].unit": the unit "吨" can\'t be used here',
  ],
  [
    "a day that isn't",
    "r.yaml",
    "asOf: 2021-02-30",
    'r.yaml:1:7: "asOf": "2021-02-30" is not a date of the calendar',
  ],
  [
    "two rights with one id",
    "r.yaml",
    "- { id: '1' }\n- { id: '1' }",
    'r.yaml:2:9: the right "1" appears twice',
  ],
  [
    "two rights with one id, under a key",
    "r.yaml",
    "rights:\n  - { id: '1' }\n  - { id: '1' }",
    'r.yaml:3:11: the right "1" appears twice',
  ],
  [
    "an unknown key of a right",
    "r.yaml",
    "- { id: '1', minerals: 金矿 }",
    'r.yaml:1:14: unknown field "minerals"',
  ],
  ["counts beside a list of rights", "r.yaml", "mines: 3\nrights: []", 'r.yaml:1:1: unknown field "mines"'],
  ["a text", "r.json", '"none"', 'r.json:1:1: the content must be an object {…}, but is the text "none"'],
  ["broken JSON", "r.json", '{ "mines": }', "r.json:1:12: a value is expected here"],
];

describe("a register that can't be used", () => {
  it.each(REGISTERS)("%s", async (_name, file, text, says) => {
    writeFileSync("a.json", TEXT);
    writeFileSync(file, text);
    const { exit, stdout, stderr } = await run(["check", "a.json", "--plans", PLANS, "--register", file]);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${says}\n`);
    expect(stderr).toMatch(/\n {2}→ ./);
  });
});
