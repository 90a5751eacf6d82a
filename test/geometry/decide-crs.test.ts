import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CrsEvidence } from "../../src/geometry/crs/crs.ts";
import { crsName } from "../../src/geometry/crs/crs-name.ts";
import { decideCrs } from "../../src/geometry/crs/decide-crs.ts";
import type { Box } from "../../src/geometry/shape/shape.ts";

const box = (minX: number, minY: number, maxX: number, maxY: number): Box => ({ minX, minY, maxX, maxY });

const DEGREES = box(113.01, 33.2, 113.05, 33.25);
const DEGREES_SWAPPED = box(33.2, 113.01, 33.25, 113.05);
const PREFIXED = box(38_407_000.12, 3_674_000.5, 38_411_000.9, 3_680_000);
const PREFIXED_SWAPPED = box(3_674_000.5, 38_407_000.12, 3_680_000, 38_411_000.9);
const PREFIXED_6 = box(19_593_000, 3_674_000, 19_597_000, 3_680_000);
const PREFIXED_20 = box(20_593_000, 3_674_000, 20_597_000, 3_680_000);
const BARE = box(407_000.12, 3_674_000.5, 411_000.9, 3_680_000);
const BARE_SWAPPED = box(3_674_000.5, 407_000.12, 3_680_000, 411_000.9);
const TWO_ZONES = box(39_618_000, 4_540_000, 40_382_000, 4_546_000);
const NOTHING = box(Infinity, Infinity, -Infinity, -Infinity);

const WGS_84 = { kind: "geographic", datum: "WGS 84" } as const;

