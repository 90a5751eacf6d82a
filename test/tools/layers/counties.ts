import { Ground, type Sides } from "./ground.ts";

/** A zone of a plan, under the plan's own name; where it lies is invented. */
export interface ZoneSketch {
  readonly name: string;
  readonly kind: string;
  /** South-western corner, in kilometres from the middle. */
  readonly at: readonly [number, number];
  readonly width: number;
  /** The height in kilometres, or the area in km² where the plan prints it. */
  readonly height?: number;
  readonly km2?: number;
}

export interface BlockSketch {
  readonly name: string;
  readonly mineral: string;
  readonly level: string;
  readonly km?: Sides;
  /** Minutes of arc, as exploration blocks are cut. */
  readonly minutes?: Sides;
}

export interface CountySketch {
  readonly name: string;
  readonly ground: Ground;
  readonly zones: readonly ZoneSketch[];
  readonly mining: readonly BlockSketch[];
  readonly exploration: readonly BlockSketch[];
}

/** Zones of a kind that a plan prints without names. */
const unnamed = (kind: string, at: readonly [number, number], width: number, height: number): ZoneSketch => ({
  name: `虚构${kind}`,
  kind,
  at,
  width,
  height,
});

/**
 * What is drawn around each county beside the control lines, which are the same for all. Names of zones
 * are those of the plans and so are areas that the plans print; no plan prints a coordinate, and every
 * outline here is invented.
 */
