import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoundaryFrame, layerPolygons, polygonsFrom } from "../../src/geometry/rings/rings.ts";
import { checkStated } from "../../src/geometry/rings/stated.ts";
import type { RawRing, RawShape } from "../../src/geometry/shape/raw.ts";
import { briefly, type Corner, DEGREES, PLANE, rings, turned } from "./support.ts";

/** A star about a point: simple, with every corner 300 to 900 m from the middle and well apart. */
const star = (x: number, y: number, scale = 1) =>
  fc.array(fc.integer({ min: 300, max: 900 }), { minLength: 5, maxLength: 24 }).map((spokes) =>
    spokes.map((length, at): Corner => {
      const angle = (2 * Math.PI * at) / spokes.length;
      const round = (value: number): number => Math.round(value * 100) / 100;
      return [round(x + scale * length * Math.cos(angle)), round(y + scale * length * Math.sin(angle))];
    }),
  );

/** A shell, up to two holes in it, an island in the first, and a part beside it. */
const shape = fc.tuple(
  star(0, 0, 10),
  star(-500, 0, 0.5),
  star(500, 0, 0.5),
  star(-500, 0, 0.1),
  star(20_000, 0),
);

const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, 5e-324, 1e308, 38_500_000, 3_800_000, 114, 34),
  fc.integer({ min: 0, max: 6 }).map((step) => 38_500_000 + step * 50),
);
const anyRing: fc.Arbitrary<RawRing> = fc
  .array(anyNumber, { maxLength: 40 })
  .map((numbers) => ({ corners: Float64Array.from(numbers) }));
/** Corners that are in range, on a grid or a hair beside it. */
const tightRing: fc.Arbitrary<RawRing> = fc
  .array(fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom(0, 0, 0, 1e-9, 1e-5, 0.004, -0.01)), {
    maxLength: 14,
  })
  .map((corners) => {
    const all = [...corners, ...corners.slice(0, 1)];
    return {
      corners: Float64Array.from(
        all.flatMap(([x, y, off]) => [38_500_000 + 50 * x + off, 3_800_000 + 50 * y - off]),
      ),
    };
  });
const anyShape: fc.Arbitrary<RawShape> = fc
  .oneof(anyRing, tightRing)
  .chain((first) =>
    fc
      .array(fc.oneof(anyRing, tightRing, fc.constant(first)), { maxLength: 4 })
      .chain((others) =>
        fc.constantFrom<RawShape>(
          { roles: "by-containment", rings: [first, ...others] },
          { roles: "given", parts: [[first], ...others.map((ring) => [ring])] },
          { roles: "given", parts: [[first, ...others], []] },
        ),
      ),
  );
const anyFrame: fc.Arbitrary<BoundaryFrame> = fc.record({
  crs: fc.constantFrom(PLANE.crs, DEGREES),
  northFirst: fc.boolean(),
  closing: fc.constantFrom("required" as const, "optional" as const),
});

