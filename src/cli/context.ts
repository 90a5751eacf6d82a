import type { ColorSupportLevel } from "chalk";
import type { Lang } from "../model/words.ts";
import { type Paint, paintWith } from "../report/paint.ts";

/** What a command knows of the surroundings it runs in. */
export interface Context {
  readonly lang: Lang;
  readonly width: number;
  readonly paint: Paint;
}

export interface SharedOptions {
  readonly lang?: Lang;
  readonly color?: boolean;
}

export function contextFor({ lang, color }: SharedOptions): Context {
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
  return {
    lang: lang ?? localeLanguage(process.env),
    width: Math.max(columns ?? 80, 20),
    paint: paintWith(colorLevel(color ?? true)),
  };
}

/** Chinese in a Chinese locale, English in any other. */
export function localeLanguage(environment: NodeJS.ProcessEnv): Lang {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "");
  return locale?.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Colour only on a terminal, and never against --no-color, NO_COLOR or a dumb terminal. */
function colorLevel(wanted: boolean): ColorSupportLevel {
  const { NO_COLOR, TERM } = process.env;
  if (!wanted || (NO_COLOR !== undefined && NO_COLOR !== "") || TERM === "dumb") return 0;
  return process.stdout.isTTY ? 1 : 0;
}
