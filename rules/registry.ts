import type { Rule } from "../src/model/rule.ts";
import { allocation } from "./allocation.ts";
import { applicant } from "./applicant.ts";
import { designatedZone } from "./designated-zone.ts";
import { direction } from "./direction.ts";
import { existingRights } from "./existing-rights.ts";
import { explorationArea } from "./exploration-area.ts";
import { explorationDegree } from "./exploration-degree.ts";
import { mineCount } from "./mine-count.ts";
import { mineSize } from "./mine-size.ts";
import { mineralRecognised } from "./mineral-recognised.ts";
import { minimumScale } from "./minimum-scale.ts";
import { planArea } from "./plan-area.ts";
import { planPeriod } from "./plan-period.ts";
import { plannedBlock } from "./planned-block.ts";
import { productionTotal } from "./production-total.ts";
import { prohibitedArea } from "./prohibited-area.ts";
import { prohibitedMineral } from "./prohibited-mineral.ts";
import { recoveryRates } from "./recovery-rates.ts";
import { releaseSchedule } from "./release-schedule.ts";
import { requiredEvidence } from "./required-evidence.ts";
import { restrictedMineral } from "./restricted-mineral.ts";
import { scaleReservesMatch } from "./scale-reserves-match.ts";
import { serviceLife } from "./service-life.ts";
import { sizeStructure } from "./size-structure.ts";
import { stateFundedExploration } from "./state-funded-exploration.ts";
import { statedArea } from "./stated-area.ts";
import { statedSize } from "./stated-size.ts";
import { zoneCapacity } from "./zone-capacity.ts";

/**
 * Every rule, in the order of a report. Adding a rule means its file, its test and a line here: the
 * plan schema, the list of rules and the evaluation all follow from this table.
 */
export const RULES: readonly Rule[] = [
  planPeriod,
  planArea,
  mineralRecognised,
  prohibitedMineral,
  restrictedMineral,
  minimumScale,
  mineSize,
  scaleReservesMatch,
  statedSize,
  statedArea,
  serviceLife,
  productionTotal,
  mineCount,
  sizeStructure,
  prohibitedArea,
  designatedZone,
  zoneCapacity,
  plannedBlock,
  releaseSchedule,
  existingRights,
  allocation,
  explorationDegree,
  explorationArea,
  stateFundedExploration,
  requiredEvidence,
  applicant,
  recoveryRates,
  direction,
] as readonly Rule[];
