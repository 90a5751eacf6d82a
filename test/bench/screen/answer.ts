import { readFileSync, writeFileSync } from "node:fs";

/** Overlaps of no more m² than this are touching. */
export const LEAST = 1;
/** An edge straight in degrees bends on the plane of the others: half a kilometre of it by 0.4 m². m², and a share. */
export const ALLOWED = { squareMetres: 1, share: 1e-6 };

/** What an engine found in common: the pairs of candidate and zone with more than `LEAST` m². */
export class Answer {
  pairs = 0;
  total = 0;
  private readonly lines: string[] = [];

  /** @param keeps keeps each pair, for `save` */
  constructor(private readonly keeps: boolean) {}

  add(candidate: number, zone: () => number, area: number): void {
    if (area <= LEAST) return;
    this.pairs += 1;
    this.total += area;
    if (this.keeps) this.lines.push(`${candidate} ${zone()} ${area}\n`);
  }

  save(file: string): void {
    writeFileSync(file, this.lines.join(""));
  }
}

/** A runner's work: the files of {@link ScreenData}, where to leave the pairs if they are asked for, and its own. */
export function runnerArguments() {
  const [candidates = "", zones = "", layers = "", pairs = "", folder] = process.argv.slice(2);
  return { candidates, zones, layers, pairs: pairs === "" ? undefined : pairs, folder };
}

export type Areas = ReadonlyMap<string, number>;

/** The pairs of a file, by `candidate zone`, counted from 0. */
export function areasIn(file: string): Areas {
  const lines = readFileSync(file, "utf8").split("\n");
  return new Map(
    lines
      .filter((line) => line !== "")
      .map((line) => {
        const [candidate, zone, area] = line.split(" ");
        return [`${candidate} ${zone}`, Number(area)];
      }),
  );
}

/** The largest difference in m² between the areas of two engines. Throws where it is more than is allowed. */
export function largestDifference(one: Areas, other: Areas): number {
  let largest = 0;
  for (const pair of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(pair), other.get(pair)];
    // What an engine doesn't name is at most touching.
    const difference = Math.max(
      0,
      Math.abs((a ?? 0) - (b ?? 0)) - (a === undefined || b === undefined ? LEAST : 0),
    );
    const allowed = ALLOWED.squareMetres + ALLOWED.share * Math.max(a ?? 0, b ?? 0);
    if (!(difference <= allowed))
      throw new Error(
        `answers differ: candidate and zone ${pair} have ${a ?? "nothing"} and ${b ?? "nothing"} m²`,
      );
    largest = Math.max(largest, difference);
  }
  return largest;
}
