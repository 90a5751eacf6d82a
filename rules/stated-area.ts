import * as z from "zod";
import { type Decimal, formatDecimal } from "../src/model/decimal.ts";
import { km2Words } from "../src/model/fact-words.ts";
import type { Ruling } from "../src/model/finding.ts";
import { agreesAsCounted, agreesAsStated, decimalsOf } from "../src/model/rounding.ts";
import type { ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by } from "../src/model/ruling.ts";
import type { Standards } from "../src/model/standards.ts";
import { fact } from "../src/model/truth.ts";
import { type Words, words } from "../src/model/words.ts";

/** 申报面积核对: the area and the number of basic unit blocks stated in the file against the boundary's. */
export const statedArea: Rule<readonly ProvisionEntry[]> = {
  id: "stated-area",
  title: words("申报面积核对", "Stated area"),
  purpose: words(
    "附有范围坐标的，申报面积、基本单位区块数按坐标量算核对：差异超出申报数字的舍入，须复核。",
    "Where a boundary is given, the stated area and number of basic unit blocks are held against it: a difference beyond the rounding of the stated figure is reviewed.",
  ),
  law: words(
    "自然资源部公告2022年第24号、TD/T 1055-2019 附录D：矿业权面积的计算（未核对原文）",
    "The ministry's announcement 24 of 2022 and TD/T 1055-2019, annex D: how areas of rights are computed (originals not seen)",
  ),
  passes: words(
    "申报 1.2346 平方千米，按坐标量算 1.23463 平方千米",
    "1.2346 km² stated, 1.23463 km² measured",
  ),
  fails: words("同上，申报 1.3 平方千米：须复核", "the same with 1.3 km² stated: review"),
  example: "- { clause: XX-SPA-01 }",
  section: (kit) => z.array(kit.entry({})),
  reads: {},
  bind: (section = [], bench) => {
    const also = section.flatMap((entry) => bench.provision(entry).clauses);
    return (facts) => {
      const { location, application } = facts;
      if (location === undefined) return [];
      const found = [
        ...held(AREA, application.areaKm2, () => location.areaKm2),
        ...held(FILE_AREA, location.fileAreaKm2, () => location.areaKm2),
        ...held(BLOCKS, application.basicBlocks, () => location.basicBlocks),
      ];
      return found.map((one) => rulingOf(one, bench.standards, also));
    };
  },
};

/** One stated figure that coordinates give as well. */
interface Subject {
  readonly field: string;
  readonly name: Words;
  readonly agrees: (stated: Decimal, measured: Decimal) => boolean;
  readonly print: (value: Decimal, stated: Decimal) => Words;
  readonly clauses: readonly string[];
}

const AREA: Subject = {
  field: "areaKm2",
  name: words("申报面积", "stated area"),
  agrees: agreesAsStated,
  // Two that differ must not look alike.
  print: (value, stated) => km2Words(value, Math.max(4, decimalsOf(stated.toFixed()))),
  clauses: ["自然资源部公告2022-24", "TD/T1055-附录D"],
};

/** What the boundary's own file states beside its corners. */
const FILE_AREA: Subject = {
  ...AREA,
  field: "geometry",
  name: words("坐标文件注明的面积", "area that the boundary's file states"),
};

const BLOCKS: Subject = {
  field: "basicBlocks",
  name: words("申报基本单位区块数", "stated number of basic unit blocks"),
  agrees: agreesAsCounted,
  print: (value) => words(`${formatDecimal(value)} 个`, formatDecimal(value)),
  clauses: ["勘查区块登记办法-3"],
};

interface Held {
  readonly subject: Subject;
  readonly stated: Decimal;
  readonly measured: Decimal;
}

/** What isn't stated is held against nothing, and most candidates state no area. */
function held(
  subject: Subject,
  stated: Decimal | undefined,
  measure: () => Decimal | undefined,
): readonly Held[] {
  const measured = stated && measure();
  return stated === undefined || measured === undefined ? [] : [{ subject, stated, measured }];
}

function rulingOf(
  { subject, stated, measured }: Held,
  standards: Standards,
  also: Ruling["clauses"],
): Ruling {
  const { field, name, print } = subject;
  const agrees = subject.agrees(stated, measured);
  const [of, as] = [print(stated, stated), print(measured, stated)];
  const what = words(
    `${name.zh} ${of.zh}，按坐标量算 ${as.zh}`,
    `The ${name.en} is ${of.en}, the measured one ${as.en}`,
  );
  return {
    clauses: subject.clauses.map(standards.law),
    also,
    outcome: agrees ? "pass" : "review",
    message: () =>
      agrees
        ? words(`${what.zh}，一致。`, `${what.en}: they agree.`)
        : words(
            `${what.zh}，不一致，须查明以何者为准。`,
            `${what.en}: they don't agree, and which of them holds must be found out.`,
          ),
    expected: () => as,
    actual: () => of,
    because: [
      fact(agrees, () => words(`${name.zh}与坐标一致`, `the ${name.en} is that of the boundary`), field),
    ],
    ...(agrees
      ? {}
      : {
          remedy: () => by("applicant", `核对坐标和${name.zh}`, `check the coordinates and the ${name.en}`),
          // Which of the two is wrong is a fact to be corrected, not a judgement.
          final: true,
        }),
  };
}
