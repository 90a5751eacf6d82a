import type { Application } from "../model/application.ts";
import type { Decimal } from "../model/decimal.ts";
import { km2Words } from "../model/fact-words.ts";
import { type Fact, known, type Overlap } from "../model/facts.ts";
import type { MeasuredSite } from "../model/measured-site.ts";
import type { PlanInForce, Zone, ZoneKind } from "../model/plan.ts";
import { agreesAsCounted, agreesAsStated, samePrinted } from "../model/rounding.ts";
import type { Constraint, Relation } from "../model/terms.ts";
import { type Words, words } from "../model/words.ts";
import { blockFact } from "./measured-block.ts";
import { overlappedRights } from "./measured-rights.ts";
import { ZoneFacts } from "./measured-zones.ts";
import { settle } from "./settle.ts";
import { overlapWith } from "./site-facts.ts";

const COORDINATES = words("坐标", "the coordinates");

/**
 * Where a site lies, of which a boundary was given: by its coordinates and the layers, and by what is
 * declared where no layer speaks.
 */
export class LocatedFacts {
  private zoneFacts: ZoneFacts | undefined;

  constructor(
    private readonly location: MeasuredSite,
    private readonly application: Application,
    private readonly inForce: PlanInForce,
  ) {}

  /** A field of the application that coordinates or layers speak of; others as they were read. */
  field(path: string, declared: Fact<unknown>): Fact<unknown> {
    const { location, inForce } = this;
    switch (path) {
      case "areaKm2":
        return area(path, location.areaKm2, declared as Fact<Decimal>);
      case "basicBlocks":
        return counted(path, location.basicBlocks, declared as Fact<Decimal>);
      case "base.areaKm2":
        return location.base?.areaKm2 === undefined
          ? declared
          : area(path, location.base.areaKm2, declared as Fact<Decimal>);
      case "base.within":
        return yesNo(path, location.base?.within, declared as Fact<boolean>, WITHIN, false);
      case "site.inCounty":
        // Out of the county nothing else is decided, so it is no admission.
        return yesNo(path, location.inCounty, declared as Fact<boolean>, IN_COUNTY);
      case "site.arableLand":
        return yesNo(path, location.arableLand, declared as Fact<boolean>, ARABLE, true);
      case "site.existingRights":
        return overlappedRights(location.existingRights, declared as Parameters<typeof overlappedRights>[1]);
      default:
        return path.startsWith(BLOCK)
          ? blockFact(
              path.slice(BLOCK.length) as Parameters<typeof blockFact>[0],
              location.block,
              declared,
              inForce,
            )
          : declared;
    }
  }

  constraint(key: Constraint): Fact<Overlap> {
    const declared = overlapWith(this.application.site?.constraints, key);
    const measured = this.location.constraints[key];
    const both = settle(measured, declared, {
      field: `site.constraints.${key}`,
      print: overlapWords,
      agree: (a, b) => a.overlaps === b.overlaps,
      againstInterest: ({ overlaps }) => overlaps,
    });
    const stated = declared.known ? declared.value.km2 : undefined;
    const differs =
      both.known && both.value.overlaps && stated !== undefined && both.value.km2 !== undefined
        ? !agreesAsStated(stated, both.value.km2)
        : false;
    return both.known && differs && stated !== undefined
      ? { ...both, value: { ...both.value, declaredKm2: stated } }
      : both;
  }

  relationTo(zone: Zone): Fact<Relation> {
    return this.zones.toZone(zone);
  }

  relationToKind(kind: ZoneKind): Fact<Relation> {
    return this.zones.toKind(kind);
  }

  private get zones(): ZoneFacts {
    const { location, application, inForce } = this;
    this.zoneFacts ??= new ZoneFacts(location.zones, application.site?.zones, inForce.plan);
    return this.zoneFacts;
  }
}

const BLOCK = "site.block.";

/**
 * An area: the measured one, exact as it is, unless the stated one is the same to all digits that
 * areas are printed with. A stated one that is only rougher doesn't hide what was measured.
 */
function area(field: string, measured: Decimal, declared: Fact<Decimal>): Fact<Decimal> {
  if (declared.known && samePrinted(declared.value, measured)) return declared;
  return settle(known(measured, "geometry", COORDINATES), declared, {
    field,
    print: (one) => km2Words(one, 4),
    agree: agreesAsStated,
  });
}

function counted(field: string, measured: Decimal | undefined, declared: Fact<Decimal>): Fact<Decimal> {
  if (measured === undefined) return declared;
  return settle(known(measured, "geometry", COORDINATES), declared, {
    field,
    print: (one) => words(`${one.toFixed()} 个基本单位区块`, `${one.toFixed()} basic unit blocks`),
    agree: agreesAsCounted,
  });
}

type YesNo = readonly [yes: Words, no: Words];

function yesNo(
  field: string,
  measured: Fact<boolean> | undefined,
  declared: Fact<boolean>,
  [yes, no]: YesNo,
  admission?: boolean,
): Fact<boolean> {
  return settle(measured, declared, {
    field,
    print: (one) => (one ? yes : no),
    agree: (a, b) => a === b,
    ...(admission === undefined ? {} : { againstInterest: (one) => one === admission }),
  });
}

const WITHIN: YesNo = [
  words("在原矿业权范围内", "within the existing right"),
  words("超出原矿业权范围", "beyond the existing right"),
];
const IN_COUNTY: YesNo = [
  words("在本行政区内", "in the county"),
  words("在本行政区外", "outside the county"),
];
const ARABLE: YesNo = [
  words("占用（可）耕地", "on arable land"),
  words("不占用（可）耕地", "not on arable land"),
];

function overlapWords({ overlaps, km2 }: Overlap): Words {
  if (!overlaps) return words("不重叠", "clear");
  if (km2 === undefined) return words("重叠", "overlaps");
  const size = km2Words(km2, 4);
  return words(`重叠 ${size.zh}`, `overlaps by ${size.en}`);
}
