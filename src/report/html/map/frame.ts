/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The box around both. */
export function around([a, b, c, d]: Box, [e, f, g, h]: Box): Box {
  return [Math.min(a, e), Math.min(b, f), Math.max(c, g), Math.max(d, h)];
}

/** Of a degree of latitude; a drawing needs no more digits. */
const METRES_PER_DEGREE = 111_195;
/** A box is at least so wide and high, in degrees: a point has surroundings. */
const LEAST = 0.01;
/** So much of the box is left free on each side. */
const MARGIN = 0.04;

/**
 * How degrees become the units of a drawing: north is up, and both axes have one scale in the middle of the
 * box (equirectangular). It is for looking, not for measuring.
 */
export class MapFrame {
  readonly height: number;
  readonly box: Box;
  private readonly perDegree: { readonly x: number; readonly y: number };

  constructor(
    box: Box,
    readonly width = 720,
    tallest = 720,
  ) {
    const [west, south, east, north] = box;
    const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
    const wide = Math.max(east - west, LEAST) * (1 + 2 * MARGIN);
    const high = Math.max(north - south, LEAST) * (1 + 2 * MARGIN);
    const y = Math.min(width / (wide * shrink), tallest / high);
    this.perDegree = { x: y * shrink, y };
    this.height = Math.max(Math.round(high * y), 200);
    // What the drawing shows is wider than the box where the box is tall, and higher where it is flat.
    const halfWide = width / this.perDegree.x / 2;
    const halfHigh = this.height / this.perDegree.y / 2;
    const [x0, y0] = [(west + east) / 2, (south + north) / 2];
    this.box = [x0 - halfWide, y0 - halfHigh, x0 + halfWide, y0 + halfHigh];
  }

  get metresPerUnit(): number {
    return METRES_PER_DEGREE / this.perDegree.y;
  }

  x(longitude: number): number {
    return tenth((longitude - this.box[0]) * this.perDegree.x);
  }

  y(latitude: number): number {
    return tenth((this.box[3] - latitude) * this.perDegree.y);
  }

  /** So many degrees of longitude, in units. */
  across(degrees: number): number {
    return degrees * this.perDegree.x;
  }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The largest of 1, 2, 5, 10, 20, 50 … and of 0.5, 0.2, 0.1 … that isn't above `most`. */
export function roundBelow(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((one) => one * power <= most * (1 + 1e-9)) ?? 1;
  return Number((step * power).toPrecision(1));
}
