/** So many terms leave off less than 1e-16 of what varies with latitude, a degree to each side. */
const TERMS = 9;

/** Where a function on [−1, 1] is looked at: at Chebyshev's nodes, where interpolation is steady. */
export const NODES: readonly number[] = Array.from({ length: TERMS }, (_, at) => Math.cos(angle(at)));

/** The coefficients of the polynomial that has these values at {@link NODES}, the constant first. */
export function polynomialThrough(values: readonly number[]): readonly number[] {
  return MATRIX.map((row) => row.reduce((sum, weight, at) => sum + weight * (values[at] as number), 0));
}

/** For each power of x the weights of the values, by way of T₀ = 1, T₁ = x, Tₙ₊₁ = 2x·Tₙ − Tₙ₋₁. */
const MATRIX: readonly (readonly number[])[] = matrix();

function matrix(): readonly (readonly number[])[] {
  const rows = NODES.map(() => new Array<number>(TERMS).fill(0));
  let before: readonly number[] = [];
  let here: readonly number[] = [1];
  for (let order = 0; order < TERMS; order++) {
    for (const [power, coefficient] of here.entries())
      for (const at of NODES.keys()) {
        const weight = ((order === 0 ? 1 : 2) / TERMS) * Math.cos(order * angle(at));
        (rows[power] as number[])[at] = (rows[power]?.[at] ?? 0) + coefficient * weight;
      }
    const twice = order === 0 ? 1 : 2;
    const last = before;
    const next = [0, ...here.map((coefficient) => twice * coefficient)];
    before = here;
    here = next.map((coefficient, power) => coefficient - (last[power] ?? 0));
  }
  return rows;
}

function angle(at: number): number {
  return (Math.PI * (at + 0.5)) / TERMS;
}
