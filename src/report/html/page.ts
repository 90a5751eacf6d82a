import { createHash } from "node:crypto";
import type { Lang } from "../../model/words.ts";
import { html, type Markup } from "./markup.ts";
import { PAGE_STYLE } from "./style.ts";

export interface Page {
  readonly lang: Lang;
  readonly title: string;
  /** What it needs beside the style of every page. */
  readonly style: string;
  /** What stands above the main part: the heading. */
  readonly header: Markup;
  readonly main: readonly Markup[];
  readonly footer: Markup;
}

const LANGUAGES: Readonly<Record<Lang, string>> = { zh: "zh-CN", en: "en" };

/**
 * A page in one file: it loads nothing and runs nothing, and its policy lets a browser do neither, whatever
 * stands in it. Only this style, by its hash, is let in.
 */
export function pageText({ lang, title, style, header, main, footer }: Page): string {
  const styles = PAGE_STYLE + style;
  const hash = createHash("sha256").update(styles).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const head = html`<!doctype html>
<html lang="${LANGUAGES[lang]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
`;
  const body = html`</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
<footer>
${footer}
</footer>
</body>
</html>
`;
  return `${head.text}<style>${styles}</style>\n${body.text}`;
}
