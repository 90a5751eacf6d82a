import * as z from "zod";
import type { Facts } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import { formatQuantity } from "../src/model/quantity.ts";
import { isExact } from "../src/model/range.ts";
import type { ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by } from "../src/model/ruling.ts";
import { type SizeRow, type Standards, sizeBy } from "../src/model/standards.ts";
import { SIZES, type Size } from "../src/model/terms.ts";
import { fact } from "../src/model/truth.ts";
import { type Words, words } from "../src/model/words.ts";

/** 申报规模核对: the sizes stated in the file against the national standards, where a row is known. */
export const statedSize: Rule<readonly ProvisionEntry[]> = {
  id: "stated-size",
  title: words("申报规模核对", "Stated sizes"),
  purpose: words(
    "申报的储量规模与资源量按国土资发〔2000〕133号核对：所据行已核对的，不一致须复核；未核对的仅提示。建设规模按208号核对，不一致仅提示（地方规划可另定）。",
    "The stated deposit size is held against the reserves by 国土资发〔2000〕133号: a difference is reviewed where the row is verified, and only told where it isn't. The mine size is held against 208号; a difference is only told, since a local plan overrules it.",
  ),
  law: words(
    "国土资发〔2000〕133号、国土资发〔2004〕208号",
    "国土资发〔2000〕133号 and 国土资发〔2004〕208号",
  ),
  passes: words(
    "申报大型，煤（井田）原煤 1.2 亿吨（≥1 亿吨）",
    "stated as large with 120 Mt of coal (≥ 100 Mt)",
  ),
  fails: words("申报小型，煤（井田）原煤 2 亿吨：须复核", "stated as small with 200 Mt of coal: review"),
  example: "- { clause: XX-MIN-05 }",
  section: (kit) => z.array(kit.entry({})),
  reads: {},
  bind: (section = [], bench) => {
    const provisions = section.map(bench.provision);
    return (facts) => {
      const ruling = [...deposit(facts, bench.standards), ...mine(facts, bench.standards)];
      const [provision] = provisions;
      return provision === undefined ? ruling : ruling.map((one) => ({ ...one, also: provision.clauses }));
    };
  },
};

function deposit(facts: Facts, standards: Standards): Ruling[] {
  const { depositSize, reserves } = facts.application;
  const [mineral, another] = facts.mineral.named;
  if (depositSize === undefined || reserves === undefined || mineral === undefined || another !== undefined)
    return [];
  const row = standards.depositSize.rowFor(mineral);
  const amount = row && facts.inMeasure(reserves, row.counts, "reserves");
  if (row === undefined || amount === undefined || !isExact(amount)) return [];
  const derived = sizeBy(row, amount.low);
  const label = words("储量规模", "deposit size");
  return told(
    label,
    depositSize,
    derived,
    row,
    "depositSize",
    words(`资源量 ${formatQuantity(reserves).zh}`, `reserves of ${formatQuantity(reserves).en}`),
    row.verified,
  );
}

function mine(facts: Facts, standards: Standards): Ruling[] {
  const { mineSize } = facts.application;
  const [mineral, another] = facts.mineral.named;
  if (mineSize === undefined || mineral === undefined || another !== undefined) return [];
  const row = standards.mineSize.rowFor(mineral, facts.application.method);
  const amount = row && facts.output(row.counts);
  if (row === undefined || amount === undefined || !isExact(amount)) return [];
  return told(
    words("建设规模", "mine size"),
    mineSize,
    sizeBy(row, amount.low),
    row,
    "mineSize",
    words("生产规模", "the output"),
    false,
  );
}

/** Agreement is worth a line only by a verified row; a difference is reviewed or told. */
function told(
  label: Words,
  stated: Size,
  derived: Size,
  row: SizeRow,
  field: string,
  by_: Words,
  weighs: boolean,
): Ruling[] {
  const agree = stated === derived;
  if (agree && !row.verified) return [];
  const mark = row.verified
    ? words("", "")
    : words("（该行未核对原文）", " (a row not verified against the original)");
  return [
    {
      clauses: [row.citation],
      outcome: agree ? "pass" : weighs ? "review" : "note",
      message: () =>
        agree
          ? words(
              `申报${label.zh}${SIZES[stated].zh}，与${by_.zh}按${row.standard}推算一致${mark.zh}。`,
              `The stated ${label.en}, ${SIZES[stated].en}, agrees with ${by_.en} by ${row.standard}${mark.en}.`,
            )
          : words(
              `申报${label.zh}${SIZES[stated].zh}，而${by_.zh}按${row.standard}为${SIZES[derived].zh}${mark.zh}；以申报为准判定。`,
              `The stated ${label.en} is ${SIZES[stated].en}, while ${by_.en} gives ${SIZES[derived].en} by ${row.standard}${mark.en}; rules go by what is stated.`,
            ),
      expected: () => SIZES[derived],
      actual: () => SIZES[stated],
      because: [
        fact(agree, () => words(`申报${label.zh}与推算一致`, `the stated ${label.en} agrees`), field),
      ],
      ...(weighs && !agree
        ? {
            remedy: () =>
              by("applicant", `核对${label.zh}与资源量`, `check the ${label.en} against the reserves`),
          }
        : {}),
    },
  ];
}
