import { decimal } from "../../model/decimal.ts";
import { planFigure } from "../../model/figure.ts";
import type { Citation } from "../../model/finding.ts";
import { type Mineral, Minerals } from "../../model/mineral.ts";
import { type SizeRow, SizeTable, type Standards } from "../../model/standards.ts";
import type { MineralData, SizeTableData, StandardsData } from "./standards-data.ts";

/** The annex to the implementing rules of the Mineral Resources Law, by which minerals are named. */
const VOCABULARY = "矿产资源分类细目";

/** Makes the national standards ready for use, from their data as read or as compiled. */
export function buildStandards(data: StandardsData): Standards {
  const minerals = new Minerals(data.minerals.map((one) => toMineral(one, data.sources)));
  const { articles, "basic-block-km2": block, "mining-terms": miningTerms } = data.law;
  return {
    minerals,
    vocabulary: {
      id: VOCABULARY,
      at: data.sources["annex"]?.title ?? "",
      force: "mandatory",
      file: "rules/standards/minerals.yaml",
      line: 1,
    },
    depositSize: toTable(data.depositSize, "rules/standards/deposit-size.yaml", minerals),
    mineSize: toTable(data.mineSize, "rules/standards/mine-size.yaml", minerals),
    basicBlockKm2: { smallest: decimal(block.smallest), largest: decimal(block.largest) },
    miningTerms,
    others: [VOCABULARY, data.depositSize.standard, data.mineSize.standard, ...Object.keys(articles)],
    law: (id): Citation => {
      const article = articles[id];
      if (article === undefined) throw new Error(`no article ${id} in rules/standards/law.yaml`);
      return { id, at: article.at, force: "principle", file: "rules/standards/law.yaml", line: article.line };
    },
  };
}

function toMineral(data: MineralData, sources: StandardsData["sources"]): Mineral {
  const source = data.source ?? "annex";
  const { class: is, ...rest } = data;
  return {
    ...rest,
    aliases: data.aliases ?? [],
    under: data.under ?? [],
    family: data.family ?? "non-metal",
    bases: data.bases ?? ["ore"],
    source,
    verified: sources[source]?.verified ?? false,
    ...(is === undefined
      ? {}
      : { class: { is, source: "classes", verified: sources["classes"]?.verified ?? false } }),
  };
}

function toTable(data: SizeTableData, file: string, minerals: Minerals): SizeTable {
  return new SizeTable(minerals, () => toRows(data, file, minerals));
}

function toRows({ standard, rows }: SizeTableData, file: string, minerals: Minerals): SizeRow[] {
  return rows.map(({ mineral, method, of, unit, medium, large, verified, line }) => {
    const low = planFigure({ value: medium, unit, of });
    const high = planFigure({ value: large, unit, of });
    return {
      mineral: minerals.get(mineral),
      ...(method === undefined ? {} : { method }),
      counts: low.measure,
      low: low.value,
      high: high.value,
      verified,
      standard,
      citation: { id: standard, at: mineral, force: "principle", file, line },
    };
  });
}
