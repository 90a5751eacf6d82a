import { headingKey, plain, unnumbered } from "./plain.ts";
import type { PlanText, TextLine } from "./plan-text.ts";
import { type Box, boxesIn } from "./tables.ts";

/** A stretch of lines, from and up to (without), counted from 0. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A heading with what stands beneath it. */
export interface Heading extends Stretch {
  /** 章 0, 节 1, 一、 2, （一） 3, 1. 4, run in with its paragraph (管理措施。…) 5. */
  readonly level: number;
  readonly title: string;
  readonly line: number;
}

/** A plan's text with its headings and boxes. */
export interface Outline {
  readonly text: PlanText;
  readonly headings: readonly Heading[];
  readonly boxes: readonly Box[];
}

const CHAPTER = 0;
const SECTION = 1;
const RUN_IN = 5;
/** Longer than this it is a sentence, not a heading. */
const LONGEST_TITLE = 42;
const LONGEST_RUN_IN = 24;

/** Finds chapters, sections, sub-headings and boxes; a chapter that has lost its number is found by its place. */
export function outlineOf(text: PlanText): Outline {
  const { lines } = text;
  const boxes = boxesIn(lines);
  const boxed = new Set(boxes.flatMap(({ from, to }) => range(from, to)));
  const found = lines.flatMap((line, index) => {
    const heading = boxed.has(index) ? undefined : readHeading(line);
    return heading === undefined ? [] : [{ ...heading, from: index, line: line.number }];
  });
  const raised = raiseChapters(found);
  const first = raised.findIndex(({ level }) => level === CHAPTER);
  const levelled = raised.slice(Math.max(first, 0));
  const front = first >= 0 && (levelled[0]?.from ?? 0) > 0 ? [frontOf(lines, levelled)] : [];
  const headings = levelled.map((heading, index) => ({
    ...heading,
    to: levelled.slice(index + 1).find((next) => next.level <= heading.level)?.from ?? lines.length,
  }));
  return { text, headings: [...front, ...headings], boxes };
}

type Found = Omit<Heading, "to">;

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function readHeading({ raw, plain: whole }: TextLine): Pick<Found, "level" | "title"> | undefined {
  if (whole === "" || raw.startsWith("\t")) return undefined;
  const isShort = whole.length <= LONGEST_TITLE && !/[。,:]$/.test(whole);
  if (isShort) {
    if (/^第[一二三四五六七八九十\d]+章/.test(whole) || /^[总附]则$/.test(whole))
      return { level: CHAPTER, title: whole };
    if (/^第[一二三四五六七八九十\d]+节/.test(whole)) return { level: SECTION, title: whole };
    if (/^\s*[一二三四五六七八九十]+(?:[、.．]|\s)/.test(raw.replace(/\[bookmark:[^\]]*\]/g, "")))
      return { level: 2, title: whole };
    if (/^\([一二三四五六七八九十]+\)/.test(whole)) return { level: 3, title: whole };
    if (/^\d+[、.]\D/.test(whole)) return { level: 4, title: whole };
    // 开采规模准入条件: a heading that has lost its number.
    if (/^[\p{Script=Han}()"\-、,·\d]{4,}$/u.test(whole) && !/^\d/.test(whole) && !/[;、]$/.test(whole))
      return { level: 2, title: whole };
    return undefined;
  }
  const [, title] = /^(.+?)[。:]/.exec(whole) ?? [];
  if (title === undefined || title.length > LONGEST_RUN_IN) return undefined;
  if (/^\d+[、.]\D/.test(title)) return { level: 4, title };
  if (/^[一二三四五六七八九十]+、/.test(title)) return { level: 2, title };
  return { level: RUN_IN, title };
}

/** 第一节 opens a chapter: where none stands before it, the last heading without a number is one. */
function raiseChapters(found: readonly Found[]): readonly Found[] {
  const raised = [...found];
  let lastChapterOrSection = -1;
  raised.forEach((heading, index) => {
    if (/^第[一1]节/.test(heading.title) && heading.level === SECTION) {
      const before = raised.slice(lastChapterOrSection + 1, index);
      const isOpen = raised[lastChapterOrSection]?.level === CHAPTER;
      const bare = before.findLastIndex(
        ({ level, title }) => level === 2 && !/^[一二三四五六七八九十]+[、.]/.test(title),
      );
      const at = lastChapterOrSection + 1 + bare;
      const title = raised[at];
      if (bare >= 0 && title !== undefined && (!isOpen || isFarFrom(raised, lastChapterOrSection, at)))
        raised[at] = { ...title, level: CHAPTER };
    }
    if (heading.level <= SECTION) lastChapterOrSection = index;
  });
  return raised;
}

/** After 总则, which has no sections, the next chapter may have lost its number too. */
function isFarFrom(found: readonly Found[], chapter: number, at: number): boolean {
  return /^[总附]则$/.test(found[chapter]?.title ?? "") && at > chapter;
}

/** What stands before the first chapter: the notice that issues the plan, or its cover. */
function frontOf(lines: readonly TextLine[], headings: readonly Found[]): Heading {
  const to = headings.find(({ level }) => level === CHAPTER)?.from ?? lines.length;
  const isNotice = lines.slice(0, to).some((line) => /通知$/.test(line.plain));
  return { level: CHAPTER, title: isNotice ? "通知" : "封面", from: 0, to, line: 1 };
}

/** The stretches beneath a heading of this name within others; the name may give its number or not. */
export function beneath(
  { headings }: Outline,
  name: string,
  within: readonly Stretch[],
  levels: { readonly from: number; readonly to: number },
): readonly Heading[] {
  const key = headingKey(name);
  const fits = (title: string) =>
    headingKey(title) === key || (unnumbered(name) === key && unnumbered(title) === key);
  return headings.filter(
    (heading) =>
      heading.level >= levels.from &&
      heading.level <= levels.to &&
      within.some(({ from, to }) => from <= heading.from && heading.from < to) &&
      fits(heading.title),
  );
}

/** The boxes of this name (专栏4, 专栏10 建筑石料矿规划矿区) within stretches. */
export function boxesNamed({ boxes }: Outline, name: string, within: readonly Stretch[]): readonly Box[] {
  const wanted = boxKey(name);
  return boxes.filter(
    (box) =>
      within.some(({ from, to }) => from <= box.from && box.from < to) &&
      boxKey(box.title).number === wanted.number &&
      boxKey(box.title).title.includes(wanted.title),
  );
}

function boxKey(name: string): { readonly number: string; readonly title: string } {
  const [, number = "", title = ""] = /^专栏([一二三四五六七八九十]+|\d+)(.*)$/.exec(plain(name)) ?? [];
  return { number: headingKey(`第${number}节`), title };
}
