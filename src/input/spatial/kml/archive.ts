import { unzipSync } from "fflate";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";

/** What a KML unpacked from an archive may come to: as much as one that is given plainly. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The names of the entries of a zip archive. Throws `Unusable` for a broken one. */
export function entriesOf(bytes: Buffer, file: string): readonly string[] {
  const names: string[] = [];
  unzip(bytes, file, ({ name }) => {
    names.push(nameOf(name));
    return false;
  });
  return names;
}

/** The KML of a KMZ: the layer that is asked for, else the only one. Throws `Unusable`. */
export function kmlIn(bytes: Buffer, file: string, layer: string | undefined): Buffer {
  const names = entriesOf(bytes, file).filter((name) => /\.kml$/i.test(name));
  const wanted = layer === undefined ? names : names.filter((name) => isCalled(name, layer));
  const [name] = wanted;
  if (name === undefined)
    return unusable({
      file,
      message:
        layer === undefined || names.length === 0
          ? words("压缩包中没有 .kml 文件", "there is no .kml file in the archive")
          : words(`压缩包中没有“${layer}”`, `there is no "${layer}" in the archive`),
      remedy: words(`其中有：${names.join("、") || "无"}`, `it holds: ${names.join(", ") || "none"}`),
    });
  if (wanted.length > 1)
    return unusable({
      file,
      message: words(
        `压缩包中有 ${wanted.length} 个 .kml 文件`,
        `there are ${wanted.length} .kml files in the archive`,
      ),
      remedy: words(`用 --layer 指定其一：${names.join("、")}`, `choose one by --layer: ${names.join(", ")}`),
    });
  const found = unzip(bytes, file, (entry) => {
    if (nameOf(entry.name) !== name) return false;
    if (entry.originalSize > MOST_BYTES)
      unusable({
        file,
        message: words(`其中的 ${name} 超过 64 MB`, `${name} in it is larger than 64 MB`),
        remedy: words("拆分该文件", "split it"),
      });
    return true;
  });
  const [content] = Object.values(found);
  return Buffer.from(content ?? []);
}

function isCalled(name: string, layer: string): boolean {
  return (
    name === layer ||
    name
      .split("/")
      .at(-1)
      ?.replace(/\.kml$/i, "") === layer.replace(/\.kml$/i, "")
  );
}

function unzip(
  bytes: Buffer,
  file: string,
  filter: (entry: { readonly name: string; readonly originalSize: number }) => boolean,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (!isZipFault(error)) throw error;
    return unusable({
      file,
      message: words("压缩包已损坏或不完整", "the archive is broken or incomplete"),
      remedy: words("重新压缩或重新下载", "pack or download it again"),
    });
  }
}

/** The unpacker's own errors, and those of numbers that lead outside the file. */
function isZipFault(error: unknown): boolean {
  return (
    error instanceof RangeError || error instanceof TypeError || (error instanceof Error && "code" in error)
  );
}

/** Names without the mark for UTF-8 are GBK on Chinese systems; the unpacker gives their bytes one by one. */
function nameOf(name: string): string {
  const bytes = Buffer.from(name, "latin1");
  if (!/[\u0080-\u00ff]/.test(name) || bytes.toString("latin1") !== name) return name;
  return new TextDecoder("gb18030").decode(bytes);
}
