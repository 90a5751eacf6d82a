import { openShapefile } from "./src/input/spatial/shapefile/shapefile.ts";
import { openDbf, openShp } from "shapefile";
const f = process.argv[2]!;
let c0 = process.cpuUsage(); const t = (n: string, s: number) => { const u = process.cpuUsage(c0); console.log(n, "wall", (performance.now() - s).toFixed(0), "cpu", ((u.user+u.system)/1000).toFixed(0)); c0 = process.cpuUsage(); };
let s = performance.now(); const src = await openShapefile(f, {}); t("open", s);
s = performance.now(); for await (const _ of src.features()) ; t("features", s);
s = performance.now(); let n = 0; for await (const _ of src.features({minX:0,minY:0,maxX:500,maxY:500})) n++; t("within " + n, s);
s = performance.now(); const d = await openDbf(f.replace(".shp", ".dbf"), {encoding:"gb18030"}); while(!(await d.read()).done); t("package dbf", s);
s = performance.now(); const d2 = await openShp(f); while(!(await d2.read()).done); t("package shp", s);
