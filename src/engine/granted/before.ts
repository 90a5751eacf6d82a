import type { Addition } from "./addition.ts";
import { GrantedRights } from "./granted-rights.ts";

/** How sure it is that a right is granted: it passes, or it is under review. */
export type Grant = "sure" | "open";

/**
 * The rights that come before another (在先候选). Those that pass are granted; of those under review any may be, so
 * that what comes after them must fit whichever are.
 */
export class Before {
  private readonly sure = new GrantedRights("least");
  private readonly all = new GrantedRights("most");
  /** All but those under review that raise the share of large and medium mines. */
  private readonly withoutLarge = new GrantedRights("most");

  add(addition: Addition, grant: Grant): void {
    const { size } = addition;
    if (grant === "sure") this.sure.add(addition);
    this.all.add(addition);
    if (grant === "sure" || size === undefined || size === "small") this.withoutLarge.add(addition);
  }

  /** Those that pass alone; undefined if there are none. */
  get passing(): GrantedRights | undefined {
    return this.sure.size > 0 ? this.sure : undefined;
  }

  /** The most that may be granted, in every way that may leave less room. */
  get possible(): readonly GrantedRights[] {
    const { all, withoutLarge } = this;
    const some = withoutLarge.size > 0 && withoutLarge.size < all.size;
    return all.size === 0 ? [] : some ? [all, withoutLarge] : [all];
  }
}
