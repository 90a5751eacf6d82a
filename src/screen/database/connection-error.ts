import { type Problem, Unusable } from "../../input/problem.ts";
import { type Words, words } from "../../model/words.ts";
import { DATABASE } from "./dsn.ts";

interface Known {
  readonly codes: RegExp;
  readonly message: Words;
  readonly remedy: Words;
}

/** What goes wrong with databases, by SQLSTATE or by the system's code; the first that fits. */
const KNOWN: readonly Known[] = [
  {
    codes: /^28/,
    message: words(
      "数据库拒绝登录：用户名或口令不对，或不允许从此处连接",
      "the database refuses the login: user or password is wrong, or it may not connect from here",
    ),
    remedy: words(
      "核对 PGUSER、PGPASSWORD（或 ~/.pgpass、连接串），并请管理员核对 pg_hba.conf",
      "check PGUSER and PGPASSWORD (or ~/.pgpass, or the DSN), and with the administrator pg_hba.conf",
    ),
  },
  {
    codes: /^3D000$/,
    message: words("没有这个数据库", "there is no such database"),
    remedy: words("核对 PGDATABASE 或连接串中的数据库名", "check PGDATABASE, or the database in the DSN"),
  },
  {
    codes:
      /^(?:ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ECONNRESET|EACCES)$/,
    message: words("连不上数据库服务器", "the database server can't be reached"),
    remedy: words(
      "核对主机和端口（PGHOST、PGPORT 或连接串），以及服务器是否在运行",
      "check host and port (PGHOST, PGPORT or the DSN), and whether the server runs",
    ),
  },
  {
    codes: /^57014$/,
    message: words(
      "语句超过时限，已由数据库停止",
      "a statement took longer than its time limit, and the database ended it",
    ),
    remedy: words(
      "为几何列建空间索引（CREATE INDEX … USING gist）并 ANALYZE；或在连接串中给出更长的 statement_timeout（毫秒）",
      "give the geometry columns a spatial index (CREATE INDEX … USING gist) and ANALYZE; or a longer statement_timeout (in milliseconds) in the DSN",
    ),
  },
  {
    codes: /^(?:57P|08|ECONNABORTED|EPIPE)/,
    message: words("数据库连接中断", "the connection to the database broke off"),
    remedy: words(
      "待数据库恢复后重新运行；没有写出任何结果",
      "run it again when the database is back; no result was written",
    ),
  },
  {
    codes: /^42501$/,
    message: words("没有读取权限", "it may not be read"),
    remedy: words(
      "请管理员授权：GRANT USAGE ON SCHEMA 模式 TO 用户; GRANT SELECT ON 表 TO 用户;",
      "ask the administrator for GRANT USAGE ON SCHEMA schema TO user; GRANT SELECT ON table TO user;",
    ),
  },
  {
    codes: /^(?:42883|42704)$/,
    message: words(
      "数据库没有 PostGIS，或不在搜索路径中",
      "the database has no PostGIS, or it isn't in the search path",
    ),
    remedy: words("CREATE EXTENSION postgis;", "CREATE EXTENSION postgis;"),
  },
];

/** What the database or the way to it said, as a problem; secrets are taken out of it. */
export function asUnusable(error: unknown, secrets: readonly string[]): unknown {
  if (!(error instanceof Error) || error instanceof Unusable) return error;
  const { code, name } = error as Error & { code?: unknown };
  const known = typeof code === "string" ? KNOWN.find(({ codes }) => codes.test(code)) : timedOut(error);
  if (known !== undefined)
    return new Unusable([{ file: DATABASE, message: known.message, remedy: known.remedy }]);
  // A defect of ours has no code of the database's.
  if (typeof code !== "string" && name !== "error" && !/connection|SSL|SASL|SCRAM/i.test(error.message))
    return error;
  const said = secrets.reduce(
    (text, secret) => (secret === "" ? text : text.replaceAll(secret, "***")),
    error.message,
  );
  const problem: Problem = {
    file: DATABASE,
    message: words(`数据库报错：${said}`, `the database says: ${said}`),
  };
  return new Unusable([problem]);
}

function timedOut({ message }: Error): Known | undefined {
  if (/timeout expired|timeout exceeded/i.test(message))
    return KNOWN.find(({ codes }) => codes.test("ETIMEDOUT"));
  if (/terminated unexpectedly|Connection terminated/i.test(message))
    return KNOWN.find(({ codes }) => codes.test("08006"));
  if (/password must be a string|no password/i.test(message))
    return KNOWN.find(({ codes }) => codes.test("28P01"));
  return undefined;
}
