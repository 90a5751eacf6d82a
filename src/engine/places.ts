import { isDecimal } from "../model/decimal.ts";

/** All of an object at once: which fields it has, and everything in them. */
const WHOLE = Symbol("all of it");

/** A place in inputs of one kind: the input itself, a field of it, a field of that … */
export class Place {
  private readonly below = new Map<string | typeof WHOLE, Place>();

  private constructor(
    /** Numbers the places of one kind of input. */
    readonly index: number,
    private readonly all: { count: number },
    private readonly within?: Place,
    private readonly step: string | typeof WHOLE = WHOLE,
  ) {}

  /** The input itself. */
  static root(): Place {
    return new Place(0, { count: 1 });
  }

  at(step: string | typeof WHOLE): Place {
    const known = this.below.get(step);
    if (known !== undefined) return known;
    const place = new Place(this.all.count++, this.all, this, step);
    this.below.set(step, place);
    return place;
  }

  /** What an input has here, as the key of a map: the same for the same value and for no other. */
  keyIn(input: object): unknown {
    if (this.within !== undefined && this.step === WHOLE) return written(this.within.valueIn(input));
    return keyOf(this.valueIn(input));
  }

  private valueIn(input: object): unknown {
    const { within, step } = this;
    return within === undefined ? input : (within.valueIn(input) as Fields)[step];
  }
}

type Fields = Readonly<Record<string | symbol, unknown>>;

/**
 * An input that tells of every place in it that is looked at. Lists, maps and numbers are looked at as a
 * whole, objects field by field.
 */
export function watched<T extends object>(input: T, root: Place, tell: (place: Place) => void): T {
  const made = new Map<Place, object>();
  const watch = <Part extends object>(part: Part, place: Place): Part => {
    const known = made.get(place);
    if (known !== undefined) return known as Part;
    const tellAll = () => tell(place.at(WHOLE));
    const watching = new Proxy(part, {
      get: (_, step) => {
        const value: unknown = Reflect.get(part, step);
        if (typeof step === "symbol") return value;
        const here = place.at(step);
        tell(here);
        return isFields(value) ? watch(value, here) : value;
      },
      has: (_, step) => {
        tellAll();
        return Reflect.has(part, step);
      },
      ownKeys: () => {
        tellAll();
        return Reflect.ownKeys(part);
      },
    });
    made.set(place, watching);
    return watching;
  };
  return watch(input, root);
}

function isFields(value: unknown): value is object {
  return value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
}

const ABSENT = Symbol("nothing");
const FIELDS = Symbol("an object, of which the fields are asked");

function keyOf(value: unknown): unknown {
  if (value === undefined) return ABSENT;
  return isFields(value) ? FIELDS : written(value);
}

/** A value in full. What isn't data is like nothing else. */
function written(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean" || value == null) return String(value);
  if (isDecimal(value)) return `d${value.valueOf()}`;
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (value instanceof Map) return `m${written([...value])}`;
  if (isFields(value)) {
    const fields = Object.entries(value).map(([key, field]) => `${written(key)}:${written(field)}`);
    return `{${fields.join()}}`;
  }
  unlike += 1;
  return `unlike ${unlike}`;
}

let unlike = 0;
