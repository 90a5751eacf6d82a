import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { RawFeature } from "../../src/geometry/shape/raw.ts";
import { Unusable } from "../../src/input/problem.ts";
import { rawRingsOf } from "../../src/input/spatial/held.ts";
import type { SpatialSource } from "../../src/input/spatial/source.ts";
import { HOME } from "../../src/plan/home.ts";

/** The small synthetic files of the readers' tests. */
export const FILES = join(HOME, "test", "input", "spatial", "files");

export async function featuresOf(source: SpatialSource): Promise<readonly RawFeature[]> {
  const features: RawFeature[] = [];
  for await (const feature of source.features()) features.push(feature);
  return features;
}

/** A ring as text: `0 0, 1 0, 1 1`. */
export function ringTexts({ shape }: RawFeature): readonly string[] {
  return rawRingsOf(shape).map(({ corners }) =>
    Array.from({ length: corners.length / 2 }, (_, at) => `${corners[2 * at]} ${corners[2 * at + 1]}`).join(
      ", ",
    ),
  );
}

/** What is said of a file that can't be used, as the command line shows it: `a.csv:3:1: …`. */
export async function complaintOf(reading: () => Promise<SpatialSource>): Promise<string> {
  try {
    await featuresOf(await reading());
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const [problem] = error.problems;
    const place = [problem?.line, problem?.column].flatMap((one) => (one === undefined ? [] : [`:${one}`]));
    return `${place.join("")} ${problem?.message.en}`.trim();
  }
  return "nothing";
}

/** A folder for files that a test writes; `write` returns the path. */
export function scratch(): { write: (name: string, content: string | Uint8Array) => string } {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "空间 文件-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    write: (name, content) => {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    },
  };
}
