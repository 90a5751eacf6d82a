import { join } from "node:path";
import { encode } from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openLandText } from "../../../src/input/spatial/land-text/land-text.ts";
import { openRegisterText } from "../../../src/input/spatial/register-text/register-text.ts";
import { complaintOf, FILES, featuresOf, ringTexts, scratch } from "../../support/spatial.ts";

const { write } = scratch();

/** Near 方城县, zone 38; synthetic. */
const HEAD =
  "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=38\n精度=0.01\n转换参数=,,,,,,";
const SQUARE = [
  "J1,1,3680000.00,38407000.00",
  "J2,1,3680000.00,38407800.00",
  "J3,1,3679200.00,38407800.00",
  "J4,1,3679200.00,38407000.00",
];
const CLOSING = "J1,1,3680000.00,38407000.00";
const PLOT = "4,64.0000,XN-01,虚构地块,面,I49G000000,采矿用地,0602,@";
const land = (body: readonly string[], head = HEAD) => `${head}\n[地块坐标]\n${body.join("\n")}\n`;
const RING = "3680000 38407000, 3680000 38407800, 3679200 38407800, 3679200 38407000";

async function read(text: string | Uint8Array) {
  const source = await openLandText(write("a.txt", text), {});
  return { source, features: await featuresOf(source) };
}

