import { describe, expect, it } from "vitest";
import { ProgressLine } from "../../src/cli/screen/progress-line.ts";
import type { Lang } from "../../src/model/words.ts";
import { widthOf } from "../../src/report/width.ts";
import type { Progress } from "../../src/screen/run.ts";

/** What the terminal shows of the line after each step: `\r` goes back to its beginning. */
function shown(steps: readonly (readonly [seconds: number, progress: Progress])[], lang: Lang, columns = 80) {
  let now = 0;
  let written = "";
  const line = new ProgressLine(
    lang,
    () => columns,
    (text) => {
      written += text;
    },
    () => now,
  );
  const seen = steps.map(([seconds, progress]) => {
    now = seconds * 1000;
    line.show(progress);
    return written.split("\r").at(-1);
  });
  line.clear();
  return { seen, written };
}

describe("the progress of a run", () => {
  it("is the count, the rate and what remains", () => {
    const steps = [
      [0, { decided: 32, recorded: 0, share: 0.01 }],
      [10, { decided: 1032, recorded: 0, share: 0.21 }],
      [20, { decided: 2032, recorded: 0, share: 0.99 }],
    ] as const;
    expect(shown(steps, "en").seen).toEqual([
      "32 decided, 1 %",
      "1032 decided, 21 %, 100/s, about 0:40 left",
      "2032 decided, 99 %, 100/s, about 0:01 left",
    ]);
    expect(shown(steps, "zh").seen[1]).toBe("已判定 1032 个，21 %，每秒 100 个，约剩 0:40");
  });

  it("doesn't count as work what an earlier run decided", () => {
    const steps = [
      [0, { decided: 256, recorded: 256 }],
      [0.1, { decided: 90_000, recorded: 90_000 }],
      [10, { decided: 90_050, recorded: 90_000 }],
    ] as const;
    expect(shown(steps, "en").seen.at(-1)).toBe("90050 decided, 5.0/s");
  });

  it("is written anew five times a second at most", () => {
    const steps = [
      [0, { decided: 1, recorded: 0 }],
      [0.19, { decided: 2, recorded: 0 }],
      [0.2, { decided: 3, recorded: 0 }],
    ] as const;
    expect(shown(steps, "en").seen).toEqual(["1 decided", "1 decided", "3 decided, 10/s"]);
  });

  it("fits into no columns at all", () => {
    expect(shown([[0, { decided: 1, recorded: 0 }]], "en", 0).seen).toEqual([""]);
  });

  it("stays within one line, which is empty in the end", () => {
    const progress = { decided: 123_456, recorded: 0, share: 0.5 };
    const { written } = shown([[0, progress]], "zh", 10);
    for (const part of written.split("\r")) expect(widthOf(part)).toBeLessThan(10);
    expect(written).not.toContain("\n");
    expect(written.endsWith(`\r${" ".repeat(widthOf("已判定 12"))}\r`)).toBe(true);
  });
});
