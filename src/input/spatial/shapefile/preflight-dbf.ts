import { isAscii } from "node:buffer";
import type { Words } from "../../../model/words.ts";
import { words } from "../../../model/words.ts";
import { type Column, hex, type TableLayout } from "./columns.ts";
import { type Encoding, isText, type StatedEncoding } from "./encoding.ts";
import { type Item, itemsOf } from "./items.ts";
import { corrupt, type Part } from "./part.ts";
import { readValue } from "./values.ts";

/** What a walk through all rows of a .dbf found. */
export interface TableFound {
  readonly encoding: Encoding;
  /** Numbers of rows that are marked as deleted. */
  readonly deleted: ReadonlySet<number>;
  readonly notes: readonly Words[];
}

const LIVE = 0x20;
const DELETED = 0x2a;

/**
 * Walks through all rows: their marks, whether numbers and dates are such, and which encoding the text
 * is in. Throws `Unusable` where the text isn't in the encoding that is stated, or in none that is
 * usual.
 */
export async function inspectTable(
  dbf: Part,
  layout: TableLayout,
  stated: StatedEncoding | undefined,
): Promise<TableFound> {
  const survey = new TextSurvey(stated?.encoding);
  layout.columns.forEach(({ rawName }, index) => {
    survey.take(rawName, rawName.length >= 9, 0, index);
  });
  const deleted = new Set<number>();
  const odd: OddValues = { count: 0 };
  let number = 0;
  for await (const rows of rowsOf(dbf, layout))
    for (const { bytes, offset } of rows) {
      number += 1;
      const mark = bytes[0];
      if (mark === DELETED) deleted.add(number);
      else if (mark !== LIVE) wrongMark(dbf, number, offset, mark ?? 0);
      if (mark === LIVE)
        for (const [index, column] of layout.columns.entries())
          inspectValue(bytes, number, index, column, survey, odd);
    }
  return {
    encoding: survey.conclude(dbf, layout, stated),
    deleted,
    notes: [...survey.notes(stated), ...noteOfDeleted(deleted), ...noteOfOdd(odd, layout)],
  };
}

/** The rows of a table in batches; what follows the last is left. */
export async function* rowsOf(
  dbf: Part,
  { headerLength, rowLength, rows }: TableLayout,
): AsyncGenerator<readonly Item[]> {
  let left = rows;
  if (left === 0) return;
  for await (const items of itemsOf(dbf, headerLength, rowLength, () => rowLength)) {
    yield items.slice(0, left);
    left -= items.length;
    if (left <= 0) return;
  }
}

/** Values that aren't of their field's type: how many, and the first. */
interface OddValues {
  count: number;
  first?: Fault & { readonly text: string };
}

function inspectValue(
  row: Buffer,
  number: number,
  index: number,
  { kind, start, length }: Column,
  survey: TextSurvey,
  odd: OddValues,
): void {
  if (kind === "unread") return;
  const whole = row.subarray(start, start + length);
  if (kind === "text") {
    if (!isAscii(whole)) survey.takeValue(whole, number, index);
    return;
  }
  const nul = whole.indexOf(0);
  const text = whole.toString("latin1", 0, nul < 0 ? length : nul).trim();
  if (readValue(kind, text) !== undefined) return;
  odd.count += 1;
  odd.first ??= { row: number, column: index, text };
}

function wrongMark(dbf: Part, number: number, offset: number, mark: number): never {
  corrupt(
    dbf,
    words(
      `第 ${number} 行（第 ${offset} 字节）的删除标记为 ${hex(mark)}，应为 20 或 2a：行已错位`,
      `row ${number} (at byte ${offset}) begins with ${hex(mark)}; 20 or 2a is expected: the rows are displaced`,
    ),
  );
}

/** Where text first wasn't in an encoding; row 0 is the field's name. */
interface Fault {
  readonly row: number;
  readonly column: number;
}

