import type { Path } from "../../../input/document.ts";
import { words } from "../../../model/words.ts";
import type { Check } from "../check.ts";

/** A list of minerals names each of them once. */
export const repeatedMineral: Check = {
  code: "repeated-mineral",
  level: "error",
  title: words("矿种重复", "Repeated mineral"),
  why: words(
    "同一列表中一个矿种写了两次（含同义的名称）：多为把另一矿种抄错。",
    "A list names one mineral twice, in whatever spelling: mostly it is another mineral, miscopied.",
  ),
  wrong: { of: "minerals: [建筑石料]", by: "minerals: [建筑石料, 建筑石料]" },
  right: { of: "minerals: [建筑石料]", by: "minerals: [建筑石料, 岩金]" },
  *looks({ document, minerals }) {
    for (const { names, path } of listsIn(document.value, [])) {
      const seen = new Map<unknown, string>();
      for (const [index, name] of names.entries()) {
        const is = minerals.term(name) ?? name;
        const before = seen.get(is);
        yield before === undefined
          ? undefined
          : {
              path: [...path, index],
              subject: name,
              finds: before,
              message: words(
                `“${name}”在同一列表中重复${before === name ? "" : `（即前面的“${before}”）`}`,
                `"${name}" is in the list twice${before === name ? "" : ` (it is the "${before}" before it)`}`,
              ),
              remedy: words("对照规划改正，或删去一个", "correct it by the plan's text, or take one out"),
            };
        seen.set(is, name);
      }
    }
  },
};

const KEYS: ReadonlySet<unknown> = new Set(["mineral", "minerals", "groups", "either"]);

/** The lists of minerals, wherever they stand. */
function* listsIn(value: unknown, path: Path): Generator<{ names: readonly string[]; path: Path }> {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value) && KEYS.has(path.at(-1)) && value.every((one) => typeof one === "string"))
    yield { names: value, path };
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, child] of entries) yield* listsIn(child, [...path, key]);
}
