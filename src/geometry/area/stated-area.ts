import { decimal, readDecimal } from "../../model/decimal.ts";

/** Beside the rounding of the stated figure, what two ways of calculating may differ by. */
const RELATIVE = 1e-6;
/** The digits that a double prints for a decimal it was divided or multiplied from. */
const SURE_DIGITS = 15;

/**
 * Whether a stated figure is the measured one, rounded: they differ by no more than half a unit of its
 * last printed digit and a millionth. As text it keeps its zeros: 1.20 is closer than 1.2.
 */
export function statedAgrees(stated: number | string, measured: number): boolean {
  const text = typeof stated === "number" ? String(Number(stated.toPrecision(SURE_DIGITS))) : stated;
  const value = readDecimal(text);
  if (value === undefined || !Number.isFinite(measured)) return false;
  const places = /[.．]([\d０-９]*)/.exec(text)?.[1]?.length ?? 0;
  const exponent = Number(/e([+-]?\d+)/i.exec(text)?.[1] ?? 0);
  const halfUnit = decimal(`5e${exponent - places - 1}`);
  const calculated = decimal(measured).abs().times(RELATIVE);
  return value.minus(measured).abs().lte(halfUnit.plus(calculated));
}
