import { isAscii } from "node:buffer";
import { type Words, words } from "../../../model/words.ts";
import { refuseDepth } from "../../depth.ts";
import { parseJson } from "../../json.ts";
import { Unusable, unusable } from "../../problem.ts";
import { areDegrees } from "../held.ts";
import type { SpatialSource } from "../source.ts";
import { crsEvidence, crsSaid } from "./crs-member.ts";
import { featureOf, placeInList } from "./feature.ts";
import { type Fail, isObject } from "./geometry.ts";
import { type Reading, readOrProblems } from "./reading.ts";
import { type FailAt, type FeatureBytes, FeatureSplitter } from "./splitter.ts";
import { Survey } from "./survey.ts";
import type { Utf8File } from "./utf8.ts";
import { ADD_ONE, HEIGHTS_DROPPED, NO_FEATURES, placed, refuseOwnCrs } from "./whole.ts";

/** Beyond this a file whose first keys are anything but a list of features isn't a collection. */
const MOST_HEAD_BYTES = 1 << 20;

/**
 * A large FeatureCollection, read twice: once for what must be known at the beginning, once for the
 * features, one at a time. Undefined: it isn't a FeatureCollection. Throws {@link Unusable}.
 */
export function streamedCollection(file: string, text: Utf8File): SpatialSource | undefined {
  const failAt: FailAt = (offset, message, remedy) =>
    unusable({ file, ...positionOf(text, offset), message, remedy });
  const splitter = new FeatureSplitter(failAt);
  const survey = new Survey();
  for (const chunk of text.chunks()) {
    for (const { bytes, offset } of splitter.push(chunk)) {
      const twice = survey.add(bytes);
      if (twice !== undefined)
        failAt(
          offset,
          words(
            `第 ${splitter.count} 个要素中键“${twice}”重复`,
            `the key "${twice}" appears twice in feature ${splitter.count}`,
          ),
          words("只保留一个", "keep one of them"),
        );
    }
    if (!splitter.isCollection && splitter.headBytes > MOST_HEAD_BYTES) return undefined;
  }
  if (!splitter.isCollection) return undefined;
  const object = frameOf(splitter, file, failAt);
  const fail: Fail = (_path, message, remedy) => unusable({ file, message, remedy });
  const said = crsSaid(object, fail);
  if (splitter.count === 0) return unusable({ file, message: NO_FEATURES, remedy: ADD_ONE });
  return {
    file,
    format: "GeoJSON",
    closing: "required",
    fields: [...survey.fields],
    notes: survey.heights ? [...text.notes, HEIGHTS_DROPPED] : text.notes,
    evidence: {
      ...crsEvidence(said, object, areDegrees(survey.range)),
      axes: "x-first",
      range: survey.range,
    },
    records: splitter.count,
    async *features() {
      for (const { read } of featuresOf(file, text, object, failAt)) yield read();
    },
    async *each() {
      for (const one of featuresOf(file, text, object, failAt)) yield readOrProblems(one);
    },
  };
}

/** Each feature as what reads it, so that one that fails needn't end the others. */
function* featuresOf(
  file: string,
  text: Utf8File,
  object: Readonly<Record<string, unknown>>,
  failAt: FailAt,
): Generator<Reading> {
  const splitter = new FeatureSplitter(failAt);
  let index = 0;
  for (const chunk of text.chunks())
    for (const found of splitter.push(chunk)) {
      const at = index++;
      const read = () => {
        const value = parsed(found, at, file, text);
        const fail: Fail = (path, message, remedy) =>
          failInside(found, path.slice(2), at, message, remedy, file, text);
        const path = ["features", at];
        refuseOwnCrs(value, object, path, fail);
        return featureOf(value, placeInList(at), path, fail, { heights: false });
      };
      yield { place: placeInList(at), read };
    }
}

function textOf(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString("latin1") : bytes.toString("utf8");
}

function parsed(found: FeatureBytes, index: number, file: string, text: Utf8File): unknown {
  const slice = textOf(found.bytes);
  try {
    return JSON.parse(slice);
  } catch {
    return shifted(found, index, file, text, () => parseJson(slice, file));
  }
}

/** Says what is wrong at a path inside a feature with its place in the whole file. */
function failInside(
  found: FeatureBytes,
  path: readonly (string | number)[],
  index: number,
  message: Words,
  remedy: Words,
  file: string,
  text: Utf8File,
): never {
  return shifted(found, index, file, text, () => {
    const document = parseJson(textOf(found.bytes), file);
    unusable({ file, ...document.locate(path), message, remedy });
  });
}

/** Runs what fails with a place inside a feature, and moves that place to where it is in the file. */
function shifted(
  found: FeatureBytes,
  index: number,
  file: string,
  text: Utf8File,
  run: () => unknown,
): never {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const start = positionOf(text, found.offset);
    throw new Unusable(
      error.problems.map((problem) => {
        const { line = 1, column = 1 } = problem;
        return {
          ...problem,
          line: start.line + line - 1,
          column: line === 1 ? start.column + column - 1 : column,
          message: placed(["features", index], problem.message),
        };
      }),
    );
  }
  return unusable({
    file,
    message: placed(["features", index], words("不是有效的 JSON", "it isn't valid JSON")),
  });
}

/** The members around the list. */
function frameOf(splitter: FeatureSplitter, file: string, failAt: FailAt): Readonly<Record<string, unknown>> {
  const frame = splitter.frame();
  try {
    const text = frame.toString("utf8");
    refuseDepth(text, file);
    const { value } = parseJson(text, file);
    if (isObject(value) && value["type"] === "FeatureCollection") return value;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    // Places in the head are those of the file; what is behind the list has moved.
    const [problem] = error.problems;
    const head = frame.subarray(0, splitter.listBegins).toString("utf8").split("\n");
    const { line = 1, column = 1 } = problem ?? {};
    const isInHead = line < head.length || (line === head.length && column <= (head.at(-1)?.length ?? 0));
    if (problem === undefined || isInHead) throw error;
    failAt(
      splitter.listEnds,
      words(`要素列表之后：${problem.message.zh}`, `after the list of features: ${problem.message.en}`),
      problem.remedy ?? words("改正该处", "correct it there"),
    );
  }
  return failAt(
    0,
    words("有 features 却不是 FeatureCollection", "it has features but isn't a FeatureCollection"),
    words('写上 "type": "FeatureCollection"', 'write "type": "FeatureCollection"'),
  );
}

/** Line and column of a byte, by reading the file up to it: only errors ask. */
function positionOf(text: Utf8File, offset: number): { line: number; column: number } {
  let line = 1;
  let column = 1;
  let before = 0;
  const decoder = new TextDecoder();
  for (const chunk of text.chunks()) {
    const part = decoder.decode(chunk.subarray(0, offset - before), { stream: true });
    const last = part.lastIndexOf("\n");
    for (let at = part.indexOf("\n"); at >= 0; at = part.indexOf("\n", at + 1)) line++;
    column = last < 0 ? column + part.length : part.length - last;
    before += chunk.length;
    if (before >= offset) break;
  }
  return { line, column };
}
