import { idleAcceptance } from "./answers.ts";
import type { Check } from "./check.ts";
import { NAME_CHECKS } from "./form/names.ts";
import { SHAPE_CHECKS } from "./form/shape.ts";
import { TEXT_CHECKS } from "./form/text.ts";
import { LOCK_CHECKS } from "./lock/checks.ts";
import { OUTLINE_CHECKS } from "./outlines/checks.ts";
import { dateOutsidePeriod, titleOfOtherPeriod } from "./sense/dates.ts";
import { overCap } from "./sense/over-cap.ts";
import { quotaBelowMinimum, twoTotals } from "./sense/production.ts";
import { repeatedMineral } from "./sense/repeated-minerals.ts";
import { repeatedName } from "./sense/repeated-names.ts";
import { missingMethod, sizeOrder, twoMinimums } from "./sense/scale-rows.ts";
import { noSuchValue, totalsDisagree } from "./sense/stated-totals.ts";
import { incomparableUnit, notAnOutput } from "./sense/units.ts";

/**
 * Every check of a plan file, in the order of its documentation: first its form, then whether it makes
 * sense, then whether it is what was verified. A new check needs its file, a line here and its two examples, which tests run.
 */
export const CHECKS: readonly Check[] = [
  ...TEXT_CHECKS,
  ...SHAPE_CHECKS,
  ...NAME_CHECKS,
  repeatedName,
  repeatedMineral,
  dateOutsidePeriod,
  titleOfOtherPeriod,
  twoMinimums,
  missingMethod,
  sizeOrder,
  notAnOutput,
  incomparableUnit,
  twoTotals,
  quotaBelowMinimum,
  overCap,
  totalsDisagree,
  noSuchValue,
  ...OUTLINE_CHECKS,
  idleAcceptance,
  ...LOCK_CHECKS,
];
