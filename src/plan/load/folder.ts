import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { readDocument } from "../../input/document.ts";
import { Unusable, unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";

/** What names a plan: enough to choose one without reading it whole. */
export interface PlanName {
  readonly id: string;
  readonly code: string;
  readonly file: string;
  /** What else it is called: the county's names, and the plan's title. */
  readonly called?: readonly string[];
}

/** The head of a plan file, of which nothing is sure yet. */
interface Head {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly titleEn?: unknown;
  readonly county?: { readonly [Key in "code" | "name" | "en" | "aliases"]?: unknown };
}

/** What the plan files of a folder are called. Throws {@link Unusable} if there is no such folder. */
export async function plansIn(folder: string): Promise<readonly PlanName[]> {
  return Promise.all(planFilesIn(folder).map(nameOf));
}

/** The plan files of a folder, by name. Throws {@link Unusable} if there is no such folder. */
export function planFilesIn(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    unusable({
      file: folder,
      message: words("找不到规划目录", "there is no such folder of plans"),
      remedy: words("检查 --plans", "check --plans"),
    });
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/i.test(name));
  return files.sort().map((name) => join(folder, name));
}

/** A file that can't be read goes by its own name, so that asking for it tells what is wrong. */
async function nameOf(file: string): Promise<PlanName> {
  const own = basename(file).replace(/\.ya?ml$/i, "");
  try {
    const { value } = await readDocument(file);
    const { plan: head } = (value ?? {}) as { readonly plan?: Head };
    const { county, title, titleEn } = head ?? {};
    const called = [county?.name, county?.en, county?.aliases, title, titleEn]
      .flat()
      .filter((one): one is string => typeof one === "string");
    return { id: String(head?.id ?? own), code: String(county?.code ?? ""), file, called };
  } catch (error) {
    if (error instanceof Unusable) return { id: own, code: "", file };
    throw error;
  }
}
