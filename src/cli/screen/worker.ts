import { fstatSync } from "node:fs";
import { unusable } from "../../input/problem.ts";
import { readMappings, readSettings } from "../../input/settings.ts";
import { unreadable } from "../../input/text.ts";
import { words } from "../../model/words.ts";
import { answerLines } from "../../screen/worker.ts";
import { readingOf, type ScreenOptions, settingsOf } from "./screen.ts";
import { StandardOutput } from "./standard-output.ts";

const STDIN = 0;

/** `mineright screen --worker`: answers each candidate of standard input with a row on standard output. */
export async function screenLines(files: readonly string[], options: ScreenOptions): Promise<void> {
  const file = files.find((name) => name !== "-");
  if (file !== undefined)
    unusable({
      file,
      message: words("--worker 只从标准输入读取", "--worker reads standard input only"),
      remedy: words(
        `写作 mineright screen --worker … < ${file}`,
        `write mineright screen --worker … < ${file}`,
      ),
    });
  const settings = readSettings(options.set ?? []);
  const mappings = readMappings(options.map ?? []);
  const reading = { ...readingOf(options), settings, mappings };
  await answerLines(
    { reading, settings: settingsOf(options), outlines: false },
    standardInput(),
    new StandardOutput(),
  );
}

/** Standard input, no faster than it is taken. Throws `Unusable` if it can't be read. */
async function* standardInput(): AsyncGenerator<Buffer> {
  try {
    // Node takes a folder for an input without a byte.
    if (fstatSync(STDIN).isDirectory()) throw new Error("EISDIR: illegal operation on a directory");
    yield* process.stdin;
  } catch (error) {
    unreadable("-", error);
  }
}
