import { join } from "node:path";
import fc from "fast-check";
import { encode } from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openTable } from "../../../src/input/spatial/table/table.ts";
import { complaintOf, FILES, featuresOf, ringTexts, scratch } from "../../support/spatial.ts";

const { write } = scratch();

async function read(text: string | Uint8Array, name = "a.csv", options = {}) {
  const source = await openTable(write(name, text), options);
  return { source, features: await featuresOf(source) };
}

/** Near 方城县, zone 38; synthetic. */
const [N1, N2, E1, E2] = ["3680000.00", "3679200.00", "38407000.00", "38407800.00"];
const CORNERS = [`${N1},${E1}`, `${N1},${E2}`, `${N2},${E2}`];
const RING = "3680000 38407000, 3680000 38407800, 3679200 38407800";
const numbered = CORNERS.map((corner, index) => `J${index + 1},${corner}`).join("\n");

describe("plane coordinates however they are parted and headed", () => {
  it.each([
    ["X and Y", `点号,X,Y\n${numbered}`, "north-first", RING],
    ["units", `拐点编号,X坐标(m),Y坐标（米）\n${numbered}`, "north-first", RING],
    ["纵坐标", `序号,纵坐标(X),横坐标(Y)\n${numbered}`, "north-first", RING],
    ["北坐标", `界址点号,北坐标,东坐标\n${numbered}`, "north-first", RING],
    ["English", `point,Northing,Easting\n${numbered}`, "north-first", RING],
    ["pinyin initials", `DH,XZB,YZB\n${numbered}`, "north-first", RING],
    ["easting first", `点号,东坐标,北坐标\n${numbered}`, "x-first", RING],
    ["Y first", `点号,Y,X\n${numbered}`, "x-first", RING],
    ["no heading", numbered, "unsaid", RING],
    ["no heading, no numbers", CORNERS.join("\n"), "unsaid", RING],
    ["tabs", `点号\tX\tY\n${numbered.replaceAll(",", "\t")}`, "north-first", RING],
    ["semicolons", `点号;X;Y\n${numbered.replaceAll(",", ";")}`, "north-first", RING],
    ["fullwidth commas", `点号，X，Y\n${numbered.replaceAll(",", "，")}`, "north-first", RING],
    ["both commas", `点号，X，Y\n${numbered}`, "north-first", RING],
    ["spaces", numbered.replaceAll(",", "   "), "unsaid", RING],
    ["quotes", `"点号","X","Y"\n${numbered.replaceAll(/[^,\n]+/g, '"$&"')}`, "north-first", RING],
    [
      "thousands",
      `点号,X,Y\n1,"3,680,000.00","38,407,000.00"\n2,"3,680,000.00","38,407,800.00"\n3,"3,679,200.00","38,407,800.00"`,
      "north-first",
      RING,
    ],
    [
      "fullwidth digits",
      `点号,X,Y\n${numbered.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}`,
      "north-first",
      RING,
    ],
    [
      "Windows line ends and a byte-order mark",
      `\uFEFF点号,X,Y\r\n${numbered.replaceAll("\n", "\r\n")}\r\n`,
      "north-first",
      RING,
    ],
    ["a heading of two lines", `点号,拐点坐标,\n,X,Y\n${numbered}`, "north-first", RING],
    [
      "the closing corner",
      `点号,X,Y\n${numbered}\nJ1,${CORNERS[0]}`,
      "north-first",
      `${RING}, 3680000 38407000`,
    ],
    ["heights", `点号,X,Y,高程\n${numbered.replaceAll("\n", ",310\n")},310`, "north-first", RING],
    ["heights without heading", CORNERS.map((corner) => `${corner},310.5`).join("\n"), "unsaid", RING],
  ])("%s", async (_name, text, axes, ring) => {
    const { source, features } = await read(text);
    expect(features.flatMap(ringTexts)).toEqual([ring]);
    expect(source.evidence.axes).toBe(axes);
  });

  it("degrees under X and Y leave their order open", async () => {
    const { source } = await read("点号,X,Y\n1,113.0099,33.2099\n2,113.0199,33.2099\n3,113.0199,33.2199");
    expect(source.evidence.axes).toBe("unsaid");
  });

  it("labels and lines go with the corners", async () => {
    const { features } = await read(`虚构数据\n点号,X,Y\n${numbered}`);
    const shape = features[0]?.shape;
    expect(
      shape?.roles === "by-containment" && shape.rings.map(({ labels, lines }) => ({ labels, lines })),
    ).toEqual([{ labels: ["J1", "J2", "J3"], lines: [3, 4, 5] }]);
  });

  it("plane coordinates are taken where longitudes stand beside them, and that is said", async () => {
    const { source, features } = await read(
      `点号,经度,纬度,X,Y\n${CORNERS.map((corner, index) => `${index},113,33,${corner}`).join("\n")}`,
    );
    expect(features.flatMap(ringTexts)).toEqual([RING]);
    expect(source.notes.map(({ en }) => en)).toEqual([
      expect.stringContaining("plane coordinates were used"),
    ]);
  });
});

