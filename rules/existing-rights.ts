import * as z from "zod";
import { asGiven, km2Words, openWords } from "../src/model/fact-words.ts";
import { type Fact, type Facts, isDisputed, missingOf } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import { eachOf } from "../src/model/reading.ts";
import type { Bench, Provision, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { by, judge, nationalLaw } from "../src/model/ruling.ts";
import type { Standards } from "../src/model/standards.ts";
import { keysOf, RIGHTS, type Right } from "../src/model/terms.ts";
import { fact, type Missing, type Proof, unknown } from "../src/model/truth.ts";
import { joinWords, type Words, words } from "../src/model/words.ts";

interface OverlapDemand extends ProvisionEntry {
  /** Which rights may not be overlapped; both, unless said. */
  readonly rights?: readonly Right[] | undefined;
}

/** 与已设矿业权重叠: a new right keeps off the rights of others. */
export const existingRights: Rule<readonly OverlapDemand[]> = {
  id: "existing-rights",
  title: words("与已设矿业权重叠", "Overlap with existing rights"),
  purpose: words(
    "申请范围与他人已设矿业权重叠的须复核：规划有规定的依规划，未规定的依《矿产资源法》。",
    "An overlap with another holder's right is reviewed: by the plan where it says so, otherwise by the Mineral Resources Law.",
  ),
  law: words(
    "《矿产资源法》（2024修订）第二十三条：登记范围内不再设立其他矿业权",
    "Mineral Resources Law (2024), art. 23: no second right within a registered area",
  ),
  passes: words("不与任何已设矿业权重叠", "no overlap with any right"),
  fails: words("与他人采矿权重叠 0.02 平方千米：须复核", "0.02 km² of another holder's mining right: review"),
  example: "- { clause: XX-BLK-04, when: { stage: new } }",
  section: (kit) =>
    z.array(
      kit.entry({
        rights: z
          .array(z.enum(keysOf(RIGHTS)))
          .optional()
          .describe(
            "不得重叠的矿业权类型，不写为全部 · which rights may not be overlapped; both, unless said",
          ),
      }),
    ),
  reads: { rights: eachOf(["不得重叠的已设矿业权", "rights to keep clear of"], RIGHTS, "more") },
  bind: (section = [], bench) => {
    const provisions = section.map((demand) => ({
      provision: bench.provision(demand),
      rights: demand.rights ?? BOTH,
    }));
    return (facts) => {
      const rulings = provisions.map(({ provision, rights }) => decide(provision, rights, facts));
      const told = rulings.some(({ outcome }) => outcome === "fail" || outcome === "review");
      const asked = rulings.some(({ outcome }) => outcome !== "not-applicable");
      return told ? rulings : [...rulings, ...byLaw(asked, bench, facts)];
    };
  },
};

const BOTH = keysOf(RIGHTS);

type Overlapped = NonNullable<NonNullable<Facts["application"]["site"]>["existingRights"]>;

function decide(provision: Provision, rights: readonly Right[], facts: Facts): Ruling {
  const given = facts.site("existingRights");
  return judge(provision, provision.scope(facts), () => ({
    met: clearOf(given, rights, unseen(rights, facts)),
    found: () => found(given, rights),
    remedy: () =>
      given.known && foreign(given.value, rights).length > 0
        ? by("applicant", "调整范围，避让已设矿业权", "move the boundary clear of the existing rights")
        : by(
            "authority",
            "核查与已设矿业权的重叠（site.existingRights，无重叠写 []）",
            "check the overlap with existing rights (site.existingRights; [] if there is none)",
          ),
  }));
}

/** Kinds of right of which neither a layer nor the application says anything. */
function unseen(rights: readonly Right[], { location, application }: Facts): readonly Right[] {
  const seen = location?.rightsSeen;
  if (seen === undefined || application.site?.existingRights !== undefined) return [];
  return rights.filter((right) => !seen.includes(right));
}

function clearOf(given: Fact<Overlapped>, rights: readonly Right[], open: readonly Right[]): Proof {
  const says = () => words("不与他人已设矿业权重叠", "it is clear of other holders' rights");
  if (!given.known) return unknown(missingOf(given), says);
  const others = foreign(given.value, rights);
  if (others.some(({ sameHolder }) => sameHolder === false)) return fact(false, says, given.field);
  if (others.length === 0 && open.length > 0) return unknown([unseenWords(open)], says);
  if (others.length === 0) return fact(true, says, given.field);
  return unknown(
    [
      {
        field: "site.existingRights",
        why: words(
          "未说明重叠矿业权是否为同一主体",
          "it isn't stated whether the overlapped right is the same holder's",
        ),
      },
    ],
    says,
  );
}

function unseenWords(open: readonly Right[]): Missing {
  const kinds = joinWords(open.map((right) => RIGHTS[right]));
  return {
    field: "site.existingRights",
    why: words(
      `图层和登记数据中没有${kinds.zh}，未说明与${kinds.zh}的重叠情况`,
      `layers and register hold no ${kinds.en}s, and the overlap with those isn't stated`,
    ),
  };
}

/** The rights really overlapped that aren't known to be the applicant's own; a shared edge is none. */
function foreign(given: Overlapped, rights: readonly Right[]): Overlapped {
  return given.filter(
    ({ right, overlapKm2, sameHolder }) =>
      sameHolder !== true && overlapKm2?.eq(0) !== true && (right === undefined || rights.includes(right)),
  );
}

/** The plan is silent, but national law isn't; also of an overlap that is in doubt. */
function byLaw(asked: boolean, { standards }: Bench, facts: Facts): Ruling[] {
  const given = facts.site("existingRights");
  if (!given.known && !isDisputed(given))
    return asked || facts.stage(["new", "expansion"]).truth === false ? [] : [unstated(standards)];
  if (given.known && foreign(given.value, BOTH).length === 0) return [];
  const law = nationalLaw(
    standards.law("矿产资源法-23"),
    words(
      "登记范围内原则上不再设立他人矿业权",
      "within a registered area no other holder's right is set, as a rule",
    ),
  );
  return [decide(law, BOTH, facts)];
}

/** It doesn't weigh where the plan is silent, but who reads a pass must see that nobody looked. */
function unstated(standards: Standards): Ruling {
  return {
    clauses: [standards.law("矿产资源法-23")],
    outcome: "note",
    message: () =>
      words(
        "未说明与已设矿业权的重叠情况。本规划对此未作规定，不影响结论，须依国家法律另行核对。",
        "Overlap with existing rights isn't stated. The plan doesn't regulate that for this application, so it doesn't weigh; it must be checked under national law.",
      ),
    because: [],
  };
}

function found(given: Fact<Overlapped>, rights: readonly Right[]): Words {
  if (!given.known)
    return openWords(
      given,
      words("未说明与已设矿业权的重叠情况", "Overlap with existing rights isn't stated"),
      words("与已设矿业权的重叠情况不能判定", "Overlap with existing rights can't be told"),
    );
  const others = foreign(given.value, rights);
  const way = asGiven(given);
  if (others.length === 0)
    return words(`不与他人已设矿业权重叠${way.zh}`, `No overlap with other holders' rights${way.en}`);
  const names = joinWords(
    others.map(({ id, right, overlapKm2 }) => {
      const kind = right === undefined ? words("矿业权", "right") : RIGHTS[right];
      const name = words(`${kind.zh}${id ?? ""}`, `${kind.en} ${id ?? ""}`);
      if (overlapKm2 === undefined) return words(name.zh, name.en.trim());
      const area = km2Words(overlapKm2, 4);
      return words(`${name.zh}（${area.zh}）`, `${name.en} (${area.en})`);
    }),
  );
  return words(`与${names.zh}重叠${way.zh}`, `It overlaps ${names.en}${way.en}`);
}
