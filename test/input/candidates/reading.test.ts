import fc from "fast-check";
import { expect, it } from "vitest";
import { applicationsIn, type ReadingOptions } from "../../../src/input/application.ts";
import { UnitReader } from "../../../src/input/candidates/reader.ts";
import { readFields } from "../../../src/input/read-fields.ts";
import { readMappings, readSettings } from "../../../src/input/settings.ts";
import { pruneUnknown } from "../../../src/input/unknown.ts";
import { applicationSchema } from "../../../src/model/application.ts";
import { applicationsFor } from "../../support/arbitrary.ts";
import { library, PLAN_IDS } from "../../support/world.ts";

const OPTIONS: ReadingOptions = {
  settings: readSettings(["right=mining", "operation=new"]),
  mappings: [],
};
const SQUARE = [
  [
    [113, 33],
    [113.01, 33],
    [113.01, 33.01],
    [113, 33],
  ],
];

async function readLines(properties: readonly object[], options = OPTIONS, reader = new UnitReader(options)) {
  const read = [];
  for (const [index, one] of properties.entries()) {
    const feature = { type: "Feature", properties: one, geometry: { type: "Polygon", coordinates: SQUARE } };
    const bytes = Buffer.from(JSON.stringify(feature));
    read.push(await reader.read({ kind: "line", file: "a.ndjson", line: index + 1, bytes }));
  }
  return read.map(({ read: one, problems }) =>
    one === undefined ? problems.map(({ field }) => field) : [one.application.id, one.application.mineral],
  );
}

it("lines that have other columns than the line before are read by their own", async () => {
  const lines = [
    { 编号: "1", 矿种: "金矿" },
    { 编号: "2", 矿种: "银矿" },
    { 编号: "3", ZKZ: "铁矿" },
    { 编号: "4", 备注: "萤石" },
    { 备注: "5", 编号: "5", 矿种: "铜矿" },
  ];
  expect(await readLines(lines)).toEqual([
    ["1", "金矿"],
    ["2", "银矿"],
    ["3", "铁矿"],
    ["mineral"],
    ["5", "铜矿"],
  ]);
});

it("lines are read by the columns that the run names, whatever an earlier run named", async () => {
  const line = { 编号: "1", 甲: "金矿", 乙: "银矿" };
  const by = (column: string) => ({ ...OPTIONS, mappings: readMappings([`mineral=${column}`]) });
  expect(await readLines([line, line], by("甲"))).toEqual([
    ["1", "金矿"],
    ["1", "金矿"],
  ]);
  expect(await readLines([line], by("乙"))).toEqual([["1", "银矿"]]);
  expect(await readLines([line])).toEqual([["mineral"]]);
});

it.each(PLAN_IDS)("what is read field by field is what the schema reads, under %s", async (id) => {
  const { plan } = await library.load(id);
  let read = 0;
  fc.assert(
    fc.property(applicationsFor(plan), fc.string(), (given, key) => {
      const whole = applicationSchema.safeParse(pruneUnknown(given));
      const byField = readFields(given);
      expect(JSON.stringify(byField)).toBe(JSON.stringify(whole.data));
      if (byField !== undefined) read += 1;
      expect(readFields({ ...given, [`x${key}`]: 1 })).toBeUndefined();
    }),
    { numRuns: 60 },
  );
  expect(read).toBeGreaterThan(0);
});

it.each([
  ["nothing that an application needs", { id: "1", right: "mining", operation: "new" }],
  ["a field unknown that it needs", { id: "1", right: "mining", operation: "new", mineral: "未知" }],
  ["a wrong field", { id: "1", right: "mining", operation: "new", mineral: "金矿", areaKm2: "many" }],
  ["no object", "金矿"],
  ["a list", []],
])("%s is left to the schema", (_, given) => {
  expect(readFields(given)).toBeUndefined();
});

it("a field that comes again wrong is seen", () => {
  const right = { id: "1", right: "mining", operation: "new", mineral: "金矿", areaKm2: 1 };
  const { applications } = applicationsIn({
    file: "a.json",
    value: right,
    locate: () => ({}),
    locateKey: () => ({}),
  });
  expect(applications).toHaveLength(1);
  expect(readFields({ ...right, areaKm2: -1 })).toBeUndefined();
  expect(readFields(right)?.areaKm2?.toString()).toBe("1");
});
