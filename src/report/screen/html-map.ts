import { RESULTS, type Result } from "../../model/screen-row.ts";
import { type Lang, words } from "../../model/words.ts";
import { MapFrame } from "../html/map/frame.ts";
import { graticule, MAP_STYLE, northArrow, scaleBar } from "../html/map/furniture.ts";
import { html, type Markup } from "../html/markup.ts";
import { RESULT_WORDS } from "./counted.ts";
import type { Cell, Drawn, MapMarks } from "./map-marks.ts";

/** Colour, sign and hatching of each result; words stand beside them in the legend. */
export const SCREEN_MAP_STYLE = `${MAP_STYLE}
.pass { --c: var(--pass); } .review { --c: var(--review); } .fail { --c: var(--fail); } .unusable { --c: var(--unusable); }
.map .sign, .legend .sign { fill: var(--c); stroke: var(--paper); stroke-width: .75; }
.map .ring { stroke: var(--c); stroke-width: 1; fill-rule: evenodd; }
.map .hatch { stroke: var(--c); fill: var(--c); stroke-width: 1; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: .5rem 0; padding: 0; }
.legend svg { display: inline-block; width: 1em; height: 1em; vertical-align: -.12em; margin-inline-end: .35em; }
`;

/** The sign of each result around the origin, of about the same weight: disc, diamond, triangle, square. */
const SIGNS: Readonly<Record<Result, (r: number) => string>> = {
  pass: (r) => `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`,
  review: (r) => polygon(r * 1.25, [0, -1, 1, 0, 0, 1, -1, 0]),
  fail: (r) => polygon(r * 1.3, [0, -1, 0.87, 0.5, -0.87, 0.5]),
  unusable: (r) => polygon(r * 0.9, [-1, -1, 1, -1, 1, 1, -1, 1]),
};

/** Scale bar and north arrow stand below the map, where they hide nothing. */
const FOOT = 46;
/** A sign of one candidate is still to be seen. */
const LEAST_SIGN = 1.8;

/** Where the signs of one square stand, so that none hides another; in parts of its side. */
const PLACES: Readonly<Record<Result, readonly [x: number, y: number]>> = {
  pass: [-0.25, -0.25],
  review: [0.25, -0.25],
  fail: [0, 0.25],
  unusable: [0.35, 0.35],
};

/** The candidates on a map, with what its signs mean; undefined where none has a boundary. */
export function screenMap(
  marks: MapMarks,
  counts: Readonly<Record<Result, number>>,
  lang: Lang,
): Markup | undefined {
  if (marks.box === undefined) return undefined;
  const frame = new MapFrame(marks.box);
  const { drawn } = marks;
  const shown =
    drawn === undefined ? squares(marks.cells, marks.side, frame, lang) : each(drawn, frame, lang);
  const label = words("候选区块分布图", "Map of the candidates");
  return html`<figure>
<svg class="map" role="img" aria-labelledby="map-title map-about" viewBox="0 0 ${frame.width} ${frame.height + FOOT}">
<title id="map-title">${label[lang]}</title>
<desc id="map-about">${about(marks, counts, lang)}</desc>
<defs>${hatchings}</defs>
<rect class="paper" width="${frame.width}" height="${frame.height}"/>
${graticule(frame)}
${shown}
${scaleBar(frame.metresPerUnit, 4, frame.height + 28)}
${northArrow(frame.width - 14, frame.height + 6)}
</svg>
${legend(counts, lang)}
<figcaption>${about(marks, counts, lang)}</figcaption>
</figure>`;
}

