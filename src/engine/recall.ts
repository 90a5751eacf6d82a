import { Place, watched } from "./places.ts";

/** An input with what it has at each place, worked out once for all functions that look there. */
export class Recalled<Input extends object> {
  private readonly keys: unknown[] = [];

  constructor(readonly input: Input) {}

  keyAt(place: Place): unknown {
    this.keys[place.index] ??= place.keyIn(this.input);
    return this.keys[place.index];
  }
}

/** Where a function looks next, and what it goes on to by what it finds; at the end, what it makes of that. */
type Step<Result> =
  | { readonly at: Place; readonly next: Map<unknown, Step<Result>> }
  | { readonly result: Result };

/** So many results of a function are kept; then it begins anew. */
const MOST_KEPT = 256;
/** After so many inputs it is seen whether keeping them pays. */
const TRIAL = 256;

/**
 * Remembers what functions made of inputs, by what they looked at in them: an input that has the same there
 * has the same result. The functions depend on nothing but their input, which is plain data that doesn't
 * change, and what they make is plain data too: nothing that looks at the input later.
 */
export class Recall<Input extends object> {
  private readonly root = Place.root();

  remember<Result>(make: (input: Input) => Result): (of: Recalled<Input>) => Result {
    let first: Step<Result> | undefined;
    let kept = 0;
    let calls = 0;
    let misses = 0;
    return (of) => {
      // What is different for each input is made as fast as it can be.
      if (misses > TRIAL && misses > calls / 2) return make(of.input);
      calls += 1;
      let step = first;
      while (step !== undefined && "at" in step) step = step.next.get(of.keyAt(step.at));
      if (step !== undefined) return step.result;
      misses += 1;
      const looked = new Set<Place>();
      const result = make(watched(of.input, this.root, (place) => looked.add(place)));
      if (kept === MOST_KEPT) {
        first = undefined;
        kept = 0;
      }
      first = withPath(first, [...looked], of, { result });
      kept += 1;
      return result;
    };
  }
}

/** The steps with those that a function took for one more input. Up to where they part they are the same. */
function withPath<Result>(
  known: Step<Result> | undefined,
  [at, ...further]: readonly Place[],
  of: Recalled<object>,
  end: Step<Result>,
): Step<Result> {
  if (known !== undefined && !("at" in known && known.at === at))
    throw new Error("where a function looks next depends on more than what it found");
  if (at === undefined) return end;
  const step = known ?? { at, next: new Map<unknown, Step<Result>>() };
  const key = of.keyAt(at);
  step.next.set(key, withPath(step.next.get(key), further, of, end));
  return step;
}
