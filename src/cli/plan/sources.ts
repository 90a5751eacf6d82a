import { join } from "node:path";
import { unusable } from "../../input/problem.ts";
import { nearest } from "../../model/nearest.ts";
import { words } from "../../model/words.ts";
import { HOME } from "../../plan/home.ts";
import { loadStandards, PlanLibrary } from "../../plan/load/library.ts";
import { type PlanSource, readPlanSource } from "../../plan/load/source.ts";

/** The plans that are asked for by id, county code or file, each with its file; all of them if none is. */
export async function planSources(
  references: readonly string[],
  folder: string | undefined,
): Promise<readonly PlanSource[]> {
  const standards = await loadStandards();
  const names = await new PlanLibrary(standards, folder).names();
  const pathOf = (file: string) => (folder === undefined ? join(HOME, file) : file);
  const paths =
    references.length === 0
      ? names.map(({ file }) => pathOf(file))
      : references.map((reference) => {
          if (/\.ya?ml$/i.test(reference) || /[\\/]/.test(reference)) return reference;
          const found = names.find(({ id, code }) => id === reference || code === reference);
          return found === undefined ? noSuchPlan(reference, names) : pathOf(found.file);
        });
  if (paths.length === 0)
    unusable({
      file: folder ?? "plans",
      message: words("该目录中没有规划文件", "the folder holds no plan files"),
      remedy: words("检查 --plans", "check --plans"),
    });
  return Promise.all([...new Set(paths)].map((path) => readPlanSource(path, standards)));
}

function noSuchPlan(reference: string, names: readonly { id: string; code: string }[]): never {
  const [near] = nearest(
    reference,
    names.flatMap(({ id, code }) => [id, code]),
    1,
  );
  const list = names.map(({ id, code }) => `${id} (${code})`).join(", ");
  unusable({
    file: reference,
    message: words(
      `没有规划“${reference}”${near === undefined ? "" : `（是否为 ${near}？）`}`,
      `there is no plan "${reference}"${near === undefined ? "" : ` (did you mean ${near}?)`}`,
    ),
    remedy: words(`可用：${list}；或写规划文件`, `there are ${list}; or name a plan file`),
  });
}
