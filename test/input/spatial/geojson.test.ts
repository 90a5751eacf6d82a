import fc from "fast-check";
import { encode } from "iconv-lite";
import { describe, expect, it } from "vitest";
import { DEEPEST } from "../../../src/input/depth.ts";
import { parseJson } from "../../../src/input/json.ts";
import { openGeoJson } from "../../../src/input/spatial/geojson/geojson.ts";
import { FeatureSplitter } from "../../../src/input/spatial/geojson/splitter.ts";
import { sourceOfGeometry } from "../../../src/input/spatial/geojson/whole.ts";
import { complaintOf, featuresOf, ringTexts, scratch } from "../../support/spatial.ts";

const { write } = scratch();

const SQUARE = "[[113,33.2],[113.1,33.2],[113.1,33.3],[113,33.2]]";
const POLYGON = `{"type":"Polygon","coordinates":[${SQUARE}]}`;
const feature = (geometry: string, properties = '{"名称":"虚构"}') =>
  `{"type":"Feature","properties":${properties},"geometry":${geometry}}`;
const collection = (features: string, more = "") =>
  `{"type":"FeatureCollection"${more},"features":[${features}]}`;

async function read(text: string | Uint8Array) {
  const source = await openGeoJson(write("a.geojson", text), {});
  return { source, features: await featuresOf(source) };
}

describe("areas of all forms of GeoJSON", () => {
  const RING = "113 33.2, 113.1 33.2, 113.1 33.3, 113 33.2";
  const HOLE = "[[113.02,33.21],[113.03,33.21],[113.03,33.22],[113.02,33.21]]";
  it.each([
    ["a collection", collection(feature(POLYGON)), [RING]],
    ["a feature", feature(POLYGON), [RING]],
    ["a bare geometry", POLYGON, [RING]],
    ["a multipolygon", `{"type":"MultiPolygon","coordinates":[[${SQUARE}],[${SQUARE}]]}`, [RING, RING]],
    [
      "a geometry collection",
      `{"type":"GeometryCollection","geometries":[${POLYGON},${POLYGON}]}`,
      [RING, RING],
    ],
    [
      "a geometry collection in a feature",
      feature(`{"type":"GeometryCollection","geometries":[${POLYGON}]}`),
      [RING],
    ],
    [
      "a hole",
      `{"type":"Polygon","coordinates":[${SQUARE},${HOLE}]}`,
      [RING, "113.02 33.21, 113.03 33.21, 113.03 33.22, 113.02 33.21"],
    ],
    ["a byte-order mark", `\uFEFF${POLYGON}`, [RING]],
    ["keys in another order", `{"features":[${feature(POLYGON)}],"type":"FeatureCollection"}`, [RING]],
    ["more digits than a double holds", POLYGON.replace("113,", "113.0000000000000000001,"), [RING]],
  ])("%s", async (_name, text, rings) => {
    const { features } = await read(text);
    expect(features.flatMap(ringTexts)).toEqual(rings);
  });

  it("keeps shells and holes apart", async () => {
    const { features } = await read(
      `{"type":"MultiPolygon","coordinates":[[${SQUARE},${HOLE}],[${SQUARE}]]}`,
    );
    const shape = features[0]?.shape;
    expect(shape?.roles === "given" && shape.parts.map((rings) => rings.length)).toEqual([2, 1]);
  });

  it("leaves a feature without geometry without a shape", async () => {
    const { features } = await read(collection(`${feature("null")},${feature(POLYGON)}`));
    expect(features.map(({ shape }) => shape !== undefined)).toEqual([false, true]);
  });

  it("reads attributes, those of no single value as text", async () => {
    const { source, features } = await read(
      collection(
        `${feature(POLYGON, '{"MC":"甲","n":1.5,"ok":true,"list":[1,2],"none":null,"__proto__":"x"}')},${feature(POLYGON, "null")}`,
      ),
    );
    expect(features[0]?.attributes).toEqual(
      Object.fromEntries([
        ["MC", "甲"],
        ["n", 1.5],
        ["ok", true],
        ["list", "[1,2]"],
        ["none", null],
        ["__proto__", "x"],
      ]),
    );
    expect(source.fields).toEqual(["MC", "n", "ok", "list", "none", "__proto__"]);
  });

  it("says that heights were dropped", async () => {
    const { source } = await read(POLYGON.replaceAll("33.2]", "33.2,450]"));
    expect(source.notes.map(({ en }) => en)).toEqual(["heights were dropped"]);
  });

  it("reads GBK, and says so", async () => {
    const { source, features } = await read(
      encode(collection(feature(POLYGON, '{"名称":"铜矿［乙］｛丙｝"}')), "gb18030"),
    );
    expect(features[0]?.attributes).toEqual({ 名称: "铜矿［乙］｛丙｝" });
    expect(source.notes.map(({ en }) => en)).toEqual([expect.stringContaining("GB18030")]);
  });
});

