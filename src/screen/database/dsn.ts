import type { ClientConfig } from "pg";
import { unusable } from "../../input/problem.ts";
import { words } from "../../model/words.ts";

/** Where statements go unless the DSN says more: a statement that takes longer is ended by the server. */
const STATEMENT_TIMEOUT_MS = 120_000;
const CONNECT_TIMEOUT_MS = 15_000;

/** How reports and errors name the database: never with what is secret in the DSN. */
export const DATABASE = "--postgis";

/**
 * What a DSN says (连接串): `postgresql://user@host/database`, or `host=… dbname=…` as libpq takes it. What it
 * leaves out, the PG* variables and the password file give. Throws `Unusable`, which never repeats the DSN.
 */
export function configOf(dsn: string): ClientConfig {
  const said = isUri(dsn) ? { connectionString: dsn } : fieldsOf(dsn);
  return {
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "mineright",
    client_encoding: "UTF8",
    ...said,
  };
}

function isUri(dsn: string): boolean {
  if (!/^postgres(?:ql)?:\/\//i.test(dsn)) return false;
  try {
    new URL(dsn.replace("@/", "@localhost/"), "postgres://localhost");
    return true;
  } catch {
    return malformed();
  }
}

const FIELDS: Readonly<Record<string, keyof ClientConfig>> = {
  host: "host",
  hostaddr: "host",
  port: "port",
  dbname: "database",
  user: "user",
  password: "password",
  statement_timeout: "statement_timeout",
  options: "options",
};

const FIELD = /\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|(\S*))\s*/y;

/** `host=localhost dbname='my data'`. */
function fieldsOf(dsn: string): ClientConfig {
  const config: Record<string, unknown> = {};
  for (let at = 0; at < dsn.trimEnd().length; at = FIELD.lastIndex) {
    FIELD.lastIndex = at;
    const [, name = "", inQuotes, plain = ""] = FIELD.exec(dsn) ?? malformed();
    const value = (inQuotes ?? plain).replace(/\\(.)/g, "$1");
    const known = FIELDS[name];
    if (known !== undefined)
      config[known] = /^(?:port|statement_timeout)$/.test(name) ? Number(value) : value;
    else if (name === "sslmode") Object.assign(config, sslOf(value));
    else malformed();
  }
  return config;
}

/** As `sslmode` of a URI is taken. */
function sslOf(mode: string): ClientConfig {
  return mode === "disable" ? { ssl: false } : mode === "prefer" || mode === "allow" ? {} : { ssl: true };
}

function malformed(): never {
  unusable({
    file: DATABASE,
    message: words("看不懂连接串（内容不显示）", "the connection string isn't understood (it isn't shown)"),
    remedy: words(
      "写作 postgresql://用户@主机:端口/数据库，或 host=主机 dbname=数据库 user=用户；口令等宜用 PGPASSWORD 或 ~/.pgpass",
      "write postgresql://user@host:port/database, or host=HOST dbname=DATABASE user=USER; leave the password to PGPASSWORD or ~/.pgpass",
    ),
  });
}
