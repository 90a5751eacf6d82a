import { writeApplication } from "./application.ts";
import type { Drawn } from "./ground.ts";
import { SITES, type SiteSketch } from "./site-sketches.ts";
import { countyOf } from "./sketch.ts";
import { write, writeParts } from "./write.ts";

/** The applications that are decided from layers, and beside them their boundaries. */
export async function writeSites(): Promise<void> {
  for (const site of SITES) {
    const { plan, name, file, facts } = site;
    const geometry = { file: `boundaries/${file}` };
    writeApplication(`${plan}/${name}`, { ...site, facts: { ...facts, geometry } });
    await writeBoundary(site);
  }
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
