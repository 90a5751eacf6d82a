import { writeBoundaries } from "./layers/boundaries.ts";
import { writeBroken } from "./layers/broken.ts";
import { writeLayers } from "./layers/layers.ts";
import { SITES } from "./layers/site-sketches.ts";
import { writeSites } from "./layers/sites.ts";
import { clear } from "./layers/write.ts";

/**
 * Writes the synthetic spatial files under `fixtures/`: `npm run fixtures`. Everything is drawn from the
 * numbers in `layers/`, the same at each run; nothing is taken from real data.
 */
for (const { plan } of SITES) clear(`${plan}/boundaries`);
clear("boundaries");
await writeLayers();
await writeSites();
await writeBoundaries();
writeBroken();
