/** A reader that closes the pipe early (head, less) has seen enough: that is no error. */
export function stopOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/**
 * Writes to standard error, which is opened only now: most runs have nothing to say there. Whether anybody
 * reads it must not change the exit code.
 */
export function tell(text: string): void {
  if (!process.stderr.listeners("error").includes(stopOnClosedPipe))
    process.stderr.on("error", stopOnClosedPipe);
  process.stderr.write(text);
}