describe("angles in every writing", () => {
  const DEGREES = [114.5, 114 + 31 / 60, 33.25];
  const table = (cells: readonly string[], names = "经度,纬度") =>
    `点号,${names}\n${[
      [0, 2],
      [1, 2],
      [1, 3],
    ]
      .map(([x = 0, y = 0], row) => `${row + 1},${cells[x]},${cells[y]}`)
      .join("\n")}`;
  it.each([
    ["marks", ["114°30′00.000″", "114°31′00.000″", "33°15′00.000″", "33°16′00.000″"]],
    ["plain quotes", ["114°30'00\"", "114°31'00\"", "33°15'00\"", "33°16'00\""]],
    ["doubled apostrophes", ["114°30'00''", "114°31'00''", "33°15'00''", "33°16'00''"]],
    ["curly quotes", ["114°30’00”", "114°31’00”", "33°15’00”", "33°16’00”"]],
    ["characters", ["114度30分00秒", "114度31分00秒", "33度15分00秒", "33度16分00秒"]],
    ["fullwidth", ["１１４°３０′００″", "１１４°３１′００″", "３３°１５′００″", "３３°１６′００″"]],
    ["letters", ["E114º30′00″", "E114º31′00″", "N33º15′00″", "33º16′00″N"]],
    ["东经", ["东经114°30′00″", "东经114°31′00″", "北纬33°15′00″", "北纬33°16′00″"]],
    ["minutes with decimals", ["114°30.0′", "114°31.0′", "33°15.0′", "33°16.0′"]],
    ["hyphens", ["114-30-00.0", "114-31-00.0", "33-15-00.0", "33-16-00.0"]],
    ["colons", ["114:30:00", "114:31:00", "33:15:00", "33:16:00"]],
  ])("%s", async (_name, cells) => {
    const { source, features } = await read(table(cells));
    const [first] = features.flatMap(ringTexts);
    expect(first?.split(", ")[1]?.split(" ").map(Number)).toEqual([
      expect.closeTo(DEGREES[1] as number, 10),
      expect.closeTo(33.25, 10),
    ]);
    expect(source.evidence.axes).toBe("x-first");
  });

  it.each([
    ["ddd.mmss", ["114.3000", "114.3100", "33.1500", "33.1600"], "经度(度.分秒),纬度(度.分秒)"],
    [
      "ddd.mmss with decimals",
      ["114.3000000", "114.310000", "33.150000", "33.160000"],
      "经度(DMS),纬度(DMS)",
    ],
    ["DDDMMSS", ["1143000", "1143100", "331500", "331600"], "经度(度分秒),纬度(度分秒)"],
    [
      "DDDMMSS.sss",
      ["1143000.000", "1143100.000", "331500.000", "331600.000"],
      "经度（DDDMMSS）,纬度（DDMMSS）",
    ],
  ])("%s, where the heading says so", async (_name, cells, names) => {
    const { features } = await read(table(cells, names));
    expect(features.flatMap(ringTexts)[0]?.split(", ")[1]).toBe(`${114 + 31 / 60} 33.25`);
  });

  it.each([
    ["the heading says decimal", ["114.3000", "114.3100", "33.1500", "33.1600"], "经度(度),纬度(度)"],
    ["the names are English", ["114.3000", "114.3100", "33.1500", "33.1600"], "lon,lat"],
    [
      "minutes would reach 60",
      ["114.3000", "114.3100", "33.1500", "33.1600"].map((cell) => cell.replace(".3", ".6")),
      "经度,纬度",
    ],
    ["seconds would reach 60", ["114.3000", "114.3160", "33.1500", "33.1600"], "经度,纬度"],
    ["there are too many decimals for seconds", ["114.300000001", "114.31", "33.15", "33.16"], "经度,纬度"],
  ])("plain degrees are decimal where %s", async (_name, cells, names) => {
    const { features } = await read(table(cells, names));
    expect(features.flatMap(ringTexts)[0]?.split(", ")[0]).toBe(`${Number(cells[0])} ${Number(cells[2])}`);
  });

  it.each([
    ["ddd.mmss or decimal", table(["114.3000", "114.3159", "33.1500", "33.1559"])],
    ["the same without heading", "114.3000,33.1500\n114.3159,33.1500\n114.3159,33.1559"],
    ["DDDMMSS or metres", table(["1143000", "1143100", "331500", "331600"])],
  ])("%s is never guessed", async (_name, text) => {
    expect(await complaintOf(() => openTable(write("a.csv", text), {}))).toContain(
      "may be decimal degrees or",
    );
  });
});

