import type { Application } from "../model/application.ts";
import { km2Words } from "../model/fact-words.ts";
import { disputed, type Fact } from "../model/facts.ts";
import type { MeasuredRight } from "../model/measured-site.ts";
import { RIGHTS } from "../model/terms.ts";
import { joinWords, type Words, words } from "../model/words.ts";
import { asMeasured, contradiction } from "./settle.ts";

type DeclaredRights = NonNullable<NonNullable<Application["site"]>["existingRights"]>;
type DeclaredRight = DeclaredRights[number];

const FIELD = "site.existingRights";

/**
 * The existing rights that the site overlaps: the measured list, to which the declared one adds whose
 * they are. Each must bear the other out: what is declared as overlapped and isn't measured, or the
 * other way round with nothing declared, is a contradiction.
 */
export function overlappedRights(
  measured: Fact<readonly MeasuredRight[]> | undefined,
  declared: Fact<DeclaredRights>,
): Fact<DeclaredRights> {
  if (measured === undefined) return declared;
  const admitted = declared.known && declared.value.some(isForeign);
  // Overlaps that the applicant admits must not be lost because a layer can't decide.
  if (!measured.known) return admitted ? declared : disputed(...measured.missing);
  const found = measured.value.map((one) => withHolder(one, declared));
  const value = asMeasured<DeclaredRights>([...found], measured);
  if (!declared.known) return value;
  const unseen = declared.value.filter(
    (one) => isForeign(one) && !found.some((right) => mayBeOne(one, right)),
  );
  const hidden = declared.value.length === 0 && found.some(isForeign);
  const otherHolder = declared.value.some(({ id, sameHolder }) =>
    measured.value.some(
      (right) => id !== undefined && right.id === id && differ(sameHolder, right.sameHolder),
    ),
  );
  return unseen.length > 0 || hidden || otherHolder
    ? contradiction(FIELD, listed(declared.value), listed(measured.value), measured)
    : value;
}

/** Really overlapped, and not known to be the applicant's own. */
function isForeign({ overlapKm2, sameHolder }: DeclaredRight | MeasuredRight): boolean {
  return sameHolder !== true && overlapKm2?.eq(0) !== true;
}

/** A layer without holders leaves it to the declaration whose a right is. */
function withHolder(right: MeasuredRight, declared: Fact<DeclaredRights>): DeclaredRight {
  const said = declared.known
    ? declared.value.find(({ id }) => id !== undefined && id === right.id)
    : undefined;
  return { ...right, sameHolder: right.sameHolder ?? said?.sameHolder };
}

function mayBeOne(declared: DeclaredRight, found: DeclaredRight): boolean {
  if (declared.id !== undefined && found.id !== undefined) return declared.id === found.id;
  return declared.right === undefined || found.right === undefined || declared.right === found.right;
}

function differ(a: boolean | undefined, b: boolean | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function listed(rights: readonly (DeclaredRight | MeasuredRight)[]): Words {
  if (rights.length === 0) return words("无重叠", "no overlap");
  return joinWords(rights.map(rightWords));
}

function rightWords({ id, right, overlapKm2, sameHolder }: DeclaredRight | MeasuredRight): Words {
  const kind = right === undefined ? words("矿业权", "right") : RIGHTS[right];
  const area = overlapKm2 === undefined ? undefined : km2Words(overlapKm2, 4);
  const whose =
    sameHolder === undefined
      ? undefined
      : sameHolder
        ? words("同一主体", "same holder")
        : words("其他主体", "other holder");
  const more = [area, whose].filter((one) => one !== undefined);
  const named = words(`${kind.zh}${id ?? ""}`, `${kind.en}${id === undefined ? "" : ` ${id}`}`);
  if (more.length === 0) return named;
  const said = joinWords(more);
  return words(`${named.zh}（${said.zh}）`, `${named.en} (${said.en})`);
}
