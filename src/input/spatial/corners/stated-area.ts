/** Units of area as headings and footers write them, in km². */
const UNITS: readonly (readonly [pattern: string, km2: number])[] = [
  ["km2|km²|平方公里|平方千米", 1],
  ["hm2|hm²|ha|公顷", 0.01],
  ["m2|m²|㎡|平方米", 1e-6],
];
const NUMBER = String.raw`(\d+(?:\.\d+)?)`;

/** The area that a line states with its unit: 面积：1.2345 km², 面积(公顷) 12.3. Undefined: none. */
export function areaIn(text: string): number | undefined {
  if (!/面积|area/i.test(text)) return undefined;
  for (const [unit, km2] of UNITS) {
    const found = new RegExp(`${NUMBER}\\s*(?:${unit})|(?:${unit})[^\\d]{0,4}${NUMBER}`, "i").exec(text);
    if (found !== null) return Number(found[1] ?? found[2]) * km2;
  }
  return undefined;
}
