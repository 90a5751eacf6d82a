import { xmlAttribute } from "../xml.ts";

/** A piece of HTML or SVG in which every text is escaped already. Made by `html` alone. */
class Markup {
  constructor(readonly text: string) {}
}

export type { Markup };

/** What stands in a piece of HTML: text is escaped, pieces stay as they are, undefined is nothing. */
export type Child = string | number | undefined | Markup | readonly Child[];

/**
 * HTML or SVG as a template: `` html`<td class="${name}">${text}</td>` ``. What is put in is text, or other
 * pieces; attributes stand in double quotes.
 */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return new Markup(parts.map((part, at) => part + textOf(children[at])).join(""));
}

function textOf(child: Child): string {
  if (child === undefined) return "";
  if (child instanceof Markup) return child.text;
  return typeof child === "object" ? child.map(textOf).join("") : escaped(String(child));
}

/** Signs that turn the direction of text: what is written would read as something else. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function escaped(text: string): string {
  return xmlAttribute(text.replace(TURNS, (sign) => `[U+${hex(sign)}]`));
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}
