import { type Words, words } from "./words.ts";

/** A closed list of English words, each with its names: the Chinese one is the term of the field. */
type Terms<Key extends string> = Readonly<Record<Key, Words>>;

/** Makes such a list of a table of names. */
export function terms<const Key extends string>(
  table: Record<Key, readonly [zh: string, en: string]>,
): Terms<Key> {
  return Object.fromEntries(
    Object.entries<readonly [string, string]>(table).map(([key, [zh, en]]) => [key, words(zh, en)]),
  ) as Terms<Key>;
}

/**
 * The closed lists of the application file: the English word is the value, the Chinese term is
 * accepted in its place and printed in Chinese.
 */
export const RIGHTS = terms({
  mining: ["采矿权", "mining right"],
  exploration: ["探矿权", "exploration right"],
});
export type Right = keyof typeof RIGHTS;

/** 申请事项: what is done with the right. */
export const OPERATIONS = terms({
  new: ["新设", "new right"],
  renewal: ["延续", "renewal"],
  change: ["变更", "change"],
  transfer: ["转让", "transfer"],
  conversion: ["探转采", "conversion of an exploration right into a mining right"],
});

/** 变更事项. */
export const CHANGES = terms({
  "area-expansion": ["扩大矿区范围", "larger area"],
  "area-reduction": ["缩小矿区范围", "smaller area"],
  "scale-expansion": ["扩大开采规模", "larger scale"],
  "scale-reduction": ["缩小开采规模", "smaller scale"],
  mineral: ["变更开采矿种", "other or further mineral"],
  method: ["变更开采方式", "other mining method"],
  depth: ["变更开采深度", "other depth"],
  merge: ["合并", "merger"],
  holder: ["变更矿权人名称", "holder's name"],
  name: ["变更矿山名称", "mine's name"],
});
export type Change = keyof typeof CHANGES;

/** 规模类型, of a deposit (储量规模) or a mine (建设规模). */
export const SIZES = terms({
  large: ["大型", "large"],
  medium: ["中型", "medium"],
  small: ["小型", "small"],
});
export type Size = keyof typeof SIZES;

/** 矿床复杂程度. */
export const COMPLEXITIES = terms({
  simple: ["简单", "simple"],
  complex: ["复杂", "complex"],
});
export type Complexity = keyof typeof COMPLEXITIES;

/** In rising order, but for the last, which is a statement of its own (第三类矿产). */
export const DEGREES = terms({
  reconnaissance: ["预查", "reconnaissance"],
  general: ["普查", "general exploration"],
  detailed: ["详查", "detailed exploration"],
  advanced: ["勘探", "advanced exploration"],
  "mine-ready": ["达到矿山建设要求", "as mine construction requires"],
});
export type Degree = keyof typeof DEGREES;

/** 开采方式. */
export const METHODS = terms({
  "open-pit": ["露天", "open-pit"],
  underground: ["地下", "underground"],
  both: ["露天+地下", "open-pit and underground"],
  wells: ["井采", "wells"],
});
export type Method = keyof typeof METHODS;

/** 出让方式; `none` where nothing is granted anew. */
export const ALLOCATIONS = terms({
  tender: ["招标", "tender"],
  auction: ["拍卖", "auction"],
  listing: ["挂牌", "listing"],
  agreement: ["协议", "agreement"],
  application: ["申请", "application"],
  none: ["无", "none"],
});
export type Allocation = keyof typeof ALLOCATIONS;

/** 登记机关 or 发证 level. */
export const AUTHORITIES = terms({
  state: ["部", "State"],
  province: ["省", "province"],
  city: ["市", "city"],
  county: ["县", "county"],
});
export type Authority = keyof typeof AUTHORITIES;

/** 勘查资金来源. */
export const FUNDING_SOURCES = terms({
  private: ["社会资金", "private money"],
  central: ["中央财政", "central public money"],
  local: ["地方财政", "local public money"],
  mixed: ["混合", "mixed money"],
});
export type FundingSource = keyof typeof FUNDING_SOURCES;

/** 与已有矿业权的关系: how the right applied for grows from an existing one. */
export const BASE_RELATIONS = terms({
  beneath: ["深部", "beneath it"],
  above: ["上部", "above it"],
  enlargement: ["扩大范围", "enlargement of it"],
  merger: ["合并", "merger of them"],
  conversion: ["探转采", "conversion of it"],
  reset: ["灭失重设", "set anew after it lapsed"],
});
export type BaseRelation = keyof typeof BASE_RELATIONS;

/** 申请人类型. */
export const APPLICANT_KINDS = terms({
  enterprise: ["企业法人", "enterprise legal person"],
  institution: ["事业单位法人", "public-institution legal person"],
  unincorporated: ["非法人组织", "unincorporated body"],
  individual: ["个人", "individual"],
  foreign: ["外商投资企业", "foreign-invested enterprise"],
});
export type ApplicantKind = keyof typeof APPLICANT_KINDS;

/** How the site lies to a zone (规划分区). */
export const RELATIONS = terms({
  inside: ["区内", "inside"],
  partly: ["部分", "partly inside"],
  outside: ["区外", "outside"],
});
export type Relation = keyof typeof RELATIONS;

/** How the site lies to the planned blocks (规划区块). */
export const BLOCK_RELATIONS = terms({
  inside: ["区内", "inside"],
  partly: ["部分", "partly inside"],
  none: ["区外", "in no planned block"],
});
export type BlockRelation = keyof typeof BLOCK_RELATIONS;

/** Areas of control: 控制线, 保护地, 三区两线 and the like. */
export const CONSTRAINTS = terms({
  "ecological-redline": ["生态保护红线", "ecological redline"],
  "permanent-farmland": ["永久基本农田", "permanent basic farmland"],
  "urban-boundary": ["城镇开发边界", "urban development boundary"],
  "nature-reserve": ["自然保护地", "nature reserve"],
  "scenic-area": ["风景名胜区", "scenic area"],
  "three-zones-two-lines": ["三区两线可视范围", "range of sight of the three zones and two lines"],
  "water-source": ["饮用水水源保护区", "drinking-water protection area"],
  heritage: ["文物保护单位", "protected heritage site"],
  "special-ecological": ["特定生态保护区域", "special ecological protection area"],
});
export type Constraint = keyof typeof CONSTRAINTS;

/** The words of a closed list, in its order: what a schema accepts. */
export function keysOf<Key extends string>(table: Terms<Key>): readonly [Key, ...Key[]] {
  return Object.keys(table) as [Key, ...Key[]];
}
