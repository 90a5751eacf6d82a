import type { Words } from "../../model/words.ts";
import { type ReadingOptions, soundOne } from "../application.ts";
import type { Document } from "../document.ts";
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
import { candidateAt } from "./candidate.ts";
import type { Meter } from "./meter.ts";
import { endOf, refuseTorn } from "./torn-end.ts";
import type { Origin, Unit, Unnumbered } from "./unit.ts";

/** The features of a spatial file, or the rows of a table. Throws `Unusable` for the file. */
export async function* unitsInFeatures(
  file: string,
  options: ReadingOptions,
  meter?: Meter,
): AsyncGenerator<Unit> {
  const end = endOf(file);
  const source = await openRecords(file, { ...options, lenient: true }, APPLICATION_HEADING);
  const { format, closing, evidence, fields, notes } = source;
  const origin: Origin = { file, format, closing, evidence, fields, notes };
  // What the options ask of the file is refused before any candidate is read.
  new FeatureReader(origin, options);
  let record = 0;
  for await (const one of source.each?.() ?? source.features()) {
    record += 1;
    if (source.records !== undefined) meter?.reach(record / source.records);
    yield "problems" in one
      ? { kind: "unread", file, record, problems: one.problems }
      : { kind: "feature", origin, record, raw: one };
  }
  refuseTorn(file, end);
}

/** Reads the features of one file as candidates. */
export class FeatureReader {
  private readonly decided: DecidedSource | undefined;
  private readonly columns: Columns;

  /** Throws `Unusable` for a CRS or columns that can't be decided. */
  constructor(
    private readonly origin: Origin,
    private readonly options: ReadingOptions,
  ) {
    const { minX, maxX } = origin.evidence.range;
    // A table of attributes alone has no coordinates of which anything must be decided.
    this.decided = minX > maxX ? undefined : decideSource({ ...origin, features: noFeatures }, options.crs);
    this.columns = columnsIn(origin, options);
  }

  /** @param called what to call it where no column has its id */
  read({ raw, record }: Extract<Unit, { kind: "feature" }>, called: string): Unnumbered {
    const { columns, decided, options } = this;
    const own = withFallbackId(documentOf(raw, columns.of, this.origin.file, record), called);
    const document = withSettings(own, options.settings);
    const { line } = document.locate([]);
    const feature = decided && raw.shape !== undefined ? { raw, decided, columns: columns.said } : undefined;
    const { id } = document.value as { readonly id?: unknown };
    return candidateAt({ file: document.file, line }, String(id), () => {
      const one = soundOne({ document, path: [], ...(feature === undefined ? {} : { feature }) });
      return "problems" in one ? { problems: one.problems.map(withOptions) } : one;
    });
  }
}

/** Which column gives which field, and that in words. */
interface Columns {
  readonly of: ColumnOf;
  readonly said: Words;
}

/** Those that were found last: each line is a file of its own, and has the columns of the line before. */
let before:
  | {
      readonly options: ReadingOptions;
      readonly file: string;
      readonly fields: readonly string[];
      readonly columns: Columns;
    }
  | undefined;

function columnsIn({ file, fields }: Origin, options: ReadingOptions): Columns {
  const isAsBefore =
    before?.options === options &&
    before.file === file &&
    before.fields.length === fields.length &&
    before.fields.every((field, index) => field === fields[index]);
  if (before !== undefined && isAsBefore) return before.columns;
  const of = columnOf({ file, fields }, options.mappings, APPLICATIONS);
  const columns = { of, said: columnsWords(of) };
  before = { options, file, fields, columns };
  return columns;
}

/** The features came beforehand. */
async function* noFeatures() {}

function withFallbackId(document: Document, id: string): Document {
  const value = document.value as Readonly<Record<string, unknown>>;
  return value["id"] === undefined ? { ...document, value: { ...value, id } } : document;
}
