import { DECLARATIONS, DOCUMENTS } from "./evidence.ts";
import { CONSTRAINTS } from "./terms.ts";
import type { Missing } from "./truth.ts";
import { type Words, words } from "./words.ts";

/** What a field of the application is called, for sentences that name a missing one. */
const LABELS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  date: ["受理日期", "date of acceptance"],
  changes: ["变更事项", "kind of change"],
  mineral: ["主矿种", "main mineral"],
  coMinerals: ["共伴生矿种", "co-minerals"],
  mineralClass: ["矿产类别（第一/二/三类）", "mineral class (1, 2 or 3)"],
  output: ["生产规模", "output"],
  workingDaysPerYear: ["年工作天数", "working days per year"],
  density: ["体重", "density"],
  grade: ["品位", "grade"],
  recovery: ["选矿回收率", "dressing recovery"],
  reserves: ["资源量", "reserves"],
  depositSize: ["矿区资源储量规模", "deposit size"],
  mineSize: ["矿山生产建设规模", "mine size"],
  depositComplexity: ["矿床复杂程度", "deposit complexity"],
  explorationDegree: ["勘查程度", "exploration degree"],
  method: ["开采方式", "mining method"],
  serviceLifeYears: ["设计服务年限", "service life"],
  areaKm2: ["面积", "area"],
  basicBlocks: ["基本单位区块数", "number of basic unit blocks"],
  allocation: ["出让方式", "allocation"],
  agreementBasis: ["协议出让依据", "State rule that allows the agreement"],
  authority: ["登记机关级别", "registering authority"],
  "funding.source": ["资金来源", "source of funds"],
  "funding.full": ["是否全额财政出资", "whether wholly state-funded"],
  "funding.commensurate": [
    "资金与矿种、面积、阶段是否相适应",
    "whether the funds fit mineral, area and stage",
  ],
  "funding.firstYear": ["第一勘查年度投入额", "first-year investment"],
  "funding.proof": ["资金证明金额", "proven funds"],
  geometry: ["范围坐标", "boundary"],
  "base.id": ["原矿业权许可证号", "licence number of the existing right"],
  "base.right": ["原矿业权种类", "kind of the existing right"],
  "base.sameHolder": ["是否同一主体", "whether the holder is the same"],
  "base.relation": ["与原矿业权的关系", "relation to the existing right"],
  "base.mineral": ["原矿业权矿种", "mineral of the existing right"],
  "base.areaKm2": ["原矿业权面积", "area of the existing right"],
  "base.within": ["是否全部在原矿业权范围内", "whether it lies wholly within the existing right"],
  "base.meetsPlan": ["原矿业权是否符合规划", "whether the existing right conforms to the plan"],
  "applicant.kind": ["申请人类型", "kind of applicant"],
  "applicant.violations": ["有无违法违规记录", "whether there is a record of violations"],
  "applicant.dishonest": ["有无失信记录", "whether there is a record of dishonesty"],
  "site.inCounty": ["是否在本行政区内", "whether it lies in the county"],
  "site.zones": ["与规划分区的关系", "relation to the plan's zones"],
  "site.block": ["与规划区块的关系", "relation to the planned blocks"],
  "site.block.kind": ["规划区块的种类（勘查或开采）", "kind of the planned block"],
  "site.block.relation": ["与规划区块的关系", "relation to the planned blocks"],
  "site.block.mineral": ["规划区块的矿种", "mineral of the planned block"],
  "site.block.rights": ["区块内其他主体的矿业权数", "rights of other holders in the block"],
  "site.block.whole": ["是否覆盖整个区块", "whether it covers the whole block"],
  "site.block.approved": ["区块是否经批复", "whether the block is approved"],
  "site.block.inReleasePlan": ["是否列入年度投放计划", "whether it is in the year's release plan"],
  "site.block.level": ["区块级别", "level of the block"],
  "site.arableLand": ["是否占用（可）耕地", "whether arable land is used"],
  "site.existingRights": ["与已设矿业权重叠情况", "overlap with existing rights"],
  "register.rights": ["已设矿业权范围", "boundaries of existing rights"],
  "register.mines": ["矿山总数", "number of mines"],
  "register.largeMediumMines": ["大中型矿山数", "number of large and medium mines"],
  "register.minesOf": ["该矿种采矿权数", "number of rights of the mineral"],
  "register.outputOf": ["该矿种现有年产量", "present yearly output of the mineral"],
  "register.zones": ["区内已设采矿权数", "rights already set in the zone"],
  "register.blocksReleased": ["已投放区块数", "blocks already released"],
};

/** The name of a field; a field without one of its own (a document, say) is named by `fallback`. */
export function labelOf(field: string, fallback?: Words): Words {
  const label = LABELS[field];
  if (label !== undefined) return words(label[0], label[1]);
  return fallback ?? words(field, field);
}

/** The reason why a field is needed, in the plainest words: nobody stated it. */
export function notStated(field: string, label: Words = labelOf(field)): Missing {
  return { field, why: words(`未说明${label.zh}`, `not stated: ${label.en}`) };
}

/** What to state where a field is missing; undefined for what isn't a field that one fills in. */
export function askFor(field: string): Words | undefined {
  const [group, ...rest] = field.split(".");
  const key = rest.at(-1) ?? "";
  if (LABELS[field] !== undefined) return labelOf(field);
  if (group === "documents") return DOCUMENTS[key as keyof typeof DOCUMENTS];
  if (group === "declarations") {
    const declared = DECLARATIONS[key as keyof typeof DECLARATIONS];
    return declared && words(`是否${declared.zh}`, `whether ${declared.en}`);
  }
  // A layer is named as the layers file names what it stands for.
  if (group === "layers") return words(`图层 ${rest.join(".")}`, `the layer ${rest.join(".")}`);
  const area = field.startsWith("site.constraints.") && CONSTRAINTS[key as keyof typeof CONSTRAINTS];
  return area ? words(`与${area.zh}的关系`, `relation to the ${area.en}`) : undefined;
}
