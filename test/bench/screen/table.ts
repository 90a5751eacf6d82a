/** A line of a table: a name and cells. */
export function row(name: string, ...cells: readonly string[]): string {
  return `  ${name.padEnd(42)}${cells.map((cell) => cell.padStart(11)).join("")}`;
}
