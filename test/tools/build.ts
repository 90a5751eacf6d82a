import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { checkedName } from "../../src/plan/checks/as-built.ts";
import { checkPlanFile } from "../../src/plan/checks/run.ts";
import { HOME } from "../../src/plan/home.ts";
import { compilePlan } from "../../src/plan/load/compile.ts";
import { compileStandards } from "../../src/plan/load/compile-standards.ts";
import { plansIn } from "../../src/plan/load/folder.ts";
import { lockFileOf } from "../../src/plan/load/lock-name.ts";
import { buildStandards } from "../../src/plan/load/standards.ts";
import { lockBeside } from "../../src/plan/verify/lock-file.ts";

/**
 * Builds `dist`: the program as one file with its code cache, and the bundled plans and standards as
 * validated JSON.
 */
const DIST = join(HOME, "dist");

/**
 * Modules of Node that libraries load at every start for what isn't used here: commander for
 * subcommands that are programs of their own, chalk to guess at colours that it is told. Loading them
 * takes longer than reading a plan.
 */
const NOT_USED: Readonly<Record<string, string>> = {
  "node:child_process": "module.exports = {};",
  "node:tty": "module.exports = { isatty: () => false };",
};

const withoutUnused: Plugin = {
  name: "without-unused",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:child_process|node:tty)$/ }, ({ path }) => ({ path, namespace: "none" }));
    onLoad({ filter: /.*/, namespace: "none" }, ({ path }) => ({ contents: NOT_USED[path] ?? "" }));
  },
};

async function bundle(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as { version: string };
  const common: BuildOptions = {
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    charset: "ascii",
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    legalComments: "none",
    plugins: [withoutUnused],
    // The CommonJS builds of some libraries hide their imports from a bundler.
    mainFields: ["module", "main"],
    define: { BUILT_VERSION: JSON.stringify(version), BUILT: "true", "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  };
  const entry = (from: string, to: string): BuildOptions => ({
    ...common,
    entryPoints: [join(HOME, from)],
    outfile: join(DIST, to),
  });
  await build(entry("src/cli/main.ts", "program.cjs"));
  escapeNonAscii(join(DIST, "program.cjs"));
  await build({
    ...entry("bin/mineright.ts", "mineright.cjs"),
    banner: { js: "#!/usr/bin/env node" },
    external: ["../src/*"],
  });
  // npx makes a command executable when it first installs it; what a later build puts in its place
  // must be so by itself.
  chmodSync(join(DIST, "mineright.cjs"), 0o755);
  await build(entry("test/tools/code-cache.ts", "code-cache.cjs"));
}

/**
 * The program is read as one byte a character, which is fastest, so it must be plain ASCII: the
 * bundler escapes texts but leaves regular expressions as they are.
 */
function escapeNonAscii(file: string): void {
  const escaped = readFileSync(file, "utf8").replace(
    /[\u0080-\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  writeFileSync(file, escaped);
}

async function compileData(): Promise<void> {
  const standardsData = await compileStandards(join(HOME, "rules", "standards"));
  const standards = buildStandards(standardsData);
  const write = (name: string, value: unknown) =>
    writeFileSync(join(DIST, "data", name), JSON.stringify(value));
  mkdirSync(join(DIST, "data"), { recursive: true });
  write("standards.json", standardsData);
  const names = [];
  for (const { id, code, file } of await plansIn(join(HOME, "plans"))) {
    const name = `plans/${id}.yaml`;
    const text = readFileSync(file, "utf8");
    write(`${id}.json`, await compilePlan(text, name, standards.minerals));
    write(checkedName(file), await checkPlanFile(Buffer.from(text), name, standards, lockBeside(file, name)));
    // Copies, by which a later run sees that neither has changed.
    for (const kept of [file, lockFileOf(file)]) copyFileSync(kept, join(DIST, "data", basename(kept)));
    names.push({ id, code, file: name });
  }
  write("plans.json", names);
}

rmSync(DIST, { recursive: true, force: true });
await compileData();
await bundle();
execFileSync(process.execPath, [join(DIST, "code-cache.cjs")], { stdio: "inherit" });
rmSync(join(DIST, "code-cache.cjs"));
