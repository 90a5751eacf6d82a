import type { Condition } from "../model/condition.ts";
import type { Facts } from "../model/facts.ts";
import type { PlanInForce } from "../model/plan.ts";
import { CONCERNS_ALL } from "../model/proofs.ts";
import { all, any, not, type Proof, type Truth } from "../model/truth.ts";
import { words } from "../model/words.ts";
import { PREDICATES } from "./predicates.ts";

type Test = (facts: Facts) => Proof;

/**
 * Makes the conditions of one plan file ready to be asked of any application. Provisions share most
 * of them (采矿权, 新设), so each is asked once for an application.
 */
export class ConditionCompiler {
  private readonly known = new Map<string, Test>();

  constructor(private readonly inForce: PlanInForce) {}

  /** All keys of a condition must hold; each is true, false or unknown. */
  compile(condition: Condition | undefined): Test {
    if (condition === undefined) return () => CONCERNS_ALL;
    return this.once(JSON.stringify(condition), () => {
      const tests = Object.entries(condition).map(([key, value]) =>
        this.once(JSON.stringify({ [key]: value }), () => this.compileKey(key, value)),
      );
      return tests.length === 1 && tests[0] !== undefined ? tests[0] : until(false, tests, all);
    });
  }

  private compileKey(key: string, value: unknown): Test {
    if (key === "any") {
      const tests = (value as readonly Condition[]).map((part) => this.compile(part));
      return until(true, tests, any);
    }
    if (key === "not") {
      const test = this.compile(value as Condition);
      return (facts) => {
        const proof = test(facts);
        return not(proof, () => {
          const { zh, en } = proof.says();
          return words(`并非：${zh}`, `not: ${en}`);
        });
      };
    }
    const predicate = PREDICATES[key as keyof typeof PREDICATES] as (v: unknown, p: PlanInForce) => Test;
    return predicate(value, this.inForce);
  }

  private once(key: string, make: () => Test): Test {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = remembered(make());
    this.known.set(key, made);
    return made;
  }
}

/** Asks one after the other; what is settled by one needs no further ones. */
function until(settled: Truth, tests: readonly Test[], combine: (proofs: readonly Proof[]) => Proof): Test {
  return (facts) => {
    const proofs: Proof[] = [];
    for (const test of tests) {
      const proof = test(facts);
      proofs.push(proof);
      if (proof.truth === settled) break;
    }
    return combine(proofs);
  };
}

/** The answer for the application at hand; applications are decided one after the other. */
function remembered(test: Test): Test {
  let asked: Facts | undefined;
  let answer: Proof | undefined;
  return (facts) => {
    if (answer === undefined || asked !== facts) {
      asked = facts;
      answer = test(facts);
    }
    return answer;
  };
}
