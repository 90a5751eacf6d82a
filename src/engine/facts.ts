import type { Application } from "../model/application.ts";
import type { Stage } from "../model/condition.ts";
import {
  DECLARATIONS,
  type DeclarationKey,
  DOCUMENTS,
  type DocumentKey,
  THREE_IN_ONE,
} from "../model/evidence.ts";
import {
  absent,
  type CoMineral,
  type Fact,
  type Facts,
  known,
  type Overlap,
  type RegisterFacts,
} from "../model/facts.ts";
import { labelOf } from "../model/labels.ts";
import type { Mineral, MineralClass, Recognised } from "../model/mineral.ts";
import type { PlanInForce, Zone, ZoneKind } from "../model/plan.ts";
import { type Basis, convert, type Means, type Measure, type Quantity } from "../model/quantity.ts";
import type { Range } from "../model/range.ts";
import type { Register } from "../model/register.ts";
import type { Standards } from "../model/standards.ts";
import { CONSTRAINTS, type Constraint, type Relation, type Size } from "../model/terms.ts";
import { fact, type Missing, type Proof, unknown, whichever } from "../model/truth.ts";
import { joinWords, verbatim, type Words, words } from "../model/words.ts";
import { outputRange } from "./output.ts";
import { countFrom } from "./register-facts.ts";
import { relationToKind, relationToZone } from "./site-facts.ts";
import { sizeFromReserves } from "./sizes.ts";
import { isAtStage } from "./stage.ts";
import { suggestMinerals } from "./suggest.ts";

type Given<T> = Exclude<T, undefined>;
type Group = "base" | "funding" | "applicant" | "site";

/** Brings an application into the terms that rules reason in. */
export function factsOf(
  application: Application,
  inForce: PlanInForce,
  standards: Standards,
  register: Register | undefined,
  asOf: string | undefined,
): Facts {
  return new CaseFacts(application, inForce, standards, register, asOf);
}

/** The reason why a field is needed, in the plainest words: nobody stated it. */
function missing(field: string, label: Words = labelOf(field)): Missing {
  return { field, why: words(`未说明${label.zh}`, `not stated: ${label.en}`) };
}

/** Private money that is said to be wholly the State's: one of the two is wrong. */
const PRIVATE_YET_FULL: Missing = {
  field: "funding.source",
  why: words("资金来源为社会资金，却称全额财政出资", "private money is said to be wholly the State's"),
};

class CaseFacts implements Facts {
  readonly date: Fact<string>;
  readonly mineral: Recognised;
  readonly register: RegisterFacts;
  private coMineralsRead: Fact<readonly CoMineral[]> | undefined;
  private depositSizeRead: Fact<Size> | undefined;
  private meansRead: Omit<Means, "field"> | undefined;
  /** Rules ask for the output in the same few measures again and again. */
  private readonly outputs = new Map<string, Range>();

  constructor(
    readonly application: Application,
    readonly inForce: PlanInForce,
    private readonly standards: Standards,
    register: Register | undefined,
    asOf: string | undefined,
  ) {
    const date = application.date ?? asOf;
    this.date = date === undefined ? absent(missing("date")) : known(date, "date");
    this.mineral = this.withPointers(this.recognise(application.mineral));
    this.register = countFrom(register, inForce);
  }

  given<K extends keyof Application>(key: K): Fact<Given<Application[K]>> {
    return this.read(this.application, key, key);
  }
  base<K extends keyof Given<Application["base"]>>(key: K) {
    return this.part("base", key);
  }
  funding<K extends keyof Given<Application["funding"]>>(
    key: K,
  ): Fact<Given<Given<Application["funding"]>[K]>> {
    const { funding } = this.application;
    const aboutSource = key === "source" || key === "full";
    if (aboutSource && funding?.source === "private" && funding.full) return absent(PRIVATE_YET_FULL);
    // Private money isn't wholly the State's.
    if (key === "full" && funding?.full === undefined && funding?.source === "private")
      return known(false as Given<Given<Application["funding"]>[K]>, "funding.source");
    return this.part("funding", key);
  }
  applicant<K extends keyof Given<Application["applicant"]>>(key: K) {
    return this.part("applicant", key);
  }
  site<K extends keyof Given<Application["site"]>>(key: K) {
    return this.part("site", key);
  }
  block<K extends keyof Given<Given<Application["site"]>["block"]>>(key: K) {
    return this.read(this.application.site?.block, key, `site.block.${key}`);
  }