describe("whatever the file holds", () => {
  it("there are polygons of finite corners or problems with words, and nothing is thrown", () => {
    fc.assert(
      fc.property(anyShape, anyFrame, (given, frame) => {
        checkStated(given, { corners: 7 });
        for (const read of [polygonsFrom(given, frame), layerPolygons(given, frame)]) {
          if ("problems" in read) {
            expect(read.problems.length).toBeGreaterThan(0);
            for (const { message, remedy } of read.problems)
              expect(message.zh && message.en && remedy.zh && remedy.en).toBeTruthy();
            continue;
          }
          for (const { shell, holes } of read.polygons)
            for (const ring of [shell, ...holes]) {
              expect(ring.length).toBeGreaterThanOrEqual(6);
              expect(ring.every(Number.isFinite)).toBe(true);
            }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("a boundary that is sound is read alike from a layer", () => {
    fc.assert(
      fc.property(
        fc
          .array(tightRing, { minLength: 1, maxLength: 3 })
          .map((all): RawShape => ({ roles: "by-containment", rings: all })),
        (given) => {
          const read = polygonsFrom(given, PLANE);
          const lenient = layerPolygons(given, PLANE);
          if ("polygons" in read) expect("polygons" in lenient && lenient.polygons).toEqual(read.polygons);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("a second reading of what was read changes nothing", () => {
    fc.assert(
      fc.property(
        fc
          .array(tightRing, { minLength: 1, maxLength: 3 })
          .map((all): RawShape => ({ roles: "by-containment", rings: all })),
        (given) => {
          const read = layerPolygons(given, PLANE);
          if ("problems" in read) return;
          const again: RawShape = {
            roles: "given",
            parts: read.polygons.map(({ shell, holes }) =>
              [shell, ...holes].map((ring) => ({ corners: Float64Array.of(...ring, ...ring.slice(0, 2)) })),
            ),
          };
          expect(layerPolygons(again, PLANE)).toEqual({ polygons: read.polygons, notes: [] });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("random corners by the thousand end soon", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(99_999), fc.nat(99_999)), { minLength: 3000, maxLength: 3000 }),
        (corners) => {
          expect("problems" in polygonsFrom(rings(corners), PLANE)).toBe(true);
        },
      ),
      { numRuns: 3 },
    );
  });
});

/** How the rings lie: of each polygon the sizes of its shell and its holes. */
function layout(given: RawShape): readonly string[] {
  const read = polygonsFrom(given, PLANE);
  if ("problems" in read) return briefly(read.problems);
  return read.polygons
    .map(({ shell, holes }) => `${shell.length / 2}[${holes.map((hole) => hole.length / 2).sort()}]`)
    .sort();
}

describe("what is sound stays sound", () => {
  it("from whichever corner and in whichever direction and order its rings run", () => {
    fc.assert(
      fc.property(
        shape,
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 5, maxLength: 5 }),
        fc.nat(),
        (all, how, order) => {
          const [shell, hole, other, island, part] = all.map((ring) => ring.length) as [
            number,
            number,
            number,
            number,
            number,
          ];
          const expected = [`${shell}[${[hole, other].sort()}]`, `${island}[]`, `${part}[]`].sort();
          const changed = all.map((ring, at) => {
            const [by, back] = how[at] as [number, boolean];
            const from = turned(ring, by % ring.length);
            return back ? [...from].reverse() : from;
          });
          expect(layout(rings(...turned(changed, order % 5)))).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a planted defect is named where it is", () => {
  const planted = (
    plant: (ring: readonly Corner[], at: number) => readonly Corner[],
    ...faults: readonly string[]
  ) =>
    fc.assert(
      fc.property(star(0, 0), star(5000, 0), fc.nat(), (sound, given, by) => {
        const at = 1 + (by % (given.length - 3));
        const expected = faults.map((fault) => fault.replace(/\+\d/, (more) => String(at + Number(more))));
        const broken = plant(given, at);
        expect(layout(rings(sound, broken))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  const put = (ring: readonly Corner[], at: number, ...corners: readonly Corner[]) => [
    ...ring.slice(0, at + 1),
    ...corners,
    ...ring.slice(at + 1),
  ];
  const middle: Corner = [5000, 0];
  const between = ([ax, ay]: Corner, [bx, by]: Corner, share: number): Corner => [
    ax + share * (bx - ax),
    ay + share * (by - ay),
  ];

  // A corner at index `at` has the number at + 1; the next corner put in has the number at + 2.
  it("a spike outwards", () => {
    planted((ring, at) => {
      const corner = ring[at] as Corner;
      return put(ring, at, between(middle, corner, 1.5), corner);
    }, "spike 2:+2");
  });

  it("two corners of a round shape exchanged", () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 40 }), fc.nat(), (count, by) => {
        const round = Array.from({ length: count }, (_, corner): Corner => {
          const angle = (2 * Math.PI * corner) / count;
          return [600 * Math.cos(angle), 600 * Math.sin(angle)];
        });
        const at = 1 + (by % (count - 3));
        const [one, other] = [round[at] as Corner, round[at + 1] as Corner];
        const crossed = [...round.slice(0, at), other, one, ...round.slice(at + 2)];
        expect(layout(rings(crossed))).toEqual([`self-crossing 1:${at}`]);
      }),
      { numRuns: 100 },
    );
  });

  it("a loop back to a corner", () => {
    planted((ring, at) => {
      const corner = ring[at] as Corner;
      const out = between(middle, corner, 1.2);
      const [x, y] = [out[0] - corner[0], out[1] - corner[1]];
      return put(ring, at, out, [out[0] - y / 2, out[1] + x / 2], corner);
    }, "repeated-corner 2:+4");
  });

  it("a corner that isn't a number", () => {
    planted((ring, at) => put(ring, at, [Number.NaN, 0]), "not-a-number 2:+2");
  });

  it("a corner in another zone", () => {
    planted((ring, at) => put(ring, at, [1_005_000, 0]), "out-of-range 2:+2");
  });

  it("a hole that crosses its shell", () => {
    fc.assert(
      fc.property(star(0, 0), fc.nat(), (ring, by) => {
        const at = by % ring.length;
        const [one, other] = [ring[at] as Corner, ring[(at + 1) % ring.length] as Corner];
        // A thin triangle from within across the middle of one edge.
        const [x, y] = between(one, other, 0.5);
        const hole: readonly Corner[] = [[x * 0.9, y * 0.9], [x * 1.1, y * 1.1], between([x, y], one, 0.2)];
        expect(layout(rings(ring, hole))).toEqual([`rings-cross 1:${at + 1}`]);
      }),
      { numRuns: 100 },
    );
  });

  it("while a corner repeated at once is none", () => {
    fc.assert(
      fc.property(star(0, 0), fc.nat(), (ring, by) => {
        const at = by % ring.length;
        expect(layout(rings(put(ring, at, ring[at] as Corner)))).toEqual([`${ring.length}[]`]);
      }),
      { numRuns: 100 },
    );
  });
});
