import { html, type Markup } from "../markup.ts";
import { type MapFrame, roundBelow } from "./frame.ts";

/** What stands on every map: its classes are styled by `MAP_STYLE`. */
export const MAP_STYLE = `
.map .paper { fill: var(--paper); stroke: var(--line); }
.map .grid { fill: none; stroke: var(--line); stroke-width: .5; }
.map .bar { fill: var(--ink); }
.map .bar-open { fill: var(--paper); stroke: var(--ink); }
.map text { fill: var(--ink); font: 12px system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
.map .faint { fill: var(--faint); font-size: 11px; }
`;

/** A scale bar (比例尺) that begins at x, y; at most `longest` units, of a round length. */
export function scaleBar(metresPerUnit: number, x: number, y: number, longest = 160): Markup {
  const metres = roundBelow(longest * metresPerUnit);
  const length = Math.round((metres / metresPerUnit) * 10) / 10;
  const half = Math.round(length * 5) / 10;
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return html`<g transform="translate(${x} ${y})"><rect class="bar" width="${half}" height="5"/><rect class="bar-open" x="${half}" width="${length - half}" height="5"/><text y="-4">0</text><text x="${length}" y="-4" text-anchor="end">${label}</text></g>`;
}

/** A north arrow (指北针) whose tip is at x, y. */
export function northArrow(x: number, y: number): Markup {
  return html`<g transform="translate(${x} ${y})"><path class="bar" d="M0 0L-7 22L0 17Z"/><path class="bar-open" d="M0 0L7 22L0 17Z"/><text y="36" text-anchor="middle">N</text></g>`;
}

/** Lines of longitude and latitude at round degrees, with their figures at the edges. */
export function graticule(frame: MapFrame): Markup {
  const [west, south, east, north] = frame.box;
  const step = roundBelow(Math.min(east - west, north - south) / 2);
  const across = steps(west, east, step).map(
    (at) =>
      html`<path class="grid" d="M${frame.x(at)} 0V${frame.height}"/><text class="faint" x="${frame.x(at) + 3}" y="${frame.height - 4}">${degrees(at, step)}°E</text>`,
  );
  const up = steps(south, north, step).map(
    (at) =>
      html`<path class="grid" d="M0 ${frame.y(at)}H${frame.width}"/><text class="faint" x="3" y="${frame.y(at) - 3}">${degrees(at, step)}°N</text>`,
  );
  return html`<g>${across}${up}</g>`;
}

function steps(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, at) => (first + at) * step);
}

function degrees(value: number, step: number): string {
  return value.toFixed(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}
