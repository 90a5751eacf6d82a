import type { Application } from "../../model/application.ts";
import { isSolid, type Mineral, type Minerals } from "../../model/mineral.ts";
import type { Measure } from "../../model/quantity.ts";
import type { Range } from "../../model/range.ts";
import type { Truth } from "../../model/truth.ts";
import { Amounts } from "../amounts.ts";
import { MineralFacts } from "../mineral-facts.ts";

/** What an application is for and how much of it a year: all that counts by mineral ask of it. */
export class Material {
  /** The same for applications that state the same. */
  readonly key: string;
  private readonly facts: MineralFacts;
  private readonly amounts: Amounts;

  constructor(
    application: Application,
    private readonly minerals: Minerals,
  ) {
    const stated = only(application);
    this.key = JSON.stringify(stated);
    this.facts = new MineralFacts(stated, minerals);
    this.amounts = new Amounts(stated, this.facts.main.named);
  }

  get isSolid(): Truth {
    const { named } = this.facts.main;
    if (named.length === 0 || named.some(isSolid) !== named.every(isSolid)) return "unknown";
    return named.every(isSolid);
  }

  /** Whether it is counted under this mineral; a wider word may be. */
  is(mineral: Mineral): Truth {
    const { truth } = this.facts.is([mineral]);
    if (truth !== false) return truth;
    return this.facts.main.named.some((one) => this.minerals.mayBe(one, mineral)) ? "unknown" : false;
  }

  output(measure: Measure): Range {
    return this.amounts.output(measure);
  }
}

/** Without its site, its papers and its name, so that little is kept of each. */
function only(application: Application): Application {
  const { right, operation, mineral, output, workingDaysPerYear, density, grade, recovery } = application;
  return { id: "", right, operation, mineral, output, workingDaysPerYear, density, grade, recovery };
}
