import { type Words, words } from "../../model/words.ts";

/** A datum that can be worked with, or why it can't (`old`), or a name that says nothing. */
export type DatumReading = "CGCS2000" | "WGS 84" | { readonly old: Words } | undefined;

const XIAN = words(
  "西安 80 坐标系与 2000 国家大地坐标系相差可达百米，转换参数不公开",
  "Xian 80 differs from CGCS2000 by up to a hundred metres, and the conversion parameters aren't public",
);
const BEIJING = words(
  "北京 54 坐标系与 2000 国家大地坐标系相差可达百米，转换参数不公开",
  "Beijing 54 differs from CGCS2000 by up to a hundred metres, and the conversion parameters aren't public",
);
const NEW_BEIJING = words(
  "新北京 54 坐标系与 2000 国家大地坐标系相差可达百米，转换参数不公开",
  "New Beijing 54 differs from CGCS2000 by up to a hundred metres, and the conversion parameters aren't public",
);
const SHIFTED = words(
  "GCJ-02（火星坐标）和 BD-09 是加密偏移的坐标，与真实位置相差数百米",
  "GCJ-02 and BD-09 are deliberately shifted, hundreds of metres from the true place",
);
const LOCAL = words(
  "地方或独立坐标系的参数不公开，不能转换为 2000 国家大地坐标系",
  "the parameters of a local grid aren't public, so it can't be brought to CGCS2000",
);

/** Datums of EPSG codes and WKT, for those who know them by number. */
export const OLD = { XIAN, BEIJING, NEW_BEIJING } as const;

/** Names that are plain even inside other words; looked for in this order. */
const NAMES: readonly (readonly [RegExp, Words])[] = [
  [/new[\s_]*beijing|新(?:北京|(?:19)?54)/i, NEW_BEIJING],
  [/(?:beijing|北京|pulkovo)[\s_-]*(?:19)?(?:54|42)|54年?[\s_]*北京|krass?ov|克拉索/i, BEIJING],
  [
    /(?<![a-z])xi'?an[\s_-]*(?:19)?80|西安[\s_-]*(?:19)?80|80年?[\s_]*西安|西安.{0,4}坐标|iag[\s_-]*(?:19)?75/i,
    XIAN,
  ],
  [/gcj|火星|国测局|bd-?09|百度|高德|腾讯/i, SHIFTED],
  [/独立|地方|工程坐标|施工坐标|假定|任意/, LOCAL],
];

/** Names as people write them alone: 坐标系=80. */
const ALONE: readonly (readonly [RegExp, Exclude<DatumReading, undefined>])[] = [
  [/^(?:国家)?(?:19)?80(?:年?(?:国家)?(?:大地)?坐标系?统?)?$|^西安$|^xi'?an$/, { old: XIAN }],
  [/^(?:19)?54(?:年?(?:国家)?(?:大地)?坐标系?统?)?$|^北京$|^beijing$/, { old: BEIJING }],
  [/^local$/, { old: LOCAL }],
  [/^(?:中国|国家)*(?:cgcs)?2000(?:年?(?:中国|国家)?(?:大地)?坐标系?统?)?$/, "CGCS2000"],
  [/^china(?:geodeticcoordinatesystem)?2000$/, "CGCS2000"],
  [/^(?:wgs|worldgeodeticsystem)(?:19)?84(?:坐标系?统?|ensemble)?$|^crs84$/, "WGS 84"],
];

/** An older, shifted or local datum by its name anywhere in `text`. */
export function oldDatum(text: string): Words | undefined {
  return NAMES.find(([pattern]) => pattern.test(text.normalize("NFKC")))?.[1];
}

/** The datum that `text` names as a whole, brackets, spaces and ESRI's D_ and GCS_ aside. */
export function readDatum(text: string): DatumReading {
  const old = oldDatum(text);
  if (old) return { old };
  const parts = text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[()[\]/,，、]/)
    .map((part) => part.replace(/[\s_-]+/g, "").replace(/^(?:d|gcs)(?=cgcs|china|wgs)/, ""))
    .filter((part) => part !== "");
  const readings = parts.map((part) => ALONE.find(([pattern]) => pattern.test(part))?.[1]);
  const [first] = readings;
  return readings.every((reading) => reading === first) ? first : undefined;
}
