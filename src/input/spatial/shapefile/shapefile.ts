import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import type { SourceOptions, SpatialSource } from "../source.ts";

/** Stands in for the shapefile reader until that is merged. */
export async function openShapefile(file: string, _options: SourceOptions): Promise<SpatialSource> {
  return unusable({ file, message: words("尚不能读取 shapefile", "shapefiles can't be read yet") });
}
