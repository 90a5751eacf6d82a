import { type Words, words } from "../../model/words.ts";

/**
 * That the CRS was stated by the user beside the file (`--crs`, `crs:` of a layer …), and what was taken for
 * what it leaves open: the number of a zone tells no datum.
 */
export function statedByUser(option: string | undefined): readonly Words[] {
  if (option === undefined) return [];
  const said = words(`坐标系由使用者指定：“${option}”`, `the CRS was stated by the user: "${option}"`);
  return NAMES_A_DATUM.test(option.normalize("NFKC").trim()) ? [said] : [said, DATUM_TAKEN];
}

/** An EPSG code, or a name; a zone's number has two digits. */
const NAMES_A_DATUM = /\d{4}|WGS/i;

const DATUM_TAKEN = words(
  "带号和中央经线不表明大地基准，按 CGCS2000 处理",
  "a zone or a central meridian tells no datum: CGCS2000 was taken",
);
