import * as t from "./terms.ts";
import type { Words } from "./words.ts";

type Table<Key extends string> = Readonly<Record<Key, Words>>;

/** Other words by which files and registers write the terms of a closed list (同义写法). */
const SYNONYMS: ReadonlyMap<object, Readonly<Record<string, string>>> = new Map<
  object,
  Readonly<Record<string, string>>
>([
  synonyms(t.OPERATIONS, {
    new: "新立 新设登记 新立登记",
    renewal: "延续登记",
    change: "变更登记",
    transfer: "转让登记",
    conversion: "探矿权转采矿权",
  }),
  synonyms(t.METHODS, {
    "open-pit": "露天开采 露采",
    underground: "地下开采 井工 井工开采 井下开采 坑采 硐采",
    both: "露天/地下开采 露天开采/地下开采 地下/露天 地下/露天开采 地下开采/露天开采",
    wells: "钻井开采 钻孔开采",
  }),
  synonyms(t.SIZES, {
    large: "大 大型矿山 大型矿床",
    medium: "中 中型矿山 中型矿床",
    small: "小 小型矿山 小型矿床",
  }),
  synonyms(t.ALLOCATIONS, {
    tender: "招标出让",
    auction: "拍卖出让",
    listing: "挂牌出让",
    agreement: "协议出让",
    application: "申请在先",
  }),
  synonyms(t.AUTHORITIES, { state: "部级 自然资源部", province: "省级", city: "市级", county: "县级" }),
  synonyms(t.APPLICANT_KINDS, { enterprise: "企业", institution: "事业单位", individual: "自然人" }),
]);

function synonyms<Key extends string>(
  table: Table<Key>,
  words: Readonly<Partial<Record<Key, string>>>,
): readonly [Table<Key>, Readonly<Record<string, string>>] {
  const pairs = Object.entries<string | undefined>(words).flatMap(([key, list = ""]) =>
    list.split(" ").map((word) => [word, key]),
  );
  return [table, Object.fromEntries(pairs)];
}

/**
 * The term of a closed list that a word means: the English word, the Chinese term, or another way to write
 * it, in any width and however several are joined (露天、地下; 露天+地下). Undefined for any other word.
 */
export function termMeant<Key extends string>(table: Table<Key>, word: string): Key | undefined {
  const given = plain(word);
  const keys = Object.keys(table) as Key[];
  const found = keys.find((key) => key === word || key === given || plain(table[key].zh) === given);
  const other = SYNONYMS.get(table);
  return found ?? (other && Object.hasOwn(other, given) ? (other[given] as Key) : undefined);
}

function plain(word: string): string {
  return word
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[、及和与+]/g, "/");
}