  stage(stages: readonly Stage[]): Proof {
    return isAtStage(this.application, stages);
  }

  get coMinerals(): Fact<readonly CoMineral[]> {
    this.coMineralsRead ??= this.readCoMinerals();
    return this.coMineralsRead;
  }

  mineralIs(terms: readonly Mineral[]): Proof {
    const { minerals } = this.inForce;
    const says = () => {
      const list = joinWords(
        terms.map(({ name, en }) => words(name, en)),
        "、",
        " or ",
      );
      return words(`主矿种属于${list.zh}`, `the main mineral is ${list.en}`);
    };
    const cases = this.mineral.named.map((mineral) =>
      fact(
        terms.some((term) => minerals.touches(term, mineral)),
        says,
        "mineral",
      ),
    );
    if (cases[0] === undefined) return unknown([this.unclearMineral()], says);
    return cases.length === 1 ? cases[0] : whichever([this.unclearMineral()], cases, says);
  }

  get mineralClass(): Fact<MineralClass> {
    const stated = this.application.mineralClass;
    if (stated !== undefined) return known(stated, "mineralClass");
    const [mineral, another] = this.mineral.named;
    const listed = another === undefined ? mineral?.class : undefined;
    if (listed?.verified) return known(listed.is, "mineral");
    const hint = listed === undefined ? "" : `（词表作第${listed.is}类，未核对，不据以判定）`;
    const hintEn =
      listed === undefined ? "" : ` (the vocabulary says ${listed.is}, unverified: not relied on)`;
    return absent({
      field: "mineralClass",
      why: words(`未说明矿产类别${hint}`, `mineral class not stated${hintEn}`),
    });
  }

  get depositSize(): Fact<Size> {
    this.depositSizeRead ??= this.readDepositSize();
    return this.depositSizeRead;
  }

  get mineSize(): Fact<Size> {
    return this.given("mineSize");
  }

  output(measure: Measure): Range {
    const key = `${measure.dimension} ${measure.per} ${measure.of}`;
    const known = this.outputs.get(key);
    if (known !== undefined) return known;
    const range = this.readOutput(measure);
    this.outputs.set(key, range);
    return range;
  }

  private readOutput(measure: Measure): Range {
    return outputRange(this.application.output, measure, (quantity) =>
      this.isCountedIn(quantity.of) ? this.inMeasure(quantity, measure, "output") : undefined,
    );
  }

  /** 建筑石料 in tonnes of metal is a slip from which nothing follows. */
  private isCountedIn(basis: Basis | undefined): boolean {
    const { named } = this.mineral;
    return (
      basis === undefined ||
      basis === "ore" ||
      named.length === 0 ||
      named.some(({ bases }) => bases.includes(basis))
    );
  }

  inMeasure(quantity: Quantity, measure: Measure, field: string): Range | undefined {
    return convert(quantity, measure, this.means(field));
  }

  document(key: DocumentKey): Fact<boolean> {
    const stated = this.statedDocument(key);
    if (stated !== undefined) return known(stated, `documents.${key}`);
    return absent(missing(`documents.${key}`, DOCUMENTS[key]));
  }

  declared(key: DeclarationKey): Fact<boolean> {
    const stated = this.application.declarations?.[key];
    if (stated !== undefined) return known(stated, `declarations.${key}`);
    const label = DECLARATIONS[key];
    return absent(missing(`declarations.${key}`, words(`是否${label.zh}`, `whether ${label.en}`)));
  }

  constraint(key: Constraint): Fact<Overlap> {
    const field = `site.constraints.${key}`;
    const stated = this.application.site?.constraints?.[key];
    if (stated === undefined) {
      const { zh, en } = CONSTRAINTS[key];
      return absent(missing(field, words(`与${zh}的关系`, `relation to the ${en}`)));
    }
    if (typeof stated === "string") return known({ overlaps: stated === "overlaps" }, field);
    return known({ overlaps: stated.gt(0), km2: stated }, field);
  }

