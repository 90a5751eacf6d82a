import { type Figure, figuresIn } from "../text/numbers.ts";
import { plain } from "../text/plain.ts";
import type { Passage } from "./passage.ts";
import { inRows } from "./row-figures.ts";
import type { Spot } from "./spot.ts";
import { equals, type Found, fits, type Hit, unitOf, type Wanted, withBound } from "./wanted.ts";

/** Looks for a figure where it must stand: in its row and column, or else in its sentence. */
export function findFigure(wanted: Wanted, passage: Passage): Found {
  const found = [...inRows(wanted, passage), ...inProse(wanted, passage)];
  const { symbol } = unitOf(wanted);
  const score = ({ bound, unit }: Hit) =>
    (bound === undefined ? 4 : 0) + (symbol === "" || unit.symbol ? 2 : 0) + (unit.period ? 1 : 0);
  return (
    found.reduce<Hit | undefined>(
      (best, hit) => (best && score(best) >= score(hit) ? best : hit),
      undefined,
    ) ?? {}
  );
}

function inProse(wanted: Wanted, passage: Passage): readonly Hit[] {
  const items = wanted.subjects.flatMap((names) => itemsAbout(names, passage.boxLines));
  const phrases = passage.phrases.flatMap(({ phrase, here }) =>
    here.map((spot) => ({ phrase: plain(phrase), spot })),
  );
  const inPhrase = phrases.flatMap(({ phrase, spot }) =>
    hitsIn(spot, wanted, ({ from, to }) => {
      const at = spot.plain.indexOf(phrase);
      return from >= at && to <= at + phrase.length;
    }),
  );
  const isNamed = wanted.subjects.length === 1 && wanted.role.bound === "exactly";
  const spots = [...items, ...passage.sentences, ...passage.boxLines, ...(isNamed ? passage.paragraphs : [])];
  const bySubject = spots.flatMap((spot) => {
    const ends = wanted.subjects.flatMap((names) => wanted.names.mentionsOf(names, spot.plain));
    return ends.flatMap((end) => {
      const next = figuresIn(spot.plain).find((figure) => figure.from >= end && fits(figure, wanted));
      return next === undefined ? [] : hitsIn(spot, wanted, (figure) => figure.from === next.from);
    });
  });
  const inItems = items.flatMap((spot) => hitsIn(spot, wanted, () => true));
  const inOrder = isNamed ? [...bySubject, ...inItems] : [...inPhrase, ...bySubject];
  if (inOrder.length > 0 || (isNamed && passage.sentences.some(about(wanted)))) return inOrder;
  const isCount = wanted.role.bound === "exactly" && wanted.subjects.length === 0;
  if (!isCount && phrases.some(({ phrase }) => figuresIn(phrase).some((figure) => fits(figure, wanted))))
    return inPhrase;
  return passage.sentences.flatMap((spot) => hitsIn(spot, wanted, () => true));
}

const about = (wanted: Wanted) => (spot: Spot) =>
  wanted.subjects.some((names) => wanted.names.mentionsOf(names, spot.plain).length > 0);

/** The items of a list (1.…集中开采区, then its paragraph) that hold one of these names. */
export function itemsAbout(names: readonly string[], lines: readonly Spot[]): readonly Spot[] {
  const from = lines.findIndex((line) => names.some((name) => line.plain.includes(name)));
  if (from < 0) return [];
  const rest = lines.slice(from + 1);
  const next = rest.findIndex((line) => /^\d+[.、]\D/.test(line.plain));
  return lines.slice(from, next < 0 ? undefined : from + 1 + next);
}

function hitsIn(spot: Spot, wanted: Wanted, where: (figure: Figure) => boolean): readonly Hit[] {
  const { per } = unitOf(wanted);
  return figuresIn(spot.plain)
    .filter((figure) => fits(figure, wanted) && where(figure) && equals(figure, wanted, false))
    .map((figure) =>
      withBound(
        {
          line: spot.line,
          unit: {
            symbol: true,
            period: per === "" || figure.per === per || (figure.per === "" && spot.plain.includes(per)),
            context: partAround(spot.plain, figure),
          },
        },
        figure.bound,
        wanted,
      ),
    );
}

/** What stands between the commas around a figure. */
function partAround(text: string, { from, to }: Figure): string {
  const end = text.indexOf(",", to);
  return text.slice(text.lastIndexOf(",", from) + 1, end < 0 ? undefined : end);
}
