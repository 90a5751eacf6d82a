import type { LayerState, MeasuredLayer } from "../../model/measured-site.ts";
import { zoneWords } from "../../model/plan.ts";
import { CONSTRAINTS, RIGHTS } from "../../model/terms.ts";
import { type Words, words } from "../../model/words.ts";
import type { Layer, LayerSubject } from "./layer.ts";

/** What came of each layer while a site was held against them, by the layer's entry. */
export class LayerStates {
  private readonly states = new Map<string, LayerState>();

  /** The layer is looked at; it is clear until something is found. */
  look(layer: Layer): void {
    this.raise(layer, "clear");
  }

  /** Something in common counts more than a doubt, and a doubt more than nothing. */
  raise(layer: Layer, state: LayerState): void {
    const before = this.of(layer);
    if (RANK.indexOf(state) > RANK.indexOf(before)) this.states.set(keyOf(layer), state);
  }

  of(layer: Layer): LayerState {
    return this.states.get(keyOf(layer)) ?? "unused";
  }
}

const RANK: readonly LayerState[] = ["unused", "clear", "doubt", "overlap"];

/** Surveys make copies of layers, whose entry stays the same; a register has one for each kind of right. */
function keyOf({ field, subject }: Layer): string {
  return subject.of === "existing-right" ? `${field} ${subject.right ?? ""}` : field;
}

/** Every layer with what it stands for and what came of it, as reports list them; those alike once. */
export function layersLookedAt(layers: readonly Layer[], states: LayerStates): readonly MeasuredLayer[] {
  const rows = new Map<string, MeasuredLayer>();
  for (const layer of layers) {
    const { source, madeBy, field, subject } = layer;
    const row = {
      subject: subjectWords(subject),
      source,
      ...(madeBy === undefined ? {} : { madeBy }),
      state: states.of(layer),
      field,
    };
    const key = JSON.stringify([field, row.subject.zh, row.state]);
    if (!rows.has(key)) rows.set(key, row);
  }
  return [...rows.values()];
}

function subjectWords(subject: LayerSubject): Words {
  switch (subject.of) {
    case "county":
      return words("县域", "the county");
    case "arable-land":
      return words("耕地", "arable land");
    case "constraint":
      return CONSTRAINTS[subject.key];
    case "zone":
      return zoneWords(subject.name);
    case "zone-kind":
      return zoneWords(subject.kind);
    case "block":
      return words(`规划区块（${RIGHTS[subject.right].zh}）`, `planned blocks (${RIGHTS[subject.right].en})`);
    case "existing-right":
      return subject.right === undefined
        ? words("已设矿业权", "existing rights")
        : words(`已设${RIGHTS[subject.right].zh}`, `existing ${RIGHTS[subject.right].en}s`);
  }
}
