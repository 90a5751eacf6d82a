import type { RawFeature } from "../../geometry/shape/raw.ts";
import type { Problem } from "../problem.ts";
import type { SpatialSource } from "../spatial/source.ts";
import type { Candidate } from "./candidate.ts";

/** What must be known of a spatial file to read any of its features: plain data. */
export type Origin = Pick<SpatialSource, "file" | "format" | "closing" | "evidence" | "fields" | "notes">;

/**
 * A candidate as it stands in its file, not read yet. All but those of documents are plain data, which another
 * thread can take.
 */
export type Unit =
  | {
      readonly kind: "line";
      readonly file: string;
      readonly line: number;
      readonly bytes: Uint8Array;
      /** What to call it where it has no id; absent: by its file and line. */
      readonly called?: string;
    }
  | { readonly kind: "feature"; readonly origin: Origin; readonly record: number; readonly raw: RawFeature }
  | {
      readonly kind: "unread";
      readonly file: string;
      readonly record: number;
      readonly problems: readonly Problem[];
      readonly called?: string;
    }
  | { readonly kind: "read"; readonly candidate: Unnumbered };

/** A candidate before it has its number in the run. */
export type Unnumbered = Omit<Candidate, "number">;
