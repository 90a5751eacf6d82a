import { DECLARATIONS, DOCUMENTS } from "../../../src/model/evidence.ts";
import { CONSTRAINTS } from "../../../src/model/terms.ts";
import type { Words } from "../../../src/model/words.ts";

/**
 * What the fields of an application are, by path. They stand here and not beside the fields, because an
 * application's schema is made at every start, and editors alone read these.
 */
const FIELDS: Readonly<Record<string, string>> = {
  id: "申请编号 · the case number",
  plan: "规划编号，如 fangcheng · id of the plan",
  county: "六位县级行政区划代码，加引号 · six-digit county code, in quotes",
  date: "受理日期，决定适用哪些规定 · date of acceptance; it decides which provisions are in force",
  right: "矿业权类型 · kind of right",
  operation: "申请事项：新设、延续、变更、转让、探转采 · what is done with the right",
  changes: "变更内容 · what changes",
  mineral: "主矿种，照申请人的写法 · the main mineral, as the applicant writes it",
  coMinerals: "共伴生矿种 · co-minerals",
  "coMinerals.name": "矿种 · the mineral",
  "coMinerals.necessary": "必须综合开采 · it must be recovered together",
  mineralClass: "矿产类别：第一、二、三类 · class of the mineral",
  output:
    "生产规模：一个数，或计量对象不同的几个数 · output per year or day; several if they count different things",
  "output.value": "数值 · the figure",
  "output.unit": "单位：万吨/年、吨/日、万立方米/年 等 · its unit, per year or day",
  "output.of": "计量对象：矿石、矿物量、金属量、精矿、荒料 · what it counts",
  workingDaysPerYear: "年工作天数，年、日换算用 · working days a year",
  density: "体重（吨/立方米） · density, t/m³",
  grade: "品位（小数） · grade, as a fraction",
  recovery: "选矿回收率（小数） · recovery in dressing, as a fraction",
  reserves: "资源量 · resources of the deposit",
  "reserves.value": "数值 · the figure",
  "reserves.unit": "单位：万吨、吨、万立方米 等 · its unit",
  "reserves.of": "计量对象 · what it counts",
  depositSize: "矿区资源储量规模 · size of the deposit, as the reserves report states it",
  mineSize: "矿山生产建设规模 · size of the mine, as stated",
  depositComplexity: "矿床复杂程度 · complexity of the deposit",
  explorationDegree: "勘查程度 · degree of exploration",
  method: "开采方式 · mining method",
  serviceLifeYears: "设计服务年限（年） · designed service life, years",
  areaKm2: "面积（平方千米） · km²",
  basicBlocks: "基本单位区块数（1′×1′） · number of 1′×1′ blocks",
  allocation: "出让方式；不属新出让的写 none · how the right is granted",
  agreementBasis:
    "协议出让所依的国家规定；没有写“无” · the State rule that allows an agreement; none if none is claimed",
  authority: "登记机关 · registering authority",
  funding: "勘查资金 · the money for exploration",
  "funding.source": "资金来源 · where it is from",
  "funding.full": "财政全额出资 · wholly public money",
  "funding.commensurate": "与矿种、面积、阶段相适应 · it fits mineral, area and stage",
  "funding.firstYear": "首年所需（万元） · needed in the first year, 10⁴ CNY",
  "funding.proof": "资金证明金额（万元） · proven, 10⁴ CNY",
  base: "由其扩大、转换而来的已有矿业权 · the existing right that this one grows from",
  "base.id": "许可证号 · licence number or numbers",
  "base.right": "矿业权类型 · kind of right",
  "base.sameHolder": "同一矿业权人 · the same holder",
  "base.relation": "与其的关系 · how this one grows from it",
  "base.mineral": "其矿种 · its mineral",
  "base.areaKm2": "其面积（平方千米） · its area, km²",
  "base.within": "申请范围全部位于其内 · the area applied for lies wholly within it",
  "base.meetsPlan": "其符合规划 · it conforms to the plan",
  applicant: "申请人 · the applicant",
  "applicant.name": "名称 · name",
  "applicant.kind": "类型 · kind",
  "applicant.violations": "有违法记录 · has a record of violations",
  "applicant.dishonest": "列入失信名单 · is on a list of dishonest enterprises",
  documents: "申请材料：有或没有 · what the case file holds, true or false",
  declarations: "声明事项：是或否 · statements of fact, true or false",
  attestations: "人工认定 · an official's own findings",
  "attestations.clause": "条款编号 · id of the clause",
  "attestations.met": "是否符合 · whether it is met",
  "attestations.by": "认定人 · who attests it",
  "attestations.note": "说明 · a remark",
  site: "申报的位置 · where it lies, as declared",
  "site.inCounty": "位于本县 · in the county",
  "site.zones": "所涉规划分区，未列的视为区外 · every zone that it touches; one not listed is outside",
  "site.zones.name": "区名或区类 · the zone's name, or a kind of zone",
  "site.zones.relation": "位置关系 · inside, partly or outside",
  "site.block": "规划区块 · the planned block",
  "site.block.kind": "勘查或开采区块 · for exploration or for mining",
  "site.block.relation": "位置关系；不在区块内写 none · inside, partly, or in none",
  "site.block.name": "区块名称 · its name",
  "site.block.mineral": "区块矿种 · its mineral",
  "site.block.whole": "覆盖整个区块 · the whole block is covered",
  "site.block.level": "发证级别 · level of the authority",
  "site.block.rights": "区块内他人的矿业权数 · rights of other holders in it",
  "site.block.approved": "区块经批复 · it is approved",
  "site.block.inReleasePlan": "列入年度投放计划 · it is in the year's release plan",
  "site.constraints":
    "与控制线、保护地：不重叠、重叠或重叠面积（平方千米） · clear, overlaps, or km² in common",
  "site.arableLand": "占用耕地 · on arable land",
  "site.existingRights": "重叠的已设矿业权，没有写 [] · existing rights that it overlaps; [] if none",
  "site.existingRights.id": "许可证号 · licence number",
  "site.existingRights.right": "矿业权类型 · kind of right",
  "site.existingRights.overlapKm2": "重叠面积（平方千米） · km² in common",
  "site.existingRights.sameHolder": "同一矿业权人 · the same holder",
  "site.place": "乡镇、地名 · township or place",
  geometry: "范围：GeoJSON 或空间数据文件 · the boundary: GeoJSON, or a spatial file",
  "geometry.type": "GeoJSON 类型 · type of the GeoJSON geometry",
};

/** With the keys of each closed list, in English and Chinese; `asked` tells which clauses ask for one. */
export function applicationWords(
  asked: (path: string) => readonly string[],
): Readonly<Record<string, string>> {
  return {
    ...FIELDS,
    ...keysOf("documents", DOCUMENTS, asked),
    ...keysOf("declarations", DECLARATIONS, asked),
    ...keysOf("site.constraints", CONSTRAINTS, () => []),
  };
}

function keysOf(
  group: string,
  table: Readonly<Record<string, Words>>,
  asked: (path: string) => readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, { zh, en }]) => {
      const clauses = asked(`${group}.${key}`).join(", ");
      const said = `${zh} · ${en}${clauses === "" ? "" : ` · ${clauses}`}`;
      return [
        [`${group}.${key}`, said],
        [`${group}.${zh}`, said],
      ];
    }),
  );
}
