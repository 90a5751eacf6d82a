import type { Application } from "../model/application.ts";
import { absent, type CoMineral, type Fact, known } from "../model/facts.ts";
import { notStated } from "../model/labels.ts";
import type { Mineral, MineralClass, Minerals, Recognised } from "../model/mineral.ts";
import { fact, type Missing, type Proof, unknown, whichever } from "../model/truth.ts";
import { joinWords, verbatim, words } from "../model/words.ts";
import { suggestMinerals } from "./suggest.ts";

/** What an application says of its minerals (矿种), as the plan's vocabulary understands it. */
export class MineralFacts {
  /** 主矿种, with what its grade points to. */
  readonly main: Recognised;
  private coMineralsRead: Fact<readonly CoMineral[]> | undefined;

  constructor(
    private readonly application: Application,
    private readonly minerals: Minerals,
  ) {
    this.main = this.withPointers(this.recognise(application.mineral));
  }

  /** 共伴生矿种. */
  get coMinerals(): Fact<readonly CoMineral[]> {
    this.coMineralsRead ??= this.readCoMinerals();
    return this.coMineralsRead;
  }

  /** Whether the main mineral is one of these or covered by one. */
  is(terms: readonly Mineral[]): Proof {
    const says = () => {
      const list = joinWords(
        terms.map(({ name, en }) => words(name, en)),
        "、",
        " or ",
      );
      return words(`主矿种属于${list.zh}`, `the main mineral is ${list.en}`);
    };
    const cases = this.main.named.map((mineral) =>
      fact(
        terms.some((term) => this.minerals.touches(term, mineral)),
        says,
        "mineral",
      ),
    );
    if (cases[0] === undefined) return unknown([this.unclearMineral()], says);
    return cases.length === 1 ? cases[0] : whichever([this.unclearMineral()], cases, says);
  }

  /** As stated; otherwise by the vocabulary, if that is verified. */
  get class(): Fact<MineralClass> {
    const stated = this.application.mineralClass;
    if (stated !== undefined) return known(stated, "mineralClass");
    const [mineral, another] = this.main.named;
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

  private recognise(text: string): Recognised {
    return this.minerals.recognise(text, (name) => suggestMinerals(this.minerals, name));
  }

  private withPointers(recognised: Recognised): Recognised {
    const { grade } = this.application;
    if (grade === undefined) return recognised;
    const pointed = recognised.named.flatMap((mineral) => this.minerals.pointedTo(mineral, grade));
    return pointed.length === 0 ? recognised : { ...recognised, named: [...recognised.named, ...pointed] };
  }

  private unclearMineral(): Missing {
    const { text, named } = this.main;
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
    if (stated === undefined) return absent(notStated("coMinerals"));
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
}