export const COUNTIES: Readonly<Record<string, CountySketch>> = {
  fangcheng: {
    name: "方城县",
    ground: new Ground([113, 33.25], 38),
    zones: [
      {
        name: "方城县榆林坪建筑用大理岩集中开采区",
        kind: "集中开采区",
        at: [-18, -12],
        width: 4,
        km2: 10.996,
      },
      { name: "方城县史家庄建筑用花岗岩集中开采区", kind: "集中开采区", at: [-12, -12], width: 3, km2: 5.61 },
      { name: "方城县河沟建筑用安山岩集中开采区", kind: "集中开采区", at: [-8, -12], width: 2, km2: 2.4528 },
      { name: "方城县柳河镇东坪建筑石料集中开采区", kind: "集中开采区", at: [-5, -12], width: 1, km2: 0.72 },
      { name: "方城县黄家庄重点开采区", kind: "重点开采区", at: [-9, 4], width: 6, height: 6 },
      { name: "方城县古庄店重点开采区", kind: "重点开采区", at: [-18, -3], width: 6, height: 5 },
    ],
    mining: [
      { name: "虚构-采-01", mineral: "建筑石料", level: "县级", km: [-11.9, -11.9, -9.4, -10.3] },
      { name: "虚构-采-02", mineral: "金矿", level: "县级", km: [-8, 5, -4, 9] },
    ],
    exploration: [{ name: "虚构-勘-01", mineral: "萤石", level: "县级", minutes: [-6, 6, -3, 9] }],
  },
  kazuo: {
    name: "喀左县",
    ground: new Ground([119.7, 41.1], 40),
    zones: [
      {
        name: "喀喇沁左翼蒙古族自治县中三家镇丛元号村建筑石料用灰岩集中开采区",
        kind: "集中开采区",
        at: [-18, -12],
        width: 0.5,
        km2: 0.16,
      },
      {
        name: "喀喇沁左翼蒙古族自治县六官营子镇哈巴气村建筑石料用灰岩集中开采区",
        kind: "集中开采区",
        at: [-16, -12],
        width: 0.25,
        km2: 0.0438,
      },
      {
        name: "喀喇沁左翼蒙古族自治县大营子乡大杖子村建筑石料用灰岩集中开采区",
        kind: "集中开采区",
        at: [-14, -12],
        width: 0.8,
        km2: 0.3844,
      },
      {
        name: "喀喇沁左翼蒙古族自治县平房子镇山湾子村建筑石料用灰岩集中开采区",
        kind: "集中开采区",
        at: [-12, -12],
        width: 1,
        km2: 0.8011,
      },
      {
        name: "喀喇沁左翼蒙古族自治县白塔子镇于杖子村建筑用玄武岩集中开采区",
        kind: "集中开采区",
        at: [-10, -12],
        width: 2,
        km2: 2.8165,
      },
      {
        name: "喀喇沁左翼蒙古族自治县大营子乡东沟村建筑石料用灰岩集中开采区",
        kind: "集中开采区",
        at: [-6, -12],
        width: 0.6,
        km2: 0.2841,
      },
      { name: "辽宁凌源野猪沟－建平新城", kind: "国家规划矿区", at: [-9, 4], width: 6, height: 6 },
      { name: "辽宁凌源万元店－建平朱碌科", kind: "重点勘查区", at: [-9, 10], width: 8, height: 8 },
    ],
    mining: [],
    exploration: [{ name: "虚构-勘-01", mineral: "金矿", level: "省级", minutes: [-14, 0, -11, 3] }],
  },
  lingbao: {
    name: "灵宝市",
    ground: new Ground([110.9, 34.5], 37),
    zones: [
      { name: "灵宝市苏村建筑石料矿集中开采区", kind: "集中开采区", at: [-18, -12], width: 4, km2: 8.28 },
      { name: "灵宝市南部建筑用白云岩集中开采区", kind: "集中开采区", at: [10, -19.5], width: 9, km2: 64.54 },
      { name: "小秦岭金矿重点开采区", kind: "重点开采区", at: [-9, 4], width: 9, height: 10 },
      { name: "卢氏杜关重点开采区", kind: "重点开采区", at: [-18, -3], width: 5, height: 4 },
      { name: "小秦岭金多金属重点勘查区", kind: "重点勘查区", at: [-9.5, 3.5], width: 12, height: 15 },
      {
        name: "灵宝市函谷关-焦村一带地热重点勘查区",
        kind: "重点勘查区",
        at: [-12, -12],
        width: 4,
        height: 4,
      },
      { name: "灵宝市董家埝银矿重点勘查区", kind: "重点勘查区", at: [-7, -12], width: 3, height: 3 },
      {
        name: "小秦岭金多金属矿重点勘查开发区",
        kind: "重点发展区域",
        at: [-9.5, 3.5],
        width: 12,
        height: 15,
      },
      { name: "灵宝市董家埝银矿勘查开发区", kind: "重点发展区域", at: [-7, -12], width: 3, height: 3 },
      { name: "函谷关-焦村一带地热勘查开发区", kind: "重点发展区域", at: [-12, -12], width: 4, height: 4 },
      { name: "灵宝文峪-大湖金矿基地", kind: "能源资源基地", at: [-8, 5], width: 6, height: 6 },
    ],
    mining: [
      { name: "虚构-采-01", mineral: "金矿", level: "省级", km: [-7.5, 5.5, -5, 8] },
      { name: "虚构-采-02", mineral: "建筑石料", level: "县级", km: [-17.5, -11.9, -15, -10.2] },
    ],
    exploration: [{ name: "虚构-勘-01", mineral: "金矿", level: "省级", minutes: [-5, 7, -2, 10] }],
  },
  linxia: {
    name: "临夏县",
    ground: new Ground([103, 35.5], 34),
    zones: [
      {
        name: "漠泥沟乡姬家村建筑用砂石料矿集中开采区",
        kind: "集中开采区",
        at: [-18, -12],
        width: 4,
        height: 3,
      },
      {
        name: "漠泥沟乡前川-杨台村建筑用砂石料矿集中开采区",
        kind: "集中开采区",
        at: [-13, -12],
        width: 3,
        height: 3,
      },
      {
        name: "临夏县漠泥沟建筑用石灰岩矿重点发展区域",
        kind: "重点发展区域",
        at: [-9, 4],
        width: 6,
        height: 6,
      },
      { name: "矿泉水资源重点发展区域", kind: "重点发展区域", at: [-18, -3], width: 5, height: 5 },
    ],
    mining: [
      { name: "虚构-采-01", mineral: "砂石料", level: "县级", minutes: [-11.25, -6.25, -10.85, -6] },
      { name: "虚构-采-02", mineral: "砖瓦用粘土", level: "县级", km: [-15.5, -11.5, -15, -11] },
    ],
    exploration: [{ name: "虚构-勘-01", mineral: "地热", level: "省级", minutes: [-6, 3, -4, 5] }],
  },
  pingquan: {
    name: "平泉市",
    // The middle lies in zone 40, the west of the county in zone 39.
    ground: new Ground([118.7, 41], 40),
    zones: [
      unnamed("集中开采区", [-18, -12], 4, 3),
      unnamed("重点勘查区", [-9, 11], 8, 8),
      unnamed("重点开采区", [-9, 4], 6, 6),
      unnamed("能源资源基地", [-6, -12], 4, 4),
      unnamed("国家规划矿区", [0, 4], 3, 3),
      { name: "平泉市卧龙镇柴家沟一带钼矿区", kind: "重点发展区域", at: [-18, -3], width: 8, height: 6 },
      { name: "平泉市郝家楼一带萤石矿区", kind: "重点发展区域", at: [-9, 4], width: 6, height: 6 },
      { name: "党坝镇一带建筑石料灰岩区", kind: "重点发展区域", at: [-12, -12], width: 3, height: 3 },
      {
        name: "平泉市清河-杨树岭一带建筑石料用灰岩区",
        kind: "重点发展区域",
        at: [-18.5, -12.5],
        width: 5,
        height: 4,
      },
    ],
    mining: [
      { name: "虚构-采-01", mineral: "建筑石料", level: "市级", km: [-17.8, -11.8, -15, -10] },
      { name: "虚构-采-02", mineral: "萤石", level: "市级", km: [-8, 5, -5, 8] },
    ],
    exploration: [{ name: "虚构-勘-01", mineral: "钼矿", level: "市级", minutes: [-13, -1, -11, 1] }],
  },
};
