import iconv from "iconv-lite";
import type { ApplicationSketch } from "./application.ts";
import { cornerRows, csv, landText, registerText } from "./corner-texts.ts";
import { geojson, kml, kmz, shapefile, xlsx } from "./formats.ts";
import type { Drawn, Sides } from "./ground.ts";
import { DEGREES } from "./numbers.ts";

type Content = string | Uint8Array | Readonly<Record<string, Uint8Array>>;

/** An application that is decided from layers. */
export interface SiteSketch extends ApplicationSketch {
  /** The file to write, which says the verdict. */
  readonly name: string;
  /** Kilometres from the county's middle; minutes of arc for exploration areas. */
  readonly km?: Sides;
  readonly minutes?: Sides;
  /** The boundary's file, and what it holds: a text, bytes, or a shapefile's parts by their endings. */
  readonly file: string;
  readonly content: (drawn: Drawn, zone: number) => Content | Promise<Content>;
}

const GBK = { encoding: "gbk", cpg: true, prj: true } as const;

export const SITES: readonly SiteSketch[] = [
  {
    plan: "fangcheng",
    name: "pass-granite-decided-from-layers.json",
    id: "虚构-方城-2024-101",
    like: "pass-building-stone-in-its-zone.json",
    km: [-11.9, -11.9, -9.4, -10.3],
    file: "虚构-史家庄.csv",
    content: (drawn, zone) => iconv.encode(csv(cornerRows([drawn], { kind: "prefixed", zone })), "gbk"),
  },
  {
    plan: "fangcheng",
    name: "fail-granite-in-sight-of-the-highway-by-layers.json",
    id: "虚构-方城-2024-102",
    like: "pass-building-stone-in-its-zone.json",
    km: [-11, -7.5, -9, -5.5],
    file: "虚构-公路旁.shp",
    content: (drawn, zone) => shapefile([drawn], { ...GBK, numbers: { kind: "plane", zone } }),
  },
  {
    plan: "fangcheng",
    name: "review-granite-declared-out-of-sight-of-the-highway.json",
    id: "虚构-方城-2024-103",
    like: "pass-building-stone-in-its-zone.json",
    facts: { site: { constraints: { "three-zones-two-lines": "clear" } } },
    km: [-11, -7.5, -9, -5.5],
    file: "虚构-公路旁.txt",
    content: (drawn, zone) => iconv.encode(landText(drawn, zone), "gbk"),
  },
  {
    plan: "lingbao",
    name: "pass-gold-decided-from-layers.json",
    id: "虚构-灵宝-2024-101",
    like: "pass-gold-within-both-totals.json",
    km: [-7.2, 5.8, -5.4, 7.3],
    file: "虚构-枣香峪.kmz",
    content: (drawn) => kmz([drawn]),
  },
  {
    plan: "lingbao",
    name: "fail-gold-over-the-redline-by-layers.json",
    id: "虚构-灵宝-2024-102",
    like: "pass-gold-within-both-totals.json",
    km: [-11, 9, -8.8, 10.2],
    file: "虚构-红线旁.geojson",
    content: (drawn, zone) => geojson([drawn], { kind: "prefixed", zone }),
  },
  {
    plan: "lingbao",
    name: "review-gold-declared-over-the-redline.json",
    id: "虚构-灵宝-2024-103",
    like: "pass-gold-within-both-totals.json",
    facts: { site: { constraints: { "ecological-redline": "overlaps" } } },
    km: [-7.2, 5.8, -5.4, 7.3],
    file: "虚构-枣香峪.txt",
    content: (drawn, zone) => iconv.encode(registerText(drawn, zone), "gbk"),
  },
  {
    plan: "linxia",
    name: "pass-sand-decided-from-layers.json",
    id: "虚构-临夏-2024-101",
    like: "pass-building-sand-in-its-zone.json",
    minutes: [-11.25, -6.25, -10.85, -6],
    file: "虚构-姬家村.csv",
    content: (drawn) => csv(cornerRows([drawn], { kind: "dms" })),
  },
  {
    plan: "linxia",
    name: "fail-brick-clay-on-arable-land-by-layers.json",
    id: "虚构-临夏-2024-102",
    like: "pass-brick-clay-off-cultivable-land.json",
    km: [9.3, -16.6, 9.9, -16.2],
    file: "虚构-耕地旁.kml",
    content: (drawn) => kml([drawn]),
  },
  {
    plan: "linxia",
    name: "review-sand-declared-with-another-area.json",
    id: "虚构-临夏-2024-103",
    like: "pass-building-sand-in-its-zone.json",
    facts: { areaKm2: 0.32 },
    minutes: [-11.25, -6.25, -10.85, -6],
    file: "虚构-姬家村.xlsx",
    content: (drawn) => xlsx("拐点", cornerRows([drawn], DEGREES)),
  },
  {
    plan: "pingquan",
    name: "pass-molybdenum-exploration-across-two-zones.json",
    id: "虚构-平泉-2024-101",
    like: "pass-molybdenum-exploration-in-its-block.json",
    minutes: [-12.75, -0.75, -11.25, 0.75],
    file: "虚构-柴家沟.csv",
    content: (drawn) => csv(cornerRows([drawn], { kind: "both-zones" })),
  },
  {
    plan: "pingquan",
    name: "pass-fluorite-decided-from-layers.json",
    id: "虚构-平泉-2024-102",
    like: "pass-large-fluorite-mine-in-a-key-mining-zone.json",
    km: [-7.5, 5.5, -6, 7],
    file: "虚构-郝家楼.xlsx",
    content: (drawn) => xlsx("拐点", cornerRows([drawn], { kind: "dddmmss" })),
  },
  {
    plan: "pingquan",
    name: "fail-iron-outside-every-block-by-layers.json",
    id: "虚构-平泉-2024-103",
    like: "fail-iron-outside-every-block-without-a-justification.json",
    km: [14, -12, 15, -11],
    file: "虚构-区块外.geojson",
    content: (drawn) => geojson([drawn], DEGREES, false),
  },
  {
    plan: "pingquan",
    name: "review-fluorite-declared-beyond-the-county.json",
    id: "虚构-平泉-2024-104",
    like: "pass-large-fluorite-mine-in-a-key-mining-zone.json",
    facts: { site: { inCounty: false } },
    km: [-7.5, 5.5, -6, 7],
    file: "虚构-郝家楼.csv",
    content: (drawn) => csv(cornerRows([drawn], { kind: "dddmmss" })),
  },
  {
    plan: "kazuo",
    name: "pass-limestone-decided-from-layers.json",
    id: "虚构-喀左-2024-101",
    like: "pass-limestone-at-its-zones-minimum.json",
    km: [-17.98, -11.99, -17.52, -11.7],
    file: "虚构-丛元号.txt",
    content: (drawn, zone) => iconv.encode(registerText(drawn, zone), "gbk"),
  },
  {
    plan: "kazuo",
    name: "fail-limestone-in-the-nature-reserve-by-layers.json",
    id: "虚构-喀左-2024-102",
    like: "fail-over-the-redline-without-an-opinion.json",
    km: [11.8, 9.7, 12.2, 10.05],
    file: "虚构-保护区旁.shp",
    content: (drawn, zone) => shapefile([drawn], { ...GBK, prj: false, numbers: { kind: "prefixed", zone } }),
  },
  {
    plan: "kazuo",
    name: "review-gold-exploration-whose-approval-no-layer-tells.json",
    id: "虚构-喀左-2024-103",
    like: "pass-gold-exploration-in-an-approved-block.json",
    minutes: [-14, 0, -12, 2],
    file: "虚构-北部.csv",
    content: (drawn) => csv(cornerRows([drawn], { kind: "ddd.mmss" })),
  },
];
