import { type Words, words } from "../../model/words.ts";
import type { Crs } from "./crs.ts";
import { centralMeridian } from "./gauss-kruger.ts";

/** A CRS as reports name it: CGCS2000 / 3 度带第 38 带（中央经线 114°，带号前缀）. */
export function crsName(crs: Crs): Words {
  if (crs.kind === "geographic")
    return words(`${crs.datum} 经纬度（度）`, `${crs.datum} longitude and latitude (degrees)`);
  const { width, zone, prefixed } = crs;
  const meridian = centralMeridian(crs);
  return words(
    `CGCS2000 / ${width} 度带第 ${zone} 带（中央经线 ${meridian}°，${prefixed ? "带号前缀" : "无带号前缀"}）`,
    `CGCS2000 / ${width}-degree zone ${zone} (central meridian ${meridian}°, ` +
      `${prefixed ? "eastings begin with the zone" : "eastings without the zone"})`,
  );
}
