import { words } from "../../../model/words.ts";
import { refuseDepth } from "../../depth.ts";
import { type Document, positions } from "../../document.ts";
import { parseJson } from "../../json.ts";
import { unusable } from "../../problem.ts";
import { sizeOf } from "../../text.ts";
import { bytesOf } from "../bytes.ts";
import { decodeText } from "../encoding.ts";
import type { SourceOptions, SpatialSource } from "../source.ts";
import { streamedCollection } from "./stream.ts";
import { utf8File } from "./utf8.ts";
import { sourceOf } from "./whole.ts";

/** Files up to this size are read as a whole, with the exact place of whatever is wrong. */
const MOST_WHOLE_BYTES = 1 << 20;

/**
 * Opens a GeoJSON file: a FeatureCollection of any size, a Feature or a bare geometry of areas, in
 * RFC 7946's WGS 84 or what its old `crs` member says. Throws {@link Unusable} with the place.
 */
export async function openGeoJson(file: string, options: SourceOptions): Promise<SpatialSource> {
  const size = file === "-" ? bytesOf(file).length : sizeOf(file);
  if (size > MOST_WHOLE_BYTES) {
    const streamed = streamedCollection(file, utf8File(file, options.encoding));
    if (streamed !== undefined) return streamed;
  }
  const { text, notes } = decodeText(bytesOf(file), file, options.encoding);
  refuseDepth(text, file);
  const document = size > MOST_WHOLE_BYTES ? parseLarge(text, file) : parseJson(text, file);
  // Not the document's own value: that keeps the longest numbers as digits, corners are doubles.
  return sourceOf(JSON.parse(text), document, [], notes, options.lenient);
}

/** A single large geometry: its places would take a tree many times its size, so that errors go without. */
function parseLarge(text: string, file: string): Document {
  try {
    const start = { line: 1, column: 1 };
    return { file, value: JSON.parse(text), locate: () => start, locateKey: () => start };
  } catch (error) {
    const offset = /position (\d+)/.exec(String(error))?.[1];
    return unusable({
      file,
      ...positions(text)(offset === undefined ? text.length : Number(offset)),
      message: words("不是有效的 JSON，或文件在此处中断", "it isn't valid JSON, or the file breaks off here"),
      remedy: words("按 JSON 格式改正该处", "correct the JSON there"),
    });
  }
}
