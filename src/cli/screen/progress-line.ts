import { type Lang, words } from "../../model/words.ts";
import { widthOf } from "../../report/width.ts";
import type { Progress, Watcher } from "../../screen/run.ts";
import type { Context } from "../context.ts";
import { tell } from "../tell.ts";

/** The line is written anew at most so often, in milliseconds. */
const INTERVAL = 200;

/** Some terminals don't know their width, and say it is none. */
const UNKNOWN_WIDTH = 80;

/** How far a run has come (进度), in one line of a terminal that is written over and over. */
export class ProgressLine implements Watcher {
  private shown = 0;
  private width = 0;
  private first: { readonly at: number; readonly progress: Progress } | undefined;

  /** @param now milliseconds; only what is printed here depends on it */
  constructor(
    private readonly lang: Lang,
    private readonly columns: () => number,
    private readonly write: (text: string) => void,
    private readonly now: () => number,
  ) {}

  show(progress: Progress): void {
    const at = this.now();
    this.first ??= { at, progress };
    if (this.width > 0 && at - this.shown < INTERVAL) return;
    this.shown = at;
    this.put(this.textOf(progress, (at - this.first.at) / 1000, this.first.progress));
  }

  /** The line is empty again. */
  clear(): void {
    if (this.width > 0) this.put("");
    this.width = 0;
  }

  /** The rate and what remains are those of the present run, since it began to be counted. */
  private textOf(now: Progress, seconds: number, first: Progress): string {
    const { lang } = this;
    const parts = [words(`已判定 ${now.decided} 个`, `${now.decided} decided`)];
    if (now.share !== undefined) parts.push(words(`${percent(now.share)}`, `${percent(now.share)}`));
    const from = Math.max(first.decided, now.recorded);
    const rate = seconds > 0 ? (now.decided - from) / seconds : 0;
    if (rate > 0) parts.push(words(`每秒 ${figure(rate)} 个`, `${figure(rate)}/s`));
    const read = (now.share ?? 0) - (first.share ?? 0);
    if (now.share !== undefined && read > 0 && seconds >= 1) {
      const left = clock((seconds * (1 - now.share)) / read);
      parts.push(words(`约剩 ${left}`, `about ${left} left`));
    }
    return parts.map((part) => part[lang]).join(lang === "zh" ? "，" : ", ");
  }

  private put(text: string): void {
    const most = Math.max(0, this.columns() - 1);
    let line = text;
    while (widthOf(line) > most) line = line.slice(0, -1);
    const width = widthOf(line);
    this.write(`\r${line}${" ".repeat(Math.max(0, this.width - width))}\r${line}`);
    this.width = width;
  }
}

/** Undefined where standard error is no terminal: nothing is said there. */
export function progressLine({ lang }: Context): ProgressLine | undefined {
  if (process.stderr.isTTY !== true) return undefined;
  return new ProgressLine(
    lang,
    () => process.stderr.columns || UNKNOWN_WIDTH,
    tell,
    () => performance.now(),
  );
}

function percent(share: number): string {
  return `${Math.floor(100 * share)} %`;
}

function figure(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
}

/** 1:02:03, 2:03 or 0:03. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (number: number) => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
