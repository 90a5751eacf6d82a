import * as z from "zod";
import type { Condition } from "../src/model/condition.ts";
import type { Facts } from "../src/model/facts.ts";
import { mineralWords } from "../src/model/mineral.ts";
import { told, where } from "../src/model/reading.ts";
import type { Bench, Judge, ProvisionEntry, Rule } from "../src/model/rule.ts";
import { eachEntry, judge } from "../src/model/ruling.ts";
import { all, type Proof } from "../src/model/truth.ts";
import { type Words, words } from "../src/model/words.ts";

interface Direction extends ProvisionEntry {
  /** What is favoured: minerals of a list, or a state of things. Others aren't concerned. */
  readonly favours: Condition;
  /** Whom it concerns and isn't favoured: told as a note. Without it, nothing is said to them. */
  readonly note?: Words | undefined;
}

/** 调控方向: priority and encouragement. It never weighs, but an official likes to know. */
export const direction: Rule<readonly Direction[]> = {
  id: "direction",
  title: words("调控方向", "Direction"),
  purpose: words(
    "重点、鼓励、优先等导向性规定：符合的注明，不影响结论。",
    "Priorities and encouragement: an application in line with them is told so; nothing depends on it.",
  ),
  law: words(
    "《矿产资源规划编制实施办法》：调控方向",
    "Measures for making mineral-resource plans: direction",
  ),
  passes: words("平泉市钼矿探矿权：属重点勘查矿种", "molybdenum in Pingquan, a key mineral of exploration"),
  fails: words("无（导向性规定不作不通过）", "nothing: it never fails"),
  example: "- { clause: XX-KEY-01, when: { right: exploration }, favours: { mineral: [萤石, 铅锌矿] } }",
  section: (kit) =>
    z.array(
      kit.entry({
        favours: kit.condition.describe("规划支持的对象 · what is favoured"),
        note: kit.words
          .optional()
          .describe("适用而不在支持之列时的提示 · what is told to those concerned but not favoured"),
      }),
    ),
  reads: {
    favours: where(["重点、鼓励或优先", "favoured"]),
    note: told(["不属于的，提示", "others are told"]),
  },
  bind: eachEntry(bindDirection),
};

function bindDirection({ favours, note, ...entry }: Direction, bench: Bench): Judge {
  const provision = bench.provision(entry);
  const favoured = bench.condition(favours);
  const namesMinerals = favours.mineral !== undefined || favours.any !== undefined;
  return (facts) => {
    const within = provision.scope(facts);
    const isFavoured = favoured(facts);
    const scope = note === undefined ? all([within, isFavoured]) : within;
    // Whom it may not concern isn't told to be favoured.
    const met = within.truth === "unknown" ? all([within, isFavoured]) : isFavoured;
    return [
      judge({ ...provision, force: "expected" }, scope, () => ({
        met,
        found: () =>
          stated(
            met.truth === true,
            scope.truth === true && met.truth === false ? note : undefined,
            namesMinerals ? favouredMineral(facts) : favouredState(isFavoured),
          ),
      })),
    ];
  };
}

function favouredMineral({ mineral }: Facts): Words {
  const { zh, en } = mineralWords(mineral);
  return words(`${zh}在规划支持之列`, `${en} is among what the plan favours`);
}

/** Of several states that the plan favours, the one that is so. */
function favouredState(proof: Proof): Words {
  const so = proof.op === "any" ? proof.from.find(({ truth }) => truth === true) : undefined;
  if (so !== undefined) return favouredState(so);
  const { zh, en } = proof.says();
  return words(zh, en.charAt(0).toUpperCase() + en.slice(1));
}

function stated(inLine: boolean, note: Words | undefined, favourable: Words): Words {
  if (inLine) return favourable;
  return (
    note ?? words("是否属于规划导向所指的情形未知", "Whether the plan's direction concerns it isn't known")
  );
}
