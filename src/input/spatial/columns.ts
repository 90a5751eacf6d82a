/** For each field (`output.unit`) the names that columns usually have for it. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

const MINERAL = ["主矿种", "开采主矿种", "勘查主矿种", "开采矿种", "勘查矿种", "矿种", "ZKZ", "KCZKZ", "KZ"];
const OUTPUT = {
  output: ["生产规模", "设计规模", "设计生产规模", "SCGM", "SJGM"],
  "output.unit": ["生产规模单位", "规模单位", "SCGMDW", "GMDW"],
};
const MINE_SIZE = ["建设规模", "矿山规模", "矿山生产建设规模", "JSGM", "KSGM"];
const RIGHT = ["矿业权类型", "矿业权种类", "KYQLX", "KYQZL"];

/**
 * The columns by which attribute tables usually name the fields of an application: the Chinese term, the
 * pinyin initials that databases use, and what they become when a table keeps ten bytes of a name. An
 * area (面积, MJ) isn't among them: tables give it in m², 公顷 or km² without saying so.
 */
export const APPLICATION_COLUMNS: ColumnNames = {
  id: ["申请编号", "项目编号", "编号", "许可证号", "区块编号", "SQBH", "XMBH", "XKZH", "QKBH", "BH"],
  plan: ["规划"],
  county: ["行政区代码", "县代码", "区县代码", "XZQDM", "XDM"],
  date: ["受理日期", "SLRQ"],
  right: RIGHT,
  operation: ["申请类型", "申请事项", "登记类型", "SQLX", "SQSX", "DJLX"],
  mineral: MINERAL,
  coMinerals: ["共伴生矿种", "共伴生矿", "伴生矿种", "GBSKZ"],
  ...OUTPUT,
  reserves: ["资源量", "资源储量", "ZYL", "ZYCL"],
  "reserves.unit": ["资源量单位", "储量单位", "ZYLDW", "CLDW"],
  depositSize: ["储量规模", "资源储量规模", "CLGM"],
  mineSize: MINE_SIZE,
  explorationDegree: ["勘查程度", "勘查阶段", "KCCD", "KCJD"],
  method: ["开采方式", "KCFS"],
  serviceLifeYears: ["服务年限", "设计服务年限", "FWNX"],
  allocation: ["出让方式", "取得方式", "CRFS"],
  "applicant.name": ["申请人", "采矿权申请人", "探矿权申请人", "SQR"],
};

/** The columns of a table of existing rights (矿业权登记). */
export const REGISTER_COLUMNS: ColumnNames = {
  id: [
    ...["许可证号", "许可证编号", "采矿许可证号", "勘查许可证号", "采矿权许可证号", "探矿权许可证号", "证号"],
    ...["XKZH", "XKZBH", "CKXKZH", "KCXKZH"],
  ],
  right: [...RIGHT, "矿权类型", "矿权种类", "KQLX"],
  holder: [
    ...["采矿权人", "探矿权人", "矿业权人", "矿权人", "权利人"],
    ...["采矿权人名称", "探矿权人名称", "矿业权人名称", "权利人名称"],
    ...["KSQR", "CKQR", "TKQR", "KYQR", "KQR", "QLR"],
  ],
  mineral: MINERAL,
  mineSize: MINE_SIZE,
  ...OUTPUT,
  zone: ["所在分区", "所在规划分区", "规划分区", "分区", "SZFQ", "GHFQ"],
  block: ["区块", "所在区块", "规划区块", "SZQK", "GHQK", "QK"],
  status: ["状态", "许可证状态", "矿权状态", "矿业权状态", "ZT", "XKZZT", "KQZT"],
};

/** Columns that only tables of mining rights have, and such that only tables of exploration rights have. */
const BY_KIND: Readonly<Record<"mining" | "exploration", ReadonlySet<string>>> = {
  mining: new Set(["采矿许可证号", "采矿权许可证号", "采矿权人", "采矿权人名称", "CKXKZH", "CKQR"]),
  exploration: new Set(["勘查许可证号", "探矿权许可证号", "探矿权人", "探矿权人名称", "KCXKZH", "TKQR"]),
};

/** The kinds of right that a table's columns speak of, where it has no column for the kind itself. */
export function kindsOfRight(columns: readonly string[]): readonly (keyof typeof BY_KIND)[] {
  return (["mining", "exploration"] as const).filter((kind) =>
    columns.some((column) => BY_KIND[kind].has(plain(column))),
  );
}

/** Names of the area itself, which serve as its id where it has no number. */
const NAMES: ReadonlySet<string> = new Set([
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
]);

/** Column of each field (`output.unit`); two columns for the same field are both listed. */
export function columnsFor(
  columns: readonly string[],
  names: ColumnNames,
): ReadonlyMap<string, readonly string[]> {
  const fields = fieldsNamed(names);
  const named = columns.map((column) => ({ column, plain: plain(column) }));
  const found = new Map<string, readonly string[]>();
  for (const field of Object.keys(names)) {
    const own = named.filter((one) => fields.get(one.plain)?.includes(field));
    if (own.length > 0)
      found.set(
        field,
        own.map(({ column }) => column),
      );
  }
  if (!found.has("id")) {
    const own = named.find((one) => NAMES.has(one.plain));
    if (own !== undefined) found.set("id", [own.column]);
  }
  return found;
}

const NAMED = new WeakMap<ColumnNames, ReadonlyMap<string, readonly string[]>>();

/** The fields that each plain name may stand for; worked out once for a table of names. */
function fieldsNamed(names: ColumnNames): ReadonlyMap<string, readonly string[]> {
  const known = NAMED.get(names);
  if (known !== undefined) return known;
  const fields = new Map<string, readonly string[]>();
  for (const [field, aliases] of Object.entries(names))
    for (const name of new Set([field, ...aliases].map(plain)))
      fields.set(name, [...(fields.get(name) ?? []), field]);
  NAMED.set(names, fields);
  return fields;
}

/** The name in any width and case. */
function plain(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
}
