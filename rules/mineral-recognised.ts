import * as z from "zod";
import type { CoMineral, Facts } from "../src/model/facts.ts";
import type { Ruling } from "../src/model/finding.ts";
import type { Recognised } from "../src/model/mineral.ts";
import type { Rule } from "../src/model/rule.ts";
import { by } from "../src/model/ruling.ts";
import type { Standards } from "../src/model/standards.ts";
import { fact, unknown } from "../src/model/truth.ts";
import { joinWords, verbatim, type Words, words } from "../src/model/words.ts";

/** 矿种识别: every rule on minerals rests on knowing which one is meant. */
export const mineralRecognised: Rule<never> = {
  id: "mineral-recognised",
  title: words("矿种识别", "Mineral recognised"),
  purpose: words(
    "矿种名称须能在矿种词表中认出；不认识的名称不猜，列出相近名称。",
    "The mineral's name must be one of the vocabulary; an unknown name is never guessed, the nearest ones are listed.",
  ),
  law: words(
    "矿产资源分类细目（《矿产资源法实施细则》附件）",
    "List of minerals, annex to the Implementing Rules of the Mineral Resources Law",
  ),
  passes: words("“岩金”", "岩金 (lode gold)"),
  fails: words("“金刚玉”不在词表中：须复核", "a name that isn't in the vocabulary: review"),
  section: () => z.never(),
  reads: {},
  bind: (_section, bench) => (facts) => [
    decide(facts.mineral, "mineral", bench.standards),
    ...strangers(facts).map(({ recognised }) => decide(recognised, "coMinerals", bench.standards)),
  ],
};

function strangers(facts: Facts): readonly CoMineral[] {
  if (!facts.coMinerals.known) return [];
  return facts.coMinerals.value.filter(({ recognised }) => recognised.named.length === 0);
}

function decide(recognised: Recognised, field: string, standards: Standards): Ruling {
  const { text, named, ordinaryOf, suggestions } = recognised;
  const [mineral, another] = named;
  const clauses = [standards.vocabulary];
  if (mineral === undefined) {
    const missing = [{ field, why: words(`不认识矿种“${text}”`, `the mineral "${text}" isn't known`) }];
    return {
      clauses,
      outcome: "review",
      message: () => unknownName(text, suggestions),
      missing,
      because: [unknown(missing, () => words(`矿种“${text}”可识别`, `the mineral "${text}" is recognised`))],
      remedy: () =>
        by("applicant", "按矿产资源分类细目写明矿种", "name the mineral as the national list does"),
      final: true,
    };
  }
  const reading = joinWords(
    named.map(({ name, en }) => words(name, `${name} (${en})`)),
    "或",
    " or ",
  );
  const because = [fact(true, () => words(`“${text}”即${reading.zh}`, `"${text}" is ${reading.en}`), field)];
  const loose = another !== undefined || ordinaryOf !== undefined;
  return {
    clauses,
    outcome: loose ? "note" : "pass",
    message: () =>
      loose
        ? looseName(text, reading, another !== undefined)
        : words(
            text === mineral.name ? `已识别矿种“${text}”。` : `矿种“${text}”即${reading.zh}。`,
            `The mineral "${text}" is ${reading.en}.`,
          ),
    because,
  };
}

function unknownName(text: string, suggestions: readonly string[]): Words {
  const near = joinWords(suggestions.map(verbatim));
  return words(
    `不认识矿种“${text}”${suggestions.length > 0 ? `，相近名称：${near.zh}` : ""}。凡与矿种有关的条款均不能判定。`,
    `The mineral "${text}" isn't known${suggestions.length > 0 ? `; the nearest names are ${near.en}` : ""}. No provision that depends on the mineral can be decided.`,
  );
}

function looseName(text: string, reading: Words, ambiguous: boolean): Words {
  return ambiguous
    ? words(
        `“${text}”可指${reading.zh}，各条款按每一种可能分别判定。`,
        `"${text}" may mean ${reading.en}; each provision is decided for every reading.`,
      )
    : words(
        `“${text}”未注明类型，按通常所指作${reading.zh}。`,
        `"${text}" leaves the type open and is read as what it ordinarily is: ${reading.en}.`,
      );
}
