import type { Application } from "../model/application.ts";
import { disputed, type Fact, known } from "../model/facts.ts";
import type { MeasuredBlock } from "../model/measured-site.ts";
import type { PlanInForce } from "../model/plan.ts";
import { termMeant } from "../model/synonyms.ts";
import { AUTHORITIES, type Authority, BLOCK_RELATIONS, RIGHTS } from "../model/terms.ts";
import { verbatim, type Words, words } from "../model/words.ts";
import { settle } from "./settle.ts";
import { isSameName } from "./site-facts.ts";

type DeclaredBlock = NonNullable<NonNullable<Application["site"]>["block"]>;

/** What layers of blocks and of rights may tell; whether a block is approved they don't. */
type Measurable = keyof MeasuredBlock & keyof DeclaredBlock;
const MEASURABLE: ReadonlySet<string> = new Set<Measurable>([
  "relation",
  "kind",
  "name",
  "mineral",
  "level",
  "whole",
  "rights",
]);

/** One field of the planned block: as its layer has it, and as declared where the layer doesn't say. */
export function blockFact<T>(
  key: keyof DeclaredBlock,
  measured: Fact<MeasuredBlock> | undefined,
  declared: Fact<T>,
  inForce: PlanInForce,
): Fact<T> {
  if (measured === undefined || !MEASURABLE.has(key)) return declared;
  if (!measured.known) return disputed(...measured.missing);
  const open = key === "whole" || key === "rights" ? measured.value.unsure?.[key] : undefined;
  if (open !== undefined) return disputed(open);
  const given = measured.value[key as Measurable];
  const value = key === "level" ? termMeant(AUTHORITIES, String(given)) : given;
  // Layers write 省 or 省级 for what an application calls `province`; any other word says nothing.
  if (value === undefined) return declared;
  // What lies in a block is told by other layers, or by a register, than the block itself.
  const { rightsHeld } = measured.value;
  const { field, source } = key === "rights" && rightsHeld !== undefined ? rightsHeld : measured;
  return settle(known(value as T, field, source), declared, {
    field: `site.block.${key}`,
    print: (one) => printed(key, one),
    agree: (a, b) => a === b || areAlike(key, String(a), String(b), inForce),
  });
}

function areAlike(key: keyof DeclaredBlock, a: string, b: string, { plan, minerals }: PlanInForce): boolean {
  if (key === "name") return isSameName(a, b, plan);
  if (key !== "mineral") return false;
  const [one, other] = [minerals.term(a), minerals.term(b)];
  if (one === undefined || other === undefined) return isSameName(a, b, plan);
  // 岩金 in a block for 金矿 says the same, only closer.
  return [
    [one, other],
    [other, one],
  ].some(
    ([wide, narrow]) => wide && narrow && (minerals.touches(wide, narrow) || minerals.mayBe(wide, narrow)),
  );
}

function printed(key: keyof DeclaredBlock, value: unknown): Words {
  if (typeof value === "boolean")
    return value ? words("覆盖整个区块", "the whole block") : words("未覆盖整个区块", "not the whole block");
  if (typeof value === "number")
    return words(`${value} 个其他主体的矿业权`, `${value} rights of other holders`);
  const text = String(value);
  if (key === "relation") return BLOCK_RELATIONS[text as keyof typeof BLOCK_RELATIONS];
  if (key === "kind") return RIGHTS[text as keyof typeof RIGHTS];
  return key === "level" ? AUTHORITIES[text as Authority] : verbatim(text);
}
