import { LABELS } from "../locale/report-words.ts";
import { decimal, formatDecimal } from "../model/decimal.ts";
import type {
  AccountLine,
  LayerState,
  MeasuredLayer,
  MeasuredOverlap,
  MeasuredSite,
} from "../model/measured-site.ts";
import type { CaseReport } from "../model/report.ts";
import { type Lang, type Words, words } from "../model/words.ts";
import type { Paint } from "./paint.ts";
import { table } from "./table.ts";

interface BoundaryOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly paint: Paint;
}

/**
 * What was read and assumed of the boundary, and what contradicts it: what a reader must know before the
 * verdict. Nothing of an application without one.
 */
export function boundary({ location, findings }: CaseReport, options: BoundaryOptions): string[] {
  if (location === undefined) return [];
  return part(
    LABELS.boundary,
    [...account(location, BEFORE_VERDICT, options.lang), ...contradictions(findings, options.lang)],
    options,
  );
}

/** The rest of it, for whoever checks: the corners, every layer and what it has in common with the site. */
export function boundaryDetail({ location }: CaseReport, options: BoundaryOptions): string[] {
  if (location === undefined) return [];
  const { lang } = options;
  const rows: readonly Row[] = [
    ...account(location, ["shape"], lang),
    ...location.layers.map((one): Row => [LABELS.layers, layerText(one, lang)]),
    ...account(location, ["layer", "tolerance"], lang),
    ...location.overlaps.map((one): Row => [LABELS.overlaps, overlapText(one, lang)]),
  ];
  return rows.length === 0 ? [] : part(LABELS.boundaryDetail, rows, options);
}

type Row = readonly [Words, string];

function part(title: Words, rows: readonly Row[], { lang, width, paint }: BoundaryOptions): string[] {
  return ["", paint.strong(title[lang]), ...table(rows, INDENT, lang, width)];
}

const BEFORE_VERDICT: readonly AccountLine["about"][] = ["file", "crs", "assumed", "area", "doubt"];

function account(
  { account: lines }: MeasuredSite,
  wanted: readonly AccountLine["about"][],
  lang: Lang,
): readonly Row[] {
  return lines
    .filter(({ about }) => wanted.includes(about))
    .map(({ about, says }) => [
      ABOUT[about],
      about === "assumed" || about === "doubt" ? sentence(says[lang]) : says[lang],
    ]);
}

/** Each once, though several findings may wait for it. */
function contradictions(findings: CaseReport["findings"], lang: Lang): readonly Row[] {
  const said = findings.flatMap(({ missing = [] }) =>
    missing.flatMap(({ field, why, contradicts }) =>
      contradicts ? [`${sentence(why[lang])} [${field}]`] : [],
    ),
  );
  return [...new Set(said)].map((text) => [LABELS.contradiction, text]);
}

const ABOUT: Readonly<Record<AccountLine["about"], Words>> = {
  file: LABELS.file,
  crs: words("坐标系", "CRS"),
  assumed: words("推定", "Assumed"),
  area: words("面积", "Area"),
  doubt: words("存疑", "In doubt"),
  shape: words("拐点与四至", "Corners, extent"),
  layer: words("读取方式", "Read as"),
  tolerance: words("容差", "Tolerance"),
};

const STATES: Readonly<Record<LayerState, Words>> = {
  overlap: words("有共同部分", "has ground in common"),
  clear: words("无共同部分", "clear"),
  doubt: words("不能确定", "can't be told"),
  unused: words("与本申请无关，未用", "doesn't concern this application, not used"),
};

function layerText({ subject, source, madeBy, state }: MeasuredLayer, lang: Lang): string {
  const by = madeBy === undefined ? "" : lang === "zh" ? `，来源：${madeBy}` : `, by ${madeBy}`;
  return `${subject[lang]}${lang === "zh" ? "：" : ": "}${STATES[state][lang]} · ${source[lang]}${by}`;
}

/** Parts of sentences elsewhere, they stand by themselves here. */
function sentence(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

const INDENT = 2;
/** What km² to 4 decimals would hide. */
const LEAST_KM2 = 0.0001;
const SQUARE_METRES: Words = { zh: "平方米", en: "m²" };
const TOUCHES: Words = { zh: "，在容差内，视为相接", en: ", within the tolerance: touching" };
const UNIT: Words = { zh: "平方千米", en: "km²" };

function overlapText(overlap: MeasuredOverlap, lang: Lang): string {
  const { subject, feature, km2, share, source, within } = overlap;
  const size = km2.lt(LEAST_KM2)
    ? `${formatDecimal(km2.times(1_000_000), 2)} ${SQUARE_METRES[lang]}`
    : `${km2.toFixed(4)} ${UNIT[lang]}`;
  const touches = within ? TOUCHES[lang] : "";
  const percent = `${formatDecimal(decimal(share).times(100), 2)}%`;
  return lang === "zh"
    ? `${subject.zh} ${size}${touches}（占 ${percent}）· ${feature.zh} · ${source.zh}`
    : `${subject.en} ${size}${touches} (${percent}) · ${feature.en} · ${source.en}`;
}
