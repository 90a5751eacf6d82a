import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { type SharedLayer, shared, unshared } from "../../geometry/packed/shared-layer.ts";
import type { Layer } from "../../geometry/site/layer.ts";
import { isInFile } from "../../model/spatial-file.ts";
import { words } from "../../model/words.ts";
import { fileNamedIn } from "../document.ts";
import type { LayerEntry } from "../layers.ts";
import { unusable } from "../problem.ts";
import { chunksOf } from "./bytes.ts";

/**
 * Layers that were read, checked and indexed, kept in a folder for the next run (预处理图层). Each is tied by a
 * hash to the bytes of its files, to its entry in the layers file and to the program: whatever changes, it is
 * read anew, and so is one whose bytes were damaged.
 */
export class PreparedLayers {
  /**
   * @param maker what made them: another program may read layers in another way
   * Throws `Unusable` where there can be no such folder.
   */
  constructor(
    private readonly folder: string,
    private readonly maker: string,
  ) {
    try {
      // Its parent must be there: a slip in the path makes no tree of folders.
      if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) mkdirSync(folder);
    } catch (error) {
      refuse(folder, error);
    }
  }

  /** The layers of entries that read one file in one way. Throws `Unusable`. */
  async of(entries: readonly LayerEntry[], read: () => Promise<readonly Layer[]>): Promise<readonly Layer[]> {
    const [entry] = entries;
    if (entry === undefined || !isInFile(entry.data)) return read();
    const file = fileNamedIn(entry.document, entry.data.file);
    // What can't be read is told by its reader.
    const key = attempt(() => this.keyOf(entries, file));
    if (key === undefined) return read();
    const kept = join(this.folder, `${basename(file)}-${key}.layers`);
    const found = attempt(() => unpacked(readFileSync(kept)));
    if (found !== undefined) return found.map(unshared);
    const layers = await read();
    this.keep(kept, packed(layers.map(shared)));
    return layers;
  }

  private keyOf(entries: readonly LayerEntry[], file: string): string {
    const hash = createHash("sha256");
    const asked = entries.map(({ document: _, ...entry }) => entry);
    hash.update(JSON.stringify([this.maker, asked]));
    for (const part of filesOf(file)) {
      hash.update(`\0${basename(part)}\0`);
      for (const chunk of chunksOf(part)) hash.update(chunk);
    }
    return hash.digest("hex").slice(0, 32);
  }

  private keep(file: string, bytes: readonly Uint8Array[]): void {
    const unfinished = `${file}.${process.pid}.tmp`;
    try {
      writeFileSync(unfinished, bytes.length === 1 ? (bytes[0] as Uint8Array) : Buffer.concat(bytes));
      renameSync(unfinished, file);
    } catch (error) {
      attempt(() => rmSync(unfinished, { force: true }));
      refuse(file, error);
    }
  }
}

/** A file and those beside it that bear its name: a shapefile is several. */
function filesOf(file: string): readonly string[] {
  const name = basename(file, extname(file));
  const beside = readdirSync(dirname(file), { withFileTypes: true })
    .filter((entry) => entry.isFile() && basename(entry.name, extname(entry.name)) === name)
    .map((entry) => join(dirname(file), entry.name))
    .filter((other) => other !== file)
    .sort();
  return [file, ...beside];
}

/** The head as JSON after its length, then each layer's features; all from multiples of 8 bytes on. */
function packed(layers: readonly SharedLayer[]): readonly Uint8Array[] {
  const features = layers.map((layer) => new Uint8Array(layer.features));
  const hash = createHash("sha256");
  for (const bytes of features) hash.update(bytes);
  const head: Head = {
    sha256: hash.digest("hex"),
    layers: layers.map(({ features: bytes, names, areas, ...about }) => ({
      ...about,
      names: [...names],
      ...(areas === undefined ? {} : { areas: [...areas] }),
      bytes: bytes.byteLength,
    })),
  };
  const text = Buffer.from(JSON.stringify(head));
  const start = Buffer.alloc(8 * Math.ceil((8 + text.length) / 8), " ");
  start.writeDoubleLE(start.length, 0);
  text.copy(start, 8);
  return [start, ...features];
}

interface Head {
  readonly sha256: string;
  readonly layers: readonly (Omit<SharedLayer, "features" | "names" | "areas"> & {
    readonly names: readonly string[];
    readonly areas?: readonly (readonly [string, number])[];
    readonly bytes: number;
  })[];
}

/** Undefined where the bytes aren't what was written. */
function unpacked(all: Buffer): readonly SharedLayer[] | undefined {
  const from = all.readDoubleLE(0);
  const head = JSON.parse(all.subarray(8, from).toString("utf8")) as Head;
  if (createHash("sha256").update(all.subarray(from)).digest("hex") !== head.sha256) return undefined;
  let at = from;
  return head.layers.map(({ bytes, names, areas, ...about }) => {
    const features = new SharedArrayBuffer(bytes);
    new Uint8Array(features).set(all.subarray(at, at + bytes));
    at += bytes;
    return {
      ...about,
      names: new Set(names),
      ...(areas === undefined ? {} : { areas: new Map(areas) }),
      features,
    };
  });
}

function attempt<Made>(step: () => Made): Made | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

function refuse(path: string, error: unknown): never {
  const { code = "" } = error as NodeJS.ErrnoException;
  unusable({
    file: path,
    message: words(`无法写入预处理图层（${code}）`, `prepared layers can't be written (${code})`),
    remedy: words(
      "检查目录、权限和磁盘空间，或去掉 --prepared",
      "check the folder, its permissions and the space on the disk, or leave --prepared away",
    ),
  });
}
