import type { LonLatPolygons } from "../../model/measured-site.ts";
import { RESULTS, type Result, type Row } from "../../model/screen-row.ts";
import { around, type Box } from "../html/map/frame.ts";

/** A candidate that is drawn by itself. */
export interface Drawn {
  readonly id: string;
  readonly result: Result;
  readonly rule?: string;
  readonly box: Box;
  /** Its rings, with as many corners as a small drawing can show. */
  readonly rings: LonLatPolygons[number];
}

/** Candidates whose middles lie in one square: how many of each result. */
export interface Cell {
  /** Of its middle, in degrees. */
  readonly x: number;
  readonly y: number;
  readonly counts: Readonly<Record<Result, number>>;
}

/** Up to so many candidates are drawn one by one. */
const MOST_DRAWN = 1500;
/** Beyond that, squares are counted; so many at most. */
const MOST_CELLS = 600;
/** Of one candidate. */
const MOST_CORNERS = 120;
/** Of the finest squares, in degrees: about 100 m. */
const FINEST = 2 ** -10;

/**
 * What a map of a run shows, gathered row by row within bounds: every candidate while they are few, else
 * counts by squares, which double their side whenever they become too many. What comes out depends on the
 * candidates alone, not on their order.
 */
export class MapMarks {
  /** Those that have a boundary. */
  located = 0;
  /** Those that came by. */
  seen = 0;
  box: Box | undefined;
  /** The side of the squares, in degrees. */
  side = FINEST;
  private few: Drawn[] = [];
  private squares = new Map<string, Square>();

  constructor(
    private readonly mostDrawn = MOST_DRAWN,
    private readonly mostCells = MOST_CELLS,
  ) {}

  add({ id, verdict, binding, outline }: Row): void {
    this.seen += 1;
    const box = outline && boxOf(outline);
    if (outline === undefined || box === undefined) return;
    this.located += 1;
    this.box = this.box === undefined ? box : around(this.box, box);
    this.count(box, verdict);
    if (this.located > this.mostDrawn) this.few = [];
    else {
      const rule = binding === undefined ? {} : { rule: binding.rule };
      this.few.push({ id, result: verdict, ...rule, box, rings: thinned(outline) });
    }
  }

  /** Absent where candidates are too many to be drawn one by one. */
  get drawn(): readonly Drawn[] | undefined {
    return this.located > this.mostDrawn ? undefined : this.few;
  }

  /** From north to south, from west to east. */
  get cells(): readonly Cell[] {
    return [...this.squares.values()]
      .sort((a, b) => b.row - a.row || a.column - b.column)
      .map(({ column, row, counts }) => ({
        x: (column + 0.5) * this.side,
        y: (row + 0.5) * this.side,
        counts,
      }));
  }

  private count([west, south, east, north]: Box, result: Result): void {
    const column = Math.floor((west + east) / 2 / this.side);
    const row = Math.floor((south + north) / 2 / this.side);
    put(this.squares, column, row, { [result]: 1 });
    while (this.squares.size > this.mostCells) this.coarsen();
  }

  private coarsen(): void {
    const finer = this.squares;
    this.squares = new Map();
    this.side *= 2;
    for (const { column, row, counts } of finer.values())
      put(this.squares, Math.floor(column / 2), Math.floor(row / 2), counts);
  }
}

interface Square {
  readonly column: number;
  readonly row: number;
  readonly counts: Record<Result, number>;
}

function put(
  squares: Map<string, Square>,
  column: number,
  row: number,
  more: Readonly<Partial<Record<Result, number>>>,
): void {
  const key = `${column},${row}`;
  const square = squares.get(key) ?? { column, row, counts: { pass: 0, review: 0, fail: 0, unusable: 0 } };
  for (const result of RESULTS) square.counts[result] += more[result] ?? 0;
  squares.set(key, square);
}

function boxOf(outline: LonLatPolygons): Box | undefined {
  let box: Box | undefined;
  for (const [shell = []] of outline)
    for (const [x, y] of shell) box = box === undefined ? [x, y, x, y] : around(box, [x, y, x, y]);
  return box;
}

/** Every so many corners of each ring; rings that become less than a triangle are too small to be seen. */
function thinned(outline: LonLatPolygons): LonLatPolygons[number] {
  const rings = outline.flat();
  const every = Math.ceil(rings.reduce((sum, { length }) => sum + length, 0) / MOST_CORNERS);
  return rings.map((ring) => ring.filter((_, at) => at % every === 0)).filter(({ length }) => length > 2);
}
