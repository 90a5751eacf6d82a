import type { RawFeature } from "../../geometry/shape/raw.ts";
import { type ReadingOptions, soundOne } from "../application.ts";
import type { Document } from "../document.ts";
import { Unusable } from "../problem.ts";
import { withSettings } from "../settings.ts";
import { type DecidedSource, decideSource } from "../spatial/decide.ts";
import { openRecords } from "../spatial/open.ts";
import {
  APPLICATION_HEADING,
  APPLICATIONS,
  columnsWords,
  withOptions,
} from "../spatial/read-applications.ts";
import { type ColumnOf, columnOf, documentOf } from "../spatial/records.ts";
import { candidateAt, orThrow, type Unnumbered } from "./candidate.ts";

/** The features of a spatial file, or the rows of a table, each a candidate. Throws `Unusable` for the file. */
export async function* candidatesInFeatures(
  file: string,
  options: ReadingOptions,
): AsyncGenerator<Unnumbered> {
  const source = await openRecords(file, { ...options, lenient: true }, APPLICATION_HEADING);
  const { minX, maxX } = source.evidence.range;
  // A table of attributes alone has no coordinates of which anything must be decided.
  const decided = minX > maxX ? undefined : decideSource(source, options.crs);
  const columns = columnOf(source, options.mappings, APPLICATIONS);
  let number = 0;
  for await (const one of source.each?.() ?? source.features()) {
    number += 1;
    if ("problems" in one) {
      const id = `${file}#${number}`;
      const line = one.problems[0]?.line;
      yield { id, file, ...(line === undefined ? {} : { line }), problems: one.problems };
    } else yield candidateOf(one, { number, id: `${file}#${number}` }, { file, decided, columns, options });
  }
}

interface Origin {
  readonly file: string;
  readonly decided: DecidedSource | undefined;
  readonly columns: ColumnOf;
  readonly options: ReadingOptions;
}

/**
 * One feature as a candidate.
 *
 * @param called its number in the file, and what to call it where no column has its id
 */
export function candidateOf(
  raw: RawFeature,
  called: { readonly number: number; readonly id: string },
  { file, decided, columns, options }: Origin,
): Unnumbered {
  const own = withFallbackId(documentOf(raw, columns, file, called.number), called.id);
  const document = withSettings(own, options.settings);
  const place = { ...document.locate([]), file: document.file };
  const feature =
    decided && raw.shape !== undefined ? { raw, decided, columns: columnsWords(columns) } : undefined;
  return candidateAt(place, called.id, () => {
    try {
      return orThrow(soundOne({ document, path: [], ...(feature === undefined ? {} : { feature }) }));
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      throw new Unusable(error.problems.map(withOptions));
    }
  });
}

function withFallbackId(document: Document, id: string): Document {
  const value = document.value as Readonly<Record<string, unknown>>;
  return value["id"] === undefined ? { ...document, value: { ...value, id } } : document;
}
