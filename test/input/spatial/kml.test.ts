import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { encode } from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openKml } from "../../../src/input/spatial/kml/kml.ts";
import { complaintOf, FILES, featuresOf, ringTexts, scratch } from "../../support/spatial.ts";

const { write } = scratch();

const RING = "<LinearRing><coordinates>113,33.2 113.1,33.2,0 113.1,33.3 113,33.2</coordinates></LinearRing>";
const OUTER = `<outerBoundaryIs>${RING}</outerBoundaryIs>`;
const INNER =
  "<innerBoundaryIs><LinearRing><coordinates>113.05,33.22 113.06,33.22 113.06,33.23 113.05,33.22</coordinates></LinearRing></innerBoundaryIs>";
const SHELL = "113 33.2, 113.1 33.2, 113.1 33.3, 113 33.2";
const HOLE = "113.05 33.22, 113.06 33.22, 113.06 33.23, 113.05 33.22";
const polygon = (inside: string) => `<Polygon>${inside}</Polygon>`;
const kml = (inside: string, root = "kml") =>
  `<${root} xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></${root}>`;
const placemark = (inside: string) => kml(`<Placemark><name>虚构范围</name>${inside}</Placemark>`);

async function read(content: string | Uint8Array, name = "a.kml", options = {}) {
  const source = await openKml(write(name, content), options);
  return { source, features: await featuresOf(source) };
}

describe("areas of KML", () => {
  it.each([
    ["a polygon", placemark(polygon(OUTER)), [[SHELL]]],
    ["a hole", placemark(polygon(OUTER + INNER)), [[SHELL, HOLE]]],
    ["a hole that comes first", placemark(polygon(INNER + OUTER)), [[SHELL, HOLE]]],
    [
      "two holes in one element",
      placemark(polygon(OUTER + INNER.replace("</inner", `${RING}</inner`))),
      [[SHELL, HOLE, SHELL]],
    ],
    [
      "several polygons",
      placemark(`<MultiGeometry>${polygon(OUTER)}${polygon(OUTER)}</MultiGeometry>`),
      [[SHELL], [SHELL]],
    ],
    ["folders", kml(`<Folder><Folder><Placemark>${polygon(OUTER)}</Placemark></Folder></Folder>`), [[SHELL]]],
    [
      "a prefix",
      `<k:kml xmlns:k="http://www.opengis.net/kml/2.2">${`<Placemark>${polygon(OUTER)}</Placemark>`.replaceAll(/<(\/?)/g, "<$1k:")}</k:kml>`,
      [[SHELL]],
    ],
    ["lines between corners", placemark(polygon(OUTER.replaceAll(" ", "\n\t"))), [[SHELL]]],
  ])("%s", async (_name, text, parts) => {
    const { features } = await read(text);
    const shape = features[0]?.shape;
    expect(shape?.roles).toBe("given");
    expect(features.flatMap(ringTexts)).toEqual(parts.flat());
    expect(shape?.roles === "given" && shape.parts.map((rings) => rings.length)).toEqual(
      parts.map((rings) => rings.length),
    );
  });

  it("in WGS 84, with names and extended data as attributes", async () => {
    const source = await openKml(join(FILES, "方城.kml"), {});
    const [feature] = await featuresOf(source);
    expect(source.evidence).toMatchObject({ byFormat: { datum: "WGS 84" }, axes: "x-first" });
    expect(feature?.attributes).toEqual({ name: "虚构范围", 矿种: "萤石" });
    expect(feature?.place.en).toBe('placemark "虚构范围"');
    expect(source.notes.map(({ en }) => en)).toEqual([
      "1 placemarks of points or lines weren't read",
      "heights were dropped",
    ]);
  });

  it("with schema data", async () => {
    const { source } = await read(
      placemark(
        `<ExtendedData><SchemaData><SimpleData name="KQMC">甲</SimpleData></SchemaData></ExtendedData>${polygon(OUTER)}`,
      ),
    );
    expect(source.fields).toEqual(["name", "KQMC"]);
  });

  it("in the encoding that it declares", async () => {
    const { source } = await read(
      encode(`<?xml version="1.0" encoding="GBK"?>${placemark(polygon(OUTER))}`, "gbk"),
    );
    const [feature] = await featuresOf(source);
    expect(feature?.attributes).toEqual({ name: "虚构范围" });
    expect(source.notes).toEqual([]);
  });

  it("network links are told and not followed", async () => {
    const { source } = await read(
      placemark(polygon(OUTER)).replace(
        "</Document>",
        "<NetworkLink><Link><href>http://example.com/a.kml</href></Link></NetworkLink></Document>",
      ),
    );
    expect(source.notes.map(({ en }) => en)).toEqual(["1 network links weren't followed"]);
  });
});