describe("what is known of the CRS", () => {
  const named = (name: string) => `,"crs":{"type":"name","properties":{"name":"${name}"}}`;
  const wgs84 = { kind: "geographic", datum: "WGS 84" };
  const metres = feature(
    '{"type":"Polygon","coordinates":[[[38500000,3680000],[38501000,3680000],[38501000,3681000],[38500000,3680000]]]}',
  );
  it.each([
    ["nothing, degrees", "", feature(POLYGON), { byFormat: wgs84 }],
    ["nothing, metres", "", metres, {}],
    ["null, degrees", ',"crs":null', feature(POLYGON), {}],
    ["a URN", named("urn:ogc:def:crs:EPSG::4526"), metres, { epsg: 4526 }],
    ["a URN with a version", named("urn:ogc:def:crs:EPSG:8.9:4490"), feature(POLYGON), { epsg: 4490 }],
    ["a short name", named("EPSG:4526"), metres, { epsg: 4526 }],
    ["an address", named("http://www.opengis.net/def/crs/EPSG/0/4490"), feature(POLYGON), { epsg: 4490 }],
    ["the oldest style", ',"crs":{"type":"EPSG","properties":{"code":4526}}', metres, { epsg: 4526 }],
    ["CRS84", named("urn:ogc:def:crs:OGC:1.3:CRS84"), feature(POLYGON), { byFormat: wgs84 }],
    [
      "well-known text",
      named("PROJCS['CGCS2000_3_Degree_GK_Zone_38']"),
      metres,
      { wkt: "PROJCS['CGCS2000_3_Degree_GK_Zone_38']" },
    ],
  ])("%s", async (_name, member, features, expected) => {
    const { source } = await read(collection(features, member));
    const { range: _range, ...evidence } = source.evidence;
    expect(evidence).toEqual({ axes: "x-first", ...expected });
  });

  it.each([
    ["an unknown name", named("local grid"), "isn't known"],
    ["a link", ',"crs":{"type":"link","properties":{"href":"http://example.com"}}', "isn't known"],
  ])("%s is refused", async (_name, member, says) => {
    expect(
      await complaintOf(() => openGeoJson(write("a.geojson", collection(feature(POLYGON), member)), {})),
    ).toContain(says);
  });

  it("is one for the whole file", async () => {
    const odd = feature(POLYGON.replace("}", ',"crs":{"type":"name","properties":{"name":"EPSG:4526"}}}'));
    expect(
      await complaintOf(() => openGeoJson(write("a.geojson", collection(`${feature(POLYGON)},${odd}`)), {})),
    ).toMatch(/^:1:\d+ feature 2: this feature has a coordinate system of its own/);
  });

  it("the range is that of all corners", async () => {
    const { source } = await read(
      collection(`${feature(POLYGON)},${feature(POLYGON.replaceAll("113", "112"))}`),
    );
    expect(source.evidence.range).toEqual({ minX: 112, minY: 33.2, maxX: 113.1, maxY: 33.3 });
  });
});