/** Tries encodings on all text of a table that isn't plain ASCII. */
class TextSurvey {
  #seen = false;
  readonly #faults = new Map<Encoding, Fault | undefined>([
    ["utf-8", undefined],
    ["gb18030", undefined],
  ]);

  constructor(stated: Encoding | undefined) {
    if (stated !== undefined) this.#faults.set(stated, undefined);
  }

  takeValue(whole: Buffer, row: number, column: number): void {
    const nul = whole.indexOf(0);
    let end = nul < 0 ? whole.length : nul;
    while (end > 0 && whole[end - 1] === 0x20) end -= 1;
    this.take(whole.subarray(0, end), end === whole.length, row, column);
  }

  take(bytes: Buffer, mayBeCut: boolean, row: number, column: number): void {
    if (isAscii(bytes)) return;
    this.#seen = true;
    for (const [encoding, fault] of this.#faults)
      if (fault === undefined && !isText(bytes, encoding, mayBeCut))
        this.#faults.set(encoding, { row, column });
  }

  conclude(dbf: Part, layout: TableLayout, stated: StatedEncoding | undefined): Encoding {
    const encoding = stated?.encoding ?? this.#detected();
    const fault = this.#faults.get(encoding);
    if (fault === undefined) return encoding;
    const { zh, en } = placeOf(layout, fault);
    const sound = [...this.#faults].filter(([, wrong]) => wrong === undefined).map(([name]) => name);
    corrupt(
      dbf,
      stated === undefined
        ? words(`${zh}的文字既非 UTF-8 也非 GB18030`, `the text of ${en} is neither UTF-8 nor GB18030`)
        : words(
            `${zh}的文字不是 ${encoding} 编码（${stated.by.zh}）`,
            `the text of ${en} isn't ${encoding} (${stated.by.en})`,
          ),
      sound.length > 0
        ? words(`改用 --encoding ${sound[0]} 重试`, `try --encoding ${sound[0]}`)
        : words("用 --encoding 指定编码，或重新导出", "name the encoding by --encoding, or export it again"),
    );
  }

  /** UTF-8 is hardly ever met by chance; GB18030 takes much that isn't it. */
  #detected(): Encoding {
    return this.#faults.get("utf-8") === undefined ? "utf-8" : "gb18030";
  }

  notes(stated: StatedEncoding | undefined): readonly Words[] {
    if (!this.#seen) return [];
    const encoding = stated?.encoding ?? this.#detected();
    const by = stated?.by ?? words("按内容判断", "by its content");
    const said = words(
      `属性表按 ${encoding} 读取（${by.zh}）`,
      `the attribute table was read as ${encoding} (${by.en})`,
    );
    const isDoubtful =
      stated?.isOption === false && encoding !== "utf-8" && this.#faults.get("utf-8") === undefined;
    return isDoubtful
      ? [
          words(
            `${said.zh}；其文字也可按 utf-8 解读，如有乱码请用 --encoding utf-8`,
            `${said.en}; its text would be sound utf-8 too: if it is garbled, use --encoding utf-8`,
          ),
        ]
      : [said];
  }
}

function placeOf(layout: TableLayout, { row, column }: Fault): Words {
  const name = layout.columns[column]?.rawName ?? Buffer.alloc(0);
  const label = isAscii(name) ? ` ${name.toString("latin1")}` : "";
  return row === 0
    ? words(`第 ${column + 1} 个字段的名称`, `the name of field ${column + 1}`)
    : words(`第 ${row} 条记录第 ${column + 1} 个字段${label}`, `record ${row}, field ${column + 1}${label}`);
}

/** As many numbers as a note names one by one. */
const MOST_NAMED = 5;

/** Record numbers for a note: the first few, and how many there are. */
export function recordList(numbers: readonly number[]): Words {
  const first = numbers.slice(0, MOST_NAMED);
  return numbers.length > MOST_NAMED
    ? words(
        `第 ${first.join("、")} 等 ${numbers.length} 条记录`,
        `records ${first.join(", ")} … (${numbers.length} of them)`,
      )
    : words(`第 ${first.join("、")} 条记录`, `record${numbers.length > 1 ? "s" : ""} ${first.join(", ")}`);
}

function noteOfDeleted(deleted: ReadonlySet<number>): readonly Words[] {
  if (deleted.size === 0) return [];
  const { zh, en } = recordList([...deleted]);
  return [
    words(`${zh}在属性表中已标记删除，未计入`, `left out, being marked as deleted in the table: ${en}`),
  ];
}

function noteOfOdd({ count, first }: OddValues, layout: TableLayout): readonly Words[] {
  if (first === undefined) return [];
  const { zh, en } = placeOf(layout, first);
  return [
    words(
      `${count} 个值与字段类型不符，按空值处理，首个在${zh}：“${first.text}”`,
      `${count} value${count > 1 ? "s" : ""} not of the field's type, taken as none; the first is in ${en}: “${first.text}”`,
    ),
  ];
}
