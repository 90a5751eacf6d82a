import { LABELS } from "../locale/report-words.ts";
import { decimal, formatDecimal } from "../model/decimal.ts";
import type { MeasuredOverlap } from "../model/measured-site.ts";
import type { CaseReport } from "../model/report.ts";
import type { Lang, Words } from "../model/words.ts";
import type { Paint } from "./paint.ts";
import { hanging, table } from "./table.ts";

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
  const rows = overlaps.map((one) => [one.subject, overlapText(one, lang)] as const);
  return [
    "",
    paint.strong(LABELS.boundary[lang]),
    ...account.flatMap((line) => hanging("· ", line[lang], 2, width)),
    ...(rows.length === 0
      ? []
      : [`${" ".repeat(2)}${LABELS.overlaps[lang]}`, ...table(rows, INDENT, lang, width)]),
  ];
}

const INDENT = 4;
const UNIT: Words = { zh: "平方千米", en: "km²" };

function overlapText({ feature, km2, share, source }: MeasuredOverlap, lang: Lang): string {
  const figure = `${formatDecimal(km2, 4)} ${UNIT[lang]}`;
  const percent = `${formatDecimal(decimal(share).times(100), 2)}%`;
  return lang === "zh"
    ? `${feature.zh}：${figure}（${percent}），${source.zh}`
    : `${feature.en}: ${figure} (${percent}), ${source.en}`;
}
