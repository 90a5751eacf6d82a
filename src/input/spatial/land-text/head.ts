import type { CrsEvidence } from "../../../geometry/crs/crs.ts";
import { type Words, words } from "../../../model/words.ts";
import type { TextLine } from "../corners/key-values.ts";
import type { FailLine } from "../corners/notation.ts";
import { widthOf } from "../corners/stated-crs.ts";

/** The lines of `[属性描述]` by their keys. */
export type HeadLines = ReadonlyMap<string, TextLine>;

export interface LandHead {
  readonly stated: NonNullable<CrsEvidence["stated"]>;
  readonly notes: readonly Words[];
}

/** Reads 坐标系, 几度分带, 带号 and what else bears on the coordinates. Fails at what isn't understood. */
export function landHead(lines: HeadLines, fail: FailLine): LandHead {
  const projection = lines.get("投影类型");
  if (projection !== undefined && projection.text !== "" && !/高斯|gauss/i.test(projection.text))
    fail(
      projection.line,
      words(`投影类型“${projection.text}”不能读取`, `the projection "${projection.text}" can't be read`),
      words("转为高斯-克吕格投影或经纬度", "convert it to Gauss-Krüger or to longitudes and latitudes"),
    );
  const unit = lines.get("计量单位");
  if (unit !== undefined && unit.text !== "" && !/^(?:米|m|meters?|度|°|degrees?|十进制度)$/i.test(unit.text))
    fail(
      unit.line,
      words(`计量单位“${unit.text}”不能读取`, `the unit "${unit.text}" can't be read`),
      words("坐标以米或度为单位", "coordinates are in metres or degrees"),
    );
  const datum = lines.get("坐标系")?.text;
  const width = widthIn(lines.get("几度分带"), fail);
  const zone = zoneIn(lines.get("带号"), fail);
  const shift = lines.get("转换参数");
  return {
    stated: {
      ...(datum && { datum }),
      ...(width && { width }),
      ...(zone !== undefined && { zone }),
    },
    notes:
      shift !== undefined && /[1-9]/.test(shift.text)
        ? [
            words(
              `第 ${shift.line} 行的转换参数未使用`,
              `the transformation parameters in line ${shift.line} weren't used`,
            ),
          ]
        : [],
  };
}

function widthIn(given: TextLine | undefined, fail: FailLine): 3 | 6 | undefined {
  if (given === undefined || given.text === "") return undefined;
  return (
    widthOf(given.text) ??
    fail(
      given.line,
      words(`几度分带“${given.text}”应为 3 或 6`, `the zone width "${given.text}" should be 3 or 6`),
      words("写成 几度分带=3", "write 几度分带=3"),
    )
  );
}

function zoneIn(given: TextLine | undefined, fail: FailLine): number | undefined {
  if (given === undefined || /^0*$/.test(given.text)) return undefined;
  const digits = /^(\d{1,2})(?:\s*带)?$/.exec(given.text)?.[1];
  if (digits !== undefined) return Number(digits);
  return fail(
    given.line,
    words(`带号“${given.text}”不是数字`, `the zone "${given.text}" isn't a number`),
    words("写成 带号=38", "write 带号=38"),
  );
}