/** What the place that is told begins with; empty: the end of the text. */
const BROKEN: readonly (readonly [name: string, text: string, at: string, says: string])[] = [
  ["nothing", "", "", "a value is expected here"],
  [
    "a bare word",
    "中文",
    "中文",
    'this word isn\'t a JSON value (only true, false, null, numbers and "texts" are)',
  ],
  ["a list", "[1]", "[1]", "this isn't GeoJSON: [1]"],
  ["another object", '{"id":"a"}', '{"id"', 'this isn\'t GeoJSON: {"id":"a"}'],
  ["no features", collection(""), "[]}", "the list of features is empty"],
  ["features missing", '{"type":"FeatureCollection"}', "{", "this FeatureCollection has no features"],
  ["a cut file", collection(feature(POLYGON)).slice(0, 150), "", "a closing bracket ] is missing"],
  ["a comma too many", collection(`${feature(POLYGON)},`), "]}", "a value is expected here"],
  [
    "a key twice",
    feature(POLYGON.replace('{"type"', '{"coordinates":[],"type"')),
    `"coordinates":[${SQUARE}`,
    'the key "coordinates" appears twice',
  ],
  ["something behind the end", `${POLYGON}\n{"a":1}`, '{"a":1}', "the file should end here"],
  [
    "NaN",
    POLYGON.replace("113,", "NaN,"),
    "NaN",
    'this word isn\'t a JSON value (only true, false, null, numbers and "texts" are)',
  ],
  [
    "a point",
    collection(`${feature(POLYGON)},\n${feature('{"type":"Point","coordinates":[113,33]}')}`),
    '"Point"',
    "feature 2: the geometry is a point (Point), not an area",
  ],
  [
    "lines",
    feature('{"type":"MultiLineString","coordinates":[]}'),
    '"MultiLineString"',
    "the geometry is lines (MultiLineString), not an area",
  ],
  [
    "an unknown type",
    feature('{"type":"Curve","coordinates":[]}'),
    '"Curve"',
    '"Curve" isn\'t a type of geometry',
  ],
  ["no type", feature('{"coordinates":[]}'), '{"coordinates"', "the geometry has no type"],
  [
    "a level too few",
    `{"type":"Polygon","coordinates":${SQUARE}}`,
    SQUARE,
    "coordinates of a Polygon have 3 levels of brackets, these have 2",
  ],
  [
    "a level too many",
    `{"type":"Polygon","coordinates":[[${SQUARE}]]}`,
    `[[${SQUARE}`,
    "coordinates of a Polygon have 3 levels of brackets, these have 4",
  ],
  [
    "a multipolygon of rings",
    `{"type":"MultiPolygon","coordinates":[${SQUARE}]}`,
    `[${SQUARE}`,
    "coordinates of a MultiPolygon have 4 levels of brackets, these have 3",
  ],
  [
    "a text for a number",
    POLYGON.replace("113.1,33.3", '113.1,"33.3"'),
    '"33.3"',
    'a coordinate is a number, not "33.3"',
  ],
  [
    "null for a number",
    POLYGON.replace("113.1,33.3", "null,33.3"),
    "null",
    "a coordinate is a number, not null",
  ],
  [
    "one number for a position",
    POLYGON.replace("[113.1,33.3]", "[113.1]"),
    "[113.1]",
    "a position [x, y] is expected here, not [113.1]",
  ],
  [
    "a number for a position",
    POLYGON.replace("[113.1,33.3]", "7"),
    "7",
    "a position [x, y] is expected here, not 7",
  ],
  ["no coordinates", '{"type":"Polygon"}', "{", "an array is expected here, not undefined"],
  [
    "a geometry among features",
    collection(POLYGON),
    POLYGON,
    'feature 1: a Feature is expected here, not {"type":"Polygon","coordinates":[[[113,3…',
  ],
  ["a feature without geometry", '{"type":"Feature","properties":{}}', "{", "the feature has no geometry"],
  ["a text for a geometry", feature('"WKT"'), '"WKT"', "a geometry is an object"],
  ["properties that are none", feature(POLYGON, "[1]"), "[1]", "properties are an object, not [1]"],
];

