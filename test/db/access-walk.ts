/** What the walks over every table share: two travellers with a row in each, and readers whose attempts are undone. */
import { randomUUID } from "node:crypto";
import sql, { join, raw, type Sql } from "sql-template-tag";
import { z } from "zod";
import { hashShareToken, newShareToken } from "../../db/share-token.ts";
import { codeOf } from "../../db/sql-errors.ts";
import type { Actor } from "../../db/transaction.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { MATRIX, type Reader } from "./access-matrix.ts";
import { openTestDatabase, type TestDatabase } from "./database-for-tests.ts";
import { OwnersRows, readShapes, type ValuesFor } from "./rows-for-tests.ts";

export interface Answer {
  rows: Record<string, unknown>[];
  count: number;
}
export type Run = (statement: Sql) => Promise<Answer>;
export type Key = Record<string, string>;

export interface AccessWalk {
  database: TestDatabase;
  ownerId: string;
  otherId: string;
  owners: OwnersRows;
  others: OwnersRows;
  /** Runs the work as that reader, and undoes it. */
  as(reader: Reader, work: (run: Run) => Promise<void>): Promise<void>;
}

const rowSchema = z.record(z.string(), z.unknown());
class Undo extends Error {}

export async function openAccessWalk(): Promise<AccessWalk> {
  const shareToken = newShareToken();
  const [ownerId, otherId] = [randomUUID(), randomUUID()];
  const database = await openTestDatabase({ catalogue: "none" });
  const shapes = await readShapes(database);
  const rowsOf = (userId: string, shareHash: string | null): OwnersRows => {
    const valuesFor: ValuesFor = async (name, idOf) =>
      (await MATRIX[name]?.values?.({ userId, shareHash, idOf })) ?? {};
    return new OwnersRows(database, shapes, valuesFor);
  };
  const actors: Record<Exclude<Reader, "nobody">, Actor> = {
    owner: { kind: "user", userId: ownerId },
    other: { kind: "user", userId: otherId },
    link: { kind: "guest", shareToken },
    wrongLink: { kind: "guest", shareToken: newShareToken() },
    noLink: { kind: "guest", shareToken: null },
    service: { kind: "service" },
    importer: { kind: "importer" },
  };
  return {
    database,
    ownerId,
    otherId,
    owners: rowsOf(ownerId, hashShareToken(shareToken)),
    others: rowsOf(otherId, null),
    as: (reader, work) => (reader === "nobody" ? asNobody(database, work) : asActor(database, actors[reader], work)),
  };
}

async function asActor(database: TestDatabase, actor: Actor, work: (run: Run) => Promise<void>): Promise<void> {
  const undone = database.db.transaction(actor, async (tx) => {
    await tx.execute(sql`savepoint before`);
    await work(async (statement) => {
      if (!statement.text.startsWith("select")) return { rows: [], count: await tx.execute(statement) };
      const rows = await tx.many(rowSchema, statement);
      return { rows, count: rows.length };
    });
    throw new Undo();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
}

/** The travellers' role with no traveller named: no actor of the program can be that. */
function asNobody(database: TestDatabase, work: (run: Run) => Promise<void>): Promise<void> {
  return database.migrations.withClient(async (client) => {
    await client.query(
      `begin; set local role tripwright_app; set local app.current_user_id = ''; set local app.share_token = '';
       set local search_path = "${database.schema}", public; savepoint before`,
    );
    await work(async (statement) => {
      const { rows, rowCount } = await client.query(statement);
      return { rows: z.array(rowSchema).parse(rows), count: rowCount ?? 0 };
    });
    await client.query("rollback");
  });
}

/** Rights are judged before keys and checks: whoever is stopped by one of those was let through. */
function refusal(thrown: unknown): string {
  const error = thrown instanceof TripwrightError ? thrown.cause : thrown;
  const sqlstate = codeOf(error);
  if (sqlstate.startsWith("23")) return "writes";
  if (sqlstate === "55000") return "impossible";
  if (sqlstate !== "42501" || !(error instanceof Error)) throw thrown;
  return error.message.includes("row-level security") ? "refused" : "denied";
}

export async function attempt(run: Run, statement: Sql, read: (answer: Answer) => string): Promise<string> {
  const outcome = await run(statement).then(read, refusal);
  await run(sql`rollback to savepoint before`);
  return outcome;
}

export const written = ({ count }: Answer): string => (count > 0 ? "writes" : "none");

export const isRow = (key: Key): Sql =>
  join(
    Object.entries(key).map(([column, value]) => sql`${raw(column)} = ${value}`),
    " and ",
  );
