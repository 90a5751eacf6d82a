import * as z from "zod";
import { DOCUMENTS, type DocumentKey } from "../src/model/evidence.ts";
import { type Facts, holds, isDisputed } from "../src/model/facts.ts";
import type { Remedy, Ruling } from "../src/model/finding.ts";
import { hasDocument } from "../src/model/proofs.ts";
import { eachOf, oneOf } from "../src/model/reading.ts";
import type { Bench, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, judge } from "../src/model/ruling.ts";
import { CONSTRAINTS, type Constraint, keysOf } from "../src/model/terms.ts";
import { all, type Proof } from "../src/model/truth.ts";
import { words } from "../src/model/words.ts";
import { areasFound, listAreas } from "./tables/area-words.ts";

interface ClosedArea extends ProvisionEntry {
  readonly areas: readonly Constraint[];
  /** The paper by which an overlap may be allowed; known to be without it, the application fails. */
  readonly unless?: DocumentKey | undefined;
}

/** 禁止区域: areas in which the plan allows no mine, or none without a person's leave. */
export const prohibitedArea: Rule<readonly ClosedArea[]> = {
  id: "prohibited-area",
  title: words("禁止区域", "Prohibited area"),
  purpose: words(
    "规划禁止或限制勘查开采的区域（控制线、保护地、三区两线等）不得重叠；规划只要求相协调的，重叠须由人审定。规划未作规定、而与法定保护区域重叠或不能判定是否重叠的，依国家法律须复核；未说明的，提示另行核对。",
    "The site may not overlap the areas that the plan closes (control lines, reserves, three zones and two lines). Where the plan only asks for coordination, an overlap is for a person to decide; an overlap with an area protected by national law, or one that layers leave in doubt, is reviewed even where the plan says nothing of it; one of which nothing is said is told.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第十八条、第二十六条：生态环境保护，自然保护地管控",
    "Mineral Resources Law (2024), art. 18 and 26: ecological protection, nature reserves",
  ),
  passes: words("新建露天矿山，避让三区两线", "a new open pit clear of the three zones and two lines"),
  fails: words("方城县新建露天矿山在三区两线可视范围内", "a new open pit in Fangcheng within sight of them"),
  example: `- clause: XX-SPA-02
  when: { right: mining, stage: new }
  areas: [ecological-redline, permanent-farmland]
  unless: ecological-opinion`,
  section: (kit) =>
    z.array(
      kit.entry({
        areas: z
          .array(z.enum(keysOf(CONSTRAINTS)))
          .min(1)
          .describe("不得重叠的区域 · areas that may not be overlapped"),
        unless: z
          .enum(keysOf(DOCUMENTS))
          .optional()
          .describe("可据以例外的文件 · the paper by which an overlap may be allowed"),
      }),
    ),
  reads: {
    areas: eachOf(["不得重叠的区域", "area to keep clear of"], CONSTRAINTS, "more"),
    unless: oneOf(["重叠的须有", "an overlap needs"], DOCUMENTS),
  },
  bind: (section = [], bench) => {
    const judges = section.map((area) => bindArea(area, bench));
    return (facts) => {
      const rulings = judges.map((decide) => decide(facts));
      const { right } = facts.application;
      const named = new Set(
        section.flatMap(({ areas, when }) =>
          areas.filter((key) => key !== "special-ecological" || (when?.right ?? right) === right),
        ),
      );
      const settled = new Set(
        section.filter((_, index) => weighs(rulings[index])).flatMap(({ areas }) => areas),
      );
      const left = raisedAreas(facts).filter(
        (key) => !settled.has(key) && (PROTECTED_BY_LAW.has(key) || !named.has(key)),
      );
      const asked = new Set(
        section
          .filter((_, index) => rulings[index]?.outcome !== "not-applicable")
          .flatMap(({ areas }) => areas),
      );
      const open = [...PROTECTED_BY_LAW].filter((key) => {
        const overlap = facts.constraint(key);
        return !asked.has(key) && !overlap.known && !isDisputed(overlap);
      });
      return [
        ...rulings,
        ...(left.length === 0 ? [] : [byLaw(left, bench, facts)]),
        ...(open.length === 0 || facts.stage(["new", "expansion"]).truth === false
          ? []
          : [unstated(open, bench)]),
      ];
    };
  },
};

/**
 * Areas that national law protects by itself. Of the others (三区两线) only what the plan says of
 * them counts, once it says something: it may close them to open pits and leave them to the rest. What it
 * says of 特定生态保护区域 it says for the right that it speaks of.
 */
const PROTECTED_BY_LAW: ReadonlySet<Constraint> = new Set<Constraint>([
  "ecological-redline",
  "permanent-farmland",
  "urban-boundary",
  "nature-reserve",
  "scenic-area",
  "water-source",
  "heritage",
]);

