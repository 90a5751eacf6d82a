import { loadProgram } from "./load-program.ts";

/** Set by the build, which puts the program into one file beside this one. */
declare const BUILT: true | undefined;

const args = process.argv.slice(2);
if (typeof BUILT === "undefined") void import("../src/cli/main.ts").then(({ main }) => main(args));
else void loadProgram(__dirname).main(args);
