/**
 * Brings a text into the form that is compared: width, spaces, dashes, quotation marks, thousands
 * separators, the words for a unit and what Word leaves behind (`[bookmark: …]`) don't matter; all else does.
 */
export function plain(text: string): string {
  return text
    .replace(/\[bookmark:[^\]]*\]/g, "")
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff\u00ad]+/g, "")
    .replaceAll("∶", ":")
    .replace(/[\u2010-\u2015\u2500~\u2212-]+/g, "-")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .replace(/(?<![a-z])km2|平方公里/gi, "平方千米")
    .replace(/(?<![a-z])m2/gi, "平方米")
    .replace(/(?<![a-z])m3/gi, "立方米")
    .replaceAll("公斤", "千克")
    .replaceAll("黏", "粘");
}

const DIGITS = "〇一二三四五六七八九";

/** The number that 十二, 二十 or 12 says; undefined for anything else, and above 99. */
export function readNumeral(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const parts = /^(?:([一二三四五六七八九])?(十))?([〇一二三四五六七八九])?$/.exec(text.replace("两", "二"));
  if (parts === null || text === "") return undefined;
  const [, tens, ten, ones] = parts;
  const high = ten === undefined ? 0 : tens === undefined ? 10 : DIGITS.indexOf(tens) * 10;
  return high + (ones === undefined ? 0 : DIGITS.indexOf(ones));
}

/**
 * A heading as it is compared: numbers are numbers however they are written (第一节 = 第1节, 三、 = 三),
 * and marks between number and words don't matter.
 */
export function headingKey(text: string): string {
  return plain(text)
    .replace(/[、.。:;,"]/g, "")
    .replace(/^第([一二三四五六七八九十\d]+)([章节])/, (_all, numeral: string, of: string) => {
      return `第${readNumeral(numeral) ?? numeral}${of}`;
    });
}

/** The same without its number, for a place that gives none. */
export function unnumbered(text: string): string {
  return headingKey(plain(text).replace(NUMBER, ""));
}

const NUMBER =
  /^(?:第[一二三四五六七八九十\d]+[章节]|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d+[、.])/;
