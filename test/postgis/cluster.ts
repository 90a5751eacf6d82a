import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";

/** Set where these tests must run: then a machine without the server's programs is a failure. */
export const MUST_RUN = process.env["MINERIGHT_POSTGIS"] === "required";

/** Where Debian and others keep the server's programs. */
function programs(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(root, version, "bin")), "/usr/local/pgsql/bin"];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")));
}

const BIN = programs();

/** Why these tests can't run here; undefined: they can. */
function lacking(): string | undefined {
  if (BIN === undefined) return "there are no programs of a PostgreSQL server here";
  const { stdout } = spawnSync(join(BIN, "pg_config"), ["--sharedir"], { encoding: "utf8" });
  const version = BIN.split("/").at(-2) ?? "";
  const shared = [stdout?.trim() ?? "", join("/usr/share/postgresql", version)];
  const isThere = shared.some((folder) => existsSync(join(folder, "extension", "postgis.control")));
  return isThere ? undefined : "the PostgreSQL server here has no PostGIS";
}

/** Declares tests that need a server; where there can be none, they are skipped with the reason, or fail. */
export function describeWithServer(name: string, tests: () => void): void {
  const why = lacking();
  if (why === undefined) describe(name, tests);
  else if (MUST_RUN)
    it(name, () => {
      throw new Error(`${why}: apt-get install postgresql postgresql-15-postgis-3`);
    });
  else describe.skip(`${name} (skipped: ${why})`, tests);
}

/** A server of its own (私有测试集群): a temporary folder, a Unix socket and no port, nothing kept. */
export class Cluster {
  private constructor(
    private readonly folder: string,
    private readonly owner: { readonly uid: number; readonly gid: number } | undefined,
  ) {}

  /** Everybody is trusted but the role `locked`, which needs its password. */
  static start(): Cluster {
    const folder = mkdtempSync(join(tmpdir(), "mr-pg-"));
    // The server refuses to run as root.
    const owner = userInfo().uid === 0 ? postgresUser() : undefined;
    if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
    const cluster = new Cluster(folder, owner);
    cluster.program("initdb", [
      "-D",
      cluster.data,
      "-U",
      "tester",
      "--auth=trust",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--no-sync",
    ]);
    const rules = join(cluster.data, "pg_hba.conf");
    writeFileSync(rules, `local all locked scram-sha-256\n${readFileSync(rules, "utf8")}`);
    appendFileSync(
      join(cluster.data, "postgresql.conf"),
      "listen_addresses = ''\nfsync = off\nsynchronous_commit = off\nfull_page_writes = off\njit = off\nshared_buffers = 256MB\nwork_mem = 64MB\nmax_wal_size = 4GB\n",
    );
    cluster.program("pg_ctl", [
      "-D",
      cluster.data,
      "-w",
      "-l",
      join(folder, "log"),
      "-o",
      `-k ${folder}`,
      "start",
    ]);
    cluster.sql("CREATE DATABASE land", "postgres");
    cluster.sql("CREATE EXTENSION postgis");
    return cluster;
  }

  private get data(): string {
    return join(this.folder, "data");
  }

  /** How to reach it, as a user or as its owner. */
  dsn(user = "tester", more = ""): string {
    return `postgresql://${user}@/land?host=${encodeURIComponent(this.folder)}${more}`;
  }

  get host(): string {
    return this.folder;
  }

  /** Runs statements as its owner, and gives back what they print. */
  sql(text: string, database = "land"): string {
    const args = [
      "-X",
      "-q",
      "-v",
      "ON_ERROR_STOP=1",
      "-At",
      "-h",
      this.folder,
      "-U",
      "tester",
      "-d",
      database,
      "-f",
      "-",
    ];
    return done(
      "psql",
      spawnSync(join(BIN ?? "", "psql"), args, { input: text, encoding: "utf8", maxBuffer: 1 << 28 }),
    );
  }

  stop(): void {
    this.program("pg_ctl", ["-D", this.data, "-m", "immediate", "-w", "stop"]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private program(name: string, args: readonly string[]): void {
    done(
      name,
      spawnSync(join(BIN ?? "", name), args, {
        encoding: "utf8",
        stdio: ["ignore", "ignore", "pipe"],
        cwd: this.folder,
        ...this.owner,
      }),
    );
  }
}

function postgresUser(): { readonly uid: number; readonly gid: number } {
  const [, , uid, gid] = (
    readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((line) => line.startsWith("postgres:")) ?? ""
  ).split(":");
  if (uid === undefined || gid === undefined)
    throw new Error("there is no user postgres to run the server as");
  return { uid: Number(uid), gid: Number(gid) };
}

function done(name: string, { status, error, stderr, stdout }: SpawnSyncReturns<string>): string {
  if (status !== 0) throw new Error(`${name}: ${error?.message ?? stderr}`);
  return stdout ?? "";
}
