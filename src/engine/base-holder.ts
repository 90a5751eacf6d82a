import type { Application } from "../model/application.ts";
import { absent, disputed, type Fact } from "../model/facts.ts";
import type { Register } from "../model/register.ts";
import { words } from "../model/words.ts";

/**
 * Whether the right that an application grows from is the applicant's own: as declared, unless the register
 * names another holder, or names one and the applicant has no name to be held against it. A right that is
 * handed over is the other's until then.
 */
export function baseHolder(
  declared: Fact<boolean>,
  { operation, applicant, base }: Application,
  register: Register | undefined,
): Fact<boolean> {
  if (!declared.known || !declared.value || operation === "transfer") return declared;
  const before = register?.rights?.filter(({ id }) => base?.id?.includes(id)) ?? [];
  const named = before.flatMap(({ id, holder }) => (holder === undefined ? [] : [{ id, holder }]));
  const name = applicant?.name;
  const other = named.find(({ holder }) => name === undefined || plain(holder) !== plain(name));
  if (other === undefined) return declared;
  const { id, holder } = other;
  if (name === undefined)
    return absent({
      field: "applicant.name",
      why: words(
        `登记数据中 ${id} 的权利人为“${holder}”，申请未写申请人名称，不能核对是否同一主体`,
        `the register has "${holder}" as the holder of ${id}, and the application names no applicant to hold against it`,
      ),
    });
  return disputed({
    field: "base.sameHolder",
    why: words(
      `申报为同一主体，登记数据中 ${id} 的权利人为“${holder}”，申请人为“${name}”；两者矛盾`,
      `declared: the same holder; the register has "${holder}" as the holder of ${id}, and the applicant is "${name}": the two contradict each other`,
    ),
    contradicts: true,
  });
}

function plain(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, "");
}
