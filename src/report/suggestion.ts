import { LABELS, OUTCOME_WORDS, VERDICT_WORDS } from "../locale/report-words.ts";
import { decimal, formatDecimal } from "../model/decimal.ts";
import { km2Words } from "../model/fact-words.ts";
import type { CaseReport } from "../model/report.ts";
import {
  NO_APPROVAL,
  OLD_FIGURES,
  type SuggestedBoundary,
  type SuggestedCut,
  type SuggestedPart,
} from "../model/suggestion.ts";
import { type Lang, type Words, words } from "../model/words.ts";
import type { Paint } from "./paint.ts";
import { table } from "./table.ts";
import { wrap } from "./width.ts";

interface SuggestionOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly paint: Paint;
}

/** What is suggested in place of the boundary, or why nothing is; nothing where nobody asked. */
export function suggestion({ suggestion: given }: CaseReport, options: SuggestionOptions): string[] {
  if (given === undefined) return [];
  const { lang, width, paint } = options;
  const title = `${TITLE[lang]}${lang === "zh" ? "（" : " ("}${NO_APPROVAL[lang]}${lang === "zh" ? "）" : ")"}`;
  if ("none" in given) {
    const why =
      lang === "zh" ? `${given.none.zh}，未写文件。` : `${given.none.en}; no file was written for it.`;
    return ["", paint.strong(TITLE[lang]), ...wrap(why, width - INDENT).map((line) => `  ${line}`)];
  }
  return ["", ...wrap(title, width).map(paint.strong), ...table(rowsOf(given, lang), INDENT, lang, width)];
}

const INDENT = 2;
const TITLE = words("建议范围", "Suggested boundary");

const ROWS = {
  cut: words("裁去", "Taken off"),
  left: words("剩余", "Left"),
  besides: words("另有", "Besides"),
  verdict: words("可得结论", "It would get"),
  open: words("仍有", "Against it"),
  aside: words("说明", "Note"),
} as const;

type Row = readonly [Words, string];

function rowsOf({ cuts, parts, besidesKm2, setAside, file }: SuggestedBoundary, lang: Lang): readonly Row[] {
  const [best, ...others] = parts;
  return [
    ...cuts.map((cut): Row => [ROWS.cut, cutText(cut)[lang]]),
    ...(best === undefined ? [] : partRows(best, lang)),
    ...others.map((part): Row => [ROWS.besides, otherText(part)[lang]]),
    ...(besidesKm2.times(1_000_000).gte(1)
      ? [[ROWS.besides, besidesText(km2Words(besidesKm2, 6))[lang]] as Row]
      : []),
    [ROWS.aside, asideText(setAside)[lang]],
    [LABELS.file, file],
  ];
}

function cutText({ how, subject, km2, clauses }: SuggestedCut): Words {
  const size = km2Words(km2, 6);
  const cited = clauses.map(({ id }) => id).join(", ");
  return how === "away"
    ? words(
        `与${subject.zh}重叠的 ${size.zh} [${cited}]`,
        `${size.en} that overlap the ${subject.en} [${cited}]`,
      )
    : words(
        `在${subject.zh}外的 ${size.zh} [${cited}]`,
        `${size.en} that lie outside of the ${subject.en} [${cited}]`,
      );
}

function partRows(part: SuggestedPart, lang: Lang): readonly Row[] {
  return [
    [ROWS.left, sizeText(part)[lang]],
    [ROWS.verdict, VERDICT_WORDS[part.verdict][lang]],
    ...part.open.map(({ outcome, message, clauses }): Row => {
      const cited = clauses.map(({ id }) => id).join(", ");
      const colon = lang === "zh" ? "：" : ": ";
      return [ROWS.open, `${OUTCOME_WORDS[outcome][lang]}${colon}${message()[lang]} [${cited}]`];
    }),
  ];
}

function sizeText({ areaKm2, share }: SuggestedPart): Words {
  const percent = formatDecimal(decimal(share).times(100), 2);
  return words(
    `${areaKm2.toFixed(4)} 平方千米（占原范围 ${percent}%）`,
    `${areaKm2.toFixed(4)} km² (${percent}% of the boundary)`,
  );
}

function otherText(part: SuggestedPart): Words {
  const size = sizeText(part);
  const verdict = VERDICT_WORDS[part.verdict];
  return words(
    `可代选的一块 ${size.zh}，可得结论：${verdict.zh}`,
    `another part, ${size.en}, which would get ${verdict.en}`,
  );
}

function besidesText(size: Words): Words {
  return words(
    `不足 1 米宽或不足原范围 1% 的零碎部分共 ${size.zh}，未列入`,
    `scraps narrower than 1 m or smaller than 1% of the boundary, ${size.en} together, left out`,
  );
}

function asideText(fields: readonly string[]): Words {
  if (fields.length === 0) return OLD_FIGURES;
  const list = fields.join(", ");
  return words(
    `申报的 ${list} 针对原范围，未采用，改按坐标和图层量算；${OLD_FIGURES.zh}`,
    `declared ${list} speak of the old boundary and were left out for what is measured; ${OLD_FIGURES.en}`,
  );
}
