import type { Path } from "../../../input/document.ts";
import { type PlanFigure, planFigure } from "../../../model/figure.ts";
import type { Mineral } from "../../../model/mineral.ts";
import { BASIS_WORDS, type Measure } from "../../../model/quantity.ts";
import type { Figure } from "../../../model/section.ts";
import type { SizeRow, Standards } from "../../../model/standards.ts";
import type { Method } from "../../../model/terms.ts";
import { type Words, words } from "../../../model/words.ts";
import type { Check, PlanUnderCheck } from "../check.ts";
import { clauseOf, entriesOf, sameMeasure, scaleRows } from "../sections.ts";

interface Placed {
  readonly figure: PlanFigure;
  readonly path: Path;
  readonly subject: string;
  readonly clause: string | undefined;
  readonly unit: string;
}

/** Every figure of a plan that counts an output: minimums of tables and zones, totals. */
function* outputs({ plan }: PlanUnderCheck): Generator<Placed> {
  for (const { row, entry, path, clause, cells } of scaleRows(plan)) {
    const [cell] = cells;
    const unit = row.unit ?? entry.unit ?? "";
    if (cell !== undefined)
      yield {
        figure: cell.figure,
        path: row.unit === undefined ? path : [...path, "unit"],
        subject: row.mineral,
        clause,
        unit,
      };
  }
  for (const { entry, path } of entriesOf(plan, "production-total"))
    yield {
      ...placed(entry.atMost, [...path, "atMost"]),
      subject: [entry.mineral].flat().join("、"),
      clause: clauseOf(entry),
    };
  for (const [index, { minimum, name, kind, clause }] of plan.zones.entries())
    if (minimum !== undefined)
      yield { ...placed(minimum, ["zones", index, "minimum"]), subject: name ?? kind, clause };
}

function placed(figure: Figure, path: Path) {
  return { figure: planFigure(figure), path: [...path, "unit"], unit: figure.unit };
}

function isOutput({ dimension, per }: Measure): boolean {
  return per !== undefined && (dimension === "mass" || dimension === "volume");
}

/** An output is counted over a time. */
export const notAnOutput: Check = {
  code: "not-an-output",
  level: "error",
  title: words("不是产量的单位", "Not the unit of an output"),
  why: words(
    "最低规模和开采总量是每年（每日）的产量：单位须是质量或体积，并带 /年 或 /日。",
    "Minimums and totals count what is put out in a year or a day: a mass or a volume, with /年 or /日.",
  ),
  wrong: { of: "unit: 万立方米/年, least", by: "unit: 万立方米, least" },
  right: { of: "unit: 万立方米/年, least", by: "unit: 立方米/年, least" },
  *looks(given) {
    for (const { figure, path, subject, clause, unit } of outputs(given)) {
      yield isOutput(figure.measure)
        ? undefined
        : {
            path,
            subject,
            finds: unit,
            clause,
            message: words(`“${unit}”不是产量的单位`, `"${unit}" isn't the unit of an output`),
            remedy: words(
              "写作 万吨/年、万立方米/年、吨/日 等",
              "write 万吨/年, 万立方米/年, 吨/日 or the like",
            ),
          };
    }
  },
};

/** A minimum that the national standard can't be held against. */
export const incomparableUnit: Check = {
  code: "incomparable-unit",
  level: "warning",
  mayBeSo: true,
  title: words("与国家标准不可比的单位", "Unit that the standard can't be compared with"),
  why: words(
    "国家标准（国土资发〔2004〕208号）对该矿种按另一量纲、时间或计量对象计；不经密度、品位或天数不能换算。可能抄错单位；规划确实如此的，以 contradictions 记录。",
    "The national standard (国土资发〔2004〕208号) counts this mineral in another dimension, time or basis, and nothing converts without density, grade or days. The unit may be miscopied; if the plan has it so, a contradiction records it.",
  ),
  wrong: { of: "unit: 万吨/年, large: 15", by: "unit: 吨/日, large: 15" },
  right: { of: "unit: 万吨/年, large: 15", by: "unit: 吨/年, large: 15" },
  *looks({ plan, minerals, standards }) {
    for (const { row, entry, path, clause, cells } of scaleRows(plan)) {
      const term = minerals.term(row.mineral);
      const [cell] = cells;
      const standard = term && standardOf(term, row.method, standards);
      // What isn't an output at all is found by a check of its own.
      if (cell === undefined || standard === undefined || !isOutput(cell.figure.measure)) continue;
      const { measure } = cell.figure;
      yield sameMeasure(measure, standard.counts)
        ? undefined
        : {
            path: row.unit === undefined ? path : [...path, "unit"],
            subject: row.mineral,
            finds: row.unit ?? entry.unit ?? "",
            clause,
            message: words(
              `${row.mineral}的最低规模按${measureWords(measure).zh}计（${row.unit ?? entry.unit}），${standard.standard}按${measureWords(standard.counts).zh}计`,
              `the minimum for ${row.mineral} counts ${measureWords(measure).en} (${row.unit ?? entry.unit}), ${standard.standard} ${measureWords(standard.counts).en}`,
            ),
            remedy: words("对照规划核对单位", "check the unit in the plan"),
          };
    }
  },
};

function standardOf(term: Mineral, method: Method | undefined, { mineSize }: Standards): SizeRow | undefined {
  return (
    mineSize.rowFor(term, method) ??
    (method === undefined
      ? (mineSize.rowFor(term, "open-pit") ?? mineSize.rowFor(term, "underground"))
      : undefined)
  );
}

/** `每年的矿石质量`. */
function measureWords({ dimension, per, of }: Measure): Words {
  const time = per === "day" ? words("每日的", "a day") : words("每年的", "a year");
  const what = dimension === "volume" ? words("体积", "by volume") : words("质量", "by mass");
  const basis = BASIS_WORDS[of ?? "ore"];
  return words(`${time.zh}${basis.zh}${what.zh}`, `${basis.en} ${what.en} ${time.en}`);
}
