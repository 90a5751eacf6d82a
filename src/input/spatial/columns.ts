/**
 * The columns by which attribute tables usually name the fields of an application: the Chinese term, the
 * pinyin initials that databases use, and what they become when a table keeps ten bytes of a name. An
 * area (面积, MJ) isn't among them: tables give it in m², 公顷 or km² without saying so.
 */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  id: ["申请编号", "项目编号", "编号", "许可证号", "区块编号", "SQBH", "XMBH", "XKZH", "QKBH", "BH"],
  plan: ["规划"],
  county: ["行政区代码", "县代码", "区县代码", "XZQDM", "XDM"],
  date: ["受理日期", "SLRQ"],
  right: ["矿业权类型", "矿业权种类", "KYQLX", "KYQZL"],
  operation: ["申请类型", "申请事项", "登记类型", "SQLX", "SQSX", "DJLX"],
  mineral: ["主矿种", "开采主矿种", "勘查主矿种", "开采矿种", "勘查矿种", "矿种", "ZKZ", "KCZKZ", "KZ"],
  coMinerals: ["共伴生矿种", "共伴生矿", "伴生矿种", "GBSKZ"],
  output: ["生产规模", "设计规模", "设计生产规模", "SCGM", "SJGM"],
  "output.unit": ["生产规模单位", "规模单位", "SCGMDW", "GMDW"],
  reserves: ["资源量", "资源储量", "ZYL", "ZYCL"],
  "reserves.unit": ["资源量单位", "储量单位", "ZYLDW", "CLDW"],
  depositSize: ["储量规模", "资源储量规模", "CLGM"],
  mineSize: ["建设规模", "矿山规模", "矿山生产建设规模", "JSGM", "KSGM"],
  explorationDegree: ["勘查程度", "勘查阶段", "KCCD", "KCJD"],
  method: ["开采方式", "KCFS"],
  serviceLifeYears: ["服务年限", "设计服务年限", "FWNX"],
  allocation: ["出让方式", "取得方式", "CRFS"],
  "applicant.name": ["申请人", "采矿权申请人", "探矿权申请人", "SQR"],
};

/** Names of the area itself, which serve as its id where it has no number. */
const NAMES = [
  "矿区名称",
  "矿山名称",
  "区块名称",
  "项目名称",
  "名称",
  "KQMC",
  "KSMC",
  "QKMC",
  "XMMC",
  "MC",
  "NAME",
];

/** Column of each field (`output.unit`); two columns for the same field are both listed. */
export function columnsFor(columns: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [field, aliases] of Object.entries(COLUMNS)) {
    const own = columns.filter(
      (column) => same(column, field) || aliases.some((alias) => same(column, alias)),
    );
    if (own.length > 0) found.set(field, own);
  }
  if (!found.has("id")) {
    const own = columns.filter((column) => NAMES.some((name) => same(column, name)));
    if (own[0] !== undefined) found.set("id", [own[0]]);
  }
  return found;
}

/** In any width and case. */
function same(column: string, name: string): boolean {
  const plain = (one: string) => one.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  return plain(column) === plain(name);
}
