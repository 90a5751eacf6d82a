import type { Boundary } from "../geometry/shape/boundary.ts";
import { countyCells } from "../geometry/site/county-cells.ts";
import type { LayerFeature } from "../geometry/site/layer.ts";
import type { ReadApplication } from "../input/application.ts";
import { unusable } from "../input/problem.ts";
import type { Plan } from "../model/plan.ts";
import { joinWords, verbatim, type Words, words } from "../model/words.ts";
import type { Ground } from "./ground.ts";

/** A plan that was found by where an application lies. */
export interface PlacedPlan {
  readonly id: string;
  /** How it was found. */
  readonly says: Words;
}

/** A county as a layer names it, and the plans for it. */
interface County {
  /** Empty: the layer doesn't name it. */
  readonly name: string;
  readonly plans: readonly Plan[];
}

/** Finds the plan of applications that name none by the county that they lie in (按所在县定规划). */
export class CountyFinder {
  private readonly counties = new Map<string, County>();

  constructor(
    private readonly ground: Ground,
    private readonly plans: readonly Plan[],
  ) {}

  /**
   * Undefined: no layer holds counties. Throws `Unusable` where the boundary doesn't lie wholly in one county
   * with one plan: which plan governs is never guessed.
   */
  planAt(read: ReadApplication, boundary: Boundary): PlacedPlan | undefined {
    const at = this.ground.countiesAt(read, boundary, (attributes) => this.countyOf(attributes));
    if (at === undefined) return undefined;
    const { met, doubts, source } = at;
    const [first, ...others] = met;
    const refuse = (message: Words, remedy = NAME_IT) => notPlaced(read, message, remedy);
    if (first === undefined)
      return refuse(
        words(
          `不在 ${source.zh} 的任何一个县内${reasons(doubts).zh}`,
          `it lies in none of the counties of ${source.en}${reasons(doubts).en}`,
        ),
        CHECK_PLACE,
      );
    if (others.length > 0 || !first.isWhole || doubts.length > 0)
      return refuse(
        words(
          `不是全部在一个县内（${source.zh}：${listed(met).zh}）${reasons(doubts).zh}`,
          `it doesn't lie wholly in one county for certain (${source.en}: ${listed(met).en})${reasons(doubts).en}`,
        ),
      );
    const { name, plans } = first.county;
    if (name === "")
      return refuse(
        words(
          `${source.zh} 没有写明所在县的名称或代码`,
          `${source.en} has neither name nor code of the county`,
        ),
        words(
          "在县界图层的属性表中写明县名（如“县名称”）或行政区代码（如 XZQDM）；或写明 plan 或 county",
          "give the layer a column with the county's name (县名称, XZQMC) or code (XZQDM), or state plan or county",
        ),
      );
    const [plan, another] = plans;
    if (plan === undefined)
      return refuse(
        words(`位于${name}，没有该县的规划`, `it lies in ${name}, for which there is no plan`),
        words(
          "以 --plans 给出含该县规划的目录，或写明 plan",
          "give a folder with that county's plan by --plans, or state plan",
        ),
      );
    if (another !== undefined) {
      const ids = plans.map(({ id }) => id).join("、");
      return refuse(
        words(`位于${name}，该县有几个规划：${ids}`, `it lies in ${name}, which has several plans: ${ids}`),
      );
    }
    return {
      id: plan.id,
      says: words(
        `按所在位置定规划：位于${plan.county.name}（${source.zh}）`,
        `the plan was found by place: it lies in ${plan.county.name} (${source.en})`,
      ),
    };
  }

  /** By code and name, which must not contradict each other. */
  private countyOf(attributes: LayerFeature["attributes"]): County {
    const cells = countyCells(attributes);
    const names = cells.flatMap(({ name }) => name ?? []);
    const codes = cells.flatMap(({ code }) => code ?? []);
    const plans = this.plans.filter(({ county: { code, name, aliases } }) => {
      const named = names.some((one) => [name, ...aliases].some((known) => one.endsWith(known)));
      const coded = codes.includes(code);
      return (named && (coded || codes.length === 0)) || (coded && names.length === 0);
    });
    const own = names.find((one) => /[县旗区]$/.test(one)) ?? names.at(-1);
    const name = plans[0]?.county.name ?? [own, codes.at(-1)].filter((one) => one !== undefined).join(" ");
    const known = this.counties.get(name) ?? { name, plans };
    this.counties.set(name, known);
    return known;
  }
}

const NAME_IT = words("写明 plan 或 county，或以 --plan 指定", "state plan or county, or give --plan");
const CHECK_PLACE = words(
  "核对坐标和坐标系；或写明 plan 或 county",
  "check the numbers and the CRS, or state plan or county",
);

function notPlaced({ document, path, application }: ReadApplication, message: Words, remedy: Words): never {
  const { id } = application;
  return unusable({
    file: document.file,
    ...document.locate(path),
    field: "plan",
    message: words(
      `申请 ${id} 未说明适用哪个规划，按位置也不能确定：${message.zh}`,
      `application ${id} doesn't say which plan governs it, nor does its place tell: ${message.en}`,
    ),
    remedy,
  });
}

function listed(met: readonly { readonly county: County; readonly share: number }[]): Words {
  return joinWords(
    met.map(({ county: { name }, share }) => {
      const percent = `${(100 * share).toFixed(1)} %`;
      const { zh, en } = name === "" ? words("未写明的县", "a county without a name") : verbatim(name);
      return words(`${zh} ${percent}`, `${en} ${percent}`);
    }),
  );
}

function reasons(doubts: readonly Words[]): Words {
  if (doubts.length === 0) return words("", "");
  const { zh, en } = joinWords(doubts, "；", "; ");
  return words(`：${zh}`, `: ${en}`);
}