describe("several areas", () => {
  const area = (name: string, shift: number) =>
    [
      [0, 0],
      [0, 800],
      [-800, 800],
    ].map(([n = 0, e = 0], index) => `${name}${index + 1},${3680000 + n + shift},${38407000 + e}`);
  const parts = (text: string) =>
    read(text).then(({ features }) => features.map((feature) => ringTexts(feature).length));
  const A = area("", 0).join("\n");
  const B = area("", 9000).join("\n");
  it.each([
    ["numbering that starts again", `点号,X,Y\n${A}\n${B}`, [2]],
    ["a blank line", `点号,X,Y\n${A}\n\n${B.replaceAll(/^/gm, "1")}`, [2]],
    ["a line of empty cells", `点号,X,Y\n${A}\n,,\n${B.replaceAll(/^/gm, "1")}`, [2]],
    ["the heading again", `点号,X,Y\n${A}\n点号,X,Y\n${B}`, [2]],
    [
      "a ring that closed",
      `X,Y\n${CORNERS.join("\n")}\n${CORNERS[0]}\n3690000,38407000\n3690000,38407800\n3689200,38407800`,
      [2],
    ],
    [
      "圈号",
      `点号,圈号,X,Y\n${area("1,", 0)
        .map((row) => row.replace(/^1,(\d)/, "$1,1"))
        .join("\n")}\n4,2,3679900,38407500\n5,2,3679900,38407600\n6,2,3679800,38407600`,
      [2],
    ],
    ["多边形", `多边形,点号,X,Y\n${area("A,", 0).join("\n")}\n${area("B,", 9000).join("\n")}`, [2]],
    ["区块", `区块,点号,X,Y\n${area("南区,", 0).join("\n")}\n${area("北区,", 9000).join("\n")}`, [1, 1]],
    [
      "区块 in merged cells",
      `区块,点号,X,Y\n${area(",", 0).join("\n").replace(",", "南区,")}\n${area(",", 9000).join("\n").replace(",", "北区,")}`,
      [1, 1],
    ],
    ["titles", `南区\n点号,X,Y\n${A}\n北区\n点号,X,Y\n${B}`, [1, 1]],
  ])("%s", async (_name, text, expected) => {
    expect(await parts(text)).toEqual(expected);
  });

  it("what is the same for a whole area is an attribute of it", async () => {
    const { source, features } = await read(
      `区块名称,点号,X,Y,矿种,备注\n${area("南区,", 0)
        .map((row, index) => `${row},萤石,${index}`)
        .join("\n")}\n${area("北区,", 9000)
        .map((row) => `${row},金矿,`)
        .join("\n")}`,
    );
    expect(features.map(({ attributes }) => attributes)).toEqual([
      { 区块名称: "南区", 矿种: "萤石" },
      { 区块名称: "北区", 矿种: "金矿" },
    ]);
    expect(source.fields).toEqual(["区块名称", "矿种"]);
  });

  it.each([
    ["面积：0.3200 km²", 0.32],
    ["面积（公顷）：32.00", 0.32],
    ["面积 320000 平方米", 0.32],
    ["面积：0.32", undefined],
  ])("%s below the corners is stated", async (line, areaKm2) => {
    const { features } = await read(`点号,X,Y\n${numbered}\n${line}`);
    expect(features[0]?.stated?.areaKm2).toEqual(
      areaKm2 === undefined ? undefined : expect.closeTo(areaKm2, 12),
    );
  });

  it("elevations and areas below the corners aren't corners", async () => {
    const { features } = await read(`点号,X,Y\n${numbered}\n标高,1220,900\n面积,0.32,1`);
    expect(features.flatMap(ringTexts)).toEqual([RING]);
  });

  it("lines that are no corners are told", async () => {
    const { source } = await read(`虚构矿区\n点号,X,Y\n${numbered}\n备注：虚构数据`);
    expect(source.notes.map(({ en }) => en)).toEqual([
      'line 1, "虚构矿区", is no corner and wasn\'t read as one',
      'line 6, "备注：虚构数据", is no corner and wasn\'t read as one',
    ]);
  });
});

