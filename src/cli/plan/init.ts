import { existsSync } from "node:fs";
import { RULES } from "../../../rules/registry.ts";
import { unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";
import { PLACEHOLDER } from "../../plan/load/placeholders.ts";
import { planSkeleton } from "../../report/plan-skeleton.ts";
import { contextFor, type SharedOptions } from "../context.ts";
import { tell } from "../tell.ts";
import { writeWhole } from "../whole-file.ts";

interface InitOptions extends SharedOptions {
  readonly output?: string;
  readonly countyCode?: string;
  readonly countyName?: string;
}

/** `mineright plan init`: writes the file that a new county's plan is begun with; never over another. */
export function initPlan(id: string, options: InitOptions): number {
  const { lang } = contextFor(options);
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    unusable({
      file: id,
      message: words("规划编号写法不对", "this can't be a plan's id"),
      remedy: words(
        "以小写字母开头，用小写字母、数字和连字符，如 qingshan",
        "begin with a small letter; small letters, digits and hyphens, like qingshan",
      ),
    });
  const { countyCode: code, countyName: name } = options;
  if (code !== undefined && !/^\d{6}$/.test(code))
    unusable({
      file: "--county-code",
      message: words(`“${code}”不是六位行政区划代码`, `"${code}" isn't a six-digit county code`),
      remedy: words("写六位数字，如 411322", "write six digits, like 411322"),
    });
  const file = options.output ?? `${id}.yaml`;
  if (existsSync(file))
    unusable({
      file,
      message: words("文件已存在，未改动", "the file exists, and was left as it is"),
      remedy: words("以 -o 另取文件名", "give another name with -o"),
    });
  writeWhole(file, [
    planSkeleton({ id, county: { code, name }, placeholder: PLACEHOLDER, rules: RULES, lang }),
  ]);
  tell(`${written(file)[lang]}\n`);
  return 0;
}

function written(file: string) {
  return words(
    `已写入 ${file}。填写其中的 ${PLACEHOLDER}，再用 mineright plan validate ${file} 检查`,
    `${file} is written. Fill in each ${PLACEHOLDER} in it, then check it: mineright plan validate ${file}`,
  );
}
