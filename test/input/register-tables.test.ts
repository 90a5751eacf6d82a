import { writeFileSync } from "node:fs";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Unusable } from "../../src/input/problem.ts";
import { type ReadRegister, readRegister } from "../../src/input/register.ts";
import { formatQuantity } from "../../src/model/quantity.ts";
import { inScratch } from "../support/scratch.ts";
import { type FieldSpec, shapefileBytes, writeShapefile } from "../support/write-shapefile.ts";
import { xlsxBytes } from "../support/write-xlsx.ts";

inScratch();

type Row = Readonly<Record<string, string | number>>;

/** Two rights as a register office lists them. */
const ROWS: readonly Row[] = [
  {
    许可证号: "虚构C0001",
    采矿权人: "虚构甲公司",
    主矿种: "岩金",
    建设规模: "大型",
    生产规模: 15.5,
    规模单位: "万吨/年",
    所在分区: "虚构一号区",
    区块: "7",
    状态: "有效",
  },
  {
    许可证号: "虚构C0002",
    采矿权人: "虚构乙公司",
    主矿种: "建筑石料",
    建设规模: "小型",
    生产规模: "",
    规模单位: "",
    所在分区: "",
    区块: "",
    状态: "注销",
  },
];
const HEADS = Object.keys(ROWS[0] ?? {});
const cellsOf = (row: Row) => HEADS.map((head) => row[head] ?? "");
const csv = (rows: readonly Row[] = ROWS) =>
  [HEADS, ...rows.map(cellsOf)].map((cells) => cells.join(",")).join("\n");

const PINYIN = ["XKZH", "CKQR", "ZKZ", "JSGM", "SCGM", "SCGMDW", "SZFQ", "QK", "ZT"];
const square = (x: number, y: number) =>
  [
    [x, y],
    [x, y + 0.01],
    [x + 0.01, y + 0.01],
    [x + 0.01, y],
    [x, y],
  ] as const;
const feature = (properties: object, x = 113) => ({
  type: "Feature",
  properties,
  geometry: { type: "Polygon", coordinates: [square(x, 33)] },
});
const geojson = () =>
  JSON.stringify({ type: "FeatureCollection", features: ROWS.map((row, at) => feature(row, 113 + at / 10)) });

const FIELDS: readonly FieldSpec[] = PINYIN.map((name) => ({
  name,
  type: name === "SCGM" ? "N" : "C",
  length: 40,
  ...(name === "SCGM" ? { decimals: 2 } : {}),
}));
const shapefile = {
  fields: FIELDS,
  encoding: "gbk",
  cpg: null,
  features: ROWS.map((row, at) => ({
    rings: [square(113 + at / 10, 33)],
    attributes: Object.fromEntries(
      PINYIN.map((name, column) => [
        name,
        cellsOf(row)[column] === "" ? null : (cellsOf(row)[column] ?? null),
      ]),
    ),
  })),
} as const;

/** What of a right counts, as text. */
function told({ rights = [] }: ReadRegister): readonly string[] {
  return rights.map(({ id, right, holder, mineral, mineSize, output, zone, block, status }) =>
    [
      id,
      right,
      holder,
      mineral,
      mineSize,
      output?.map((one) => formatQuantity(one).en),
      zone,
      block,
      status,
    ].join("|"),
  );
}

async function complaints(file: string): Promise<readonly string[]> {
  try {
    await readRegister(file);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return error.problems.map(({ file: at, line, column, message }) =>
      [[at, line, column].filter((one) => one !== undefined).join(":"), message.en].join(" "),
    );
  }
  return [];
}

const SAME = [
  "虚构C0001|mining|虚构甲公司|岩金|large|155,000 t/a|虚构一号区|7|有效",
  "虚构C0002|mining|虚构乙公司|建筑石料|small||||注销",
];