describe("KMZ", () => {
  it("with one KML", async () => {
    const source = await openKml(join(FILES, "方城.kmz"), {});
    expect(source.format).toBe("KMZ");
    expect((await featuresOf(source)).flatMap(ringTexts)).toHaveLength(2);
  });

  it.each(["二", "二.kml"])("with two, by the name %s", async (layer) => {
    const [feature] = await featuresOf(await openKml(join(FILES, "方城-两个图层.kmz"), { layer }));
    expect(feature?.attributes["name"]).toBe("虚构范围二");
  });

  it.each([
    ["two and no name", "方城-两个图层.kmz", {}, "there are 2 .kml files with polygons in the archive"],
    ["a name that isn't there", "方城-两个图层.kmz", { layer: "三" }, 'there is no layer "三"'],
    ["an empty name, which asks for the names", "方城-两个图层.kmz", { layer: "" }, "--layer names no layer"],
  ])("%s", async (_name, file, options, says) => {
    expect(await complaintOf(() => openKml(join(FILES, file), options))).toBe(says);
  });

  it("with an index of links beside the one with areas", async () => {
    const index = kml("<NetworkLink><Link><href>layers/a.kml</href></Link></NetworkLink>");
    const { source, features } = await read(
      zipSync({ "doc.kml": strToU8(index), "layers/a.kml": strToU8(placemark(polygon(OUTER))) }),
      "a.kmz",
    );
    expect(features.flatMap(ringTexts)).toEqual([SHELL]);
    expect(source.notes.map(({ en }) => en)).toEqual(["layers/a.kml in the archive was read"]);
  });

  it.each([
    ["no KML inside", zipSync({ "a.txt": strToU8("虚构") }), "there is no .kml file in the archive"],
    [
      "a cut archive",
      zipSync({ "doc.kml": strToU8(placemark(polygon(OUTER))) }).subarray(0, 100),
      "the archive is broken or incomplete",
    ],
  ])("%s", async (_name, bytes, says) => {
    expect(await complaintOf(() => openKml(write("a.kmz", bytes), {}))).toBe(says);
  });
});

describe("what can't be read", () => {
  it.each([
    ["nothing", "", "it isn't valid XML: missing root element"],
    ["another root", "<gpx/>", "this is <gpx>, not KML"],
    [
      "an open element",
      "<kml>\n<Document>\n</kml>",
      ':2 it isn\'t valid XML: Opening and ending tag mismatch: "Document" != "kml"',
    ],
    ["an unquoted attribute", "<kml a=1/>", expect.stringMatching(/^:1 it isn't valid XML: /)],
    [
      "an entity from outside",
      `<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>${placemark(polygon(OUTER)).replace("虚构范围", "&x;")}`,
      ":1 it isn't valid XML: entity not found:&x;",
    ],
    [
      "points only",
      placemark("<Point><coordinates>113,33</coordinates></Point>"),
      "all 1 placemarks are points or lines, none is an area",
    ],
    ["no placemarks", kml(""), "there are no placemarks in the file"],
    ["network links only", kml("<NetworkLink/>"), "the file has only network links, no geometry"],
    [
      "a point among polygons of one placemark",
      placemark(
        `<MultiGeometry>${polygon(OUTER)}<Point><coordinates>113,33</coordinates></Point></MultiGeometry>`,
      ),
      ':1 placemark "虚构范围": the geometry is a point or a line (Point), not an area',
    ],
    [
      "no shell",
      placemark(polygon(INNER)),
      ':1 placemark "虚构范围": a polygon has one outerBoundaryIs, this one has 0',
    ],
    [
      "a space behind a comma",
      placemark(polygon(OUTER.replace("113.1,33.3", "113.1, 33.3"))),
      ':1 placemark "虚构范围": "113.1," isn\'t a coordinate',
    ],
    [
      "a letter",
      placemark(polygon(OUTER.replace("113.1,33.3", "113.1,33.3N"))),
      ':1 placemark "虚构范围": "113.1,33.3N" isn\'t a coordinate',
    ],
    [
      "four numbers",
      placemark(polygon(OUTER.replace("113.1,33.3", "113.1,33.3,0,0"))),
      ':1 placemark "虚构范围": "113.1,33.3,0,0" isn\'t a coordinate',
    ],
  ])("%s", async (_name, text, says) => {
    expect(await complaintOf(() => openKml(write("a.kml", text), {}))).toEqual(says);
  });
});
