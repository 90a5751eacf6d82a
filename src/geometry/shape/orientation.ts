/** Rounding of the determinant in doubles, relative to its two products (Shewchuk 1997). */
const ROUNDING = (3 + 16 * (Number.EPSILON / 2)) * (Number.EPSILON / 2);
/** Below this, products may have lost digits to underflow. */
const TINY = 1e-280;

/**
 * Which way a → b → c turns: 1 left, -1 right, 0 exactly on one line. Exact for any finite numbers:
 * where rounding could decide, whole-number arithmetic does.
 */
export function orientation(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): -1 | 0 | 1 {
  const left = (ay - cy) * (bx - cx);
  const right = (ax - cx) * (by - cy);
  const turn = right - left;
  const bound = ROUNDING * (Math.abs(left) + Math.abs(right)) + TINY;
  if (turn > bound) return 1;
  if (turn < -bound) return -1;
  const leftIsZero = ay === cy || bx === cx;
  const rightIsZero = ax === cx || by === cy;
  if (leftIsZero && rightIsZero) return 0;
  return exactly(ax, ay, bx, by, cx, cy);
}

function exactly(...numbers: [number, number, number, number, number, number]): -1 | 0 | 1 {
  const exponent = Math.min(...numbers.map((number) => binary(number).exponent));
  const [ax, ay, bx, by, cx, cy] = numbers.map((number) => {
    const { digits, exponent: own } = binary(number);
    return digits << BigInt(own - exponent);
  }) as [bigint, bigint, bigint, bigint, bigint, bigint];
  const turn = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
  if (turn === 0n) return 0;
  return turn > 0n ? 1 : -1;
}

const bits = new DataView(new ArrayBuffer(8));

/** A double as digits · 2^exponent, exactly. */
function binary(number: number): { digits: bigint; exponent: number } {
  bits.setFloat64(0, number);
  const word = bits.getBigUint64(0);
  const power = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xf_ffff_ffff_ffffn;
  const digits = power === 0 ? fraction : fraction | 0x10_0000_0000_0000n;
  return { digits: word >> 63n === 1n ? -digits : digits, exponent: Math.max(power, 1) - 1075 };
}
