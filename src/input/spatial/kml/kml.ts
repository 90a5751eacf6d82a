import { words } from "../../../model/words.ts";
import { unusable } from "../../problem.ts";
import { bytesOf } from "../bytes.ts";
import { heldSource } from "../held.ts";
import { hasNoLayers } from "../no-such-layer.ts";
import type { SourceOptions, SpatialSource } from "../source.ts";
import { type ChosenKml, kmlIn } from "./archive.ts";
import { decodeXml, elementsNamed, type FailElement, lineOfElement, parseXml } from "./document.ts";
import { placemarkOf, type Seen } from "./placemark.ts";

/**
 * Opens KML or KMZ: every placemark is a feature, in WGS 84 as the format lays down. Points and lines
 * stand beside areas in such files and are passed over with a note. Throws {@link Unusable}.
 */
export async function openKml(file: string, options: SourceOptions): Promise<SpatialSource> {
  const bytes = bytesOf(file);
  const isArchive = bytes.subarray(0, 2).toString("latin1") === "PK";
  if (!isArchive && options.layer !== undefined) hasNoLayers(file, "KML");
  const { bytes: kml, chosen }: ChosenKml = isArchive ? kmlIn(bytes, file, options.layer) : { bytes };
  const { text, notes } = decodeXml(kml, file, options.encoding);
  const document = parseXml(text, file);
  const root = document.documentElement;
  if (root?.localName !== "kml" && root?.localName !== "Document")
    unusable({
      file,
      message: words(`这是 <${root?.nodeName}>，不是 KML`, `this is <${root?.nodeName}>, not KML`),
      remedy: words("从原软件导出为 KML", "export it as KML"),
    });
  const fail: FailElement = (element, message, remedy) => {
    const line = lineOfElement(element);
    return unusable({ file, ...(line !== undefined && { line }), message, remedy });
  };
  const seen: Seen = { heights: false };
  const placemarks = elementsNamed(document, "Placemark");
  const areas = placemarks.filter((placemark) => elementsNamed(placemark, "Polygon").length > 0);
  const links = elementsNamed(document, "NetworkLink").length;
  if (areas.length === 0) return noAreas(file, placemarks.length, links);
  const features = areas.map((placemark, index) => placemarkOf(placemark, index, fail, seen));
  const others = placemarks.length - areas.length;
  return heldSource(
    {
      file,
      format: isArchive ? "KMZ" : "KML",
      closing: "required",
      notes: [
        ...notes,
        ...(chosen === undefined ? [] : [words(`读取其中的 ${chosen}`, `${chosen} in the archive was read`)]),
        ...(others > 0
          ? [words(`${others} 个点、线地标未读取`, `${others} placemarks of points or lines weren't read`)]
          : []),
        ...(links > 0
          ? [words(`${links} 个网络链接（NetworkLink）未读取`, `${links} network links weren't followed`)]
          : []),
        ...(seen.heights ? [words("高程值未使用", "heights were dropped")] : []),
      ],
    },
    { byFormat: { kind: "geographic", datum: "WGS 84" }, axes: "x-first" },
    features,
  );
}

function noAreas(file: string, placemarks: number, links: number): never {
  unusable({
    file,
    message:
      placemarks > 0
        ? words(
            `${placemarks} 个地标都是点或线，没有面`,
            `all ${placemarks} placemarks are points or lines, none is an area`,
          )
        : links > 0
          ? words("文件只有网络链接（NetworkLink），没有图形", "the file has only network links, no geometry")
          : words("文件中没有地标（Placemark）", "there are no placemarks in the file"),
    remedy: words("把范围画成多边形后重新导出", "draw the boundary as a polygon and export it again"),
  });
}
