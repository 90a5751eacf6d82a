import { NARROWEST } from "../geometry/site/trim.ts";
import type { SuggestedCut, Suggestion } from "../model/suggestion.ts";
import { words } from "../model/words.ts";

/** Parts smaller than this share of the boundary applied for aren't suggested. */
export const LEAST_SHARE = 0.01;

export const NO_COORDINATES: Suggestion = {
  none: words(
    "申请没有范围坐标，不能给出建议范围",
    "the application has no coordinates, so no boundary can be suggested",
  ),
};
export const PASSES: Suggestion = {
  none: words("申请范围已符合，无须调整", "the boundary passes as it is, so none is suggested"),
};
export const NOT_BY_PLACE: Suggestion = {
  none: words(
    "未通过的条款都不是裁切范围能解决的（不因与图层的位置关系，或全部在所要求的区外），没有建议范围",
    "nothing that stands against it can be helped by taking off parts (it isn't for where layers lie, or it lies wholly outside of where it must be), so no boundary is suggested",
  ),
};
export const TOO_SMALL: Suggestion = {
  none: words(
    `裁切后所余各块都窄于 ${NARROWEST} 米或小于原范围的 ${LEAST_SHARE * 100}%，没有建议范围`,
    `every part that is left is narrower than ${NARROWEST} m or smaller than ${LEAST_SHARE * 100}% of the boundary, so none is suggested`,
  ),
};
export const UNDRAWN: Suggestion = {
  none: words(
    "裁切后的图形不能可靠地画出，没有建议范围",
    "what is left can't be drawn reliably, so no boundary is suggested",
  ),
};

export function nothingLeft({ how, subject }: SuggestedCut): Suggestion {
  const none =
    how === "away"
      ? words(
          `除去${subject.zh}后没有剩余，没有建议范围`,
          `nothing is left clear of the ${subject.en}, so no boundary is suggested`,
        )
      : words(
          `${subject.zh}内没有剩余，没有建议范围`,
          `nothing is left within the ${subject.en}, so no boundary is suggested`,
        );
  return { none };
}
