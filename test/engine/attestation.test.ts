import { describe, expect, it } from "vitest";
import { attest } from "../../src/engine/attestation.ts";
import { type Finding, FORCES, type Force, OUTCOMES, type Outcome } from "../../src/model/finding.ts";
import { by } from "../../src/model/ruling.ts";
import { words } from "../../src/model/words.ts";

function finding(outcome: Outcome, force: Force, final = false): Finding {
  return {
    rule: "prohibited-area",
    outcome,
    clauses: [{ id: "XX-SPA-01", at: "第一章", force, file: "plans/x.yaml", line: 1 }],
    message: () => words("已查。", "Found."),
    missing: [{ field: "site", why: words("未说明位置", "place not stated") }],
    remedy: () => by("applicant", "补充", "supply it"),
    because: [],
    ...(final ? { final } : {}),
  };
}

const OTHER = { clause: "XX-SPA-02", met: true, by: "张三" };
const MET = { clause: "XX-SPA-01", met: true, by: "张三" };
const NOT_MET = { clause: "XX-SPA-01", met: false, by: "张三", note: "现场查看" };

describe("an attestation", () => {
  it.each(FORCES)("found met settles a review of %s force as a pass that lacks nothing", (force) => {
    const settled = attest(finding("review", force), [OTHER, MET]);
    expect(settled).toMatchObject({ outcome: "pass", attestation: { by: "张三", met: true } });
    expect(settled.message()).toEqual(words("已查。经张三认定：符合。", "Found. Attested by 张三: met."));
    expect([settled.missing, settled.remedy]).toEqual([undefined, undefined]);
  });

  const NOT: readonly (readonly [force: Force, outcome: Outcome])[] = [
    ["mandatory", "fail"],
    ["principle", "review"],
    ["expected", "review"],
  ];
  it.each(NOT)("found not met makes a review of %s force a %s", (force, outcome) => {
    const settled = attest(finding("review", force), [NOT_MET]);
    expect(settled.outcome).toBe(outcome);
    expect(settled.message().zh).toContain("经张三认定：不符合（现场查看）");
    expect(settled.remedy).toBeDefined();
  });

  it.each(OUTCOMES.filter((one) => one !== "review"))("never changes a %s", (outcome) => {
    for (const attestation of [MET, NOT_MET]) {
      const given = finding(outcome, "mandatory");
      expect(attest(given, [attestation])).toBe(given);
    }
  });

  it("of another clause, or of what only a fact can settle, changes nothing", () => {
    const given = finding("review", "mandatory");
    expect(attest(given, [OTHER])).toBe(given);
    const final = finding("review", "mandatory", true);
    expect(attest(final, [MET])).toBe(final);
  });

  const UNSIGNED: readonly (readonly [
    what: string,
    attestation: { clause: string; met?: boolean; by?: string },
    field: string,
  ])[] = [
    ["no name", { clause: "XX-SPA-01", met: true }, "attestations[1].by"],
    ["no result", { clause: "XX-SPA-01", by: "张三" }, "attestations[1].met"],
  ];
  it.each(UNSIGNED)("with %s settles nothing and says what it lacks", (_what, attestation, field) => {
    const given = attest(finding("review", "mandatory"), [OTHER, attestation]);
    expect(given.outcome).toBe("review");
    expect(given.missing?.map((one) => one.field)).toEqual(["site", field]);
  });
});
