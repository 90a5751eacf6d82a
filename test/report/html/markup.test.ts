import { describe, expect, it } from "vitest";
import { html } from "../../../src/report/html/markup.ts";

describe("html", () => {
  it.each([
    ["a tag", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["an entity", "&lt;", "&amp;lt;"],
    ["quotes", 'a" onclick="x', "a&quot; onclick=&quot;x"],
    ["control signs", "a\u0000\u001bb", "a\ufffd\ufffdb"],
    ["signs that turn direction", "a\u202egpj.exe\u2066", "a[U+202E]gpj.exe[U+2066]"],
    ["Chinese", "矿区 甲", "矿区 甲"],
  ])("escapes %s in text and in attributes", (_name, text, shown) => {
    expect(html`<p title="${text}">${text}</p>`.text).toBe(`<p title="${shown}">${shown}</p>`);
  });

  it("leaves pieces, lists of them, and nothing as they are", () => {
    expect(html`<ul>${["<", "b"].map((one) => html`<li>${one}</li>`)}${undefined}</ul>${1.5}`.text).toBe(
      "<ul><li>&lt;</li><li>b</li></ul>1.5",
    );
  });
});
