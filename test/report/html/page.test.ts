import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { html } from "../../../src/report/html/markup.ts";
import { pageText } from "../../../src/report/html/page.ts";

const page = pageText({
  lang: "zh",
  title: "标题 </title><script>",
  style: ".x { color: red; }",
  header: html`<h1>标题</h1>`,
  main: [html`<p>甲</p>`],
  footer: html`<p>乙</p>`,
});

describe("a page", () => {
  it("lets in nothing but its own style, by its hash", () => {
    const [, style = ""] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
    expect(style).toContain(".x { color: red; }");
    const hash = createHash("sha256").update(style).digest("base64");
    const [, policy = ""] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    // A style attribute would be refused by that policy.
    expect(page).not.toMatch(/ style="|<script|\bon\w+="|(?:src|href)=/);
  });

  it("names its language and title, and has its landmarks once", () => {
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain("<title>标题 &lt;/title&gt;&lt;script&gt;</title>");
    for (const landmark of ["header", "main", "footer"])
      expect(page.split(`<${landmark}>`), landmark).toHaveLength(2);
  });

  it("is laid out for A4, and for light and dark", () => {
    expect(page).toContain("@page { size: A4;");
    expect(page).toContain("prefers-color-scheme: dark");
  });
});
