import { type Minerals, normaliseMineralName } from "../model/mineral.ts";
import { nearest } from "../model/nearest.ts";

/** The names of the vocabulary nearest to an unknown one, best first. */
export function suggestMinerals(minerals: Minerals, text: string): readonly string[] {
  const spelling = normaliseMineralName(text);
  return nearest(spelling, minerals.spellings(), Math.max(1, Math.floor(spelling.length / 2)));
}
