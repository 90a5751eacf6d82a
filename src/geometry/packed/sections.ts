/**
 * How the features of a layer lie in one stretch of bytes (图层数据块), which threads can share and a file can
 * keep: ten whole numbers of 8 bytes, then section after section, each from a multiple of 8 on.
 *
 * - corners: x and y of every corner, ring after ring
 * - boxes: minX, minY, maxX, maxY of every feature
 * - rings, polygons, features: where each ends, counted in corners, rings and polygons
 * - texts: where each feature's text ends in `text`, in bytes
 * - text: what is said of each feature, JSON in UTF-8
 * - doubtful: 1 for a feature that isn't sound, or may not count
 * - tree: Flatbush's own bytes over the boxes
 */
const SECTIONS = [
  "corners",
  "boxes",
  "rings",
  "polygons",
  "features",
  "texts",
  "text",
  "doubtful",
  "tree",
] as const;
type Section = (typeof SECTIONS)[number];

/** Changes whenever bytes of before can't be read any more. */
const PACKED_FORM = 1;
const HEAD = 8 * (1 + SECTIONS.length);

/** What a section holds, as bytes. */
export type Parts = Readonly<Record<Section, ArrayBufferView>>;

export function joined(parts: Parts): SharedArrayBuffer {
  const lengths = SECTIONS.map((name) => parts[name].byteLength);
  const total = lengths.reduce((sum, length) => sum + padded(length), HEAD);
  const bytes = new SharedArrayBuffer(total);
  new Float64Array(bytes, 0, 1 + SECTIONS.length).set([PACKED_FORM, ...lengths]);
  let at = HEAD;
  for (const name of SECTIONS) {
    const { buffer, byteOffset, byteLength } = parts[name];
    new Uint8Array(bytes, at, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
    at += padded(byteLength);
  }
  return bytes;
}

/** Where each section lies; undefined where the bytes aren't of this form, or not all there. */
export function sectionsOf(
  bytes: SharedArrayBuffer,
): Readonly<Record<Section, { readonly from: number; readonly length: number }>> | undefined {
  if (bytes.byteLength < HEAD) return undefined;
  const [form, ...lengths] = new Float64Array(bytes, 0, 1 + SECTIONS.length);
  if (form !== PACKED_FORM) return undefined;
  let from = HEAD;
  const found = SECTIONS.map((name, index) => {
    const length = lengths[index] ?? 0;
    const section = [name, { from, length }] as const;
    from += padded(length);
    return section;
  });
  return from === bytes.byteLength ? (Object.fromEntries(found) as ReturnType<typeof sectionsOf>) : undefined;
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
