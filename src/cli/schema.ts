import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unusable } from "../input/problem.ts";
import { nearest } from "../model/nearest.ts";
import { words } from "../model/words.ts";
import { HOME } from "../plan/home.ts";

const NAMES = ["application", "plan", "register", "layers", "report"] as const;

/** `mineright schema`: the JSON Schema of a file that mineright reads or writes, as it is shipped. */
export function printSchema(name: string): number {
  const known = NAMES.find((one) => one === name) ?? noSuchSchema(name);
  process.stdout.write(readFileSync(join(HOME, "plans", "schema", `${known}.schema.json`)));
  return 0;
}

function noSuchSchema(name: string): never {
  const near = nearest(name, NAMES);
  unusable({
    file: name,
    message: words(`没有名为“${name}”的 JSON Schema`, `there is no JSON Schema "${name}"`),
    remedy:
      near.length > 0
        ? words(`是否为 ${near.join("、")}？`, `did you mean ${near.join(" or ")}?`)
        : words(`可用：${NAMES.join("、")}`, `there are ${NAMES.join(", ")}`),
  });
}
