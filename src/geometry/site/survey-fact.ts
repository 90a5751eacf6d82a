import { disputed, type Fact, known } from "../../model/facts.ts";
import type { Missing } from "../../model/truth.ts";
import { joinWords, type Words } from "../../model/words.ts";
import type { Layer } from "./layer.ts";
import type { Survey } from "./site.ts";

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

function doubted(field: string, doubts: Survey["doubts"]): Missing {
  return { field, why: joinWords(doubts, "；", "; ") };
}

/** The files of layers with their dates, each once. */
export function sourcesOf(layers: readonly Layer[]): Words {
  const all = layers.map(({ source }) => source);
  return joinWords(all.filter(({ zh }, index) => all.findIndex((one) => one.zh === zh) === index));
}
