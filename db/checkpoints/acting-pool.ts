/**
 * What LangGraph's `PostgresSaver` uses of a `pg` pool, over our transactions: every statement runs under
 * the traveller's role with the user set. Its own BEGIN … COMMIT becomes one transaction of ours, sent whole
 * at the COMMIT: the saver only writes in between and looks at no result, so nothing is held open while it
 * works, and a serialization failure repeats all of it.
 */
import type { Pool } from "pg";
import { Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { Actor, Database } from "../transaction.ts";

interface Answer {
  rows: Record<string, unknown>[];
}
type Query = (text: string, values?: readonly unknown[]) => Promise<Answer>;

const NOTHING: Answer = { rows: [] };
const WRITE = /^\s*(insert|delete)\b/i;
const rowSchema = z.record(z.string(), z.unknown());

/** `$1` and its value, as a template that holds both. */
function statementOf(text: string, values: readonly unknown[]): Sql {
  const pieces = text.split(/\$(\d+)/);
  const marks = pieces.filter((_, index) => index % 2 === 1);
  return new Sql(
    pieces.filter((_, index) => index % 2 === 0),
    marks.map((mark) => values[Number(mark) - 1]),
  );
}

interface Write {
  text: string;
  values: readonly unknown[];
}
const ONE_ROW = /\bVALUES (\(\$1(?:, \$\d+)*\))(?=\s+ON CONFLICT [^)]*\) DO NOTHING\s*$)/i;

/**
 * Rows that go into one table one after another go in one statement: the saver sends one for each channel of a state.
 * Only where a row that is there already is left alone, for a statement may not change the same row twice.
 */
function* statementsOf(writes: readonly Write[]): Generator<Sql> {
  for (let start = 0; start < writes.length; ) {
    const { text = "", values = [] } = writes[start] ?? {};
    let end = start + 1;
    if (ONE_ROW.test(text)) while (writes[end]?.text === text) end += 1;
    const alike = writes.slice(start, end);
    const row = (at: number): string =>
      `(${values.map((_, index) => `$${at * values.length + index + 1}`).join(", ")})`;
    const rows = alike.map((_, at) => row(at)).join(", ");
    yield statementOf(
      text.replace(ONE_ROW, () => `VALUES ${rows}`),
      alike.flatMap((write) => write.values),
    );
    start = end;
  }
}

function collectingClient(db: Database, actor: Actor): { query: Query; release(): void } {
  let writes: Write[] = [];
  const query: Query = async (text, values = []) => {
    if (text === "COMMIT") {
      await db.transaction(actor, async (tx) => {
        for (const statement of statementsOf(writes)) await tx.execute(statement);
      });
    } else if (text === "BEGIN" || text === "ROLLBACK") {
      writes = [];
    } else if (WRITE.test(text)) {
      writes.push({ text, values });
    } else {
      const message =
        "Expected the checkpointer to only write inside its transaction. Look at its version's statements.";
      throw new TripwrightError("internal", message);
    }
    return NOTHING;
  };
  return { query, release: () => undefined };
}

export function createActingPool(db: Database, actor: Actor): Pool {
  const query: Query = async (text, values = []) => ({
    rows: await db.transaction(actor, (tx) => tx.many(rowSchema, statementOf(text, values))),
  });
  const pool = {
    query,
    connect: () => Promise.resolve(collectingClient(db, actor)),
    /** The database is closed by whoever opened it. */
    end: () => Promise.resolve(),
  };
  // The saver asks for the driver's whole class and uses these three.
  return pool as unknown as Pool;
}
