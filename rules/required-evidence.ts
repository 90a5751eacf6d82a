import * as z from "zod";
import { DECLARATIONS, type DeclarationKey, DOCUMENTS, type DocumentKey } from "../src/model/evidence.ts";
import { type Facts, holds } from "../src/model/facts.ts";
import { hasDocument } from "../src/model/proofs.ts";
import { onlyIfRaised, told } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, eachEntry, judge, whereConcerned } from "../src/model/ruling.ts";
import { keysOf } from "../src/model/terms.ts";
import { all, any, type Proof, unknown } from "../src/model/truth.ts";
import { joinWords, type Words, words } from "../src/model/words.ts";

interface EvidenceDemand extends ProvisionEntry {
  /** Papers that must all be there; a list within the list means any one of them. */
  readonly documents?: readonly (DocumentKey | readonly DocumentKey[])[] | undefined;
  /** Statements that must hold (or not hold). */
  readonly declared?: Readonly<Partial<Record<DeclarationKey, boolean>>> | undefined;
  /** 按程序报批: an approval that no paper of the file stands for, so that a person attests it. */
  readonly approval?: Words | undefined;
  /** Weighs only where a given fact raises it; otherwise it is on the checklist. */
  readonly ifRaised?: boolean | undefined;
}

/** 要件与承诺: the papers and statements that the plan wants in the case file. */
export const requiredEvidence: Rule<readonly EvidenceDemand[]> = {
  id: "required-evidence",
  title: words("要件与承诺", "Required evidence"),
  purpose: words(
    "规划要求的方案、报告、意见和技术、环保事项，须在申请材料中具备；要件的内容和质量以申报为准。",
    "The plans, reports, opinions and technical matters that the plan wants must be in the case file; their content is taken as declared.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第三十三条、第四十六条：勘查、开采方案与矿区生态修复方案",
    "Mineral Resources Law (2024), art. 33 and 46: exploration, mining and restoration plans",
  ),
  passes: words(
    "灵宝市采矿权新立，已编制三合一方案",
    "a new mining right in Lingbao with its three-in-one plan",
  ),
  fails: words(
    "灵宝市扩大开采规模，沿用旧三合一方案",
    "a larger scale in Lingbao with the old three-in-one plan",
  ),
  example: `- clause: XX-DOC-01
  when: { right: mining, stage: [new, expansion] }
  documents: [three-in-one-plan, green-mine-plan]
  declared: { bench-mining: true }`,
  section: (kit) => {
    const document = z.enum(keysOf(DOCUMENTS));
    return z.array(
      kit.entry({
        documents: z
          .array(z.union([document, z.array(document).min(2)]))
          .optional()
          .describe(
            "须具备的文件，内层列表为任一即可 · papers that must be there; of a list within the list, any one",
          ),
        declared: kit.declared
          .optional()
          .describe("须成立（或不成立）的声明 · statements that must hold, or not hold"),
        approval: kit.words.optional().describe("须由人核定的审批 · an approval for a person to check"),
        ifRaised: z
          .boolean()
          .optional()
          .describe("仅在申请材料提示该问题时判定 · weighs only where a given fact raises it"),
      }),
    );
  },
  reads: {
    documents: (papers) =>
      papers.map((one) => ({
        label: words("要件", "paper"),
        of: joinWords(
          [one].flat().map((key) => DOCUMENTS[key]),
          "或",
          " or ",
        ),
        stricter: "more",
      })),
    declared: (statements) =>
      Object.entries(statements).map(([key, wanted]) => {
        const { zh, en } = DECLARATIONS[key as DeclarationKey];
        return {
          label: words("声明", "statement"),
          of: wanted ? words(zh, en) : words(`不存在：${zh}`, `not so: ${en}`),
          stricter: "more",
        };
      }),
    approval: told(["须经批准", "approval"]),
    ifRaised: onlyIfRaised,
  },
  bind: eachEntry(bindDemand),
};

function bindDemand(
  { documents = [], declared = {}, approval, ifRaised, ...entry }: EvidenceDemand,
  bench: Bench,
): Judge {
  const provision = bench.provision(entry);
  const statements = Object.entries(declared) as [DeclarationKey, boolean][];
  return whereConcerned(provision, (facts, scope) => {
    const items: Item[] = [
      ...documents.map((one) => papers(facts, typeof one === "string" ? [one] : one)),
      ...statements.map(([key, wanted]) => statement(facts, key, wanted)),
      ...(approval === undefined ? [] : [approved(approval)]),
    ];
    return [
      judge(provision, scope, () => ({
        met: all(items.map(({ proof }) => proof)),
        onlyIfRaised: ifRaised ?? false,
        found: () => summary(items),
        remedy: () => {
          if (approval !== undefined)
            return by(
              "authority",
              `核查${approval.zh}，并以 attestations 记明`,
              `check that ${approval.en}, and record an attestation`,
            );
          const todo = listed([
            labelled("补齐", "provide", [...absent(items), ...namesOf(items, "unknown")]),
            labelled("消除", "remove", hindering(items)),
          ]);
          return by("applicant", todo.zh, todo.en);
        },
      })),
    ];
  });
}

interface Item {
  readonly name: Words;
  /** What must not be so, by its plain name; absent for what must be there. */
  readonly bad?: Words;
  readonly proof: Proof;
}

function papers(facts: Facts, keys: readonly DocumentKey[]): Item {
  const name = joinWords(
    keys.map((key) => DOCUMENTS[key]),
    "或",
    " or ",
  );
  const proofs = keys.map((key) => hasDocument(facts, key));
  return { name, proof: proofs.length === 1 && proofs[0] !== undefined ? proofs[0] : any(proofs) };
}

function statement(facts: Facts, key: DeclarationKey, wanted: boolean): Item {
  const { zh, en } = DECLARATIONS[key];
  const name = wanted ? words(zh, en) : words(`无${zh}情形`, `not ${en}`);
  return {
    name,
    ...(wanted ? {} : { bad: words(zh, en) }),
    proof: holds(
      facts.declared(key),
      (given) => given === wanted,
      () => name,
    ),
  };
}

function approved(name: Words): Item {
  const why = words(`${name.zh}须由人核定`, `whether ${name.en} is for a person to check`);
  return { name, proof: unknown([{ field: "attestations", why }], () => name) };
}

function summary(items: readonly Item[]): Words {
  return listed([
    labelled("具备", "Present", namesOf(items, true)),
    labelled("不具备", "Absent", absent(items)),
    labelled("存在", "It is so", hindering(items)),
    labelled("未说明", "Not stated", namesOf(items, "unknown")),
  ]);
}

function listed(groups: readonly Words[]): Words {
  return joinWords(
    groups.filter(({ zh }) => zh !== ""),
    "；",
    "; ",
  );
}

function absent(items: readonly Item[]): readonly Words[] {
  return namesOf(
    items.filter(({ bad }) => bad === undefined),
    false,
  );
}

function hindering(items: readonly Item[]): readonly Words[] {
  return items.flatMap(({ proof, bad }) => (proof.truth === false && bad ? [bad] : []));
}

function namesOf(items: readonly Item[], truth: Proof["truth"]): readonly Words[] {
  return items.filter(({ proof }) => proof.truth === truth).map(({ name }) => name);
}

/** Empty if there is nothing to list. */
function labelled(zh: string, en: string, names: readonly Words[]): Words {
  const list = joinWords(names);
  return names.length === 0 ? words("", "") : words(`${zh}：${list.zh}`, `${en}: ${list.en}`);
}
