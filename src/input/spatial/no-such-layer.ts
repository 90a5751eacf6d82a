import { words } from "../../model/words.ts";
import { unusable } from "../problem.ts";

/** There is no layer (图层, sheet, KML of a KMZ) of the name that was asked for; an empty name asks which there are. */
export function noSuchLayer(file: string, wanted: string, names: readonly string[]): never {
  const list = [...names].sort();
  return unusable({
    file,
    message:
      wanted === ""
        ? words("--layer 没有写图层名", "--layer names no layer")
        : words(`没有图层“${wanted}”`, `there is no layer "${wanted}"`),
    remedy: words(`其中有：${list.join("、") || "无"}`, `it holds ${list.join(", ") || "none"}`),
  });
}

/** A layer was asked for in a format that has none. */
export function hasNoLayers(file: string, format: string): never {
  return unusable({
    file,
    message: words(`${format} 文件没有图层可选`, `${format} has no layers to choose from`),
    remedy: words("去掉 --layer（或 layer）", "leave --layer (or layer) out"),
  });
}
