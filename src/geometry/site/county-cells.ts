import type { LayerFeature } from "./layer.ts";

/** Columns of names (XZQMC, 县名, NAME) and of codes (XZQDM, 行政区代码, adcode, PAC, gb). */
const NAMES = /MC$|名|NAME|^(区县|市县|县|市)$/i;
const CODES = /DM$|代码|CODE$|^(PAC|GB)$/i;
const NAME = /^\p{Script=Han}+(?:[县市旗]|(?<![政辖])区)$/u;
/** Of a county, or of something in it; some write the country's 156 in front. */
const CODE = /^(?:156)?([1-6]\d{5})\d*$/;

/** A cell of a table of boundaries, and the county (行政区) that it names. */
export interface CountyCell {
  /** In one width, without spaces. */
  readonly text: string;
  readonly name?: string;
  /** Of six digits. */
  readonly code?: string;
}

/** The cells of a feature, with what they say of counties or prefectures. */
export function countyCells(attributes: LayerFeature["attributes"]): readonly CountyCell[] {
  return Object.entries(attributes).map(([column, value]) => {
    const text = String(value ?? "")
      .normalize("NFKC")
      .replace(/\s+/g, "");
    const code = CODES.test(column) ? CODE.exec(text)?.[1] : undefined;
    return {
      text,
      ...(NAMES.test(column) && NAME.test(text) ? { name: text } : {}),
      ...(code === undefined ? {} : { code }),
    };
  });
}
