/** The run was asked to end (Ctrl-C) before it came to its end. */
export class Stopped extends Error {
  /**
   * @param decided how many candidates were decided
   * @param share how much of the input was read, from 0 to 1, where that is known
   */
  constructor(
    readonly decided: number,
    readonly share: number | undefined,
  ) {
    super("stopped");
    this.name = "Stopped";
  }
}

/** Hands items on until it is stopped, also while it waits for the next one; then throws what `stopped` makes. */
export async function* untilStopped<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal | undefined,
  stopped: () => Error,
): AsyncGenerator<Item> {
  const source = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await orStopped(source.next(), signal, stopped);
      if (done === true) return;
      yield value;
    }
  } finally {
    // A source that still waits for its own input would keep whoever ends it waiting.
    if (signal?.aborted !== true) await source.return?.();
  }
}

function orStopped<Result>(
  result: Promise<Result>,
  signal: AbortSignal | undefined,
  stopped: () => Error,
): Promise<Result> {
  if (signal === undefined) return result;
  return new Promise((resolve, reject) => {
    const onStop = () => reject(stopped());
    if (signal.aborted) onStop();
    signal.addEventListener("abort", onStop, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener("abort", onStop));
  });
}

/** Lets the program hear of signals and keep its clocks, which it can't while one promise follows the other. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
