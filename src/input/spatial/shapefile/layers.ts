import type { Words } from "../../../model/words.ts";
import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { noSuchLayer } from "../no-such-layer.ts";

/** The endings of a shapefile's files that are read. */
const ENDINGS = ["shp", "shx", "dbf", "prj", "cpg"] as const;
export type Ending = (typeof ENDINGS)[number];

/** A shapefile among other files: the names of its parts, by their endings. */
export interface Layer {
  /** The name without its ending; in a zip with the folders before it. */
  readonly label: string;
  readonly files: Readonly<Partial<Record<Ending, string>>>;
}

/** Splits a name before its ending, in any case of letters; undefined if it isn't one of those read. */
export function splitEnding(name: string): readonly [base: string, ending: Ending] | undefined {
  const match = /^(.*)\.(shp|shx|dbf|prj|cpg)$/is.exec(name);
  return match === null ? undefined : [match[1] ?? "", (match[2] ?? "").toLowerCase() as Ending];
}

/** Names that differ only in the case of letters, or in how accents are composed, are the same to users. */
function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Files that macOS leaves beside the real ones are no shapefiles. */
function isLitter(name: string): boolean {
  return /(^|\/)(__MACOSX\/|\._)/.test(name);
}

/** All shapefiles among the files of `place`, each with its parts. Throws where a part is ambiguous. */
export function layersAmong(names: readonly string[], place: string): readonly Layer[] {
  const files = names
    .filter((name) => !isLitter(name))
    .flatMap((name) => {
      const split = splitEnding(name);
      return split === undefined ? [] : [{ name, base: split[0], ending: split[1] }];
    });
  const part = (label: string, ending: Ending): string | undefined => {
    const alike = files.filter((file) => file.ending === ending && folded(file.base) === folded(label));
    const exact = alike.filter((file) => file.base === label);
    const found = exact.length > 0 ? exact : alike;
    if (found.length > 1)
      ambiguous(
        place,
        found.map(({ name }) => name),
      );
    return found[0]?.name;
  };
  const labels = new Set(files.filter(({ ending }) => ending === "shp").map(({ base }) => base));
  return [...labels].map((label) => ({
    label,
    files: Object.fromEntries(
      ENDINGS.flatMap((ending) => {
        const name = part(label, ending);
        return name === undefined ? [] : [[ending, name]];
      }),
    ),
  }));
}

function ambiguous(place: string, names: readonly string[]): never {
  unusable({
    file: place,
    message: words(
      `有几个文件只差字母大小写：${names.join("、")}`,
      `several files differ only in the case of letters: ${names.join(", ")}`,
    ),
    remedy: words("只留下属于该图层的一个", "keep only the one that belongs to the layer"),
  });
}

/** The layers that a name means: exactly so called, or but for the case of letters, or the file of a path. */
export function layersNamed(layers: readonly Layer[], name: string): readonly Layer[] {
  const label = splitEnding(name)?.[0] ?? name;
  const tests: readonly ((layer: Layer) => boolean)[] = [
    (layer) => layer.label === label,
    (layer) => folded(layer.label) === folded(label),
    (layer) => folded(layer.label.replace(/^.*\//s, "")) === folded(label),
  ];
  for (const test of tests) {
    const found = layers.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

/** The one shapefile of a folder or zip, or the one that `--layer` names. */
export function chooseLayer(layers: readonly Layer[], wanted: string | undefined, place: string): Layer {
  const found = wanted === undefined ? layers : layersNamed(layers, wanted);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (layers.length === 0)
    unusable({
      file: place,
      message: words("其中没有 shapefile（.shp）", "there is no shapefile (.shp) in it"),
      remedy: words("检查是否指错了位置", "check that it is the right place"),
    });
  if (only === undefined)
    return noSuchLayer(
      place,
      wanted ?? "",
      layers.map(({ label }) => label),
    );
  unusable({
    file: place,
    message: words(
      `有 ${found.length} 个图层：${list(found).zh}`,
      `there are ${found.length} layers: ${list(found).en}`,
    ),
    remedy: words("用 --layer 指定其中一个", "name one of them by --layer"),
  });
}

function list(layers: readonly Layer[]): Words {
  const labels = layers.map(({ label }) => label).sort();
  return words(labels.join("、"), labels.join(", "));
}
