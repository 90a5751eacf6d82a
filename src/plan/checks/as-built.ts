import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { CheckedFile } from "../../model/checked.ts";
import { isAsBuilt, readCompiled } from "../load/compiled.ts";
import { lockFileOf } from "../load/lock-name.ts";

/**
 * What the build found in a bundled plan file, by the same checks, as long as the file and its lock are what
 * they were.
 */
export function checkedAtBuild(path: string, bytes: Uint8Array, name: string): CheckedFile | undefined {
  if (!isAsBuilt(path, bytes) || !isLockAsBuilt(lockFileOf(path))) return undefined;
  const checked = readCompiled<CheckedFile>(checkedName(path));
  return (
    checked && {
      ...checked,
      file: name,
      diagnostics: checked.diagnostics.map((one) => ({ ...one, file: name })),
    }
  );
}

function isLockAsBuilt(file: string): boolean {
  try {
    return isAsBuilt(file, readFileSync(file));
  } catch {
    return false;
  }
}

/** The name that the build keeps it by. */
export function checkedName(path: string): string {
  return basename(path).replace(/\.ya?ml$/i, ".checked.json");
}