function bindArea({ areas, unless, ...entry }: ClosedArea, bench: Bench): (facts: Facts) => Ruling {
  const provision = bench.provision(entry);
  return (facts) => closed(areas, unless, provision, provision.scope(facts), facts);
}

function weighs(ruling: Ruling | undefined): boolean {
  return ruling?.outcome === "fail" || ruling?.outcome === "review";
}

function byLaw(areas: readonly Constraint[], { standards }: Bench, facts: Facts): Ruling {
  const met = all(areas.map((key) => clear(facts, key)));
  const hit = areas.filter((key) => overlaps(facts, key).truth === true);
  return {
    clauses: [standards.law("矿产资源法-18")],
    outcome: "review",
    message: () => {
      const { zh, en } = areasFound(areas, hit, facts);
      return words(
        `${zh}。本规划对此未作规定，依国家法律须由审查人员核定。`,
        `${en}. The plan doesn't regulate that for this application; under national law an official must review it.`,
      );
    },
    because: [met],
    ...(met.missing.length === 0 ? {} : { missing: met.missing }),
    remedy: () =>
      hit.length === 0
        ? checkRelation(areas)
        : by(
            "applicant",
            `调整范围，避让${listAreas(areas).zh}，或取得主管部门意见`,
            `move the boundary clear of the ${listAreas(areas).en}, or obtain the competent authority's opinion`,
          ),
  };
}

/** The plan is silent, so it doesn't weigh; but who reads a pass must see that nobody looked. */
function unstated(areas: readonly Constraint[], { standards }: Bench): Ruling {
  const names = listAreas(areas);
  return {
    clauses: [standards.law("矿产资源法-18")],
    outcome: "note",
    message: () =>
      words(
        `未说明与${names.zh}的关系。本规划对此未作规定，不影响结论，须依国家法律另行核对。`,
        `Its relation to the ${names.en} isn't stated. The plan doesn't regulate that for this application, so it doesn't weigh; it must be checked under national law.`,
      ),
    because: [],
  };
}

function closed(
  areas: readonly Constraint[],
  unless: DocumentKey | undefined,
  provision: Provision,
  scope: Proof,
  facts: Facts,
): Ruling {
  const hit = areas.filter((key) => overlaps(facts, key).truth === true);
  return judge(provision, scope, () => ({
    met: all(areas.map((key) => clear(facts, key))),
    ...(unless === undefined ? {} : { exception: hasDocument(facts, unless), exceptionRequired: true }),
    found: () => areasFound(areas, hit, facts),
    remedy: () => {
      const names = listAreas(hit.length > 0 ? hit : areas);
      const doubtful = areas.filter((key) => isDisputed(facts.constraint(key)));
      // Where nobody said how it lies, that is what is asked for.
      if (hit.length === 0 && doubtful.length > 0) return checkRelation(doubtful);
      if (hit.length === 0)
        return by("applicant", `说明与${names.zh}的关系`, `state how the site lies to the ${names.en}`);
      return unless === undefined
        ? by("applicant", `调整范围，避让${names.zh}`, `move the boundary clear of the ${names.en}`)
        : by(
            "applicant",
            `避让${names.zh}，或提交${DOCUMENTS[unless].zh}，由审查人员认定`,
            `keep clear of the ${names.en}, or hand in the ${DOCUMENTS[unless].en} for an official to judge`,
          );
    },
  }));
}

/** What is declared and what is measured must be brought in line; moving the boundary doesn't help. */
function checkRelation(areas: readonly Constraint[]): Remedy {
  const names = listAreas(areas);
  return by(
    "authority",
    `核对与${names.zh}的关系，更正申报、坐标或图层`,
    `check how the site lies to the ${names.en}, and correct declaration, coordinates or layer`,
  );
}

/** The areas of control that the site overlaps, or may overlap by what is said, whatever the plan says. */
function raisedAreas(facts: Facts): readonly Constraint[] {
  return keysOf(CONSTRAINTS).filter(
    (key) => overlaps(facts, key).truth === true || isDisputed(facts.constraint(key)),
  );
}

function overlaps(facts: Facts, key: Constraint): Proof {
  const { zh, en } = CONSTRAINTS[key];
  return holds(
    facts.constraint(key),
    (given) => given.overlaps,
    () => words(`与${zh}重叠`, `it overlaps the ${en}`),
  );
}

function clear(facts: Facts, key: Constraint): Proof {
  const { zh, en } = CONSTRAINTS[key];
  return holds(
    facts.constraint(key),
    (given) => !given.overlaps,
    () => words(`不与${zh}重叠`, `it is clear of the ${en}`),
  );
}