const geogcs = (name: string, a = 6378137, rf = 298.257222101) =>
  `GEOGCS["GCS_${name}",DATUM["D_${name}",SPHEROID["${name}",${a},${rf}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;

/** A .prj as ESRI writes it, with whatever is to be odd in it. */
function prj(
  parameters: Readonly<Record<string, number>>,
  { name = "CGCS2000_3_Degree_GK_Zone_38", base = geogcs("China_2000"), unit = 'UNIT["Meter",1.0]' } = {},
) {
  const all = {
    False_Easting: 38_500_000,
    False_Northing: 0,
    Central_Meridian: 114,
    Scale_Factor: 1,
    Latitude_Of_Origin: 0,
    ...parameters,
  };
  const list = Object.entries(all)
    .filter(([, value]) => !Number.isNaN(value))
    .map(([key, value]) => `PARAMETER["${key}",${value}]`);
  return `PROJCS["${name}",${base},PROJECTION["Gauss_Kruger"],${list.join(",")},${unit}]`;
}

/** What was decided, in one line: the CRS, the order if the north is first, and what was assumed. */
function decided(evidence: Partial<CrsEvidence> & { readonly range: Box }): string[] {
  const answer = decideCrs({ axes: "x-first", ...evidence });
  if ("refused" in answer) return [`refused: ${answer.refused.en}`, answer.remedy.en];
  const name = crsName(answer.crs).en.replace("longitude and latitude (degrees)", "degrees");
  return [answer.northFirst ? `${name}, north first` : name, ...answer.assumed.map(({ en }) => en)];
}

const ZONE_38 = "CGCS2000 / 3-degree zone 38 (central meridian 114°, eastings begin with the zone)";
const ZONE_38_BARE = "CGCS2000 / 3-degree zone 38 (central meridian 114°, eastings without the zone)";
const ZONE_19 = "CGCS2000 / 6-degree zone 19 (central meridian 111°, eastings begin with the zone)";
const ZONE_20 = "CGCS2000 / 6-degree zone 20 (central meridian 117°, eastings begin with the zone)";
const ZONE_39 = "CGCS2000 / 3-degree zone 39 (central meridian 117°, eastings begin with the zone)";
const ZONE_39_BARE = "CGCS2000 / 3-degree zone 39 (central meridian 117°, eastings without the zone)";

interface Case {
  readonly name: string;
  readonly given: Partial<CrsEvidence> & { readonly range: Box };
  readonly crs: string;
  /** Patterns of what was assumed, one each, in order. */
  readonly assumed?: readonly RegExp[];
}

const OPTIONS: readonly (readonly [option: string, range: Box, crs: string])[] = [
  ["EPSG:4490", DEGREES, "CGCS2000 degrees"],
  ["4490", DEGREES, "CGCS2000 degrees"],
  ["epsg:4526", PREFIXED, ZONE_38],
  ["4547", BARE, ZONE_38_BARE],
  ["zone=38", PREFIXED, ZONE_38],
  ["Zone 38", BARE, ZONE_38_BARE],
  ["38", BARE, ZONE_38_BARE],
  ["38带", PREFIXED, ZONE_38],
  ["第38带", PREFIXED, ZONE_38],
  ["ｚｏｎｅ＝38", PREFIXED, ZONE_38],
  ["zone3=38", PREFIXED, ZONE_38],
  ["cm=114", PREFIXED, ZONE_38],
  ["CM 114E", BARE, ZONE_38_BARE],
  ["zone6=19", PREFIXED_6, ZONE_19],
  ["zone=19", PREFIXED_6, ZONE_19],
  ["CGCS2000", DEGREES, "CGCS2000 degrees"],
  ["2000国家大地坐标系", DEGREES, "CGCS2000 degrees"],
];

describe("a CRS stated as an option", () => {
  it.each(OPTIONS)("%s", (option, range, crs) => {
    expect(decided({ option, range })).toEqual([crs]);
  });

  it("WGS84 is taken as CGCS2000, and that is said", () => {
    const [crs, ...assumed] = decided({ option: "wgs 84", range: DEGREES });
    expect(crs).toBe("WGS 84 degrees");
    expect(assumed).toEqual([expect.stringMatching(/WGS 84 was taken as CGCS2000/)]);
  });

  it.each([
    "",
    "zone=",
    "zone=24",
    "zone=46",
    "zone=12",
    "zone3=19",
    "zone6=38",
    "cm=115",
    "cm=72",
    "cm=138",
  ])("%s is refused with the list of what may be written", (option) => {
    const [refused, remedy] = decided({ option, range: PREFIXED });
    expect(refused).toMatch(new RegExp(`^refused: the stated CRS "${option}": `));
    for (const form of ["EPSG:4526", "zone=38", "zone6=19", "cm=114", "CGCS2000", "WGS84"])
      expect(remedy).toContain(form);
  });

  it("the first zones and meridians, and the last", () => {
    for (const [option, zone] of [
      ["zone=13", 13],
      ["zone=23", 23],
      ["zone=25", 25],
      ["zone=45", 45],
      ["cm=75", 25],
      ["cm=135", 45],
    ] as const)
      expect(decideCrs({ option, axes: "x-first", range: NOTHING })).toMatchObject({ crs: { zone } });
  });
});

const ACCEPTED: readonly Case[] = [
  { name: "an ESRI .prj with prefix", given: { wkt: prj({}), range: PREFIXED }, crs: ZONE_38 },
  {
    name: "an ESRI .prj by its meridian",
    given: { wkt: prj({ False_Easting: 500_000 }), range: BARE },
    crs: ZONE_38_BARE,
  },
  {
    name: "a .prj of a 6° zone with prefix",
    given: { wkt: prj({ False_Easting: 19_500_000, Central_Meridian: 111 }), range: PREFIXED_6 },
    crs: ZONE_19,
  },
  {
    name: "a .prj of a meridian of both widths, read as 3°",
    given: { wkt: prj({ False_Easting: 500_000, Central_Meridian: 117 }), range: BARE },
    crs: ZONE_39_BARE,
  },
  {
    name: "the same with eastings that begin with the 6° zone",
    given: { wkt: prj({ False_Easting: 500_000, Central_Meridian: 117 }), range: PREFIXED_20 },
    crs: ZONE_20,
    assumed: [/begin with zone 20: taken as/],
  },
  {
    name: "a .prj with BOM, line ends and a height suffix",
    given: {
      wkt: `\uFEFF${prj({}).replaceAll(",", ",\r\n  ")},VERTCS["h",VDATUM["x"],UNIT["Meter",1.0]]\n`,
      range: PREFIXED,
    },
    crs: ZONE_38,
  },
  {
    name: "a .prj with a Chinese name",
    given: { wkt: prj({}, { name: "国家2000三度带38" }), range: PREFIXED },
    crs: ZONE_38,
  },
  {
    name: "a .prj in a county whose pinyin holds xian",
    given: { wkt: prj({}, { name: "LinXian_1980_survey" }), range: PREFIXED },
    crs: ZONE_38,
  },
  {
    name: "a compound WKT with heights",
    given: {
      wkt: `COMPD_CS["x",${prj({})},VERT_CS["1985",VERT_DATUM["1985",2005],UNIT["metre",1],AXIS["Up",UP]]]`,
      range: PREFIXED,
    },
    crs: ZONE_38,
  },
  {
    name: "a WKT with GRS80's twin of the ellipsoid, its datum unnamed",
    given: { wkt: prj({}, { base: geogcs("unknown", 6378137, 298.257222100883) }), range: PREFIXED },
    crs: ZONE_38,
    assumed: [/doesn't name CGCS2000; its parameters are the same/],
  },
  {
    name: "a WKT with an idle TOWGS84",
    given: {
      wkt: prj({}, { base: geogcs("China_2000").replace("101]]", "101],TOWGS84[0,0,0,0,0,0,0]]") }),
      range: PREFIXED,
    },
    crs: ZONE_38,
  },
  {
    name: "a geographic .prj",
    given: { wkt: geogcs("China_Geodetic_Coordinate_System_2000"), range: DEGREES },
    crs: "CGCS2000 degrees",
  },
  {
    name: "a WGS 84 .prj",
    given: { wkt: geogcs("WGS_1984", 6378137, 298.257223563), range: DEGREES },
    crs: "WGS 84 degrees",
    assumed: [/WGS 84 was taken as CGCS2000/],
  },
  {
    name: "a .prj with prefix over eastings without",
    given: { wkt: prj({}), range: BARE },
    crs: ZONE_38_BARE,
    assumed: [/eastings have 6 digits, without a zone: taken as/],
  },
  {
    name: "a .prj without prefix over eastings with",
    given: { wkt: prj({ False_Easting: 500_000 }), range: PREFIXED },
    crs: ZONE_38,
    assumed: [/begin with zone 38: taken as/],
  },
  { name: "an EPSG code of the file", given: { epsg: 4526, range: PREFIXED }, crs: ZONE_38 },
  {
    name: "a text's head",
    given: {
      stated: { datum: "2000国家大地坐标系", width: 3, zone: 38 },
      axes: "north-first",
      range: PREFIXED_SWAPPED,
    },
    crs: `${ZONE_38}, north first`,
  },
  {
    name: "a text's head whose eastings lack the zone",
    given: { stated: { datum: "CGCS2000", width: 3, zone: 38 }, axes: "north-first", range: BARE_SWAPPED },
    crs: `${ZONE_38_BARE}, north first`,
  },
  {
    name: "a text's head without a zone",
    given: { stated: { datum: "国家2000", width: 3 }, axes: "north-first", range: PREFIXED_SWAPPED },
    crs: `${ZONE_38}, north first`,
    assumed: [/begin with zone 38: taken as/],
  },
  {
    name: "a text's head without a datum",
    given: { stated: { width: 3, zone: 38 }, axes: "north-first", range: PREFIXED_SWAPPED },
    crs: `${ZONE_38}, north first`,
    assumed: [/names no datum: CGCS2000 was taken/],
  },
  {
    name: "what the format lays down",
    given: { byFormat: WGS_84, range: DEGREES },
    crs: "WGS 84 degrees",
    assumed: [/WGS 84 was taken as CGCS2000/],
  },
  {
    name: "a format of degrees that holds eastings with their zone",
    given: { byFormat: WGS_84, range: PREFIXED },
    crs: ZONE_38,
    assumed: [/the format asks for WGS 84 degrees, but the eastings have 8 digits/, /CGCS2000 was taken/],
  },
  {
    name: "nothing but the numbers: 3° zone",
    given: { range: PREFIXED },
    crs: ZONE_38,
    assumed: [/states no CRS; the eastings have 8 digits and begin with zone 38/, /names no datum: CGCS2000/],
  },
  {
    name: "nothing but the numbers: 6° zone",
    given: { range: PREFIXED_6 },
    crs: ZONE_19,
    assumed: [/begin with zone 19/, /names no datum/],
  },
  {
    name: "nothing but the numbers: degrees",
    given: { range: DEGREES },
    crs: "CGCS2000 degrees",
    assumed: [/have the size of degrees/, /names no datum/],
  },
  {
    name: "latitude first against the format",
    given: { byFormat: WGS_84, range: DEGREES_SWAPPED },
    crs: "WGS 84 degrees, north first",
    assumed: [/axes are swapped/, /WGS 84 was taken/],
  },
  {
    name: "easting first against the surveyors' order",
    given: { option: "zone=38", axes: "north-first", range: PREFIXED },
    crs: ZONE_38,
    assumed: [/axes are swapped/],
  },
  {
    name: "no word of the order: north first",
    given: { option: "zone=38", axes: "unsaid", range: PREFIXED_SWAPPED },
    crs: `${ZONE_38}, north first`,
    assumed: [/by the size of the numbers, the first number is the northing/],
  },
  {
    name: "no word of the order: east first",
    given: { option: "zone=38", axes: "unsaid", range: BARE },
    crs: ZONE_38_BARE,
    assumed: [/by the size of the numbers, the first number is the easting/],
  },
  {
    name: "an area across two zones",
    given: { wkt: prj({ False_Easting: 39_500_000, Central_Meridian: 117 }), range: TWO_ZONES },
    crs: ZONE_39,
    assumed: [/lies across zones 39 and 40: all corners were brought to/],
  },
  {
    name: "a single wrong corner, to be found by its place",
    given: { wkt: prj({}), range: { ...PREFIXED, maxX: 83_500_123 } },
    crs: ZONE_38,
  },
  {
    name: "an option against the .prj",
    given: { option: "zone=39", wkt: prj({}), range: BARE },
    crs: ZONE_39_BARE,
    assumed: [
      /the stated CRS "zone=39" was followed; the file's CRS definition "CGCS2000_3_Degree_GK_Zone_38" differs/,
    ],
  },
  {
    name: "an option for a .prj that can't be read",
    given: { option: "38", wkt: "PROJCS[", range: BARE },
    crs: ZONE_38_BARE,
    assumed: [/was followed, not this: the file's CRS definition \(\.prj\): not a whole WKT/],
  },
  {
    name: "an option for a local grid's .prj",
    given: { option: "38", wkt: 'LOCAL_CS["Local",LOCAL_DATUM["x",0],UNIT["metre",1]]', range: BARE },
    crs: ZONE_38_BARE,
    assumed: [/not this: .*LOCAL_CS/],
  },
  {
    name: "CGCS2000 as the option, the zone from the .prj",
    given: { option: "CGCS2000", wkt: prj({}), range: BARE },
    crs: ZONE_38_BARE,
    assumed: [/6 digits/],
  },
  { name: "a file without corners by its .prj", given: { wkt: prj({}), range: NOTHING }, crs: ZONE_38 },
  {
    name: "a blank .prj says nothing",
    given: { wkt: " \r\n", range: DEGREES },
    crs: "CGCS2000 degrees",
    assumed: [/states no CRS/, /names no datum/],
  },
];

describe("a CRS accepted", () => {
  it.each(ACCEPTED)("$name", ({ given, crs, assumed = [] }) => {
    const [name, ...said] = decided(given);
    expect(name).toBe(crs);
    expect(said).toEqual(assumed.map((pattern) => expect.stringMatching(pattern)));
  });
});

const XIAN_BASE = geogcs("Xian_1980", 6378140, 298.257);
const BEIJING_BASE = geogcs("Beijing_1954", 6378245, 298.3);

const REFUSED: readonly { name: string; given: Case["given"]; says: RegExp; remedy?: RegExp }[] = [
  {
    name: "Xian 80 .prj",
    given: { wkt: prj({}, { base: XIAN_BASE, name: "Xian_1980_3_Degree_GK_Zone_38" }), range: PREFIXED },
    says: /Xian 80 differs/,
    remedy: /2022 No\. 24/,
  },
  {
    name: "Xian 80 under another name",
    given: { wkt: prj({}, { base: geogcs("x", 6378140, 298.257) }), range: PREFIXED },
    says: /Xian 80 differs/,
  },
  {
    name: "Xian 80 by name, CGCS2000 by ellipsoid",
    given: { wkt: prj({}, { name: "Xian_1980_3_Degree_GK_Zone_38" }), range: PREFIXED },
    says: /Xian 80 differs/,
  },
  {
    name: "Beijing 54 .prj",
    given: { wkt: prj({}, { base: BEIJING_BASE, name: "x" }), range: PREFIXED },
    says: /Beijing 54 differs/,
  },
  {
    name: "Krassovsky's ellipsoid",
    given: { wkt: prj({}, { base: geogcs("x", 6378245, 298.3) }), range: PREFIXED },
    says: /Beijing 54 differs/,
  },
  {
    name: "new Beijing .prj",
    given: { wkt: prj({}, { base: geogcs("New_Beijing", 6378245, 298.3) }), range: PREFIXED },
    says: /New Beijing 54 differs/,
  },
  {
    name: "Xian 80 .prj whatever the option",
    given: { option: "4526", wkt: prj({}, { base: XIAN_BASE }), range: PREFIXED },
    says: /Xian 80 differs/,
  },
  { name: "Xian 80 degrees", given: { wkt: XIAN_BASE, range: DEGREES }, says: /Xian 80 differs/ },
  {
    name: "a datum shift in the WKT",
    given: {
      wkt: prj({}, { base: geogcs("China_2000").replace("101]]", "101],TOWGS84[24,-123,-94,0,0,0,0]]") }),
      range: PREFIXED,
    },
    says: /TOWGS84/,
  },
  {
    name: "a local CRS",
    given: { wkt: 'LOCAL_CS["x",LOCAL_DATUM["x",0],UNIT["metre",1]]', range: BARE },
    says: /LOCAL_CS/,
  },
  {
    name: "a local grid by name",
    given: { wkt: prj({}, { name: "方城县独立坐标系" }), range: PREFIXED },
    says: /local grid/,
  },
  {
    name: "WGS 84 UTM",
    given: {
      wkt: prj(
        { False_Easting: 500_000, Central_Meridian: 111, Scale_Factor: 0.9996 },
        { base: geogcs("WGS_1984", 6378137, 298.257223563) },
      ),
      range: BARE,
    },
    says: /1\/f=298\.257223563/,
  },
  {
    name: "WGS 84 under Gauss-Kruger",
    given: { wkt: prj({}, { base: geogcs("WGS_1984", 6378137, 298.257223563) }), range: PREFIXED },
    says: /1\/f=298\.257223563/,
  },
  {
    name: "a scale factor",
    given: { wkt: prj({ Scale_Factor: 0.9996 }), range: PREFIXED },
    says: /scale factor is 0\.9996, not 1/,
  },
  {
    name: "an origin off the equator",
    given: { wkt: prj({ Latitude_Of_Origin: 30 }), range: PREFIXED },
    says: /latitude of origin is/,
  },
  {
    name: "a false northing",
    given: { wkt: prj({ False_Northing: -3_000_000 }), range: PREFIXED },
    says: /false northing is -3000000/,
  },
  {
    name: "no central meridian",
    given: { wkt: prj({ Central_Meridian: Number.NaN }), range: PREFIXED },
    says: /states no central meridian/,
  },
  {
    name: "no scale factor",
    given: { wkt: prj({ Scale_Factor: Number.NaN }), range: PREFIXED },
    says: /states no scale factor/,
  },
  {
    name: "a meridian of no zone",
    given: { wkt: prj({ Central_Meridian: 113.5 }), range: PREFIXED },
    says: /113\.5°, is none of/,
  },
  {
    name: "a meridian west of China",
    given: { wkt: prj({ Central_Meridian: 72, False_Easting: 500_000 }), range: BARE },
    says: /72°, is none of/,
  },
  {
    name: "a false easting of another zone",
    given: { wkt: prj({ False_Easting: 39_500_000 }), range: PREFIXED },
    says: /false easting 39500000 doesn't go with/,
  },
  {
    name: "a 1.5° strip's false easting",
    given: { wkt: prj({ False_Easting: 0 }), range: PREFIXED },
    says: /false easting 0 doesn't go with/,
  },
  {
    name: "kilometres",
    given: { wkt: prj({ False_Easting: 38_500 }, { unit: 'UNIT["Kilometer",1000.0]' }), range: PREFIXED },
    says: /unit of length, "kilometer"/,
  },
  {
    name: "no unit",
    given: { wkt: prj({}, { unit: 'AUTHORITY["EPSG","4526"]' }), range: PREFIXED },
    says: /unit of length/,
  },
  {
    name: "grads",
    given: { wkt: geogcs("China_2000").replace("0.0174532925199433", "0.01570796326794897"), range: DEGREES },
    says: /unit of angle/,
  },
  {
    name: "another prime meridian",
    given: { wkt: geogcs("China_2000").replace('"Greenwich",0.0', '"Paris",2.33722917'), range: DEGREES },
    says: /prime meridian/,
  },
  {
    name: "another projection",
    given: { wkt: prj({}).replace("Gauss_Kruger", "Lambert_Conformal_Conic"), range: PREFIXED },
    says: /projection is "lambert conformal conic"/,
  },
  { name: "half a WKT", given: { wkt: prj({}).slice(0, 90), range: PREFIXED }, says: /not a whole WKT/ },
  { name: "no WKT", given: { wkt: "Projection GEOGRAPHIC", range: DEGREES }, says: /not a whole WKT/ },
  {
    name: "a proj string",
    given: { wkt: "+proj=tmerc +lon_0=114 [", range: PREFIXED },
    says: /not a whole WKT/,
  },
  {
    name: "the web's projection",
    given: { epsg: 3857, range: box(12_500_000, 3_900_000, 12_510_000, 3_910_000) },
    says: /Web Mercator/,
  },
  {
    name: "UTM by code",
    given: { epsg: 32649, range: BARE },
    says: /EPSG:32649: not a CRS that can be used/,
  },
  {
    name: "a code before the first",
    given: { option: "EPSG:4489", range: DEGREES },
    says: /not a CRS that can be used/,
  },
  ...[4610, 2327, 2349, 2362, 2390].map((epsg) => ({
    name: `EPSG:${epsg}`,
    given: { epsg, range: PREFIXED },
    says: /Xian 80 differs/,
  })),
  ...[4214, 2401, 2442, 21413, 21483].map((epsg) => ({
    name: `EPSG:${epsg}`,
    given: { epsg, range: PREFIXED },
    says: /Beijing 54 differs/,
  })),
  ...[4555, 4568, 4822].map((epsg) => ({
    name: `EPSG:${epsg}`,
    given: { epsg, range: PREFIXED },
    says: /New Beijing 54 differs/,
  })),
  ...["西安80", "1980西安坐标系", "80", "1980年西安坐标系", "国家80", "Xian 1980"].map((datum) => ({
    name: `head: ${datum}`,
    given: { stated: { datum }, range: PREFIXED },
    says: /Xian 80 differs/,
    remedy: /conversion service/,
  })),
  ...["北京54", "54", "1954年北京坐标系", "Beijing54", "BEIJING_1954"].map((datum) => ({
    name: `head: ${datum}`,
    given: { stated: { datum }, range: PREFIXED },
    says: /Beijing 54 differs/,
  })),
  ...["新北京54", "新54"].map((datum) => ({
    name: `head: ${datum}`,
    given: { stated: { datum }, range: PREFIXED },
    says: /New Beijing 54 differs/,
  })),
  ...["地方坐标系", "CGCS2000独立坐标系", "local"].map((datum) => ({
    name: `head: ${datum}`,
    given: { stated: { datum }, range: PREFIXED },
    says: /local grid/,
  })),
  ...["火星坐标", "GCJ-02", "BD09", "百度坐标"].map((datum) => ({
    name: `head: ${datum}`,
    given: { stated: { datum }, range: DEGREES },
    says: /GCJ-02 and BD-09/,
  })),
  ...["2", "北京2000", "上海2000坐标系"].map((datum) => ({
    name: `head: ${datum}`,
    given: { stated: { datum }, range: PREFIXED },
    says: /isn't known/,
  })),
  { name: "option: Xian 80", given: { option: "西安80", range: PREFIXED }, says: /Xian 80 differs/ },
  {
    name: "head: a zone that there isn't",
    given: { stated: { datum: "2000", zone: 50 }, range: PREFIXED },
    says: /no such zone/,
  },
  {
    name: "head: a 6° zone's number as 3°",
    given: { stated: { datum: "2000", width: 3, zone: 19 }, range: PREFIXED_6 },
    says: /zone 19 isn't one of 3 degrees/,
  },
  {
    name: "head: WGS 84 in zones",
    given: { stated: { datum: "WGS84", width: 3, zone: 38 }, range: PREFIXED },
    says: /isn't used with Gauss-Kruger/,
  },
  {
    name: "degrees stated, metres given",
    given: { wkt: geogcs("China_2000"), range: PREFIXED },
    says: /"GCS_China_2000" contradicts the coordinates: the eastings have 8 digits/,
  },
  {
    name: "degrees stated, 7 and 6 digits given",
    given: { option: "EPSG:4490", range: BARE },
    says: /"EPSG:4490" contradicts the coordinates: the eastings have 6 digits/,
  },
  {
    name: "metres stated, degrees given",
    given: { wkt: prj({}), range: DEGREES },
    says: /contradicts the coordinates: the numbers have the size of degrees/,
  },
  {
    name: "zone 38 stated, zone 39 given",
    given: { wkt: prj({}), range: box(39_407_000, 3_674_000, 39_411_000, 3_680_000) },
    says: /Zone_38" contradicts the coordinates: .*begin with zone 39/,
  },
  {
    name: "zone 39 with its prefix stated, its 6° twin given",
    given: { option: "4527", range: PREFIXED_20 },
    says: /begin with zone 20/,
  },
  {
    name: "zones of 6° stated, of 3° given",
    given: { stated: { width: 6 }, range: PREFIXED },
    says: /6-degree zones\) contradicts/,
  },
  {
    name: "head: zone 37 over eastings of 38",
    given: { stated: { datum: "2000", zone: 37 }, range: PREFIXED },
    says: /zone 37\) contradicts the coordinates/,
  },
  { name: "6 digits and no word", given: { range: BARE }, says: /zone isn't known/, remedy: /zone=38/ },
  {
    name: "6 digits and only the datum",
    given: { option: "CGCS2000", range: BARE },
    says: /doesn't say which one/,
    remedy: /zone=38/,
  },
  {
    name: "6 digits and only the width",
    given: { stated: { datum: "2000", width: 3 }, range: BARE },
    says: /doesn't say which one/,
  },
  {
    name: "6 digits in a format of degrees",
    given: { byFormat: WGS_84, range: BARE },
    says: /zone isn't known/,
  },
  {
    name: "degrees outside China",
    given: { byFormat: WGS_84, range: box(2.1, 60, 2.2, 60.1) },
    says: /nowhere in China.*from 2\.1 to 2\.2/,
  },
  {
    name: "an easting of zone 24",
    given: { range: box(24_407_000, 3_674_000, 24_411_000, 3_680_000) },
    says: /nowhere in China/,
  },
  {
    name: "an easting of zone 46",
    given: { option: "zone=38", range: box(46_407_000, 3_674_000, 46_411_000, 3_680_000) },
    says: /nowhere in China/,
  },
  {
    name: "zones that aren't neighbours",
    given: { range: box(38_407_000, 3_674_000, 40_411_000, 3_680_000) },
    says: /aren't neighbours/,
  },
  {
    name: "eastings of 6° and of 3° zones",
    given: { range: box(19_407_000, 3_674_000, 38_411_000, 3_680_000) },
    says: /aren't neighbours/,
  },
  {
    name: "degrees and metres in one file",
    given: { range: box(113, 33, 38_411_000, 3_680_000) },
    says: /kind of the coordinates/,
  },
  {
    name: "both numbers of 6 digits, no word of the order",
    given: { option: "zone=38", axes: "unsaid", range: box(400_000, 400_000, 410_000, 410_000) },
    says: /their order can't be told/,
  },
  { name: "not-a-number", given: { range: box(Number.NaN, 3, Number.NaN, 4) }, says: /no CRS is stated/ },
  { name: "no corners and no word", given: { range: NOTHING }, says: /no coordinates/ },
];

describe("a CRS refused, with the reason and what to do", () => {
  it.each(REFUSED)("$name", ({ given, says, remedy = /./ }) => {
    const [refused, todo] = decided(given);
    expect(refused).toMatch(/^refused: /);
    expect(refused).toMatch(says);
    expect(todo).toMatch(remedy);
  });
});

describe("whatever is written", () => {
  const answered = (given: Case["given"]) => {
    expect(decided(given).length).toBeGreaterThan(0);
  };

  it("a damaged .prj is accepted or refused, never an exception", () => {
    const whole = prj({});
    const place = fc.nat(whole.length);
    const piece = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom("[", "]", '"', ",", "[[", "NaN", "1e999"),
    );
    fc.assert(
      fc.property(place, place, piece, (from, to, put) =>
        answered({ wkt: whole.slice(0, from) + put + whole.slice(to), range: PREFIXED }),
      ),
      { numRuns: 300 },
    );
  });

  it("any option, head and range get an answer", () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }));
    const number = fc.double();
    fc.assert(
      fc.property(
        text,
        text,
        fc.integer(),
        fc.tuple(number, number, number, number),
        (option, datum, zone, range) => {
          answered({ option, range: box(...range) });
          answered({ stated: { datum, zone }, wkt: datum, epsg: zone, range: box(...range) });
        },
      ),
      { numRuns: 200 },
    );
  });
});
