import { disputed, type Fact, known } from "../../model/facts.ts";
import type { Missing } from "../../model/truth.ts";
import { joinWords, type Words, words } from "../../model/words.ts";
import type { Layer } from "./layer.ts";
import type { Survey } from "./meeting.ts";
import { type Sliver, sliverWords } from "./sliver.ts";

/**
 * A value that rests on a survey. Where it rests on a layer's silence (`doubtful`), any doubt about the
 * layer leaves it open.
 */
export function decided<T>(
  value: T,
  doubtful: boolean,
  { doubts }: Pick<Survey, "doubts">,
  layers: readonly Layer[],
): Fact<T> {
  const [layer] = layers;
  const field = layer?.field ?? "layers";
  if (doubtful && doubts.length > 0) return disputed(doubted(field, doubts));
  return known(value, field, sourcesOf(layers));
}

/**
 * Open, since what stands against the value is a sliver; beside it the doubts about the layers.
 * @param what that which is a sliver, before its area: `the site sticks out of the county by`
 */
export function leftOpen(
  sliver: Sliver,
  what: Words,
  { doubts }: Pick<Survey, "doubts">,
  layers: readonly Layer[],
): Fact<never> {
  return disputed(doubted(layers[0]?.field ?? "layers", [sliverOn(layers, sliver, what), ...doubts]));
}

/** The same in words, with the layers' names. */
export function sliverOn(layers: readonly Layer[], sliver: Sliver, what: Words): Words {
  const [from, says] = [sourcesOf(layers), sliverWords(sliver, what)];
  return words(`${from.zh}：${says.zh}`, `${from.en}: ${says.en}`);
}

/** That the site sticks out of some ground. */
export function sticksOut(ground: Words): Words {
  return words(`申请范围超出${ground.zh}`, `the site sticks out of ${ground.en} by`);
}

/** That the site and some ground overlap. */
export function overlapsBy(ground: Words): Words {
  return words(`申请范围与${ground.zh}重叠`, `overlap with ${ground.en}:`);
}

function doubted(field: string, doubts: Survey["doubts"]): Missing {
  return { field, why: joinWords(doubts, "；", "; ") };
}

/** The files of layers with their dates, each once. */
export function sourcesOf(layers: readonly Layer[]): Words {
  const all = layers.map(({ source }) => source);
  return joinWords(all.filter(({ zh }, index) => all.findIndex((one) => one.zh === zh) === index));
}
