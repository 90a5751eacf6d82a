import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Random, seeded } from "../../support/shapes.ts";

/** Where the files of `makeScreenData` stand. */
export interface ScreenData {
  /** A GeoJSON feature a line. */
  readonly lines: string;
  /** The same candidates as a FeatureCollection. */
  readonly candidates: string;
  readonly zones: string;
  /** Names the zones as an ecological red line. */
  readonly layers: string;
}

/** Degrees; eastings are stretched by the latitude, so that shapes are round on the ground. */
type Place = readonly [lon: number, lat: number];
type LonLatRing = Place[];

/** The south-west corner of the ground. */
const [WEST, SOUTH] = [112.6, 33];
/** So wide is the ground of 5,000 candidates; it grows with their number, so that density stays. */
const SIDE = 0.6;
/** Candidates crowd around one centre for so many. */
const PER_CENTRE = 250;
const CROWD = 0.03;
/** One zone in so many is large. */
const LARGE = 400;

/**
 * Writes n candidates and n zones, the same for the same seed: crowded around centres, at the same density
 * whatever n; candidates of 8 to 44 corners (26 on average), zones of 12 to 72 (42), and every 400th zone two
 * polygons of 5,000 corners in all with holes. All are valid; coordinates have 7 decimals.
 */
export function makeScreenData(n: number, folder: string, seed = 7): ScreenData {
  mkdirSync(folder, { recursive: true });
  const random = seeded(seed);
  const side = SIDE * Math.sqrt(n / 5000);
  const centres = Array.from(
    { length: Math.max(4, Math.floor(n / PER_CENTRE)) },
    (): Place => [WEST + random() * side, SOUTH + random() * side],
  );
  const place = (): Place => {
    const [x, y] = centres[Math.floor(random() * centres.length)] as Place;
    return [x + CROWD * bell(random), y + CROWD * bell(random)];
  };
  const data: ScreenData = {
    lines: join(folder, "candidates.ndjson"),
    candidates: join(folder, "candidates.geojson"),
    zones: join(folder, "zones.geojson"),
    layers: join(folder, "layers.yaml"),
  };
  const digits = String(n).length;
  const name = (letter: string, index: number) => `${letter}${String(index + 1).padStart(digits, "0")}`;

  const lines = new Pieces(data.lines);
  const candidates = new Collection(data.candidates);
  for (let index = 0; index < n; index++) {
    const ring = star(random, place(), 0.0029 * (0.5 + random()), between(random, 8, 44), 0.35);
    const feature = featureOf({ BH: name("C", index) }, { type: "Polygon", coordinates: [ring] });
    lines.write(`${feature}\n`);
    candidates.add(feature);
  }
  lines.close();
  candidates.close();

  const zones = new Collection(data.zones);
  for (let index = 0; index < n; index++) {
    const at = place();
    const geometry =
      index % LARGE === 0
        ? { type: "MultiPolygon", coordinates: [largePart(random, at), neighbour(random, at)] }
        : {
            type: "Polygon",
            coordinates: [star(random, at, 0.0021 * (0.5 + random()), between(random, 12, 72), 0.35)],
          };
    zones.add(featureOf({ NAME: name("Z", index) }, geometry));
  }
  zones.close();

  writeFileSync(
    data.layers,
    "asOf: 2024-05-01\nsource: synthetic\nconstraints:\n  ecological-redline: { file: zones.geojson }\n",
  );
  return data;
}

/** 3,760 corners with four holes of 60. */
function largePart(random: Random, at: Place): LonLatRing[] {
  const holes = [-0.015, 0.015].flatMap((dx) =>
    [-0.015, 0.015].map((dy) => star(random, moved(at, dx, dy), 0.006, 60, 0.35).reverse()),
  );
  return [star(random, at, 0.045, 3760, 0.05), ...holes];
}

/** 1,000 corners north of it, apart from it. */
function neighbour(random: Random, at: Place): LonLatRing[] {
  return [star(random, moved(at, 0, 0.0825), 0.03, 1000, 0.05)];
}

/** A closed ring, anticlockwise, that never crosses itself: it is seen whole from its centre. */
function star(random: Random, at: Place, radius: number, corners: number, rough: number): LonLatRing {
  const ring = Array.from({ length: corners }, (_, index): Place => {
    const angle = (2 * Math.PI * index) / corners;
    const reach = radius * (1 + rough * (random() - 0.5));
    const [lon, lat] = moved(at, reach * Math.cos(angle), reach * Math.sin(angle));
    return [Number(lon.toFixed(7)), Number(lat.toFixed(7))];
  });
  return [...ring, ring[0] as Place];
}

/** Moved by so many degrees of latitude to the east and north. */
function moved([lon, lat]: Place, east: number, north: number): Place {
  return [lon + east / Math.cos((lat * Math.PI) / 180), lat + north];
}

/** A whole number from `least` to `most`. */
function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Normally distributed (Box and Muller). */
function bell(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function featureOf(properties: Readonly<Record<string, string>>, geometry: object): string {
  return JSON.stringify({ type: "Feature", properties, geometry });
}

/** A file written in large pieces. */
class Pieces {
  private readonly target: number;
  private held = "";

  constructor(file: string) {
    this.target = openSync(file, "w");
  }

  write(text: string): void {
    this.held += text;
    if (this.held.length > 1 << 20) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.target);
  }

  private flush(): void {
    writeSync(this.target, this.held);
    this.held = "";
  }
}

/** A FeatureCollection, a feature a line. */
class Collection {
  private readonly pieces: Pieces;
  private isFirst = true;

  constructor(file: string) {
    this.pieces = new Pieces(file);
    this.pieces.write('{"type":"FeatureCollection","features":[\n');
  }

  add(feature: string): void {
    this.pieces.write(`${this.isFirst ? "" : ",\n"}${feature}`);
    this.isFirst = false;
  }

  close(): void {
    this.pieces.write("\n]}\n");
    this.pieces.close();
  }
}