  relationTo(zone: Zone): Fact<Relation> {
    return relationToZone(this.application.site?.zones, zone, this.inForce.plan);
  }

  relationToKind(kind: ZoneKind): Fact<Relation> {
    return relationToKind(this.application.site?.zones, kind, this.inForce.plan);
  }

  private read<T extends object, K extends keyof T & string>(
    from: T | undefined,
    key: K,
    field: string,
  ): Fact<Given<T[K]>> {
    const value = from?.[key];
    return value === undefined ? absent(missing(field)) : known(value as Given<T[K]>, field);
  }

  private part<G extends Group, K extends keyof Given<Application[G]> & string>(group: G, key: K) {
    const from = this.application[group] as Given<Application[G]> | undefined;
    return this.read(from, key, `${group}.${key}`);
  }

  private recognise(text: string): Recognised {
    const { minerals } = this.inForce;
    return minerals.recognise(text, (name) => suggestMinerals(minerals, name));
  }

  private withPointers(recognised: Recognised): Recognised {
    const { grade } = this.application;
    if (grade === undefined) return recognised;
    const { minerals } = this.inForce;
    const pointed = recognised.named.flatMap((mineral) => minerals.pointedTo(mineral, grade));
    return pointed.length === 0 ? recognised : { ...recognised, named: [...recognised.named, ...pointed] };
  }

  private unclearMineral(): Missing {
    const { text, named } = this.mineral;
    const list = joinWords(
      named.map(({ name }) => verbatim(name)),
      "或",
      " or ",
    );
    return named.length === 0
      ? { field: "mineral", why: words(`不认识矿种“${text}”`, `the mineral "${text}" isn't known`) }
      : { field: "mineral", why: words(`“${text}”可指${list.zh}`, `"${text}" may mean ${list.en}`) };
  }

  private readCoMinerals(): Fact<readonly CoMineral[]> {
    const stated = this.application.coMinerals;
    if (stated === undefined) return absent(missing("coMinerals"));
    const read = stated.map(({ name, necessary }, index): CoMineral => {
      const field = `coMinerals[${index}].necessary`;
      return {
        recognised: this.recognise(name),
        necessary:
          necessary === undefined
            ? absent({
                field,
                why: words(
                  `未说明${name}是否确需综合回收`,
                  `not stated whether ${name} must be recovered together`,
                ),
              })
            : known(necessary, field),
      };
    });
    return known(read, "coMinerals");
  }

  private readDepositSize(): Fact<Size> {
    const stated = this.application.depositSize;
    if (stated !== undefined) return known(stated, "depositSize");
    return sizeFromReserves(this, this.standards);
  }

  private statedDocument(key: DocumentKey): boolean | undefined {
    const documents = this.application.documents ?? {};
    if (documents[key] !== undefined) return documents[key];
    if (key === "three-in-one-plan") {
      const parts = THREE_IN_ONE.map((part) => documents[part]);
      if (parts.every((part) => part === true)) return true;
      return undefined;
    }
    const isPart = (THREE_IN_ONE as readonly DocumentKey[]).includes(key);
    return isPart && documents["three-in-one-plan"] === true ? true : undefined;
  }

  private means(field: string): Means {
    this.meansRead ??= this.readMeans();
    return { ...this.meansRead, field };
  }

  private readMeans(): Omit<Means, "field"> {
    const { density, workingDaysPerYear, grade, recovery } = this.application;
    const bases = [...new Set(this.mineral.named.flatMap((mineral) => mineral.bases))];
    return {
      ...(density === undefined ? {} : { density }),
      ...(workingDaysPerYear === undefined ? {} : { workingDays: workingDaysPerYear }),
      ...(grade === undefined ? {} : { grade }),
      ...(recovery === undefined ? {} : { recovery }),
      bases: bases.length === 0 ? ["ore", "mineral", "metal", "concentrate", "block"] : bases,
    };
  }
}
