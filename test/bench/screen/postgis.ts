import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { freemem, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { type Areas, LEAST } from "./answer.ts";
import { toEqualArea } from "./equal-area.ts";
import { type Shape, shapesInCollection, shapesInLines } from "./shapes.ts";
import { wkbOf } from "./wkb.ts";

/** Where Debian keeps PostgreSQL's programs. */
const BIN = "/usr/lib/postgresql/15/bin";
/** What PostgreSQL won't run as root. */
const USER = "postgres";
const BUFFERS_MB = 2048;
/** Pieces of a zone have at most so many corners. */
const PIECE_CORNERS = 64;

/** The pairs by a query over `c` (candidates) and `z` (zones). */
const PLAIN = `SELECT c.id AS c, z.id AS z, ST_Area(ST_Intersection(c.g, z.g)) AS a
  FROM c JOIN z ON ST_Intersects(c.g, z.g)`;
/** Over the zones in pieces (`p`): candidates within a piece aren't cut. */
const TUNED = `SELECT c.id AS c, p.id AS z,
    sum(CASE WHEN ST_CoveredBy(c.g, p.g) THEN ST_Area(c.g) ELSE ST_Area(ST_Intersection(c.g, p.g)) END) AS a
  FROM c JOIN p ON ST_Intersects(c.g, p.g) GROUP BY c.id, p.id`;

/** How PostGIS is asked: by one process, or that and two workers; of whole zones (plain) or of pieces (tuned). */
export const WAYS = {
  "PostGIS plain, 1 process": { query: PLAIN, needsPieces: false, workers: 0 },
  "PostGIS plain, 2 workers": { query: PLAIN, needsPieces: false, workers: 2 },
  "PostGIS tuned, 1 process": { query: TUNED, needsPieces: true, workers: 0 },
  "PostGIS tuned, 2 workers": { query: TUNED, needsPieces: true, workers: 2 },
} as const;
export type Way = keyof typeof WAYS;

export interface Loading {
  /** Copying ready geometries, indexing, analysing. */
  readonly tables: number;
  /** Cutting the zones into pieces and indexing them. */
  readonly pieces: number;
}

/** PostGIS in a cluster of its own, which is gone when it is closed. */
export class PostGis {
  private constructor(
    private readonly folder: string,
    private readonly client: Client,
    readonly version: string,
  ) {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        stop(folder);
        process.exit(1);
      });
  }

  /** Undefined: it isn't installed here. */
  static async start(): Promise<PostGis | undefined> {
    if (!existsSync(join(BIN, "initdb"))) return undefined;
    const folder = mkdtempSync(join(tmpdir(), "mineright-postgis-"));
    if (isRoot()) execFileSync("chown", [USER, folder]);
    // The server reads the files that are made for it.
    chmodSync(folder, 0o755);
    try {
      asUser("initdb", "-D", join(folder, "data"), "-A", "trust", "-U", USER, "--no-sync", "-E", "UTF8");
      asUser(
        "pg_ctl",
        "start",
        "-w",
        "-D",
        join(folder, "data"),
        "-l",
        join(folder, "log"),
        "-o",
        settings(folder),
      );
      return await PostGis.connected(folder);
    } catch (error) {
      stop(folder);
      throw error;
    }
  }

  private static async connected(folder: string): Promise<PostGis> {
    const client = new Client({ host: folder, port: 5432, user: USER, database: "postgres" });
    await client.connect();
    await client.query("CREATE EXTENSION postgis");
    const { rows } = await client.query<{ pg: string; postgis: string; geos: string }>(
      "SELECT current_setting('server_version') AS pg, postgis_lib_version() AS postgis, postgis_geos_version() AS geos",
    );
    const [{ pg, postgis, geos } = { pg: "", postgis: "", geos: "" }] = rows;
    return new PostGis(folder, client, `PostgreSQL ${pg.split(" ")[0]}, PostGIS ${postgis}, GEOS ${geos}`);
  }

  /** Takes the place of what was loaded before; how long it took in seconds. */
  async load(candidates: string, zones: string): Promise<Loading> {
    await this.client.query("DROP TABLE IF EXISTS c, z, p");
    const files = {
      c: this.copyOf("c", shapesInLines(candidates)),
      z: this.copyOf("z", shapesInCollection(zones)),
    };
    const tables = await this.seconds([
      ...Object.entries(files).flatMap(([table, file]) => [
        `CREATE UNLOGGED TABLE ${table} (id int, g geometry)`,
        `COPY ${table} FROM '${file}'`,
        `CREATE INDEX ON ${table} USING gist (g)`,
        `ANALYZE ${table}`,
      ]),
    ]);
    const pieces = await this.seconds([
      `CREATE UNLOGGED TABLE p AS SELECT id, ST_Subdivide(g, ${PIECE_CORNERS}) AS g FROM z`,
      "CREATE INDEX ON p USING gist (g)",
      "ANALYZE p",
    ]);
    return { tables, pieces };
  }

  /** How long the query takes in seconds, and how many pairs it finds. */
  async ask(way: Way): Promise<{ readonly seconds: number; readonly pairs: number }> {
    await this.prepare(way);
    const start = process.hrtime.bigint();
    const { rows } = await this.client.query<{ pairs: string }>(
      `SELECT count(*) AS pairs, sum(a) AS total FROM (${WAYS[way].query}) found WHERE a > ${LEAST}`,
    );
    return { seconds: since(start), pairs: Number(rows[0]?.pairs) };
  }

  async areas(way: Way): Promise<Areas> {
    await this.prepare(way);
    const { rows } = await this.client.query<{ c: number; z: number; a: number }>(
      `SELECT * FROM (${WAYS[way].query}) found WHERE a > ${LEAST}`,
    );
    return new Map(rows.map(({ c, z, a }) => [`${c} ${z}`, a]));
  }

  /** The most memory that the connection's process held so far, with what it touched of the shared buffers. */
  async megabytes(): Promise<number> {
    const { rows } = await this.client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const status = readFileSync(`/proc/${rows[0]?.pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  async close(): Promise<void> {
    await this.client.end();
    stop(this.folder);
  }

  private async prepare(way: Way): Promise<void> {
    await this.client.query(`SET max_parallel_workers_per_gather = ${WAYS[way].workers}`);
  }

  private async seconds(statements: readonly string[]): Promise<number> {
    const start = process.hrtime.bigint();
    for (const statement of statements) await this.client.query(statement);
    return since(start);
  }

  /** A file as COPY reads it. */
  private copyOf(table: string, shapes: readonly Shape[]): string {
    const file = join(this.folder, `${table}.copy`);
    const lines = shapes.map((shape, at) => `${at}\t${wkbOf(toEqualArea(shape).polygons).toString("hex")}\n`);
    writeFileSync(file, lines.join(""));
    return file;
  }
}

/** Only a socket in its own folder; nothing is kept safe, since nothing is to be kept; workers are never too dear. */
function settings(folder: string): string {
  const buffers = Math.min(BUFFERS_MB, Math.floor(freemem() / 4 / 1024 / 1024));
  const set = {
    listen_addresses: "''",
    unix_socket_directories: folder,
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    shared_buffers: `${buffers}MB`,
    work_mem: "256MB",
    jit: "off",
    parallel_setup_cost: "0",
    parallel_tuple_cost: "0",
    min_parallel_table_scan_size: "0",
    min_parallel_index_scan_size: "0",
  };
  return Object.entries(set)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
}

function stop(folder: string): void {
  const data = join(folder, "data");
  if (existsSync(join(data, "postmaster.pid"))) asUser("pg_ctl", "stop", "-w", "-m", "fast", "-D", data);
  rmSync(folder, { recursive: true, force: true });
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

/** Runs one of PostgreSQL's programs as a user that it accepts. */
function asUser(program: string, ...args: readonly string[]): void {
  const command = [join(BIN, program), ...args];
  const [first = "", ...rest] = isRoot() ? ["runuser", "-u", USER, "--", ...command] : command;
  const { status, stderr, stdout } = spawnSync(first, rest, {
    encoding: "utf8",
    cwd: "/",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}${stdout}`);
}

function since(start: bigint): number {
  return Number(process.hrtime.bigint() - start) / 1e9;
}
