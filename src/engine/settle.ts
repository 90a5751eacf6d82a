import { wayOf } from "../model/fact-words.ts";
import { disputed, type Fact, isDisputed, known } from "../model/facts.ts";
import { type Words, words } from "../model/words.ts";

/** How what is measured and what is declared of one fact are brought together. */
interface Terms<T> {
  /** The path of the declaration, where a contradiction is to be corrected. */
  readonly field: string;
  readonly print: (value: T) => Words;
  readonly agree: (declared: T, measured: T) => boolean;
  /**
   * What nobody declares of his own site unless it is so. It holds where the layer can't decide: an
   * overlap that the applicant admits must not be lost because a layer is broken near it.
   */
  readonly againstInterest?: (declared: T) => boolean;
}

/**
 * The measured fact where a layer speaks of it, the declared one where none does; neither, where the
 * two contradict each other or the layer can't decide.
 */
export function settle<T>(measured: Fact<T> | undefined, declared: Fact<T>, terms: Terms<T>): Fact<T> {
  // A declaration that contradicts itself isn't put right by agreeing with half of it.
  if (measured === undefined || isDisputed(declared)) return declared;
  const { field, print, agree, againstInterest } = terms;
  if (!measured.known) {
    const admitted = declared.known && againstInterest?.(declared.value) === true;
    return admitted ? declared : disputed(...measured.missing);
  }
  if (declared.known && !agree(declared.value, measured.value))
    return contradiction(field, print(declared.value), print(measured.value), measured);
  return asMeasured(measured.value, measured);
}

/** A value that follows from a measured fact; it has a source even if whoever measured named none. */
export function asMeasured<T>(value: T, on: Extract<Fact<unknown>, { known: true }>): Fact<T> {
  return known(value, on.field, on.source ?? UNNAMED);
}

/** Both values with what the second was measured on; which of them holds is for a person to find out. */
export function contradiction(
  field: string,
  declared: Words,
  measured: Words,
  on: Fact<unknown>,
): Fact<never> {
  const by = wayOf(on);
  return disputed({
    field,
    why: words(
      `申报：${declared.zh}；${by.zh}：${measured.zh}；两者矛盾`,
      `declared: ${declared.en}; ${by.en}: ${measured.en}: the two contradict each other`,
    ),
    contradicts: true,
  });
}

/** A layer that whoever measured didn't name. */
const UNNAMED = words("所给图层", "a given layer");
