import { FORCE_WORDS } from "../../locale/report-words.ts";
import type { Citation } from "../../model/finding.ts";
import type { Lang, Words } from "../../model/words.ts";
import type { Paint } from "../paint.ts";
import { hanging } from "../table.ts";
import { wrap } from "../width.ts";

/** A page in the making: lines of a width, in one language. */
export class Page {
  private readonly lines: string[] = [];

  constructor(
    readonly lang: Lang,
    private readonly width: number,
    private readonly paint: Paint,
  ) {}

  /** A heading, with an empty line before it but at the top. */
  heading(title: Words | string): void {
    if (this.lines.length > 0) this.lines.push("");
    this.lines.push(...wrap(this.say(title), this.width).map(this.paint.strong));
  }

  /** A paragraph, its later lines beneath its first. */
  line(text: Words | string, indent = 0, sign = ""): void {
    this.lines.push(...hanging(sign, this.say(text), indent, this.width));
  }

  /** A paragraph that is only looked up: where something stands. */
  aside(text: Words | string, indent = 0): void {
    this.lines.push(...hanging("", this.say(text), indent, this.width).map(this.paint.faint));
  }

  /** `名称：值`. */
  labelled(label: Words, text: Words | string, indent = 0): void {
    this.line(this.pair(label, text), indent);
  }

  /** A label and its text in one, with the colon of the language. */
  pair(label: Words, text: Words | string): string {
    return `${label[this.lang]}${this.lang === "zh" ? "：" : ": "}${this.say(text)}`;
  }

  /** The clause, where it stands, its force, and its line in the plan file. */
  readonly cite = (citation: Citation): string => citationLine(citation, this.lang);

  say(text: Words | string): string {
    return typeof text === "string" ? text : text[this.lang];
  }

  get text(): string {
    return `${this.lines.join("\n")}\n`;
  }
}

/** `FC-MIN-05 第四节 专栏4 第3行（强制性） plans/fangcheng.yaml:382`. */
export function citationLine({ id, at, force, file, line }: Citation, lang: Lang): string {
  const [open, close] = lang === "zh" ? ["（", "）"] : [" (", ")"];
  return `${id} ${at}${open}${FORCE_WORDS[force][lang]}${close} ${file}:${line}`;
}
