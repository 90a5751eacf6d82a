import { type Words, words } from "../../model/words.ts";
import type { Crs } from "../crs/crs.ts";
import { groundAt, HAIR } from "../shape/ground.ts";
import type { GeometryProblem } from "../shape/problem.ts";
import type { RawShape } from "../shape/raw.ts";
import { cornersOf, type Polygon, yOf } from "../shape/shape.ts";
import { checkGroups } from "./check-groups.ts";
import { type Contacts, contactsOf, type EdgeContact } from "./contacts.ts";
import { across } from "./group-problems.ts";
import { type Group, groupByContainment, polygonsOf } from "./groups.ts";
import type { NumberedRing } from "./numbered-ring.ts";
import type { RingFrame } from "./ring-frame.ts";
import { containers, ringPairs } from "./ring-pairs.ts";
import { selfFaults } from "./self-faults.ts";
import { type Part, soundRings } from "./sound-rings.ts";
import { isFlat, withoutSpikes } from "./spikes.ts";
import { loopsOf } from "./split-ring.ts";

/** Polygons with the rings and groups that they were made of, or what is wrong with the rings. */
export type Assembled =
  | {
      readonly polygons: readonly Polygon[];
      readonly notes: readonly Words[];
      readonly rings: readonly NumberedRing[];
      readonly groups: readonly Group[];
    }
  | { readonly problems: readonly GeometryProblem[]; readonly rings: readonly NumberedRing[] };

/**
 * Puts polygons together from the rings of a file. It goes from the single to the whole: numbers and
 * corners, rings by themselves, rings that meet themselves, rings to each other; what is wrong at one
 * step is told before the next is looked at.
 * @param lenient whatever leaves no doubt about the ground is put right.
 */
export function assemble(shape: RawShape, frame: RingFrame, lenient: boolean): Assembled {
  const { crs } = frame;
  const sound = soundRings(shape, frame, lenient);
  const { parts, rings, contacts, notes } = met(sound.parts, crs, lenient);
  const found = contacts.found.filter((contact) => !isAtOpenEnd(contact, rings, sound.open));

  const single = [...sound.problems, ...selfFaults(rings, found, crs)];
  if (single.length > 0 || !contacts.complete) {
    const both = [...single, ...crossings(rings, found, crs)];
    return { problems: both.length > 0 ? both : [tooIntricate()], rings };
  }
  const only = rings.length === 1 ? rings[0] : undefined;
  if (only !== undefined)
    return {
      polygons: [{ shell: only.ring, holes: [] }],
      notes: [...sound.notes, ...notes],
      rings,
      groups: [{ shell: 0, holes: [] }],
    };
  const pairs = ringPairs(
    rings.map(({ ring }) => ring),
    found,
    crs,
  );
  if (!pairs.complete) return { problems: [tooIntricate()], rings };
  const groups = groupsOf(parts, containers(rings.length, pairs.pairs));
  const checked = checkGroups({ rings, pairs, groups, roles: shape.roles, crs, lenient });
  if (checked.problems.length > 0) return { problems: checked.problems, rings };
  return {
    polygons: polygonsOf(rings, groups),
    notes: [...sound.notes, ...notes, ...checked.notes],
    rings,
    groups,
  };
}

interface Met {
  readonly parts: readonly Part[];
  readonly rings: readonly NumberedRing[];
  readonly contacts: Contacts;
  readonly notes: readonly Words[];
}

/** All rings and their contacts; leniently, rings that meet themselves are taken apart first. */
function met(given: readonly Part[], crs: Crs, lenient: boolean): Met {
  const rings = given.flatMap((part) => part.rings);
  const contacts = contactsOf(
    rings.map(({ ring }) => ring),
    crs,
  );
  if (!lenient || contacts.found.length === 0) return { parts: given, rings, contacts, notes: [] };
  const own = new Set(contacts.found.flatMap(({ one, other }) => (one === other ? [rings[one]] : [])));
  if (own.size === 0) return { parts: given, rings, contacts, notes: [] };

  const notes: Words[] = [];
  const parts = given.map((part): Part => {
    let taken = false;
    const loops = part.rings.flatMap((ring) => {
      if (!own.has(ring)) return [ring];
      const apart = loopsOf(ring).flatMap((loop) => groundOf(loop, crs));
      if (apart.length === 1 && apart[0]?.ring.length === ring.ring.length) return [ring];
      taken = true;
      notes.push(takenApart(ring, apart.length));
      return apart;
    });
    return taken ? { roles: "by-containment", rings: loops } : part;
  });
  const loops = parts.flatMap((part) => part.rings);
  return {
    parts,
    rings: loops,
    contacts: contactsOf(
      loops.map(({ ring }) => ring),
      crs,
    ),
    notes,
  };
}

/** A loop without spikes, where it was taken off the rest at one's foot; none if it has no area. */
function groundOf(loop: NumberedRing, crs: Crs): readonly NumberedRing[] {
  const ground = groundAt(crs, yOf(loop.ring, 0));
  const { ring } = withoutSpikes(loop, ground, HAIR);
  return cornersOf(ring.ring) < 3 || isFlat(ring.ring, ground) ? [] : [ring];
}

function groupsOf(parts: readonly Part[], inside: readonly ReadonlySet<number>[]): readonly Group[] {
  let next = 0;
  return parts.flatMap(({ roles, rings }): readonly Group[] => {
    const members = rings.map(() => next++);
    const [shell, ...holes] = members;
    if (shell === undefined) return [];
    return roles === "given" ? [{ shell, holes }] : groupByContainment(members, inside);
  });
}

/** Whether one of the edges is the one that an open ring lacks: what it meets is no fault of its own. */
function isAtOpenEnd(
  { one, oneEdge, other, otherEdge }: EdgeContact,
  rings: readonly NumberedRing[],
  open: ReadonlySet<number>,
): boolean {
  return [[one, oneEdge] as const, [other, otherEdge] as const].some(([index, edge]) => {
    const ring = rings[index];
    return ring !== undefined && open.has(ring.number) && edge === cornersOf(ring.ring) - 1;
  });
}

/** The first crossing of every two rings. */
function crossings(
  rings: readonly NumberedRing[],
  contacts: readonly EdgeContact[],
  crs: Crs,
): readonly GeometryProblem[] {
  const first = new Map<string, EdgeContact>();
  for (const contact of contacts) {
    const pair = `${contact.one} ${contact.other}`;
    const crosses = contact.one !== contact.other && contact.contact.kind === "crossing";
    if (crosses && !first.has(pair)) first.set(pair, contact);
  }
  return [...first.values()].map((contact) => across({ rings, crs }, contact, false));
}

function takenApart({ number }: NumberedRing, loops: number): Words {
  return words(
    `第 ${number} 环在拐点处自相接，已拆为 ${loops} 个环，范围不变`,
    `ring ${number} comes back to a corner; it was taken apart into ${loops} rings without change to the ground`,
  );
}

function tooIntricate(): GeometryProblem {
  return {
    fault: "too-intricate",
    message: words(
      "图形的边过密交错，无法逐一核查是否自相交",
      "the edges lie so densely side by side that they can't all be checked for crossings",
    ),
    remedy: words("请化简图形或分开提交", "simplify the shape, or hand it in by parts"),
  };
}
