/** The languages that mineright speaks. */
export type Lang = "zh" | "en";

/** One statement in both languages. Every sentence a user reads is a pair like this. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A statement in Chinese and English. */
export function words(zh: string, en: string): Words {
  return { zh, en };
}

/** Joins statements into one: Chinese with its own comma, English with a comma and a space. */
export function joinWords(parts: readonly Words[], zh = "、", en = ", "): Words {
  return { zh: parts.map((part) => part.zh).join(zh), en: parts.map((part) => part.en).join(en) };
}

/** A name that reads the same in both languages: a mineral, a place, a document number. */
export function verbatim(text: string): Words {
  return { zh: text, en: text };
}
