import type { Path } from "../../../input/document.ts";
import { words } from "../../../model/words.ts";
import type { Check } from "../check.ts";

/** A list of minerals or zones names each of them once. */
export const repeatedMineral: Check = {
  code: "repeated-mineral",
  level: "error",
  title: words("列表中重复", "Named twice in a list"),
  why: words(
    "同一列表中一个矿种（含同义的名称）或分区写了两次：多为把另一个抄错。",
    "A list names one mineral, in whatever spelling, or one zone twice: mostly it is another, miscopied.",
  ),
  wrong: { of: "minerals: [建筑石料]", by: "minerals: [建筑石料, 建筑石料]" },
  right: { of: "minerals: [建筑石料]", by: "minerals: [建筑石料, 岩金]" },
  *looks({ document, minerals }) {
    for (const { names, path } of listsIn(document.value, [])) {
      for (const [index, name] of names.entries()) {
        const is = minerals.term(name);
        const before = names.slice(0, index).find((other) => {
          const one = minerals.term(other);
          if (is === undefined || one === undefined) return other === name;
          // What is favoured adds nothing up: there a plan may name a group and one of it.
          if (path.includes("favours")) return one === is;
          return minerals.covers(one, is) || minerals.covers(is, one);
        });
        yield before === undefined
          ? undefined
          : {
              path: [...path, index],
              subject: name,
              finds: before,
              message: words(
                `“${name}”在同一列表中重复${before === name ? "" : `（前面的“${before}”与之相同或互相包含）`}`,
                `"${name}" is in the list twice${before === name ? "" : ` (the "${before}" before it is the same, or one covers the other)`}`,
              ),
              remedy: words("对照规划改正，或删去一个", "correct it by the plan's text, or take one out"),
            };
      }
    }
  },
};

const KEYS: ReadonlySet<unknown> = new Set(["mineral", "minerals", "groups", "either", "touches"]);

/** The lists of minerals and zones, wherever they stand. */
function* listsIn(value: unknown, path: Path): Generator<{ names: readonly string[]; path: Path }> {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value) && KEYS.has(path.at(-1)) && value.every((one) => typeof one === "string"))
    yield { names: value, path };
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, child] of entries) yield* listsIn(child, [...path, key]);
}
