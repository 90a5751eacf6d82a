import type { Document } from "../../../input/document.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Plan } from "../../../model/plan.ts";
import { words } from "../../../model/words.ts";
import { checkLock } from "../../verify/check-lock.ts";
import type { LockBeside } from "../../verify/lock-file.ts";

/** Holds a plan file against what was found as its lock. */
export function holdAgainst(beside: LockBeside, document: Document, plan: Plan): readonly Diagnostic[] {
  if ("lock" in beside) return checkLock(document, plan, beside.lock);
  if ("problems" in beside)
    return beside.problems.map((one) => ({ ...one, code: "not-a-lock", level: "error" }));
  const isStdin = beside.none === "beside-standard-input";
  return [
    {
      code: "lock-missing",
      // What is piped in may have its lock elsewhere.
      level: isStdin ? "info" : "warning",
      file: document.file,
      line: 1,
      column: 1,
      message: isStdin
        ? words(
            "标准输入没有锁定文件，未与核对过的内容比较",
            "standard input has no lock: it isn't held against what was verified",
          )
        : words("没有锁定文件：该规划未经文本核对", "it has no lock: it was never verified against its text"),
      remedy: isStdin
        ? words("写文件名，其锁定文件即随之检查", "name the file, and its lock is checked with it")
        : words(
            "运行 mineright plan verify --text <文本>，并提交生成的 .lock.json",
            "run mineright plan verify --text <text> and commit the .lock.json that it writes",
          ),
    },
  ];
}
