import { readFileSync } from "node:fs";
import { fixturePath } from "../../support/world.ts";
import type { Drawn } from "./ground.ts";
import { SITES, type SiteSketch } from "./site-sketches.ts";
import { countyOf } from "./sketch.ts";
import { write, writeParts } from "./write.ts";

/** The applications that are decided from layers, and beside them their boundaries. */
export async function writeSites(): Promise<void> {
  for (const site of SITES) {
    writeApplication(site);
    await writeBoundary(site);
  }
}

function writeApplication({ plan, name, id, like, facts, file }: SiteSketch): void {
  const given = JSON.parse(readFileSync(fixturePath(plan, like), "utf8")) as Record<string, unknown>;
  const { site: _site, areaKm2: _area, basicBlocks: _blocks, ...rest } = given;
  const application = { ...rest, id, ...facts, geometry: { file: `boundaries/${file}` } };
  write(`${plan}/${name}`, `${JSON.stringify(application, null, 2)}\n`);
}

async function writeBoundary(site: SiteSketch): Promise<void> {
  const { plan, file, content } = site;
  const made = await content(drawn(site), countyOf(plan).ground.zone);
  const path = `${plan}/boundaries/${file}`;
  if (typeof made === "string" || made instanceof Uint8Array) write(path, made);
  else writeParts(path.replace(/\.shp$/, ""), made);
}

function drawn({ plan, file, ...sides }: SiteSketch): Drawn {
  const ring = countyOf(plan).ground.sides(sides);
  const [name = ""] = file.split(".");
  return { rings: [ring], attributes: { 名称: name, 说明: "虚构范围（合成数据）" } };
}