describe("land-survey text", () => {
  it("a file as offices write it, in GBK", async () => {
    const source = await openLandText(join(FILES, "方城-国土-GBK.txt"), {});
    const features = await featuresOf(source);
    expect(source.evidence.stated).toEqual({ datum: "2000国家大地坐标系", width: 3, zone: 38 });
    expect(source.evidence.axes).toBe("north-first");
    expect(features.map((feature) => ringTexts(feature).length)).toEqual([2, 1]);
    expect(features.map(({ stated }) => stated)).toEqual([
      { corners: 9, areaKm2: 0.63 },
      { corners: 3, areaKm2: expect.closeTo(0.045, 12) },
    ]);
    expect(features[0]?.attributes).toEqual({
      地块编号: "XN-01",
      地块名称: "虚构地块一",
      图形属性: "面",
      图幅号: "I49G000000",
      地块用途: "采矿用地",
      地类编码: "0602",
    });
    expect(features[1]?.attributes).toEqual({ 地块编号: "XN-02", 地块名称: "虚构地块二", 图形属性: "面" });
    expect(features[0]?.place.en).toBe('plot "虚构地块一" (from line 15)');
  });

  it.each([
    ["not closed", land([PLOT, ...SQUARE]), [RING]],
    ["closed", land([PLOT, ...SQUARE, CLOSING]), [`${RING}, 3680000 38407000`]],
    ["plain numbers", land([PLOT, ...SQUARE.map((row) => row.slice(1))]), [RING]],
    [
      "fullwidth brackets and commas",
      land([PLOT, ...SQUARE])
        .replaceAll("[", "【")
        .replaceAll("]", "】")
        .replaceAll(",", "，"),
      [RING],
    ],
    [
      "Windows line ends and a byte-order mark",
      `\uFEFF${land([PLOT, ...SQUARE]).replaceAll("\n", "\r\n")}`,
      [RING],
    ],
    ["sections of other things before", `[项目信息]\n项目名称=虚构,数据\n${land([PLOT, ...SQUARE])}`, [RING]],
    ["no line for the plot", land(SQUARE), [RING]],
    ["a plot's line without @", land([PLOT.slice(0, -2), ...SQUARE]), [RING]],
    ["thirteen fields", land([PLOT.replace("@", ",1,B,C,备注,@"), ...SQUARE]), [RING]],
    [
      "eastings without the zone",
      land([PLOT, ...SQUARE.map((row) => row.replace(",384", ",4"))]),
      [RING.replaceAll(" 384", " 4")],
    ],
    [
      "the easting first",
      land([PLOT, ...SQUARE.map((row) => row.replace(/(\d+\.00),(\d+\.00)/, "$2,$1"))]),
      ["38407000 3680000, 38407800 3680000, 38407800 3679200, 38407000 3679200"],
    ],
    [
      "a second ring by 圈号",
      land([PLOT, ...SQUARE, "J5,2,3679900,38407100", "J6,2,3679900,38407200", "J7,2,3679800,38407200"]),
      [RING, "3679900 38407100, 3679900 38407200, 3679800 38407200"],
    ],
    [
      "parts numbered 101, 201",
      land([
        PLOT,
        ...SQUARE.map((row) => row.replace(",1,", ",101,")),
        "J1,201,3679900,38407100",
        "J2,201,3679900,38407200",
        "J3,201,3679800,38407200",
      ]),
      [RING, "3679900 38407100, 3679900 38407200, 3679800 38407200"],
    ],
    [
      "a second ring under the same 圈号",
      land([
        PLOT,
        ...SQUARE,
        CLOSING,
        "J5,1,3670000,38407100",
        "J6,1,3670000,38407200",
        "J7,1,3669000,38407200",
      ]),
      [`${RING}, 3680000 38407000`, "3670000 38407100, 3670000 38407200, 3669000 38407200"],
    ],
  ])("%s", async (_name, text, rings) => {
    expect((await read(text)).features.flatMap(ringTexts)).toEqual(rings);
  });

  it.each([
    ["hectares", "64.0000", 0.64, 0],
    ["m²", "640000", 0.64, 1],
    ["km²", "0.6400", 0.64, 1],
    ["hectares that are a half off", "96.0000", 0.96, 0],
    ["nothing", "", undefined, 0],
    ["zero", "0", undefined, 0],
    ["none of the units", "6.4", undefined, 1],
  ])("an area in %s", async (_name, area, areaKm2, notes) => {
    const { source, features } = await read(land([PLOT.replace("64.0000", area), ...SQUARE]));
    expect(features[0]?.stated).toEqual({
      corners: 4,
      ...(areaKm2 !== undefined && { areaKm2: expect.closeTo(areaKm2, 12) }),
    });
    expect(source.notes).toHaveLength(notes);
  });

  it.each([
    ["带号=38", { datum: "2000国家大地坐标系", width: 3, zone: 38 }],
    ["带号=", { datum: "2000国家大地坐标系", width: 3 }],
    ["带号=0", { datum: "2000国家大地坐标系", width: 3 }],
    ["带号=38带", { datum: "2000国家大地坐标系", width: 3, zone: 38 }],
    ["几度分带=3度带", { datum: "2000国家大地坐标系", width: 3, zone: 38 }],
    ["几度分带=6", { datum: "2000国家大地坐标系", width: 6, zone: 38 }],
    ["坐标系=1980西安坐标系", { datum: "1980西安坐标系", width: 3, zone: 38 }],
  ])("the head says %s", async (line, stated) => {
    const [key = ""] = line.split("=");
    const { source } = await read(land([PLOT, ...SQUARE], HEAD.replace(new RegExp(`${key}=.*`), line)));
    expect(source.evidence.stated).toEqual(stated);
  });

  it("transformation parameters are noted", async () => {
    const { source } = await read(land([PLOT, ...SQUARE], HEAD.replace(",,,,,,", "1.5,0,0,0,0,0,0")));
    expect(source.notes.map(({ en }) => en)).toEqual([
      "the transformation parameters in line 8 weren't used",
    ]);
  });

  it.each([
    ["no section of plots", HEAD, "the section [地块坐标] is missing"],
    ["an empty section", `${HEAD}\n[地块坐标]\n`, ":9 the section [地块坐标] is empty"],
    ["a plot without corners", land([PLOT, PLOT, ...SQUARE]), ":10 this plot has no corners"],
    [
      "a line of something else",
      land([PLOT, ...SQUARE, "以上坐标为虚构"]),
      ":15 this line is neither a plot nor a corner: 以上坐标为虚构",
    ],
    [
      "a broken number",
      land([PLOT, ...SQUARE, "J5,1,36800OO.00,38407000.00"]),
      ":15 this line is neither a plot nor a corner: J5,1,36800OO.00,38407000.00",
    ],
    [
      "a cut line",
      land([PLOT, ...SQUARE, "J5,1,36800"]),
      ":15 this line is neither a plot nor a corner: J5,1,36800",
    ],
    [
      "lines, no areas",
      land([PLOT.replace(",面,", ",线,"), ...SQUARE]),
      ':10 this plot is "线" (points or lines), not an area',
    ],
    [
      "another projection",
      land([PLOT, ...SQUARE], HEAD.replace("高斯克吕格", "墨卡托")),
      ':4 the projection "墨卡托" can\'t be read',
    ],
    [
      "another unit",
      land([PLOT, ...SQUARE], HEAD.replace("=米", "=千米")),
      ':5 the unit "千米" can\'t be read',
    ],
    [
      "another width",
      land([PLOT, ...SQUARE], HEAD.replace("几度分带=3", "几度分带=1.5")),
      ':3 the zone width "1.5" should be 3 or 6',
    ],
    [
      "a zone in words",
      land([PLOT, ...SQUARE], HEAD.replace("带号=38", "带号=三十八")),
      ':6 the zone "三十八" isn\'t a number',
    ],
  ])("%s", async (_name, text, says) => {
    expect(await complaintOf(() => openLandText(write("a.txt", text), {}))).toBe(says);
  });
});

