import { existsSync } from "node:fs";
import { type Lang, words } from "../../model/words.ts";
import type { Stopped } from "../../screen/stop.ts";
import { tell } from "../tell.ts";

/** 128 and the signal's number, as shells count. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof EXIT_CODES;
const SIGNALS = Object.keys(EXIT_CODES) as readonly Signal[];

/**
 * Ctrl-C and `kill` end a run cleanly. More of them change nothing: npx hands on what the terminal has already
 * sent.
 */
export class StopSignals {
  private readonly controller = new AbortController();
  private came: Signal = "SIGINT";
  private readonly heard = (signal: Signal) => {
    if (!this.stop.aborted) this.came = signal;
    this.controller.abort();
  };

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.heard);
  }

  get stop(): AbortSignal {
    return this.controller.signal;
  }

  release(): void {
    for (const signal of SIGNALS) process.off(signal, this.heard);
  }

  /** Says what was done and ends the program, which may still be waiting for input that nobody needs. */
  end(text: string): never {
    tell(text);
    process.exit(EXIT_CODES[this.came]);
  }
}

/** What was done until then, and how to go on. */
export function stoppedText({ decided, share }: Stopped, part: string | undefined, lang: Lang): string {
  const percent = share === undefined ? undefined : Math.floor(100 * share);
  const done = words(
    `已中断：判定了 ${decided} 个候选区块${percent === undefined ? "" : `，输入已读 ${percent} %`}，没有写出结果文件`,
    `stopped: ${decided} candidates were decided${percent === undefined ? "" : `, ${percent} % of the input was read`}; no file of results was written`,
  );
  const next =
    part !== undefined && existsSync(part)
      ? words(
          `已判定的保存在 ${part}：加 --resume 接着筛查，或删除该文件重新开始`,
          `what was decided is kept in ${part}: go on from there with --resume, or delete the file to begin anew`,
        )
      : words(
          "没有可接着筛查的记录：输入为文件、结果用 -o 写到文件时才会保存",
          "nothing is kept to go on from: for that the input must be files, and the results go to files with -o",
        );
  return `${done[lang]}\n  → ${next[lang]}\n`;
}
