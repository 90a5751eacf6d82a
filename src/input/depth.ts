import { words } from "../model/words.ts";
import { positions } from "./document.ts";
import { type Problem, unusable } from "./problem.ts";

/** Deeper than any application, plan or boundary; beyond it a parser would run out of stack. */
export const DEEPEST = 200;

export function tooDeep(at: Pick<Problem, "file" | "line" | "column">): never {
  unusable({
    ...at,
    code: "nested-too-deep",
    message: words("嵌套过深", "it is nested too deeply"),
    remedy: words(`至多 ${DEEPEST} 层`, `at most ${DEEPEST} levels`),
  });
}

/** Refuses a JSON text that nests too deeply, with the place where it does. */
export function refuseDepth(text: string, file: string): void {
  let depth = 0;
  for (let at = 0, quoted = false; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\\" && quoted) at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "[" || sign === "{")) depth++;
    else if (!quoted && (sign === "]" || sign === "}")) depth--;
    if (depth > DEEPEST) tooDeep({ file, ...positions(text)(at) });
  }
}