describe("what the head says of the CRS", () => {
  it.each([
    ["2000国家大地坐标系，3度带，带号38", { datum: "2000国家大地坐标系", width: 3, zone: 38 }],
    ["CGCS2000 三度带 中央子午线114°", { datum: "2000国家大地坐标系", width: 3, zone: 38 }],
    ["6度带，中央经线 111", { width: 6, zone: 19 }],
    ["1980西安坐标系", { datum: "1980西安坐标系" }],
    ["北京54坐标系", { datum: "1954北京坐标系" }],
    ["坐标见下（1980西安坐标系）", { datum: "1980西安坐标系" }],
    ["地方独立坐标系", { datum: "独立坐标系" }],
  ])("%s", async (title, stated) => {
    const { source } = await read(`${title}\n点号,X,Y\n${numbered}`);
    expect(source.evidence.stated).toEqual(stated);
  });
});

it("a datum in the columns' names counts", async () => {
  const { source } = await read(`点号,X(80),Y(80)\n${numbered}`);
  expect(source.evidence.stated).toEqual({ datum: "1980西安坐标系" });
});

describe("what can't be read is told with its line", () => {
  it.each([
    ["nothing", "", "no columns of coordinates were found"],
    ["no corners", "点号,X,Y\n", "there are no coordinates in the table"],
    ["a table of something else", "名称,数量\n甲,乙\n", "no columns of coordinates were found"],
    [
      "a missing number",
      `点号,X,Y\n${numbered}\nJ4,3679200.00,\n`,
      ":5 a coordinate is missing in this line",
    ],
    [
      "a numbered line without numbers",
      `点号,X,Y\n${numbered}\nJ4,,\n`,
      ":5 a coordinate is missing in this line",
    ],
    [
      "a typing error",
      `点号,X,Y\n${numbered}\nJ4,3679200.OO,38407000.00`,
      ':5 "3679200.OO" isn\'t a coordinate',
    ],
    ["lost digits", "点号,X,Y\n1,3.68E+06,3.84E+07", ':2 "3.68E+06" isn\'t a coordinate'],
    [
      "mixed writings",
      "点号,经度,纬度\n1,114°30′00″,33°15′\n2,114.5,33°15′\n3,114.6,33°15′",
      ":3 the coordinates of this line are written in another way than those before",
    ],
    [
      "minutes of 60",
      "点号,经度,纬度\n1,114°60′00″,33°15′\n2,114°31′,33°15′\n3,114°31′,33°16′",
      ":2 minutes and seconds of an angle are less than 60",
    ],
    [
      "packed minutes of 60",
      "点号,经度(度分秒),纬度(度分秒)\n1,114.6000,33.1500",
      ":2 minutes and seconds of an angle are less than 60",
    ],
    [
      "two pairs",
      `点号,X(80),Y(80),X(2000),Y(2000)\n1,1,2,3,4`,
      ":1 the heading has more than one pair of coordinate columns",
    ],
    [
      "two pairs under merged cells",
      `点号,1980西安坐标系,,2000国家大地坐标系,\n,X,Y,X,Y\n1,1,2,3,4`,
      ":2 the heading has more than one pair of coordinate columns",
    ],
    [
      "two datums",
      `西安80转CGCS2000\n点号,X,Y\n${numbered}`,
      ":1 the heading names more than one datum: 2000国家大地坐标系, 1980西安坐标系",
    ],
    [
      "four columns without heading",
      "1,1,3680000,38407000\n2,1,3680000,38407800",
      ":1 there is no heading, and which two columns are the coordinates isn't plain",
    ],
    [
      "metres under longitude",
      "点号,经度,纬度\n1,38407000,3680000\n2,38407800,3680000\n3,38407800,3679200",
      ":2 a number under longitude or latitude is larger than 180",
    ],
    ["an open quote", '点号,X,Y\n"1,3680000,38407000', ":2 a quote isn't closed"],
  ])("%s", async (_name, text, says) => {
    expect(await complaintOf(() => openTable(write("a.csv", text), {}))).toBe(says);
  });
});