describe("a broken file is one clear error with its place", () => {
  it.each(BROKEN)("%s", async (_name, text, at, says) => {
    const complaint = await complaintOf(() => openGeoJson(write("a.geojson", text), {}));
    const [, line, column, message] = /^:(\d+):(\d+) (.*)$/.exec(complaint) ?? [];
    expect(message).toBe(says);
    const rest = text.split("\n")[Number(line) - 1]?.slice(Number(column) - 1) ?? "no such line";
    expect(rest.startsWith(at) && (at !== "" || rest === "")).toBe(true);
  });

  it("nesting that no geometry has", async () => {
    const text = `${"[".repeat(5000)}${"]".repeat(5000)}`;
    expect(await complaintOf(() => openGeoJson(write("a.geojson", text), {}))).toBe(
      ":1:201 it is nested too deeply",
    );
  });
});

describe("inline geometry of an application", () => {
  const open = (geometry: string) => {
    const document = parseJson(`{\n  "id": "虚构-1",\n  "geometry": ${geometry}\n}`, "app.json");
    const { geometry: value } = document.value as { geometry: unknown };
    return sourceOfGeometry(value, document, ["geometry"]);
  };

  it("is read like a file", async () => {
    const source = open(POLYGON.replace("113,", "113.0000000000000000001,"));
    expect((await featuresOf(source)).flatMap(ringTexts)).toEqual([
      "113 33.2, 113.1 33.2, 113.1 33.3, 113 33.2",
    ]);
    expect(source.file).toBe("app.json");
  });

  it("has its errors in the application's file", async () => {
    expect(await complaintOf(async () => open('{"type":"Point","coordinates":[1,2]}'))).toBe(
      ":3:23 the geometry is a point (Point), not an area",
    );
  });
});

/** Large enough to be streamed. */
const COUNT = 4500;
const many = Array.from({ length: COUNT }, (_, index) =>
  feature(POLYGON, `{"BH":${index},"备注":"\\"}]${"虚构".repeat(20)}"}`),
);

