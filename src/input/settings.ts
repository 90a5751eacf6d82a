import { words } from "../model/words.ts";
import type { Document, Path } from "./document.ts";
import { unusable } from "./problem.ts";

/** One `--set field=value`: a fact given on the command line. */
export interface Setting {
  readonly path: Path;
  readonly value: unknown;
}

/** One `--map field=COLUMN`: which column of a table gives a field. */
export interface Mapping {
  readonly field: string;
  readonly column: string;
}

/** Reads `output.value=SCGM`. Throws `Unusable` for what isn't one. */
export function readMappings(given: readonly string[]): readonly Mapping[] {
  return given.map((one) => {
    const [, field, column] = /^([\w.-]+)=(.+)$/.exec(one) ?? [];
    if (field === undefined || column === undefined)
      unusable({
        file: `--map ${one}`,
        message: words("不是“字段=列名”", "this isn't field=COLUMN"),
        remedy: words(
          "写作 --map output.value=SCGM；申请文件写在 --map 之前",
          "write it as --map output.value=SCGM; name the files before --map",
        ),
      });
    return { field, column };
  });
}

/** An option that takes several values also takes a file that follows it. */
const FILES_FIRST = words(
  "写作 --set output.value=9；申请文件写在 --set 之前",
  "write it as --set output.value=9; name the files before --set",
);

/** Reads `output.value=9`, `site.constraints.heritage=clear`. Throws `Unusable` for what isn't one. */
export function readSettings(given: readonly string[]): readonly Setting[] {
  return given.map((one) => {
    const at = one.indexOf("=");
    const field = one.slice(0, at).trim();
    if (at < 1 || !/^[\p{L}\d_-]+(\.[\p{L}\d_-]+)*$/u.test(field))
      unusable({
        file: `--set ${one}`,
        message: words("不是“字段=取值”", "this isn't field=value"),
        remedy: at < 0 ? FILES_FIRST : words("写作 --set output.value=9", "write it as --set output.value=9"),
      });
    const path = field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return { path, value: readValue(String(path.at(-1)), one.slice(at + 1).trim()) };
  });
}

/** The fields that take a number and not its text as well. */
const WHOLE_NUMBERS = new Set(["mineralClass", "rights"]);

/** JSON where it is JSON, but for numbers: most fields read their text, and codes must stay text. */
function readValue(field: string, text: string): unknown {
  if (WHOLE_NUMBERS.has(field) && /^\d+$/.test(text)) return Number(text);
  if (!/^(true$|false$|null$|[[{"])/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The document with the settings in every application of it. */
export function withSettings(document: Document, settings: readonly Setting[]): Document {
  if (settings.length === 0) return document;
  const { value } = document;
  const within = Array.isArray(value) ? 1 : 0;
  const changed = settings.reduce<unknown>(
    (from, { path, value: set }) =>
      Array.isArray(from) ? from.map((one) => put(one, path, set)) : put(from, path, set),
    value,
  );
  const setAt = (path: Path) =>
    settings.find((one) => one.path.every((step, index) => path[index + within] === step));
  const place = ({ path }: Setting) => ({ file: `--set ${path.join(".")}` });
  return {
    file: document.file,
    value: changed,
    locate: (path) => {
      const setting = setAt(path);
      return setting === undefined ? document.locate(path) : place(setting);
    },
    locateKey: (path, key) => {
      const setting = setAt([...path, key]);
      return setting === undefined ? document.locateKey(path, key) : place(setting);
    },
  };
}

function put(into: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(into) && typeof step === "number")
    return Object.assign([...into], { [step]: put(into[step], rest, value) });
  const fields = into !== null && typeof into === "object" && !Array.isArray(into) ? into : {};
  return { ...fields, [step]: put((fields as Record<string | number, unknown>)[step], rest, value) };
}
