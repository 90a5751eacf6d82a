import { type Corner, type Drawn, inPlane, plane, type Ring } from "./ground.ts";

/** How a file writes its coordinates; planes of the 3° zone given, with its number before eastings or not. */
export type Numbers =
  | { readonly kind: "degrees" }
  | { readonly kind: "plane" | "prefixed"; readonly zone: number };

export const DEGREES: Numbers = { kind: "degrees" };

/** East and north as text: degrees to the tenth of a millimetre, metres to the millimetre. */
export function written(corner: Corner, numbers: Numbers): readonly [east: string, north: string] {
  if (numbers.kind === "degrees") return [corner[0].toFixed(9), corner[1].toFixed(9)];
  const [east, north] = inPlane(corner, plane(numbers.zone, numbers.kind === "prefixed"));
  return [east.toFixed(3), north.toFixed(3)];
}

/** 113°02′30.000″. */
export function degreesMinutesSeconds(
  degrees: number,
  [d, m, s]: readonly [string, string, string] = ["°", "′", "″"],
): string {
  const [whole, minutes, thousandths] = parts(degrees);
  return `${whole}${d}${two(minutes)}${m}${two(Math.floor(thousandths / 1000))}.${three(thousandths % 1000)}${s}`;
}

/** 113.0230 for 113°02′30″; DDDMMSS.sss without the point. */
export function packed(degrees: number, point: "." | ""): string {
  const [whole, minutes, thousandths] = parts(degrees);
  const seconds = `${two(Math.floor(thousandths / 1000))}${point === "." ? "" : "."}${three(thousandths % 1000)}`;
  return `${whole}${point}${two(minutes)}${seconds}`;
}

function parts(degrees: number): readonly [degrees: number, minutes: number, thousandths: number] {
  const all = Math.round(degrees * 3_600_000);
  return [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60, all % 60_000];
}

const two = (value: number) => String(value).padStart(2, "0");
const three = (value: number) => String(value).padStart(3, "0");

/** Rings as numbers, closed; shells clockwise and holes the other way if `clockwise`, else the reverse. */
export function closedRings(
  { rings }: Drawn,
  numbers: Numbers,
  turn: "shells-clockwise" | "shells-counterclockwise",
): readonly (readonly (readonly [number, number])[])[] {
  return rings.map((ring, index) => {
    const isShell = index === 0;
    const wanted = isShell === (turn === "shells-clockwise");
    const turned = isClockwise(ring) === wanted ? ring : ring.toReversed();
    const [first] = turned;
    return [...turned, ...(first ? [first] : [])].map((corner) => {
      const [east, north] = written(corner, numbers);
      return [Number(east), Number(north)] as const;
    });
  });
}

function isClockwise(ring: Ring): boolean {
  const [x0, y0] = ring[0] ?? [0, 0];
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x0, y0];
    return sum + (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  }, 0);
  return twice < 0;
}
