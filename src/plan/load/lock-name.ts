/** The lock of a plan stands beside it: plans/fangcheng.lock.json. */
export function lockFileOf(planFile: string): string {
  return `${planFile.replace(/\.ya?ml$/i, "")}.lock.json`;
}
