import { it } from "vitest";
import { readApplications } from "../src/input/application.ts";
import { deciderFor, fixturePath, locatedByLayers, readRegister } from "./support/world.ts";

it("b", async () => {
  const { applications } = await readApplications(
    fixturePath("fangcheng", "pass-granite-decided-from-layers.json"),
  );
  const one = applications[0]!;
  const d = await deciderFor("fangcheng");
  const register = await readRegister(fixturePath("registers", "fangcheng.json"));
  const loc = await locatedByLayers("fangcheng", applications);
  const out = [];
  for (let r = 0; r < 6; r++) {
    const t = performance.now();
    for (let i = 0; i < 200; i++) d.decide(one.application, { file: "x", register, location: loc.get(one) });
    out.push((((performance.now() - t) / 200) * 1000).toFixed(0));
  }
  process.stderr.write(out.join(" ") + " us\n");
});
