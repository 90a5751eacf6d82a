import { isBuilt } from "../support/built.ts";

// Asked anew: whoever had the lock before may have built it.
if (!isBuilt()) await import("./build.ts");
