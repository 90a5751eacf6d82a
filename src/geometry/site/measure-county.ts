import type { Fact } from "../../model/facts.ts";
import type { Plan } from "../../model/plan.ts";
import { type Words, words } from "../../model/words.ts";
import { sifted } from "./features.ts";
import type { Layer, LayerFeature } from "./layer.ts";
import type { Site } from "./site.ts";
import { sliverOf } from "./sliver.ts";
import { decided, leftOpen, sticksOut } from "./survey-fact.ts";

type County = Plan["county"];

const THE_COUNTY = words("县域", "the county");

/**
 * Whether the site lies in the county (县域). Files of boundaries often hold all counties of a prefecture:
 * a feature that its table gives to another county doesn't count.
 */
export function measureCounty(
  site: Site,
  layers: readonly Layer[],
  county: County,
): Fact<boolean> | undefined {
  if (layers.length === 0) return undefined;
  const strangers: Words[] = [];
  const own = layers.map((layer) => ({
    ...layer,
    features: sifted(layer.features, (feature) => {
      const another = anotherCounty(feature, county);
      if (another === undefined) return feature;
      const m2 = site.common(site.polygonsOf(feature, layer));
      if (site.isMet({ feature, layer, m2 })) strangers.push(isAnother(feature, layer, another, county));
      return undefined;
    }),
  }));
  const survey = site.survey(THE_COUNTY, "county", own);
  const inside = site.isCovered(survey.m2);
  const doubts = [...survey.doubts, ...strangers];
  const sliver = inside ? undefined : sliverOf(site, "beyond", site.m2 - survey.m2, survey.meetings);
  if (sliver !== undefined) return leftOpen(sliver, sticksOut(THE_COUNTY), { doubts }, layers);
  return decided(inside, !inside, { doubts }, layers);
}

/** Columns of names (XZQMC, 县名, NAME) and of codes (XZQDM, 行政区代码, adcode, PAC, gb). */
const NAMES = /MC$|名|NAME|^(区县|市县|县|市)$/i;
const CODES = /DM$|代码|CODE$|^(PAC|GB)$/i;
const NAME = /^\p{Script=Han}+(?:[县市旗]|(?<![政辖])区)$/u;
/** Of a county, or of something in it; some write the country's 156 in front. */
const CODE = /^(?:156)?([1-6]\d{5})\d*$/;

/** The county that a feature's table gives it to, if that isn't the plan's; a table may say nothing of it. */
function anotherCounty({ attributes }: LayerFeature, { code, name, aliases }: County): string | undefined {
  const said: string[] = [];
  for (const [column, value] of Object.entries(attributes)) {
    const text = String(value ?? "")
      .normalize("NFKC")
      .replace(/\s+/g, "");
    const found = NAMES.test(column) && NAME.test(text) ? text : undefined;
    const coded = CODES.test(column) ? CODE.exec(text)?.[1] : undefined;
    if (coded === code || [name, ...aliases].some((one) => text.endsWith(one))) return undefined;
    const other = found ?? coded;
    if (other !== undefined) said.push(other);
  }
  return said[0];
}

function isAnother({ place }: LayerFeature, { source }: Layer, another: string, county: County): Words {
  return words(
    `${source.zh}：申请范围所在的${place.zh}属性为“${another}”，不是${county.name}`,
    `${source.en}: ${place.en}, where the site lies, is "${another}" by its table, not ${county.name}`,
  );
}
