import type { Minerals, Term } from "../../model/mineral.ts";
import { nearest } from "../../model/nearest.ts";
import { ZONE_KINDS } from "../../model/plan.ts";
import { type Words, words } from "../../model/words.ts";
import type { Names } from "./kit.ts";

/** The names that a plan file may use, read before it is known to be sound. */
export function namesIn(value: unknown, minerals: Minerals): Names {
  const list = (key: string): readonly Record<string, unknown>[] => {
    const found = (value as Record<string, unknown> | null)?.[key];
    return Array.isArray(found) ? found.filter((one) => one !== null && typeof one === "object") : [];
  };
  const ids = new Set(list("clauses").map(({ id }) => id));
  const terms = list("terms").filter(({ name }) => typeof name === "string") as unknown as readonly Term[];
  const zones = new Set<unknown>([...list("zones").map(({ name }) => name), ...ZONE_KINDS]);
  const vocabulary = minerals.withTerms(
    terms.filter(({ is }) => is === undefined || (typeof is === "string" && minerals.term(is) !== undefined)),
  );
  let left = MOST_SUGGESTIONS;
  const meant = (given: string, known: Iterable<unknown>, otherwise: Words, most = 2): Words =>
    left-- > 0 ? suggestion(given, known, otherwise, most) : otherwise;
  return {
    hasClause: (id) => ids.has(id),
    hasMineral: (name) => vocabulary.term(name) !== undefined,
    hasZone: (name) => zones.has(name),
    clausesLike: (id) =>
      meant(id, ids, words("把它加到 clauses，或改正编号", "add it to the clauses, or correct the id")),
    mineralsLike: (name) =>
      meant(
        name,
        [...minerals.spellings(), ...terms.map((term) => term.name)],
        words("用词表中的名称，或在 terms 中说明", "use a name of the vocabulary, or explain it under terms"),
        1,
      ),
    zonesLike: (name) => meant(name, zones, words("按 zones 所列区名填写", "write the name as zones has it")),
  };
}

/** Looking for the nearest of a thousand names takes a while, and nobody reads more of them. */
const MOST_SUGGESTIONS = 100;

function suggestion(given: string, known: Iterable<unknown>, otherwise: Words, most: number): Words {
  const near = nearest(
    given,
    [...known].filter((one) => typeof one === "string"),
    most,
  );
  return near.length === 0
    ? otherwise
    : words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`);
}
