import type { Client } from "pg";
import { asUnusable } from "./connection-error.ts";
import { configOf } from "./dsn.ts";
import type { Statement } from "./statement.ts";

/** A row as its columns' values in order; texts but for binary data. */
export type DatabaseRow = readonly unknown[];

/**
 * A connection to PostGIS in one read-only transaction (只读事务) that sees one state of the data. Whatever goes
 * wrong is told as `Unusable`, without anything secret.
 */
export class Database {
  private constructor(
    private readonly client: Client,
    private readonly secrets: readonly string[],
  ) {}

  /** Throws `Unusable`. */
  static async open(dsn: string): Promise<Database> {
    const { Client, types } = (await import("pg")).default;
    const binary = types.getTypeParser(BYTEA);
    const config = {
      ...configOf(dsn),
      // Texts stay texts: their columns' types tell what they are.
      types: {
        getTypeParser: (type: number) =>
          type === BYTEA ? binary : type === TEXTS ? types.getTypeParser(TEXTS) : String,
      },
    };
    const client = new Client(config as ConstructorParameters<typeof Client>[0]);
    const { password } = client as { password?: unknown };
    const secrets = [dsn, typeof password === "string" ? password : "", process.env["PGPASSWORD"] ?? ""];
    // A connection that breaks fails the statement that waits for it; unheard, it would end the program.
    client.on("error", () => {});
    const database = new Database(client, secrets);
    try {
      await client.connect();
      await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      await client.query("SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL extra_float_digits = 1");
    } catch (error) {
      await database.close();
      throw asUnusable(error, secrets);
    }
    return database;
  }

  /** Throws `Unusable`. */
  async rows({ text, values }: Pick<Statement, "text" | "values">): Promise<readonly DatabaseRow[]> {
    try {
      const { rows } = await this.client.query({ text, values: [...values], rowMode: "array" });
      return rows as readonly DatabaseRow[];
    } catch (error) {
      throw asUnusable(error, this.secrets);
    }
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => {});
  }
}

/** Oids of bytea and text[]. */
const [BYTEA, TEXTS] = [17, 1009];
