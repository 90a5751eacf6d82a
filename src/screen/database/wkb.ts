import type { RawRing, RawShape } from "../../geometry/shape/raw.ts";

/** What a geometry of a table is, as far as it matters: ground, or none (a point or a line). */
export type ReadGeometry = { readonly shape: RawShape } | { readonly isNoArea: true };

const POLYGON = 3;
const MULTI_POLYGON = 6;
const COLLECTION = 7;

/** Reads the polygons of a geometry in well-known binary of two dimensions, either byte order (ISO 19125). */
export function readWkb(bytes: Buffer): ReadGeometry {
  const reader = new Reader(bytes);
  const parts = reader.geometry();
  return parts === undefined ? { isNoArea: true } : { shape: { roles: "given", parts } };
}

class Reader {
  private at = 0;
  private isLittle = true;

  constructor(private readonly bytes: Buffer) {}

  /** Undefined: something in it has no area. */
  geometry(): RawRing[][] | undefined {
    this.isLittle = this.bytes[this.at++] === 1;
    const type = this.whole();
    if (type === POLYGON) return [this.rings()];
    if (type !== MULTI_POLYGON && type !== COLLECTION) return undefined;
    const parts: RawRing[][] = [];
    for (let left = this.whole(); left > 0; left--) {
      const part = this.geometry();
      if (part === undefined) return undefined;
      parts.push(...part);
    }
    return parts;
  }

  private rings(): RawRing[] {
    return Array.from({ length: this.whole() }, () => {
      const corners = new Float64Array(2 * this.whole());
      for (let index = 0; index < corners.length; index++) corners[index] = this.number();
      return { corners };
    });
  }

  private whole(): number {
    const { at } = this;
    this.at += 4;
    return this.isLittle ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  private number(): number {
    const { at } = this;
    this.at += 8;
    return this.isLittle ? this.bytes.readDoubleLE(at) : this.bytes.readDoubleBE(at);
  }
}
