/** Nobody can be told that nobody can be told. */
function passOver(): void {}

/**
 * Writes to standard error, which is opened only now: most runs have nothing to say there. Whether anybody
 * reads it must not change the exit code.
 */
export function tell(text: string): void {
  if (!process.stderr.listeners("error").includes(passOver)) process.stderr.on("error", passOver);
  process.stderr.write(text);
}
