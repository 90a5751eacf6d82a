import type { Box } from "../../../geometry/shape/shape.ts";
import type { Words } from "../../../model/words.ts";
import { words } from "../../../model/words.ts";
import { corrupt, type Part, startOf } from "./part.ts";

/** Length of the header that .shp and .shx begin with. */
export const HEADER = 100;
const MAGIC = 9994;
const VERSION = 1000;

/** The kinds of shape whose rings are read; Z and M follow after the corners. */
export type ShapeType = 5 | 15 | 25;

export interface Header {
  readonly type: ShapeType;
  /** As the header states it; of a file without shapes it means nothing. */
  readonly box: Box;
}

const REFUSED: Readonly<Record<number, Words>> = {
  0: words("空图形", "null shapes"),
  1: words("点", "points"),
  3: words("线", "lines"),
  8: words("多点", "multipoints"),
  11: words("点（带 Z）", "points with Z"),
  13: words("线（带 Z）", "lines with Z"),
  18: words("多点（带 Z）", "multipoints with Z"),
  21: words("点（带 M）", "points with M"),
  23: words("线（带 M）", "lines with M"),
  28: words("多点（带 M）", "multipoints with M"),
  31: words("多面体（MultiPatch）", "MultiPatch"),
};

/** Reads and checks the header of a .shp. Throws `Unusable`. */
export async function readHeader(shp: Part): Promise<Header> {
  const header = await checkedStart(shp);
  const type = header.readInt32LE(32);
  if (type !== 5 && type !== 15 && type !== 25) refuseType(shp, type);
  return { type, box: boxAt(header, 36) };
}

/** What .shp and .shx have in common: size, signs and length. */
export async function checkedStart(part: Part): Promise<Buffer> {
  if (part.size === 0) corrupt(part, words("文件是空的（0 字节）", "the file is empty (0 bytes)"));
  const header = await startOf(part, HEADER);
  const magic = header.length < 4 ? undefined : header.readInt32BE(0);
  if (magic !== MAGIC) notAShapefile(part, header);
  if (header.length < HEADER)
    corrupt(
      part,
      words(
        `文件只有 ${part.size} 字节，不足 100 字节的文件头`,
        `the file has ${part.size} bytes, less than its header of 100`,
      ),
    );
  const version = header.readInt32LE(28);
  if (version !== VERSION)
    corrupt(
      part,
      words(
        `第 28 字节处的版本号为 ${version}，应为 1000`,
        `its version at byte 28 is ${version}; 1000 is expected`,
      ),
    );
  const stated = header.readInt32BE(24) * 2;
  if (stated !== part.size)
    corrupt(
      part,
      words(
        `文件头记载长度 ${stated} 字节，实际 ${part.size} 字节：${stated > part.size ? "文件被截断" : "多出数据"}，或文件头损坏`,
        `its header states ${stated} bytes, the file has ${part.size}: it was cut or grew, or the header is damaged`,
      ),
    );
  return header;
}

function notAShapefile(part: Part, header: Buffer): never {
  if (header.toString("latin1", 0, 2) === "PK")
    corrupt(
      part,
      words("这是 zip 压缩包，不是 shapefile", "this is a zip, not a shapefile"),
      words("把文件名改为以 .zip 结尾，或先解压", "give it a name that ends in .zip, or unpack it first"),
    );
  corrupt(
    part,
    words(
      `不是 shapefile：开头 4 字节应为 00 00 27 0a，实为 ${hex(header)}`,
      `not a shapefile: it should begin with 00 00 27 0a and begins with ${hex(header)}`,
    ),
    words(
      "检查是否指错了文件，或改了别种文件的扩展名",
      "check that it is the right file, and not another kind renamed",
    ),
  );
}

function hex(bytes: Buffer): string {
  return [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

function refuseType(part: Part, type: number): never {
  const known = REFUSED[type];
  if (known === undefined)
    corrupt(
      part,
      words(
        `第 32 字节处的图形类型为 ${type}，shapefile 没有这种类型`,
        `its shape type at byte 32 is ${type}, which shapefiles don't have`,
      ),
    );
  corrupt(
    part,
    words(`图形是${known.zh}，需要面（多边形）`, `it holds ${known.en}; polygons are needed`),
    words("指定面图层，或先把它转换为面", "name a layer of polygons, or turn it into polygons first"),
  );
}

/** The box that stands at an offset: least x and y, then greatest. */
export function boxAt(bytes: Buffer, at: number): Box {
  return {
    minX: bytes.readDoubleLE(at),
    minY: bytes.readDoubleLE(at + 8),
    maxX: bytes.readDoubleLE(at + 16),
    maxY: bytes.readDoubleLE(at + 24),
  };
}
