import { InvalidArgumentError } from "commander";

/** More is no tolerance for boundaries drawn by different hands, but a part of the site. */
const MOST_TOLERANCE_M2 = 100;

/** Reads a tolerance in m². */
export function squareMetres(value: string): number {
  const m2 = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && m2 <= MOST_TOLERANCE_M2) return m2;
  throw new InvalidArgumentError("Write square metres, like 1 or 0.5, at most 100.");
}

/** Reads a day as YYYY-MM-DD. */
export function calendarDate(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && date.toJSON()?.startsWith(value)) return value;
  throw new InvalidArgumentError("Write a day of the calendar as YYYY-MM-DD.");
}

/** Reads a number from 1 to 64. */
export function wholeNumber(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= 64) return number;
  throw new InvalidArgumentError("Write a whole number from 1 to 64.");
}

/** Reads a number of things: 1 or more. */
export function countingNumber(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError("Write a whole number, 1 or more.");
}
