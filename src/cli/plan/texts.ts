import { existsSync } from "node:fs";
import { join } from "node:path";
import { unusable } from "../../input/problem.ts";
import type { Plan } from "../../model/plan.ts";
import { words } from "../../model/words.ts";

/** The published text of a plan in a folder of texts, by the plan's id or title. Throws `Unusable`. */
export function textIn(folder: string, { id, title }: Pick<Plan, "id" | "title">): string {
  const names = [`${id}.txt`, `${title}.txt`];
  const found = names.map((name) => join(folder, name)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  unusable({
    file: folder,
    message: words(
      `目录中没有规划 ${id} 的文本（${names.join(" 或 ")}）`,
      `it holds no text of the plan ${id} (${names.join(" or ")})`,
    ),
    remedy: words(
      "放入该文本，或只写有文本的规划",
      "put the text there, or name only the plans whose texts are there",
    ),
  });
}
