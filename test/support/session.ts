import { main } from "../../src/cli/main.ts";

/** What a run of the program printed, and how it ended. */
export interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export interface Surroundings {
  /** A terminal of so many columns; without one, output goes to a file or a pipe. */
  readonly terminal?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The variables that a run reads: those of whoever runs the tests must not leak in. */
const READ = ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "TERM"];

/** Runs the program in this process as the command line does, and gives back what it printed. */
export async function run(args: readonly string[], around: Surroundings = {}): Promise<Result> {
  const printed = { stdout: "", stderr: "" };
  const restore = [
    catchWrites(process.stdout, (text) => {
      printed.stdout += text;
    }),
    catchWrites(process.stderr, (text) => {
      printed.stderr += text;
    }),
    withTerminal(around.terminal),
    withEnvironment({ LANG: "C.UTF-8", ...around.environment }),
  ];
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await main(args);
    return { ...printed, exit: Number(process.exitCode) };
  } finally {
    process.exitCode = before;
    for (const undo of restore) undo();
    process.stdout.removeAllListeners("error");
  }
}

type Undo = () => void;

function catchWrites(stream: NodeJS.WriteStream, keep: (text: string) => void): Undo {
  const { write } = stream;
  stream.write = ((chunk: string | Uint8Array, ...[given, after]: readonly unknown[]) => {
    keep(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
    const written = after ?? given;
    if (typeof written === "function") written();
    return true;
  }) as typeof write;
  return () => {
    stream.write = write;
  };
}

function withTerminal(columns: number | undefined): Undo {
  const { isTTY, columns: wide } = process.stdout;
  Object.assign(process.stdout, { isTTY: columns !== undefined, columns });
  return () => {
    Object.assign(process.stdout, { isTTY, columns: wide });
  };
}

function withEnvironment(wanted: Readonly<Record<string, string>>): Undo {
  const before = new Map(READ.map((name) => [name, process.env[name]]));
  for (const name of READ) delete process.env[name];
  Object.assign(process.env, wanted);
  return () => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  };
}