describe("a register as a table or spatial file says what a list says", () => {
  const ways: readonly (readonly [name: string, write: () => string | Uint8Array | undefined])[] = [
    ["表.csv", () => csv()],
    ["有标题.csv", () => `虚构县采矿权登记表\n\n${csv()}\n\n`],
    ["制表符.txt", () => csv().replaceAll(",", "\t")],
    ["表.xlsx", () => xlsxBytes({ 说明: [["虚构数据"]], 采矿权: [HEADS, ...ROWS.map(cellsOf)] })],
    ["要素.geojson", geojson],
    ["要素.json", geojson],
    [
      "图形.shp",
      () => {
        writeShapefile("图形", shapefile);
        return undefined;
      },
    ],
    [
      "压缩.zip",
      () => {
        const { shp, shx, dbf } = shapefileBytes(shapefile);
        return zipSync({ "a.shp": shp, "a.shx": shx, "a.dbf": dbf });
      },
    ],
    [
      "登记.yaml",
      () => {
        writeFileSync("子表.csv", csv());
        return "asOf: 2024-05-01\nrights: { file: 子表.csv }";
      },
    ],
  ];
  it.each(ways)("%s", async (file, write) => {
    const content = write();
    if (content !== undefined) writeFileSync(file, content);
    expect(told(await readRegister(file))).toEqual(SAME);
  });

  it("a table of corners: its licence numbers tell the rights apart", async () => {
    const corners = (id: string, holder: string, x: number) =>
      square(x, 33)
        .slice(0, 4)
        .map(([lon, lat], at) => `${id},${holder},${at + 1},${lon},${lat}`);
    const lines = [
      "许可证号,采矿权人,点号,经度(度),纬度(度)",
      ...corners("虚构C0001", "甲", 113),
      ...corners("虚构C0002", "乙", 114),
    ];
    writeFileSync("拐点.csv", lines.join("\n"));
    expect(told(await readRegister("拐点.csv"))).toEqual([
      "虚构C0001|mining|甲||||||",
      "虚构C0002|mining|乙||||||",
    ]);
  });
});

describe("the kind of right", () => {
  it.each([
    ["许可证号,矿种\n1,金矿", ["mining"]],
    ["许可证号,矿业权类型\n1,探矿权\n2,mining\n3,", ["exploration", "mining", "mining"]],
    ["勘查许可证号,探矿权人\n1,甲", ["exploration"]],
    ["许可证号,采矿权人\n1,甲", ["mining"]],
    ["许可证号,采矿权人,探矿权人,矿权类型\n1,甲,,采矿权", undefined],
  ])("%s", async (text, kinds) => {
    writeFileSync("种类.csv", text);
    if (kinds === undefined) {
      // Two columns for the holder: which of them counts isn't guessed.
      expect(await complaints("种类.csv")).toEqual([
        "种类.csv the columns 采矿权人, 探矿权人 may all be holder",
      ]);
      return;
    }
    expect((await readRegister("种类.csv")).rights?.map(({ right }) => right)).toEqual(kinds);
  });

  it("isn't guessed where columns speak of both", async () => {
    writeFileSync("两种.csv", "许可证号,采矿权人,勘查许可证号\n1,甲,2");
    writeFileSync("两种.yaml", "rights: { file: 两种.csv, fields: { id: 许可证号 } }");
    expect(await complaints("两种.yaml")).toEqual([
      "两种.csv there are columns of mining right and exploration rights, so which of them a record is can't be told",
    ]);
  });
});

describe("a table without a column of zones", () => {
  it.each([
    ["许可证号,矿种\n1,金矿", true],
    ["许可证号,所在分区\n1,", undefined],
  ])("%s", async (text, unsaid) => {
    writeFileSync("分区.csv", text);
    expect((await readRegister("分区.csv")).zonesUnsaid).toBe(unsaid);
  });
});

describe("a figure and its unit, in one cell or two", () => {
  it.each([
    ["15.5", "万吨/年", "155,000 t/a"],
    ["0.5", "万立方米/年", "5,000 m³/a"],
    ["15.5万吨/年", "", "155,000 t/a"],
    ["1200.25 吨/日", "", "1,200.25 t/d"],
    ["15.5", "", undefined],
    ["", "万吨/年", undefined],
  ])("“%s” and “%s”", async (figure, unit, output) => {
    writeFileSync("规模.csv", `许可证号,生产规模,规模单位\n1,${figure},${unit}`);
    const [right] = (await readRegister("规模.csv")).rights ?? [];
    expect(right?.output?.map((one) => formatQuantity(one).en)[0]).toBe(output);
  });
});

