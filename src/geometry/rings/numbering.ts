import { type Words, words } from "../../model/words.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import { isClosed, type RawRing } from "../shape/raw.ts";
import { atCorner, tellable } from "./ring-problems.ts";

/**
 * Checks the numbers of corners (点号: 1, 2, 3 … or J1, J2 …): in each ring they go up or down by one,
 * from 1, from 0 or on from the ring before. The closing corner has the first one's label or the next
 * number. Labels that aren't all numbers of one series (J2-1) may not repeat, and that is all.
 * @param before the highest number used before these rings.
 */
export function checkNumbering(rings: readonly RawRing[], before: number): readonly GeometryProblem[] {
  const problems: GeometryProblem[] = [];
  let starts: ReadonlySet<number> = new Set([0, 1, before + 1]);
  rings.forEach((raw, index) => {
    const all = (raw.labels ?? []).map((label) => label.trim());
    if (all.every((label) => label === "")) return;
    const closing = isClosed(raw) ? all.at(-1) : undefined;
    const labels = closing === undefined ? all : all.slice(0, -1);
    const series = seriesOf(labels);
    const faults = series === undefined ? repeats(labels) : breaks(series, labels, starts);
    const ring = index + 1;
    for (const { corner, what } of faults)
      problems.push(atCorner("stated-numbering", { ring, corner, raw }, what, CHECK));
    if (series === undefined) return;
    const next = series.reduce((most, number) => Math.max(most, number), 0) + 1;
    const closingNumber = closing === undefined ? undefined : numberIn(closing);
    if (closing && closing !== labels[0] && closingNumber !== next)
      problems.push(
        atCorner("stated-numbering", { ring, corner: all.length, raw }, closes(labels[0]), CHECK),
      );
    starts = new Set(closingNumber === next ? [0, 1, next, next + 1] : [0, 1, next]);
  });
  return tellable(problems);
}

const CHECK = words(
  "请核对是否缺少、多出或错排拐点，并改正点号",
  "check whether corners are missing, too many or out of order, and correct their numbers",
);

interface Break {
  /** From 1. */
  readonly corner: number;
  readonly what: Words;
}

const NUMBERED = /^(\D*)(\d{1,9})$/;

function numberIn(label: string): number | undefined {
  const digits = NUMBERED.exec(label)?.[2];
  return digits === undefined ? undefined : Number(digits);
}

/** The numbers of labels that have one each behind the same letters. */
function seriesOf(labels: readonly string[]): readonly number[] | undefined {
  const letters = new Set(labels.map((label) => NUMBERED.exec(label)?.[1]));
  if (letters.size !== 1 || letters.has(undefined)) return undefined;
  return labels.map((label) => numberIn(label) ?? 0);
}

function breaks(
  series: readonly number[],
  labels: readonly string[],
  starts: ReadonlySet<number>,
): readonly Break[] {
  const [first = 0, second = first + 1] = series;
  const step = second === first - 1 ? -1 : 1;
  const seen = new Map<number, number>();
  return series.flatMap((number, index): readonly Break[] => {
    const earlier = seen.get(number);
    if (earlier !== undefined) return [{ corner: index + 1, what: repeated(earlier) }];
    seen.set(number, index + 1);
    const previous = series[index - 1];
    if (previous === undefined) {
      if (step === -1 || starts.has(number)) return [];
      const expected = words("点号不是从 1 起", "isn't numbered from 1");
      return [{ corner: 1, what: expected }];
    }
    if (number === previous + step) return [];
    const label = labels[index - 1];
    return [
      { corner: index + 1, what: words(`与前一点 ${label} 点号不连续`, `doesn't follow ${label} before it`) },
    ];
  });
}

function repeats(labels: readonly string[]): readonly Break[] {
  const seen = new Map<string, number>();
  return labels.flatMap((label, index): readonly Break[] => {
    const earlier = seen.get(label);
    if (label !== "" && earlier !== undefined) return [{ corner: index + 1, what: repeated(earlier) }];
    seen.set(label, index + 1);
    return [];
  });
}

function repeated(earlier: number): Words {
  return words(`与本环第 ${earlier} 点点号相同`, `has the same number as corner ${earlier} of its ring`);
}

function closes(first = ""): Words {
  return words(
    `是闭合点，点号应为 ${first} 或接续前一点`,
    `closes the ring; its number should be ${first} or the next one`,
  );
}
