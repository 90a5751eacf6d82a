import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { filesOf } from "../../input/candidates/files-of.ts";
import { fileNamedIn } from "../../input/document.ts";
import { readLayerEntries, zonesOf } from "../../input/layers.ts";
import { unreadable } from "../../input/text.ts";
import { isInFile } from "../../model/spatial-file.ts";
import { HOME } from "../../plan/home.ts";
import { loadStandards, PlanLibrary } from "../../plan/load/library.ts";
import type { Work } from "../batch.ts";
import { plansFor } from "../screener.ts";

/**
 * What the rows of a run depend on, as pairs of a name that users know (an option, a file) and a value: two
 * runs in which all are equal decide alike.
 */
export type Asked = Readonly<Record<string, string>>;

/** Throws `Unusable` for files that can't be read. */
export async function askedOf(files: readonly string[], work: Work, version: string): Promise<Asked> {
  const { reading, settings, outlines } = work;
  const options = { ...settings, ...reading, settings: undefined, mappings: undefined, prepared: undefined };
  return {
    mineright: version,
    ...Object.fromEntries(Object.entries(options).flatMap(([name, value]) => optionOf(name, value))),
    "--set": JSON.stringify(reading.settings),
    "--map": JSON.stringify(reading.mappings),
    // Formats that draw need more of a row than the others.
    "-o": outlines ? "with boundaries" : "without boundaries",
    blocks: JSON.stringify(files),
    ...(await sumsOf([...files, ...(await filesBehind(work))])),
  };
}

/** Those whose values differ. */
export function differences(before: Asked, now: Asked): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]);
}

/** `asOf`: --as-of. */
function optionOf(name: string, value: unknown): readonly [string, string][] {
  if (value === undefined) return [];
  return [[`--${name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`, JSON.stringify(value)]];
}

/** The plans, the register, the layers file, and the files that these name. */
async function filesBehind({ settings }: Work): Promise<readonly string[]> {
  const { plan, plans: folder, register, layers } = settings;
  const plans = await plansFor(plan, new PlanLibrary(await loadStandards(), folder));
  const entries = layers === undefined ? [] : await readLayerEntries(layers);
  return [
    ...plans.map(({ file }) => (filesOf(file).length > 0 ? file : join(HOME, file))),
    ...[register, layers].filter((file) => file !== undefined),
    ...[...entries, ...plans.flatMap(zonesOf)].flatMap(({ document, data }) =>
      isInFile(data) ? [fileNamedIn(document, data.file)] : [],
    ),
  ];
}

async function sumsOf(named: readonly string[]): Promise<Asked> {
  const sums: Record<string, string> = {};
  for (const { file } of named.flatMap((one) => filesOf(one))) sums[file] ??= await sumOf(file);
  return sums;
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 }))
      hash.update(piece as Buffer);
  } catch (error) {
    return unreadable(file, error);
  }
  return hash.digest("hex");
}
