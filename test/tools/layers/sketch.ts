import { type BlockSketch, COUNTIES, type CountySketch, type ZoneSketch } from "./counties.ts";
import type { Drawn, Ground, Ring, Sides } from "./ground.ts";

/** What stands in every row, so that nobody takes it for the real thing. */
const INVENTED = { 说明: "虚构范围（合成数据）" } as const;

/** Everything that is drawn around a county, each feature marked as invented. */
export interface Sketch {
  readonly county: readonly Drawn[];
  /** With their kind under 类型. */
  readonly controls: readonly Drawn[];
  readonly arable: readonly Drawn[];
  readonly zones: readonly Drawn[];
  readonly mining: readonly Drawn[];
  readonly exploration: readonly Drawn[];
  readonly rights: readonly Drawn[];
}

export function sketchOf(plan: string): Sketch {
  const county = countyOf(plan);
  const { ground } = county;
  const one = (name: string, rings: readonly Ring[], more: Drawn["attributes"] = {}): Drawn => ({
    rings,
    attributes: { 名称: name, ...more, ...INVENTED },
  });
  const block = ({ name, mineral, level, ...sides }: BlockSketch) =>
    one(name, [ground.sides(sides)], { 主矿种: mineral, 级别: level });
  return {
    county: [one(`虚构${county.name}界`, [ground.box(COUNTY)])],
    controls: CONTROLS.map(({ kind, rings }, index) =>
      one(`虚构${kind}${index + 1}`, rings(ground), { 类型: kind }),
    ),
    arable: [one("虚构耕地", [ground.box([3.5, -18.5, 9.5, -12.5])])],
    zones: county.zones.map((zone) => one(zone.name, [zoneRing(zone, ground)], { 类型: zone.kind })),
    mining: county.mining.map(block),
    exploration: county.exploration.map(block),
    rights: RIGHTS.map(({ id, holder, status, sides }) =>
      one(`虚构矿山${id.slice(-1)}`, [ground.box(sides)], { 许可证号: id, 采矿权人: holder, 状态: status }),
    ),
  };
}

export function countyOf(plan: string): CountySketch {
  const county = COUNTIES[plan];
  if (county === undefined) throw new Error(`no county is sketched for ${plan}`);
  return county;
}

function zoneRing({ at, width, height, km2 }: ZoneSketch, ground: Ground): Ring {
  if (km2 !== undefined) return ground.ofArea(at, width, km2);
  return ground.box([at[0], at[1], at[0] + width, at[1] + (height ?? width)]);
}

/** A rough box; real counties have thousands of corners. */
const COUNTY: Sides = [-20, -20, 20, 20];

interface Control {
  readonly kind: string;
  readonly rings: (ground: Ground) => readonly Ring[];
}

const box = (kind: string, sides: Sides): Control => ({ kind, rings: (ground) => [ground.box(sides)] });

/** Kilometres from the middle of the county. */
const CONTROLS: readonly Control[] = [
  {
    kind: "生态保护红线",
    // With a hole (天窗), in which nothing is forbidden.
    rings: (ground) => [ground.box([-18, 8, -10, 18]), ground.box([-16, 12, -13, 15])],
  },
  box("永久基本农田", [4, -18, 6, -16]),
  box("永久基本农田", [6.5, -18, 9, -16]),
  box("永久基本农田", [4, -15.5, 9, -13]),
  box("城镇开发边界", [-3, -3, 3, 3]),
  box("自然保护地", [12, 8, 19, 19]),
  box("风景名胜区", [-19, -19, -14, -14]),
  // Along a highway.
  box("三区两线可视范围", [-20, -6, 20, -5]),
  { kind: "饮用水水源保护区", rings: (ground) => [ground.ring(octagon([8, 4], 1))] },
  box("文物保护单位", [4.9, 9.9, 5.1, 10.1]),
  box("特定生态保护区域", [12, -4, 14, -2]),
];

function octagon([x, y]: readonly [number, number], radius: number): (readonly [number, number])[] {
  return Array.from({ length: 8 }, (_, corner) => {
    const angle = (Math.PI / 4) * corner;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

/** A right in force, one that has ended, and one beside both. */
const RIGHTS = [
  { id: "C虚构0000001", holder: "（虚构）东沟矿业有限公司", status: "有效", sides: [5, -11, 7, -9] },
  { id: "C虚构0000002", holder: "（虚构）西沟矿业有限公司", status: "注销", sides: [-17, -11.6, -16.5, -11] },
  { id: "C虚构0000003", holder: "（虚构）北沟矿业有限公司", status: "有效", sides: [-2, 16, 0, 18] },
] as const;
