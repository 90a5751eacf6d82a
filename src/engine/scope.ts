import type { Condition } from "../model/condition.ts";
import type { Facts } from "../model/facts.ts";
import type { PlanInForce } from "../model/plan.ts";
import { all, any, fact, not, type Proof } from "../model/truth.ts";
import { words } from "../model/words.ts";
import { PREDICATES } from "./predicates.ts";

type Test = (facts: Facts) => Proof;

const ALWAYS = fact(true, () => words("适用于所有申请", "it concerns every application"));

/**
 * Makes a condition of a plan file ready to be asked of any application. All its keys must hold;
 * each is true, false or unknown.
 */
export function compileCondition(condition: Condition | undefined, inForce: PlanInForce): Test {
  if (condition === undefined) return () => ALWAYS;
  const tests = Object.entries(condition).map(([key, value]) => compileKey(key, value, inForce));
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  return (facts) => all(tests.map((test) => test(facts)));
}

function compileKey(key: string, value: unknown, inForce: PlanInForce): Test {
  if (key === "all" || key === "any") {
    const tests = (value as readonly Condition[]).map((part) => compileCondition(part, inForce));
    const combine = key === "all" ? all : any;
    return (facts) => combine(tests.map((test) => test(facts)));
  }
  if (key === "not") {
    const test = compileCondition(value as Condition, inForce);
    return (facts) => {
      const proof = test(facts);
      return not(proof, () => {
        const { zh, en } = proof.says();
        return words(`并非：${zh}`, `not: ${en}`);
      });
    };
  }
  const predicate = PREDICATES[key as keyof typeof PREDICATES] as (v: unknown, p: PlanInForce) => Test;
  return predicate(value, inForce);
}
