import { unzipSync } from "fflate";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { noSuchLayer } from "../no-such-layer.ts";

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

export interface ChosenKml {
  readonly bytes: Buffer;
  /** Its name, where it was chosen among several. */
  readonly chosen?: string;
}

/**
 * The KML of a KMZ: the layer that is asked for, else the only one with areas; some programs write an
 * index of links beside it. Throws `Unusable`.
 */
export function kmlIn(bytes: Buffer, file: string, layer: string | undefined): ChosenKml {
  const files = kmlFilesIn(bytes, file);
  const names = [...files.keys()];
  const called = names.filter((name) => layer === undefined || isCalled(name, layer));
  if (called.length === 0) {
    if (layer !== undefined && names.length > 0) return noSuchLayer(file, layer, names);
    return unusable({
      file,
      message: words("压缩包中没有 .kml 文件", "there is no .kml file in the archive"),
      remedy: words("检查是否指错了文件", "check that it is the right file"),
    });
  }
  const withAreas = called.filter((name) => files.get(name)?.includes("Polygon"));
  const wanted = withAreas.length > 0 ? withAreas : called.slice(0, 1);
  const [name = ""] = wanted;
  if (wanted.length > 1)
    return unusable({
      file,
      message: words(
        `压缩包中有 ${wanted.length} 个含多边形的 .kml 文件`,
        `there are ${wanted.length} .kml files with polygons in the archive`,
      ),
      remedy: words(
        `用 --layer 指定其一：${wanted.join("、")}`,
        `choose one by --layer: ${wanted.join(", ")}`,
      ),
    });
  const isChosen = layer === undefined && names.length > 1;
  return { bytes: files.get(name) ?? Buffer.alloc(0), ...(isChosen && { chosen: name }) };
}

function kmlFilesIn(bytes: Buffer, file: string): ReadonlyMap<string, Buffer> {
  let total = 0;
  const found = unzip(bytes, file, ({ name, originalSize }) => {
    if (!/\.kml$/i.test(name)) return false;
    total += originalSize;
    if (total > MOST_BYTES)
      unusable({
        file,
        message: words("其中的 .kml 共超过 64 MB", "the .kml files in it are larger than 64 MB together"),
        remedy: words("拆分该文件", "split it"),
      });
    return true;
  });
  return new Map(Object.entries(found).map(([name, content]) => [nameOf(name), Buffer.from(content)]));
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
