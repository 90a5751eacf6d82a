import { type Words, words } from "../../model/words.ts";
import type { Layer } from "./layer.ts";
import type { Taken } from "./own-corners.ts";

type Sum = Omit<Taken, "polygon"> & { readonly source: Words };

/** Of each layer the corners that were taken for the site's own, for the report. */
export class TakenCorners {
  private readonly layers = new Map<string, Sum>();

  add({ source }: Layer, { corners, furthest, bend }: Taken): void {
    if (corners.size === 0) return;
    const before = this.layers.get(source.zh);
    this.layers.set(source.zh, {
      source,
      corners: new Set([...(before?.corners ?? []), ...corners]),
      furthest: Math.max(before?.furthest ?? 0, furthest),
      bend: Math.max(before?.bend ?? 0, bend),
    });
  }

  /** A line for each layer. */
  get told(): readonly Words[] {
    return [...this.layers.values()].map(takenWords);
  }
}

function takenWords({ source, corners: { size }, furthest, bend }: Sum): Words {
  const [metres, bent] = [furthest.toFixed(3), bend.toFixed(3)];
  return words(
    `${source.zh}：${size} 个拐点与申请范围的拐点视为同一点（最大移动 ${metres} 米），其间的边线随申请范围（最大移动 ${bent} 米）`,
    `${source.en}: ${size} ${size === 1 ? "corner was" : "corners were"} taken as the site's own (moved by ${metres} m at most); edges between such follow the site's (by ${bent} m at most)`,
  );
}
