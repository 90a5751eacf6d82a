import { type Words, words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import { cornersOf, xOf, yOf } from "../shape/shape.ts";
import type { EdgeContact } from "./contacts.ts";
import type { NumberedRing } from "./numbered-ring.ts";
import type { RingIndex } from "./ring-index.ts";
import type { RingPair } from "./ring-pairs.ts";
import { atCorner, atEdges, fileCorner, ofRing } from "./ring-problems.ts";

/** The rings that problems speak of, by their index, and the CRS that places are told in. */
interface Named {
  readonly rings: readonly NumberedRing[];
  readonly crs: Crs;
}

const APART = words(
  "请核对两环的拐点坐标，使其不相交、不共边",
  "check the corners of both rings, so that they neither cross nor share an edge",
);

/** Two rings that cross, said where they do. */
export function across(
  { rings, crs }: Named,
  { one, oneEdge, other, otherEdge, contact }: EdgeContact,
  parts: boolean,
): GeometryProblem {
  const { x, y } = contact.kind === "overlap" ? contact.from : contact;
  return atEdges(
    parts ? "parts-overlap" : "rings-cross",
    { ring: rings[one] as NumberedRing, edge: oneEdge },
    { ring: rings[other] as NumberedRing, edge: otherEdge },
    parts ? words("相交，两部分有重叠", "crosses (two parts overlap)") : words("相交", "crosses"),
    APART,
    { place: [x, y], crs },
  );
}

/** A hole that runs along another ring. */
export function sharing(
  { rings, crs }: Named,
  { one, oneEdge, other, otherEdge, contact }: EdgeContact,
): GeometryProblem {
  const { x, y } = contact.kind === "overlap" ? contact.from : contact;
  return atEdges(
    "rings-cross",
    { ring: rings[one] as NumberedRing, edge: oneEdge },
    { ring: rings[other] as NumberedRing, edge: otherEdge },
    words("有一段重合，孔洞不得与边界共边", "shares a stretch, which a hole may not, with"),
    words(
      "孔洞贴着外边界时，请改画外边界，不设孔洞",
      "where a hole lies along the outer boundary, draw the boundary around it instead",
    ),
    { place: [x, y], crs },
  );
}

/** A note: two parts side by side. */
export function adjoining(rings: readonly NumberedRing[], { one, other }: RingPair): Words {
  const [first, second] = [rings[one]?.number, rings[other]?.number];
  return words(
    `第 ${first} 环与第 ${second} 环共边相邻，按相连的两部分计`,
    `rings ${first} and ${second} share an edge; they count as two parts side by side`,
  );
}

/** Two rings that are the same. */
export function repeats(
  rings: readonly NumberedRing[],
  { one, other }: RingPair,
  shells: boolean,
): GeometryProblem {
  const [first, second] = [rings[one] as NumberedRing, rings[other] as NumberedRing];
  return ofRing(
    shells ? "parts-overlap" : "rings-cross",
    second,
    words(`与第 ${first.number} 环完全重合`, `is the same as ring ${first.number}`),
    words("请删去重复的环", "remove the ring that is repeated"),
  );
}

/** A part within another. */
export function overlapping({ rings, crs }: Named, inner: number, outer: number): GeometryProblem {
  const ring = rings[inner] as NumberedRing;
  const number = rings[outer]?.number;
  return atCorner(
    "parts-overlap",
    fileCorner(ring, 0),
    words(
      `所在的部分位于第 ${number} 环的部分之内：两部分重叠`,
      `belongs to a part that lies in the part of ring ${number}: the two overlap`,
    ),
    words(
      "请删去重叠的部分；如为扣除范围，请标为孔洞",
      "remove the part that overlaps; if it is to be left out, make it a hole",
    ),
    { place: [xOf(ring.ring, 0), yOf(ring.ring, 0)], crs },
  );
}

/** A hole that isn't in its shell. */
export function outsideShell(
  { rings, crs }: Named,
  hole: number,
  shell: number,
  shellIndex: RingIndex | undefined,
): GeometryProblem {
  const ring = rings[hole] as NumberedRing;
  const corner = cornerOutside(ring, shellIndex);
  return atCorner(
    "hole-outside-shell",
    fileCorner(ring, corner),
    words(
      `是孔洞的拐点，却在其外环（第 ${rings[shell]?.number} 环）之外`,
      `is a corner of a hole, and yet outside its shell, ring ${rings[shell]?.number}`,
    ),
    words(
      "请核对孔洞坐标；如为另一部分，请单独成面",
      "check the hole's corners; if it is another part, make it a polygon of its own",
    ),
    { place: [xOf(ring.ring, corner), yOf(ring.ring, corner)], crs },
  );
}

function cornerOutside({ ring }: NumberedRing, shell: RingIndex | undefined): number {
  for (let corner = 0; corner < cornersOf(ring); corner++)
    if (shell?.side(xOf(ring, corner), yOf(ring, corner), 0) === "outside") return corner;
  return 0;
}

/** A hole in a hole of the same part. */
export function holeInHole({ rings, crs }: Named, hole: number, around: number): GeometryProblem {
  const ring = rings[hole] as NumberedRing;
  return atCorner(
    "hole-outside-shell",
    fileCorner(ring, 0),
    words(
      `是孔洞的拐点，却在另一孔洞（第 ${rings[around]?.number} 环）之内`,
      `is a corner of a hole, and yet in another hole, ring ${rings[around]?.number}`,
    ),
    words(
      "请删去里面的孔洞；如为孔洞中的保留部分，请单独成面",
      "remove the inner hole; if it is ground within the hole, make it a polygon of its own",
    ),
    { place: [xOf(ring.ring, 0), yOf(ring.ring, 0)], crs },
  );
}
