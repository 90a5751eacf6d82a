import Flatbush from "flatbush";
import { ringsOf } from "../shape/shape.ts";
import type { LayerFeature } from "../site/layer.ts";
import { Growing } from "./growing.ts";
import { joined } from "./sections.ts";

/** What is said of a feature beside where it lies. */
export type Said = Omit<LayerFeature, "polygons" | "box">;

/** Packs the features of a layer as they come, without keeping any of them. */
export class Packer {
  private readonly corners = new Growing(new Float64Array(4096));
  private readonly boxes = new Growing(new Float64Array(1024));
  private readonly rings = new Growing(new Uint32Array(256));
  private readonly polygons = new Growing(new Uint32Array(256));
  private readonly features = new Growing(new Uint32Array(256));
  private readonly texts = new Growing(new Uint32Array(256));
  private readonly doubtful = new Growing(new Uint8Array(1024));
  private readonly text = new Growing(new Uint8Array(16_384));

  add({ polygons, box, ...said }: LayerFeature): void {
    for (const polygon of polygons) {
      for (const ring of ringsOf([polygon])) {
        this.corners.append(ring);
        this.rings.push(this.corners.count / 2);
      }
      this.polygons.push(this.rings.count);
    }
    this.features.push(this.polygons.count);
    this.boxes.push(box.minX, box.minY, box.maxX, box.maxY);
    this.text.append(Buffer.from(JSON.stringify(said satisfies Said)));
    this.texts.push(this.text.count);
    this.doubtful.push(said.fault === undefined && said.unsure === undefined ? 0 : 1);
  }

  finish(): SharedArrayBuffer {
    const count = this.features.count;
    const boxes = this.boxes.all;
    // The library takes no empty tree.
    const tree = new Flatbush(Math.max(1, count));
    if (count === 0) tree.add(Infinity, Infinity, Infinity, Infinity);
    for (let at = 0; at < boxes.length; at += 4)
      tree.add(...(boxes.subarray(at, at + 4) as unknown as [number, number, number, number]));
    tree.finish();
    return joined({
      corners: this.corners.all,
      boxes,
      rings: this.rings.all,
      polygons: this.polygons.all,
      features: this.features.all,
      texts: this.texts.all,
      text: this.text.all,
      doubtful: this.doubtful.all,
      tree: new Uint8Array(tree.data),
    });
  }
}
