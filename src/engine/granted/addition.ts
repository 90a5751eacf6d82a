import { touchesBlock } from "../../../rules/tables/block-facts.ts";
import type { Facts } from "../../model/facts.ts";
import { growsFrom } from "../../model/grown.ts";
import type { Zone } from "../../model/plan.ts";
import { touches } from "../../model/proofs.ts";
import { hasEnded, type Register } from "../../model/register.ts";
import type { Right, Size } from "../../model/terms.ts";
import type { Truth } from "../../model/truth.ts";
import { plainName } from "../site-facts.ts";
import { Material } from "./material.ts";

/** What a right adds to the counts of a register once it is granted (占用的余量). */
export interface Addition {
  readonly right: Right;
  /** One more among all mines; a merger is none. */
  readonly mine: Truth;
  /** A right newly set, which counts among those of its mineral and of its zones. */
  readonly isNew: boolean;
  /** Which of its output is new: of an existing mine at most the growth, which nobody states. */
  readonly output: "all" | "growth" | "none";
  readonly material: Material;
  readonly size?: Size;
  /** Zones with a number of rights that it lies in, or may lie in. */
  readonly zones: ReadonlyMap<Zone, Exclude<Truth, false>>;
  readonly block?: BlockTaken;
  /** It is released from a planned block, in this year if that is known. */
  readonly released?: { readonly year?: number; readonly truth: Exclude<Truth, false> };
}

/** The planned block that a right lies in, or may lie in. */
export interface BlockTaken {
  readonly truth: Exclude<Truth, false>;
  /** The same for the same block; absent: nothing tells which it is. */
  readonly key?: string;
  readonly holder?: string;
}

/** Undefined: it takes no room, or the register has it already. */
export function additionOf(facts: Facts, register: Register | undefined): Addition | undefined {
  const { application, inForce } = facts;
  const { id, right, operation, mineSize } = application;
  if (register !== undefined && idsOf(register).has(id)) return undefined;
  const isNew = operation === "new" || operation === "conversion";
  const isMine = right === "mining" && isNew;
  const output = right !== "mining" ? "none" : isNew ? "all" : mayExpand(facts) ? "growth" : "none";
  const block = isNew ? blockOf(facts) : undefined;
  if (!isMine && output === "none" && block === undefined) return undefined;
  const isReleased = right === "mining" ? operation === "new" : isNew;
  return {
    right,
    mine: isMine ? addsMine(facts) : false,
    isNew: isMine,
    output,
    material: new Material(application, inForce.minerals),
    ...(mineSize === undefined ? {} : { size: mineSize }),
    zones: isMine ? zonesOf(facts) : new Map(),
    ...(block === undefined ? {} : { block }),
    ...(block !== undefined && isReleased ? { released: { truth: block.truth, ...yearOf(facts) } } : {}),
  };
}

/** The block of the application's own right that it reaches into. */
export function blockOf(facts: Facts): BlockTaken | undefined {
  const { truth } = touchesBlock(facts);
  if (truth === false) return undefined;
  const name = facts.block("name");
  const measured = facts.location?.block;
  const place = measured?.known ? measured.value.place?.zh : undefined;
  const key = name.known ? plainName(name.value, facts.inForce.plan) : place;
  const holder = facts.applicant("name");
  return {
    truth,
    ...(key === undefined ? {} : { key }),
    ...(holder.known ? { holder: holder.value } : {}),
  };
}

function addsMine(facts: Facts): Truth {
  const grown = growsFrom(facts.application);
  if (grown === undefined) return true;
  return grown === "merger" || facts.base("sameHolder").known ? false : "unknown";
}

function mayExpand(facts: Facts): boolean {
  return facts.stage(["expansion"]).truth !== false;
}

function zonesOf(facts: Facts): Addition["zones"] {
  const zones = new Map<Zone, Exclude<Truth, false>>();
  for (const zone of facts.inForce.plan.zones) {
    if (zone.rights === undefined) continue;
    const { truth } = touches(zone, facts);
    if (truth !== false) zones.set(zone, truth);
  }
  return zones;
}

function yearOf({ date }: Facts): { readonly year?: number } {
  return date.known ? { year: Number(date.value.slice(0, 4)) } : {};
}

const known = new WeakMap<Register, ReadonlySet<string>>();

/** The rights that a register lists and that haven't ended. */
function idsOf(register: Register): ReadonlySet<string> {
  const ids =
    known.get(register) ??
    new Set((register.rights ?? []).flatMap(({ id, status }) => (hasEnded(status ?? "") ? [] : [id])));
  known.set(register, ids);
  return ids;
}