describe("a large file streams", () => {
  const large = (text: string, options = {}) => openGeoJson(write("large.geojson", text), options);

  it("whatever the order of its keys", async () => {
    const source = await large(
      `{"name":"features [","features":[\n${many.join(",\n")}\n],"crs":{"type":"name","properties":{"name":"EPSG:4490"}},"type":"FeatureCollection"}`,
    );
    const features = await featuresOf(source);
    expect(features.map(({ attributes }) => attributes["BH"])).toEqual(many.map((_, index) => index));
    expect(source.evidence).toEqual({
      epsg: 4490,
      axes: "x-first",
      range: { minX: 113, minY: 33.2, maxX: 113.1, maxY: 33.3 },
    });
    expect(source.fields).toEqual(["BH", "备注"]);
  });

  it("the same as a small one, feature by feature", async () => {
    const { features } = await read(collection(many.slice(0, 3).join(",")));
    const [first, second, third] = await featuresOf(await large(collection(many.join(","))));
    expect([first, second, third]).toEqual(features);
  });

  it("in GBK", async () => {
    const source = await openGeoJson(
      write("large.geojson", encode(collection(many.join(",")), "gb18030")),
      {},
    );
    const [first] = await featuresOf(source);
    expect(first?.attributes["备注"]).toBe(`"}]${"虚构".repeat(20)}`);
    expect(source.notes.map(({ en }) => en)).toEqual([expect.stringContaining("GB18030")]);
  });

  it("with heights told and WGS 84 laid down", async () => {
    const source = await large(
      collection([...many, feature(POLYGON.replace("33.3", "33.3,-450.5"))].join(",")),
    );
    expect(source.notes.map(({ en }) => en)).toEqual(["heights were dropped"]);
    expect(source.evidence.byFormat).toEqual({ kind: "geographic", datum: "WGS 84" });
  });

  it("a single large feature too", async () => {
    const ring = Array.from({ length: 60_000 }, (_, at) => `[${113 + at * 1e-6},33.123456789]`).join(",");
    const [only] = await featuresOf(await large(`{"type":"Polygon","coordinates":[[${ring}]]}`));
    expect(ringTexts(only ?? expect.fail("no feature"))[0]?.split(", ")).toHaveLength(60_000);
  });

  const last = many[COUNT - 1] as string;
  const with_ = (end: string, close = "\n]}") =>
    `{"type":"FeatureCollection","features":[\n${many.slice(0, -1).join(",\n")},\n${end}${close}`;
  it.each([
    [
      "a cut file",
      with_(last.slice(0, -5), ""),
      `:4501:${last.length - 4} the file breaks off at feature 4500`,
    ],
    [
      "a missing comma",
      with_(`${last}\n${last}`),
      ":4502:1 a comma or a closing bracket is expected after feature 4500",
    ],
    ["a comma too many", with_(`${last},`), ":4502:1 feature 4501 should be a Feature object"],
    ["a number among features", with_("5"), ":4501:1 feature 4500 should be a Feature object"],
    [
      "a point",
      with_(feature('{"type":"Point","coordinates":[113,33]}')),
      ":4501:63 feature 4500: the geometry is a point (Point), not an area",
    ],
    [
      "nesting that no geometry has",
      with_(`{"a":${"[".repeat(250)}`),
      `:4501:${DEEPEST + 5} it is nested too deeply`,
    ],
    [
      "bad JSON inside a feature",
      with_(last.replace("33.3", "33.3.3")),
      expect.stringMatching(/^:4501:\d+ feature 4500: /),
    ],
    [
      "a key twice",
      with_(last.replace('{"type":"Polygon"', '{"coordinates":[],"type":"Polygon"')),
      ':4501:1 the key "coordinates" appears twice in feature 4500',
    ],
    [
      "another kind of object",
      with_(last).replace('"FeatureCollection"', '"Something"'),
      ":1:1 it has features but isn't a FeatureCollection",
    ],
    [
      "something behind the end",
      with_(last, "\n]} x"),
      expect.stringMatching(/^:4502:1 after the list of features: /),
    ],
    [
      "an unknown CRS",
      with_(last, '\n],"crs":{"type":"name","properties":{"name":"x"}}}'),
      expect.stringContaining("isn't known"),
    ],
    ["a large list", `[${"1,".repeat(700_000)}1]`, expect.stringContaining("this isn't GeoJSON")],
    [
      "a large cut geometry",
      `{"type":"Polygon","coordinates":[[${"[1,2],".repeat(300_000)}`,
      ":1:1800035 it isn't valid JSON, or the file breaks off here",
    ],
  ])("%s", async (_name, text, says) => {
    expect(await complaintOf(() => large(text))).toEqual(says);
  });
});

it("features are cut the same wherever the file is cut into pieces", () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: "grapheme" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
      tie("list"),
      tie("object"),
    ),
    list: fc.array(tie("any"), { maxLength: 3 }),
    object: fc.dictionary(fc.string(), tie("any"), { maxKeys: 3 }),
  }));
  fc.assert(
    fc.property(
      fc.array(value["object"] as fc.Arbitrary<unknown>, { maxLength: 4 }),
      fc.array(fc.nat(40), { minLength: 1 }),
      (features, cuts) => {
        const bytes = Buffer.from(JSON.stringify({ a: ']"[', features, b: [] }));
        const splitter = new FeatureSplitter((offset, message) => expect.fail(`${offset}: ${message.en}`));
        const found: unknown[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const end = at + 1 + (cuts[turn % cuts.length] as number);
          for (const one of splitter.push(bytes.subarray(at, end))) {
            found.push(JSON.parse(one.bytes.toString("utf8")));
            expect(bytes.subarray(one.offset, one.offset + one.bytes.length)).toEqual(one.bytes);
          }
          at = end;
        }
        expect(found).toEqual(JSON.parse(JSON.stringify(features)));
        expect(JSON.parse(splitter.frame().toString())).toEqual({ a: ']"[', features: [], b: [] });
      },
    ),
  );
});