describe("what a YAML register says beside its table", () => {
  it("dates, released blocks, encoding and the columns of odd names", async () => {
    writeFileSync("怪.csv", "登记证,矿种\n甲-1,金矿");
    writeFileSync(
      "怪.yaml",
      "asOf: 2024-05-01\nblocksReleased: [{ from: 2022, to: 2022, blocks: 2 }]\nrights: { file: 怪.csv, fields: { id: 登记证 } }",
    );
    const { asOf, blocksReleased, rights } = await readRegister("怪.yaml");
    expect([asOf, blocksReleased?.[0]?.blocks, rights?.map(({ id }) => id)]).toEqual([
      "2024-05-01",
      2,
      ["甲-1"],
    ]);
  });

  it("which sheet it is", async () => {
    writeFileSync("两表.xlsx", xlsxBytes({ 旧: [["许可证号"], ["旧-1"]], 新: [["许可证号"], ["新-1"]] }));
    writeFileSync("两表.yaml", "rights: { file: 两表.xlsx, layer: 新 }");
    expect((await readRegister("两表.yaml")).rights?.map(({ id }) => id)).toEqual(["新-1"]);
  });
});

describe("a table that can't be a register says where it is wrong", () => {
  const head = "许可证号,采矿权人,建设规模,生产规模,规模单位";
  it.each([
    ["a size that is none", `${head}\n1,甲,大型,,\n2,乙,巨型,,`, "a.csv:3:1", 'mineSize": "巨型"'],
    ["an output without end", `${head}\n1,甲,大型,十五,万吨/年`, "a.csv:2:1", '"十五" is not a number'],
    ["a unit of a stock", `${head}\n1,甲,大型,15,万吨`, "a.csv:2:1", 'the unit "万吨" can\'t be used here'],
    ["a right without a number", `${head}\n1,甲,,,\n,乙,大型,,`, "a.csv:3:1", 'id" is missing'],
    ["one number twice", `${head}\n\n1,甲,,,\n1,乙,,,`, "a.csv:4:1", 'the right "1" appears twice'],
    [
      "a total",
      `${head}\n1,甲,大型,15,万吨/年\n合计,,,15,万吨/年`,
      "a.csv:3",
      'this line is a total ("合计")',
    ],
    ["a heading alone", head, "a.csv", "the register holds no record"],
    ["no heading", "1,2,3\n4,5,6", "a.csv", "no heading was found"],
    ["two columns for one field", "许可证号,矿种,主矿种\n1,金矿,岩金", "a.csv", "may all be mineral"],
  ])("%s", async (_name, text, place, says) => {
    writeFileSync("a.csv", text);
    const [first = ""] = await complaints("a.csv");
    expect(first.startsWith(`${place} `), first).toBe(true);
    expect(first).toContain(says);
  });

  it.each([
    ["a record of a shapefile", "巨型", "图.shp#2"],
    ["a feature of GeoJSON", "巨型", "图.geojson#2"],
  ])("%s", async (_name, size, place) => {
    const file = place.split("#")[0] ?? "";
    if (file.endsWith(".shp"))
      writeShapefile("图", {
        fields: [
          { name: "XKZH", type: "C", length: 10 },
          { name: "JSGM", type: "C", length: 10 },
        ],
        features: ["大型", size].map((JSGM, at) => ({
          rings: [square(113, 33)],
          attributes: { XKZH: `${at}`, JSGM },
        })),
      });
    else {
      const features = ["大型", size].map((JSGM, at) => feature({ XKZH: `${at}`, JSGM }));
      writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features }));
    }
    expect((await complaints(file))[0]).toMatch(new RegExp(`^${place} .*mineSize`));
  });

  it("a feature file without any column of numbers or names", async () => {
    writeFileSync(
      "无.geojson",
      JSON.stringify({ type: "FeatureCollection", features: [feature({ 备注: "1" })] }),
    );
    expect(await complaints("无.geojson")).toEqual(["无.geojson there is no column of licence numbers"]);
  });

  it.each([
    ["rights: { file: 没有.csv }", "b.yaml:1:17 没有.csv: no such file"],
    ["rights: { files: a.csv }", 'b.yaml:1:11 unknown field "files"'],
    ["rights: { file: c.csv, fields: { id: 证 } }", "c.csv no heading was found"],
    ["rights: { file: c.csv, fields: { holder: 业主 } }", 'c.csv there is no column "业主" (fields.holder)'],
    ["mines: 3\nrights: { file: c.csv }", 'b.yaml:1:1 unknown field "mines"'],
  ])("%s", async (text, says) => {
    writeFileSync("c.csv", "许可证号,矿种\n1,金矿");
    writeFileSync("b.yaml", text);
    expect(await complaints("b.yaml")).toContain(says);
  });
});
