import type { Command } from "commander";
import type { Lang } from "../model/words.ts";

/** What a command is declared with: the language of its help, the options all share, and how it ends. */
export interface Declaring {
  readonly lang: Lang;
  readonly shared: (command: Command) => Command;
  readonly exit: (code: number) => void;
}

/** Gathers the values of an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
