import { plain } from "./plain.ts";
import type { PlanText } from "./plan-text.ts";

/** Every place where a phrase stands: the numbers of the lines that it touches (a table's row has several). */
export function placesIn({ lines, plain: whole }: PlanText, phrase: string): readonly (readonly number[])[] {
  const sought = plain(phrase);
  if (sought === "") return [];
  let end = 0;
  const ends = lines.map((line) => {
    end += line.plain.length;
    return end;
  });
  /** The line that holds the sign at an offset. */
  const lineAt = (offset: number) => ends.findIndex((one) => one > offset);
  const found: number[][] = [];
  for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + 1))
    found.push(lines.slice(lineAt(at), lineAt(at + sought.length - 1) + 1).map(({ number }) => number));
  return found;
}
