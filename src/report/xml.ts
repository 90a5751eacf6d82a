/** Control signs and half surrogates, which XML has no way to write. */
const UNWRITABLE = /[^\t\n\r\P{Cc}]|\p{Cs}|[\ufffe\uffff]/gu;

/** A text without the signs that no table or page can hold; each is shown as `�`. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, "\ufffd");
}

/** A text between tags; what XML can't hold is shown as `�`. */
export function xmlContent(text: string): string {
  return writable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A text in double quotes; line breaks and tabs stay what they are. */
export function xmlAttribute(text: string): string {
  return xmlContent(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
