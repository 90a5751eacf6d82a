/** The same text with fullwidth signs as plain ones: Ａ１，（） → A1,() and the wide space → a space. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, " ");
}

/** A text's lines without their ends, whatever system wrote them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}
