import { unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";
import type { ShapefileSinks } from "../../screen/shapefile-outlet.ts";
import { sameFile, WholeFile } from "../whole-file.ts";

const ENDING = /\.shp$/i;
/** Indexes that other programs keep of the shapes; of those that are replaced they would tell what isn't so. */
const INDEXES = ["sbn", "sbx", "qix"];

/** The files of a shapefile, by the name of its .shp. */
export function shapefileParts(file: string) {
  const base = file.replace(ENDING, "");
  return {
    shp: file,
    shx: `${base}.shx`,
    dbf: `${base}.dbf`,
    prj: `${base}.prj`,
    cpg: `${base}.cpg`,
  } as const;
}

/** A shapefile in the making, which appears as a set: its .shp is the last to be there, and never stands beside parts of another. */
export class WholeShapefile implements ShapefileSinks {
  readonly parts: Readonly<Record<keyof ShapefileSinks["parts"], WholeFile>>;

  /** Throws `Unusable` if one of them can't be written; then none is there. */
  constructor(private readonly file: string) {
    if (!ENDING.test(file))
      unusable({
        file,
        message: words("shapefile 的文件名应以 .shp 结尾", "the name of a shapefile ends in .shp"),
        remedy: words(`写作 -o shp=${file}.shp`, `write -o shp=${file}.shp`),
      });
    const opened: Record<string, WholeFile> = {};
    try {
      for (const [ending, name] of Object.entries(shapefileParts(file))) opened[ending] = openPart(name);
    } catch (error) {
      for (const part of Object.values(opened)) part.abandon();
      throw error;
    }
    this.parts = opened as typeof this.parts;
  }

  commit(): void {
    const base = sameFile(this.file).replace(ENDING, "");
    const { shp, ...others } = this.parts;
    shp.clear(INDEXES.map((ending) => `${base}.${ending}`));
    for (const part of Object.values(others)) part.commit();
    shp.commit();
  }

  abandon(): void {
    for (const part of Object.values(this.parts)) part.abandon();
  }
}

function openPart(name: string): WholeFile {
  const part = new WholeFile(name);
  if (part.isFile) return part;
  part.abandon();
  return unusable({
    file: name,
    message: words("shapefile 不能写入管道或设备", "a shapefile can't be written to a pipe or a device"),
    remedy: words("指定普通文件名", "name an ordinary file"),
  });
}
