import { writeFileSync } from "node:fs";
import iconv from "iconv-lite";

/** A column of the table to write: `{ name: "矿区名称", type: "C", length: 40 }`. */
export interface FieldSpec {
  readonly name: string;
  /** C text, N or F number, D date (YYYYMMDD), L logical; others are written as given. */
  readonly type: string;
  readonly length: number;
  readonly decimals?: number;
}

export interface FeatureSpec {
  /** Corners of each ring, written as they are: nothing is closed or turned. Absent: a null shape. */
  readonly rings?: readonly (readonly (readonly [x: number, y: number])[])[];
  /** By field name; text is encoded and cut to the field's length, numbers are set to the right. */
  readonly attributes?: Readonly<Record<string, Value>>;
  /** Marks the row as deleted. */
  readonly deleted?: boolean;
}

/** A small shapefile; what isn't said is ordinary: polygons, UTF-8 with a .cpg, no .prj. */
export interface ShapefileSpec {
  readonly features: readonly FeatureSpec[];
  /** By default one text field, `name`. */
  readonly fields?: readonly FieldSpec[];
  /** Encoding of names and values, as iconv-lite has it: gbk, utf-8, big5. */
  readonly encoding?: string;
  /** Text of the .cpg; `null`: none is written. By default the encoding. */
  readonly cpg?: string | null;
  /** Text of the .prj; none is written by default. */
  readonly prj?: string;
  /** Byte 29 of the .dbf. */
  readonly language?: number;
  readonly type?: "polygon" | "polygonZ" | "polygonM";
  /** What text is filled up with. */
  readonly padding?: "space" | "nul";
}

export interface ShapefileBytes {
  readonly shp: Buffer;
  readonly shx: Buffer;
  readonly dbf: Buffer;
  readonly cpg?: Buffer;
  readonly prj?: Buffer;
}

const TYPES = { polygon: 5, polygonZ: 15, polygonM: 25 } as const;
/** The value that Z and M have where they are written. */
const HEIGHT = 321.5;

/** Writes `base.shp`, `.shx`, `.dbf` and, where there are such, `.cpg` and `.prj`. */
export function writeShapefile(base: string, spec: ShapefileSpec): void {
  for (const [ending, bytes] of Object.entries(shapefileBytes(spec)))
    writeFileSync(`${base}.${ending}`, bytes);
}

export function shapefileBytes(spec: ShapefileSpec): ShapefileBytes {
  const type = TYPES[spec.type ?? "polygon"];
  const encoding = spec.encoding ?? "utf-8";
  const contents = spec.features.map((feature) => content(feature, type));
  const { cpg = encoding, prj } = spec;
  return {
    ...shapes(contents, type, boxOf(spec.features.flatMap(({ rings = [] }) => rings.flat()))),
    dbf: table(spec, encoding),
    ...(cpg === null ? {} : { cpg: Buffer.from(cpg) }),
    ...(prj === undefined ? {} : { prj: Buffer.from(prj) }),
  };
}

type Corners = readonly (readonly [x: number, y: number])[];

function boxOf(corners: Corners): readonly number[] {
  if (corners.length === 0) return [0, 0, 0, 0];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return [least(xs), least(ys), most(xs), most(ys)];
}

function doubles(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, index) => {
    bytes.writeDoubleLE(value, 8 * index);
  });
  return bytes;
}

function integers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => {
    bytes.writeInt32LE(value, 4 * index);
  });
  return bytes;
}

function content({ rings }: FeatureSpec, type: number): Buffer {
  if (rings === undefined) return integers([0]);
  const corners = rings.flat();
  const starts = rings.map((_, index) => rings.slice(0, index).flat().length);
  const heights = type === 5 ? [] : [HEIGHT, HEIGHT, ...corners.map(() => HEIGHT)];
  return Buffer.concat([
    integers([type]),
    doubles(boxOf(corners)),
    integers([rings.length, corners.length, ...starts]),
    doubles(corners.flat()),
    doubles(heights),
  ]);
}

function shapes(contents: readonly Buffer[], type: number, box: readonly number[]) {
  const records: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 50;
  contents.forEach((bytes, index) => {
    const length = bytes.length / 2;
    records.push(bigEndian([index + 1, length]), bytes);
    entries.push(bigEndian([at, length]));
    at += 4 + length;
  });
  return {
    shp: Buffer.concat([header(at, type, box), ...records]),
    shx: Buffer.concat([header(50 + 4 * contents.length, type, box), ...entries]),
  };
}

function bigEndian(values: readonly number[]): Buffer {
  return integers(values).swap32();
}

function header(length: number, type: number, box: readonly number[]): Buffer {
  const bytes = Buffer.alloc(100);
  bytes.writeInt32BE(9994, 0);
  bytes.writeInt32BE(length, 24);
  bytes.writeInt32LE(1000, 28);
  bytes.writeInt32LE(type, 32);
  doubles(box).copy(bytes, 36);
  return bytes;
}

const NAME: FieldSpec = { name: "name", type: "C", length: 20 };

function table(spec: ShapefileSpec, encoding: string): Buffer {
  const { features, fields = [NAME], language = 0, padding = "space" } = spec;
  const head = Buffer.alloc(32 + 32 * fields.length + 1);
  head.writeUInt8(3, 0);
  head.set([126, 1, 1], 1);
  head.writeUInt32LE(features.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(1 + fields.reduce((sum, { length }) => sum + length, 0), 10);
  head.writeUInt8(language, 29);
  fields.forEach(({ name, type, length, decimals = 0 }, index) => {
    const at = 32 + 32 * index;
    iconv.encode(name, encoding).copy(head, at, 0, 10);
    head.write(type, at + 11, "latin1");
    head.writeUInt8(length, at + 16);
    head.writeUInt8(decimals, at + 17);
  });
  head.writeUInt8(0x0d, head.length - 1);
  const rows = features.map(({ attributes = {}, deleted = false }) =>
    Buffer.concat([
      Buffer.from(deleted ? "*" : " "),
      ...fields.map((field) => cell(field, valueIn(attributes, field.name), encoding, padding)),
    ]),
  );
  return Buffer.concat([head, ...rows, Buffer.from([0x1a])]);
}

type Value = string | number | boolean | null | Uint8Array;

/** Fields may have names that every object has a value for. */
function valueIn(attributes: Readonly<Record<string, Value>>, name: string): Value {
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null;
}

function cell(
  { type, length, decimals = 0 }: FieldSpec,
  value: Value,
  encoding: string,
  padding: "space" | "nul",
): Buffer {
  const bytes = Buffer.alloc(length, type === "C" && padding === "nul" ? 0 : 0x20);
  if (value === null) return bytes;
  if (value instanceof Uint8Array) Buffer.from(value).copy(bytes);
  else if (typeof value === "number") bytes.write(value.toFixed(decimals).padStart(length), "latin1");
  else if (typeof value === "boolean") bytes.write(value ? "T" : "F");
  else iconv.encode(value, encoding).copy(bytes);
  return bytes;
}
