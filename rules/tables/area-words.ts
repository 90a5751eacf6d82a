import { asGiven, km2Words, wayOf } from "../../src/model/fact-words.ts";
import { type Facts, isDisputed } from "../../src/model/facts.ts";
import { CONSTRAINTS, type Constraint } from "../../src/model/terms.ts";
import { joinWords, type Words, words } from "../../src/model/words.ts";

/** How the site lies to areas of control: those it overlaps, or which of them are open, or that all are clear. */
export function areasFound(areas: readonly Constraint[], hit: readonly Constraint[], facts: Facts): Words {
  if (hit.length > 0) {
    const named = joinWords(hit.map((key) => withArea(facts, key)));
    return words(`与${named.zh}重叠`, `It overlaps the ${named.en}`);
  }
  const open = areas.filter((key) => !facts.constraint(key).known);
  const doubtful = open.filter((key) => isDisputed(facts.constraint(key)));
  const unstated = open.filter((key) => !doubtful.includes(key));
  const said = [
    ...(doubtful.length === 0 ? [] : [openRelation(doubtful, true)]),
    ...(unstated.length === 0 ? [] : [openRelation(unstated, false)]),
  ];
  return said.length > 0 ? joinWords(said, "；", "; ") : clearOf(areas, facts);
}

function openRelation(areas: readonly Constraint[], doubtful: boolean): Words {
  const { zh, en } = listAreas(areas);
  return doubtful
    ? words(`与${zh}的关系不能判定`, `Its relation to the ${en} can't be told`)
    : words(`未说明与${zh}的关系`, `Its relation to the ${en} isn't stated`);
}

/** Those that are clear in the same way (as declared, by one layer) in one sentence. */
function clearOf(areas: readonly Constraint[], facts: Facts): Words {
  const byWay = new Map<string, Constraint[]>();
  for (const key of areas) {
    const { zh } = asGiven(facts.constraint(key));
    byWay.set(zh, [...(byWay.get(zh) ?? []), key]);
  }
  const parts = [...byWay.values()].map((keys, index) => {
    const names = listAreas(keys);
    const way = keys[0] === undefined ? words("", "") : asGiven(facts.constraint(keys[0]));
    const start = index === 0 ? "It is clear of the" : "of the";
    return words(`不与${names.zh}重叠${way.zh}`, `${start} ${names.en}${way.en}`);
  });
  return joinWords(parts, "，", ", ");
}

/** With the area in common, and where it comes from; a declared one that differs is named beside it. */
function withArea(facts: Facts, key: Constraint): Words {
  const name = CONSTRAINTS[key];
  const overlap = facts.constraint(key);
  if (!overlap.known) return name;
  const { km2, declaredKm2 } = overlap.value;
  const way = wayOf(overlap);
  const declared = declaredKm2 === undefined ? undefined : km2Words(declaredKm2, 4);
  const parts = [
    ...(km2 === undefined ? [] : [km2Words(km2, 4)]),
    way,
    ...(declared === undefined ? [] : [words(`申报 ${declared.zh}`, `declared ${declared.en}`)]),
  ];
  const said = joinWords(parts, "，", ", ");
  return words(`${name.zh}（${said.zh}）`, `${name.en} (${said.en})`);
}

/** The names of areas of control, one after the other. */
export function listAreas(areas: readonly Constraint[]): Words {
  return joinWords(areas.map((key) => CONSTRAINTS[key]));
}