/** How much of the run the map shows, and how. */
function about(
  { located, seen, drawn, side }: MapMarks,
  counts: Readonly<Record<Result, number>>,
  lang: Lang,
): string {
  const total = RESULTS.reduce((sum, result) => sum + counts[result], 0);
  const left = total - seen;
  const bare = seen - located;
  const parts = [
    drawn === undefined
      ? words(
          `共绘 ${located} 个候选区块，因数量多，按 ${figure(side)}° 见方的网格计数，符号越大数量越多。`,
          `${located} candidates are drawn; being many, they are counted by squares of ${figure(side)}°: the larger a sign, the more there are.`,
        )
      : words(`逐个绘出 ${located} 个候选区块。`, `${located} candidates are drawn, each by itself.`),
    ...(bare === 0
      ? []
      : [words(`${bare} 个没有范围坐标，未绘。`, `${bare} have no boundary and aren't drawn.`)]),
    ...(left === 0
      ? []
      : [words(`${left} 个未列入输出，未绘。`, `${left} were left out of the output and aren't drawn.`)]),
    words(
      "底图为等距圆柱投影，仅供浏览，不供量算。",
      "The projection is equirectangular: for looking, not for measuring.",
    ),
  ];
  return parts.map((part) => part[lang]).join(lang === "zh" ? "" : " ");
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function each(drawn: readonly Drawn[], frame: MapFrame, lang: Lang): readonly Markup[] {
  return drawn.map(({ id, result, rule, box: [west, south, east, north], rings }) => {
    const path = rings
      .map((ring) => `M${ring.map(([x, y]) => `${frame.x(x)} ${frame.y(y)}`).join("L")}Z`)
      .join("");
    const [x, y] = [frame.x((west + east) / 2), frame.y((south + north) / 2)];
    const says = `${id} · ${RESULT_WORDS[result][lang]}${rule === undefined ? "" : ` · ${rule}`}`;
    return html`<g class="${result}"><title>${says}</title><path class="ring" fill="url(#${result}-hatch)" d="${path}"/><path class="sign" transform="translate(${x} ${y})" d="${SIGNS[result](3.5)}"/></g>\n`;
  });
}

function squares(cells: readonly Cell[], side: number, frame: MapFrame, lang: Lang): readonly Markup[] {
  const most = Math.max(...cells.flatMap(({ counts }) => RESULTS.map((result) => counts[result])));
  const across = frame.across(side);
  const largest = Math.min(Math.max(across * 0.24, 3), 12);
  return cells.map(({ x, y, counts }) => {
    const present = RESULTS.filter((result) => counts[result] > 0);
    const says = present.map((result) => `${RESULT_WORDS[result][lang]} ${counts[result]}`).join(" · ");
    const signs = present.map((result) => {
      const [dx, dy] = PLACES[result];
      const radius = Math.max(largest * Math.sqrt(counts[result] / most), LEAST_SIGN);
      return html`<path class="sign ${result}" transform="translate(${round(frame.x(x) + dx * across)} ${round(frame.y(y) + dy * across)})" d="${SIGNS[result](round(radius))}"/>`;
    });
    return html`<g><title>${says}</title>${signs}</g>\n`;
  });
}

function legend(counts: Readonly<Record<Result, number>>, lang: Lang): Markup {
  const items = RESULTS.map(
    (result) =>
      html`<li><svg viewBox="-6 -6 12 12" aria-hidden="true"><path class="sign ${result}" d="${SIGNS[result](4)}"/></svg>${RESULT_WORDS[result][lang]} ${counts[result]}</li>\n`,
  );
  return html`<ul class="legend">${items}</ul>`;
}

/** Told apart without colour: plain, dots, strokes, crossed strokes. */
const HATCHES: Readonly<Record<Result, string>> = {
  pass: "M0 0H6V6H0Z",
  review: "M2 2H3.5V3.5H2Z",
  fail: "M0 6L6 0",
  unusable: "M0 6L6 0M0 0L6 6",
};
const hatchings = RESULTS.map(
  (result) =>
    html`<pattern id="${result}-hatch" class="${result}" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch" opacity="${result === "pass" ? 0.25 : 0.7}" d="${HATCHES[result]}"/></pattern>`,
);

function polygon(r: number, corners: readonly number[]): string {
  const at = corners.map((value) => round(value * r));
  return `M${at.flatMap((x, index) => (index % 2 === 0 ? [`${x} ${at[index + 1]}`] : [])).join("L")}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
