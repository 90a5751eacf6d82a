import { LABELS } from "../locale/report-words.ts";
import { decimal, formatDecimal } from "../model/decimal.ts";
import type { AccountLine, MeasuredOverlap } from "../model/measured-site.ts";
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
 * What was read and assumed of the boundary, and all it has in common with the layers' features;
 * nothing of an application without one.
 */
export function boundary({ location }: CaseReport, { lang, width, paint }: BoundaryOptions): string[] {
  if (location === undefined) return [];
  const { account, overlaps } = location;
  const rows = [
    ...account.map(
      ({ about, says }) =>
        [ABOUT[about], about === "assumed" || about === "doubt" ? sentence(says[lang]) : says[lang]] as const,
    ),
    ...overlaps.map((one) => [LABELS.overlaps, overlapText(one, lang)] as const),
  ];
  return ["", paint.strong(LABELS.boundary[lang]), ...table(rows, INDENT, lang, width)];
}

const ABOUT: Readonly<Record<AccountLine["about"], Words>> = {
  file: LABELS.file,
  crs: words("坐标系", "CRS"),
  assumed: words("推定", "Assumed"),
  area: words("面积", "Area"),
  doubt: words("存疑", "In doubt"),
  layer: words("图层", "Layers"),
  tolerance: words("容差", "Tolerance"),
};

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