describe("registration text", () => {
  const FIELDS = "[登记项目]\n***采矿权新立项目内容***\n矿山名称=虚构金矿\n坐标系统=2000国家大地坐标系";
  const ROWS = [
    "1,3820000.00,37480000.00",
    "2,3820000.00,37481000.00",
    "3,3819000.00,37481000.00",
    "标高,1220,900,,1",
  ];
  const text = (rows: readonly string[], fields = FIELDS, total = rows.length) =>
    `${fields}\n矿区范围拐点坐标与标高的总行数=  ${total}\n${rows.map((row, index) => `XY${String(index + 1).padStart(3, "0")}=${row}`).join("\n")}\n`;

  it("a file as the filing program writes it, in GBK", async () => {
    const source = await openRegisterText(join(FILES, "灵宝-报盘-GBK.txt"), {});
    const [feature, ...others] = await featuresOf(source);
    expect(others).toEqual([]);
    expect(feature && ringTexts(feature)).toEqual([
      "3820000 37480000, 3820000 37481000, 3819000 37481000, 3819000 37480000",
      "3815000 37480000, 3815000 37480500, 3814500 37480000",
    ]);
    expect(feature?.attributes).toEqual({
      矿山名称: "虚构金矿",
      开采主矿种: "金矿",
      坐标系统: "2000国家大地坐标系",
      标高上限: 1220,
      标高下限: 800.5,
    });
    expect(source.evidence).toMatchObject({ axes: "north-first", stated: { datum: "2000国家大地坐标系" } });
    expect(source.notes.map(({ en }) => en).slice(1)).toEqual([
      "the elevations of polygon 1, 1220 to 900 m, are kept as attributes; overlays are flat",
      "the elevations of polygon 2, 1100 to 800.5 m, are kept as attributes; overlays are flat",
    ]);
  });

  it.each([
    ["2", "1980西安坐标系"],
    ["4", "坐标系统代码 4"],
    ["2000国家大地坐标系", "2000国家大地坐标系"],
  ])("the datum given as %s", async (said, datum) => {
    const source = await openRegisterText(
      write("a.txt", text(ROWS, FIELDS.replace(/坐标系统=.*/, `坐标系统=${said}`))),
      {},
    );
    expect(source.evidence.stated).toEqual({ datum });
  });

  it("a last polygon without elevations", async () => {
    const [feature] = await featuresOf(await openRegisterText(write("a.txt", text(ROWS.slice(0, 3))), {}));
    expect(feature && ringTexts(feature)).toHaveLength(1);
    expect(feature?.attributes).not.toHaveProperty("标高上限");
  });

  it("a mark of unknown meaning is noted", async () => {
    const source = await openRegisterText(
      write("a.txt", text(ROWS.map((row) => row.replace(",,1", ",,-1")))),
      {},
    );
    expect(source.notes.at(-1)?.en).toBe(
      "what \"-1\" at the end of line 9 means isn't known; it wasn't used",
    );
  });

  it.each([
    ["no rows", FIELDS, "there are no XY rows of coordinates"],
    [
      "fewer rows than declared",
      text(ROWS, FIELDS, 5),
      ":5 it declares 5 rows of corners and elevations and has 4",
    ],
    [
      "a missing row",
      text(ROWS).replace("XY003", "XY004").replace("XY004=标高", "XY005=标高"),
      ":8 this row is XY4 where XY3 is due: one is missing or there twice",
    ],
    [
      "a row twice",
      text(ROWS).replace("XY003", "XY002"),
      ":8 this row is XY2 where XY3 is due: one is missing or there twice",
    ],
    [
      "a broken number",
      text(ROWS).replace("37481000.00", "3748l000.00"),
      ":7 this row is no corner: 2,3820000.00,3748l000.00",
    ],
    ["an elevation in words", text(ROWS).replace("1220", "高"), ':9 the elevation "高" isn\'t a number'],
    [
      "elevations without corners",
      text(["标高,1,0,,1"]),
      ":6 no corners stand before this row of elevations",
    ],
    [
      "longitudes that may be packed",
      text(["1,111.0000,34.3000", "2,111.0030,34.3000", "3,111.0030,34.3030"]),
      expect.stringContaining("may be decimal degrees"),
    ],
  ])("%s", async (_name, content, says) => {
    expect(await complaintOf(() => openRegisterText(write("a.txt", encode(content, "gbk")), {}))).toEqual(
      says,
    );
  });
});
