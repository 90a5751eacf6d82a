import { describe, expect, it } from "vitest";
import { applicationSchema } from "../../src/model/application.ts";
import { readCases } from "../support/cases.ts";

const gold = readCases("fangcheng").base["gold"];

/** As officials, registers and applicants write it, and what it is read as. */
const WRITTEN: readonly (readonly [field: string, written: string, read: string])[] = [
  ["method", "露天", "open-pit"],
  ["method", "露天开采", "open-pit"],
  ["method", "地下开采", "underground"],
  ["method", "井工开采", "underground"],
  ["method", "露天+地下", "both"],
  ["method", "露天、地下", "both"],
  ["method", "露天和地下开采", "both"],
  ["method", "露天／地下开采", "both"],
  ["method", " 露天 开采 ", "open-pit"],
  ["operation", "新立", "new"],
  ["operation", "延续登记", "renewal"],
  ["depositSize", "大型矿床", "large"],
  ["mineSize", "小", "small"],
  ["allocation", "挂牌出让", "listing"],
  ["authority", "省级", "province"],
];

describe("a term of a closed list", () => {
  it.each(WRITTEN)("%s %s", (field, written, read) => {
    expect(applicationSchema.parse({ ...gold, [field]: written })).toHaveProperty(field, read);
  });

  it.each([
    ["method", "露天转地下"],
    ["method", "水采"],
    ["mineSize", "大中型"],
    ["operation", "新建"],
    ["authority", "乡级"],
    ["method", "constructor"],
  ])("%s %s is refused", (field, written) => {
    const { success, error } = applicationSchema.safeParse({ ...gold, [field]: written });
    expect(success).toBe(false);
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