describe("encodings", () => {
  const TEXT = `点号,纵坐标,横坐标,矿种\n${numbered.replaceAll("\n", ",铜\n")},铜`;
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, "utf16le")]);
  it.each([
    ["GBK, told", encode(TEXT, "gbk"), {}, 1],
    ["GBK by option", encode(TEXT, "gbk"), { encoding: "CP936" }, 0],
    [
      "Big5 by option",
      encode(
        TEXT.replace("点号", "點號")
          .replaceAll("纵坐标", "northing")
          .replaceAll("横坐标", "easting")
          .replaceAll("矿种", "mineral")
          .replaceAll("铜", "銅"),
        "big5",
      ),
      { encoding: "big5" },
      0,
    ],
    ["UTF-16 by its mark", utf16, {}, 0],
  ])("%s", async (_name, bytes, options, notes) => {
    const { source, features } = await read(bytes, "a.csv", options);
    expect(features.flatMap(ringTexts)).toEqual([RING]);
    expect(Object.values(features[0]?.attributes ?? {})).toEqual([expect.stringMatching(/^[铜銅]$/)]);
    expect(source.notes).toHaveLength(notes);
  });

  it.each([
    ["an encoding that nobody knows", TEXT, { encoding: "klingon" }, 'the encoding "klingon" isn\'t known'],
    [
      "another encoding than the option says",
      encode(TEXT, "gbk"),
      { encoding: "utf-8" },
      "its content isn't valid utf-8",
    ],
    ["no text", Buffer.from([0x31, 0, 0x32]), {}, "byte 2 is NUL: this isn't text"],
    [
      "neither UTF-8 nor GB18030",
      Buffer.from([0x31, 0xff, 0xff]),
      {},
      "this is text in neither UTF-8 nor GB18030",
    ],
  ])("%s", async (_name, content, options, says) => {
    expect(await complaintOf(() => openTable(write("a.csv", content), options))).toBe(says);
  });
});

describe("workbooks", () => {
  const FILE = join(FILES, "方城-拐点.xlsx");
  it("the first sheet with coordinates, which is said", async () => {
    const source = await openTable(FILE, {});
    const features = await featuresOf(source);
    expect(source.notes[0]?.en).toBe('the sheet "拐点" was read');
    expect(features.map(({ attributes }) => attributes)).toEqual([
      { 区块名称: "南区" },
      { 区块名称: "北区" },
    ]);
    expect(ringTexts(features[0] ?? expect.fail("no feature"))).toEqual([
      "3680000.12 38407000.12, 3680000.12 38407800.5, 3679200 38407800.5",
    ]);
  });

  it("another sheet on request", async () => {
    expect(await featuresOf(await openTable(FILE, { layer: "旧拐点" }))).toHaveLength(1);
  });

  it.each([
    ["a sheet that isn't there", { layer: "无" }, 'there is no layer "无"'],
    ["a sheet without coordinates", { layer: "说明" }, "no columns of coordinates were found"],
  ])("%s", async (_name, options, says) => {
    expect(await complaintOf(() => openTable(FILE, options))).toBe(says);
  });

  it("a broken one", async () => {
    expect(await complaintOf(() => openTable(write("a.xlsx", "PK\u0003\u0004 broken"), {}))).toMatch(
      /^it can't be read as XLSX/,
    );
  });
});

it("any decimal degrees with marks come back to 1e-9 degrees", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 73, max: 135 }),
      fc.nat(59),
      fc.integer({ min: 0, max: 59_999 }),
      async (degrees, minutes, thousandths) => {
        const seconds = (thousandths / 1000).toFixed(3);
        const row = `1,${degrees}°${minutes}′${seconds}″,33°15′00″`;
        const { features } = await read(`点号,经度,纬度\n${row}\n${row}\n${row}`);
        const [corner = ""] = features.flatMap(ringTexts)[0]?.split(", ") ?? [];
        expect(Number(corner.split(" ")[0])).toBeCloseTo(degrees + minutes / 60 + thousandths / 3_600_000, 9);
      },
    ),
    { numRuns: 30 },
  );
});
