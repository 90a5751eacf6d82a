import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";

/** A file as a URI: relative where its path is. */
export function fileUri(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
