/** How a page of mineright looks: light or dark as the reader has it, and on A4. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --faint: #57606a; --paper: #fff; --band: #f3f5f7; --line: #c9d1d9;
  --pass: #12703c; --review: #8a5a00; --fail: #b3261e; --unusable: #57606a; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --faint: #9aa5b1; --paper: #11161c; --band: #1b222b; --line: #3b4552;
    --pass: #56c98a; --review: #e0b04c; --fail: #ff8a80; --unusable: #9aa5b1; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .4rem 0; }
.faint { color: var(--faint); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
thead th { background: var(--band); }
th.n, td.n { text-align: end; white-space: nowrap; overflow-wrap: normal; }
code { font-size: .9em; }
svg { display: block; width: 100%; height: auto; }
figure { margin: 0; }
figcaption { color: var(--faint); font-size: .9rem; }
a { color: inherit; }
footer { margin-top: 2rem; color: var(--faint); font-size: .85rem; }
@page { size: A4; margin: 15mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  tr, figure { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
