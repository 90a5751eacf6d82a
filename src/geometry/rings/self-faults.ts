import { words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import type { EdgeContact } from "./contacts.ts";
import { edgeWords, type NumberedRing } from "./numbered-ring.ts";
import { atCorner, atEdges, fileCorner } from "./ring-problems.ts";

/** Where a ring meets itself: it crosses itself, runs on itself, or comes back to a corner. */
export function selfFaults(
  rings: readonly NumberedRing[],
  contacts: readonly EdgeContact[],
  crs: Crs,
): readonly GeometryProblem[] {
  const own = contacts.filter(({ one, other }) => one === other);
  const overlapEnds = new Set(
    own.flatMap(({ one, contact }) =>
      contact.kind === "overlap" ? [key(one, contact.from), key(one, contact.to)] : [],
    ),
  );
  return own.flatMap((met) => {
    const ring = rings[met.one];
    if (ring === undefined) return [];
    // The ends of a stretch that runs on itself are no faults of their own.
    if (met.contact.kind === "touch" && overlapEnds.has(key(met.one, met.contact))) return [];
    return [selfFault(ring, met, crs)];
  });
}

function key(ring: number, { x, y }: { readonly x: number; readonly y: number }): string {
  return `${ring} ${x} ${y}`;
}

const UNCROSS = words(
  "请核对拐点顺序和坐标，使边界不自相交",
  "check the order and the coordinates of the corners, so that the boundary doesn't cross itself",
);

function selfFault(ring: NumberedRing, met: EdgeContact, crs: Crs): GeometryProblem {
  const { contact, oneEdge, otherEdge } = met;
  const edges = [
    { ring, edge: oneEdge },
    { ring, edge: otherEdge },
  ] as const;
  if (contact.kind === "crossing")
    return atEdges("self-crossing", ...edges, words("相交", "crosses"), UNCROSS, placed(contact, crs));
  if (contact.kind === "overlap")
    return atEdges(
      "self-crossing",
      ...edges,
      words("有一段重合", "runs on the same line as"),
      UNCROSS,
      placed(contact.from, crs),
    );
  if (contact.alongOne === 0 && contact.alongOther === 0) {
    const earlier = fileCorner(ring, oneEdge).corner;
    return atCorner(
      "repeated-corner",
      fileCorner(ring, otherEdge),
      words(
        `与本环第 ${earlier} 点重合：边界在此自相接`,
        `is the same place as corner ${earlier}: the boundary touches itself there`,
      ),
      words(
        "请删去重复的拐点；相接的部分或孔洞请另成一环",
        "remove the corner that is repeated; make a part or hole that hangs there a ring of its own",
      ),
      placed(contact, crs),
    );
  }
  const [corner, edge] = contact.alongOne === 0 ? [oneEdge, otherEdge] : [otherEdge, oneEdge];
  const on = edgeWords(ring, edge);
  return atCorner(
    "self-crossing",
    fileCorner(ring, corner),
    words(
      `落在本环${on.zh}上：边界在此自相接`,
      `lies on ${on.en} of its ring: the boundary touches itself there`,
    ),
    UNCROSS,
    placed(contact, crs),
  );
}

function placed(
  { x, y }: { readonly x: number; readonly y: number },
  crs: Crs,
): { readonly place: readonly [number, number]; readonly crs: Crs } {
  return { place: [x, y], crs };
}
