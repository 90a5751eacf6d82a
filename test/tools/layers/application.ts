import { readFileSync } from "node:fs";
import { fixturePath } from "../../support/world.ts";
import { write } from "./write.ts";

/** An application with the facts of another fixture, but for where it lies and how large it is. */
export interface ApplicationSketch {
  readonly plan: string;
  readonly id: string;
  /** The fixture whose facts it has. */
  readonly like: string;
  /** Facts beside those or in their place. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export function writeApplication(path: string, { plan, id, like, facts }: ApplicationSketch): void {
  const given = JSON.parse(readFileSync(fixturePath(plan, like), "utf8")) as Record<string, unknown>;
  const { site: _site, areaKm2: _area, basicBlocks: _blocks, ...rest } = given;
  write(path, `${JSON.stringify({ ...rest, id, ...facts }, null, 2)}\n`);
}
