import { absent, type Fact, type Facts, known } from "../model/facts.ts";
import { isExact } from "../model/range.ts";
import { type Standards, sizeBy } from "../model/standards.ts";
import { SIZES, type Size } from "../model/terms.ts";
import { words } from "../model/words.ts";

/** The deposit size as it follows from the reserves; an unverified row is a hint, never a fact. */
export function sizeFromReserves(facts: Facts, standards: Standards): Fact<Size> {
  const derived = byReserves(facts, standards);
  const coMinerals = facts.application.coMinerals;
  // Of several co-minerals the largest class counts, so the main one's alone is only a lower bound.
  const whole = derived?.size === "large" || coMinerals?.length === 0;
  if (derived?.verified && whole) return known(derived.size, "reserves");
  const hint = derived === undefined ? undefined : SIZES[derived.size];
  return absent({
    field: "depositSize",
    why: words(
      `未说明矿区资源储量规模${hint ? `（按资源量似为${hint.zh}，所据标准未核对，不据以判定）` : ""}`,
      `deposit size not stated${hint ? ` (by the reserves it seems ${hint.en}, but the standard's row is unverified: not relied on)` : ""}`,
    ),
  });
}

function byReserves(
  facts: Facts,
  standards: Standards,
): { readonly size: Size; readonly verified: boolean } | undefined {
  const reserves = facts.application.reserves;
  const [mineral, another] = facts.mineral.named;
  if (reserves === undefined || mineral === undefined || another !== undefined) return undefined;
  const row = standards.depositSize.rowFor(mineral);
  const amount = row && facts.inMeasure(reserves, row.counts, "reserves");
  if (row === undefined || amount === undefined || !isExact(amount)) return undefined;
  return { size: sizeBy(row, amount.low), verified: row.verified };
}
