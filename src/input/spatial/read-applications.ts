import { words } from "../../model/words.ts";
import { type ApplicationFile, type ReadingOptions, soundOnes } from "../application.ts";
import { unusable } from "../problem.ts";
import { withSettings } from "../settings.ts";
import { columnOf, documentOf } from "./applications.ts";
import { decideSource } from "./decide.ts";
import { openSpatial } from "./open.ts";

/** Each feature of a spatial file as an application of its own. Throws `Unusable`. */
export async function readFeatureApplications(
  file: string,
  options: ReadingOptions,
): Promise<ApplicationFile> {
  const source = await openSpatial(file, options);
  const decided = decideSource(source, options.crs);
  const columns = columnOf(source, options.mappings);
  const given = [];
  for await (const raw of source.features()) {
    const document = withSettings(documentOf(raw, columns, file, given.length + 1), options.settings);
    given.push({ document, path: [], feature: { raw, decided } });
  }
  if (given.length === 0)
    unusable({
      file,
      message: words("文件中没有要素", "the file holds no feature"),
      remedy: words("每份申请一个面要素", "draw one polygon for each application"),
    });
  return { applications: soundOnes(given), isList: given.length > 1 };
}
