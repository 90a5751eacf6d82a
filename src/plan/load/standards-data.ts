import type { Family, MineralClass } from "../../model/mineral.ts";
import type { Basis } from "../../model/quantity.ts";
import type { MiningTerm } from "../../model/standards.ts";
import type { Method } from "../../model/terms.ts";

/** A mineral as rules/standards/minerals.yaml writes it. */
export interface MineralData {
  readonly name: string;
  readonly en: string;
  readonly aliases?: readonly string[];
  readonly under?: readonly string[];
  readonly family?: Family;
  readonly class?: MineralClass;
  readonly bases?: readonly Basis[];
  readonly ordinary?: string;
  readonly parts?: readonly string[];
  readonly either?: readonly string[];
  readonly pointer?: { readonly of: string; readonly gradeBelow: string; readonly source: string };
  readonly source?: string;
}

interface SizeRowData {
  readonly mineral: string;
  readonly method?: Method;
  readonly of: Basis;
  readonly unit: string;
  readonly medium: string;
  readonly large: string;
  readonly verified: boolean;
  readonly line: number;
}

/** A size standard as its YAML file holds it. */
export interface SizeTableData {
  readonly standard: string;
  readonly rows: readonly SizeRowData[];
}

/** All of rules/standards, with the line of each row; plain values that can be kept as JSON. */
export interface StandardsData {
  readonly sources: Readonly<Record<string, { readonly title: string; readonly verified: boolean }>>;
  readonly minerals: readonly MineralData[];
  readonly depositSize: SizeTableData;
  readonly mineSize: SizeTableData;
  readonly law: {
    readonly articles: Readonly<
      Record<
        string,
        { readonly at: string; readonly subject: string; readonly verified: boolean; readonly line: number }
      >
    >;
    readonly "basic-block-km2": {
      readonly smallest: string;
      readonly largest: string;
      readonly verified: boolean;
    };
    readonly "mining-terms": readonly MiningTerm[];
  };
}
