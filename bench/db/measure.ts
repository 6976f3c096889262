/** Times reads one after another, after a warm-up, and judges the plans of the very statements they sent. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { MigrationTarget } from "../../db/migrate.ts";
import type { Database } from "../../db/transaction.ts";
import { explainRowSchema, faultsOf, type PlanUse, useOf } from "./plan.ts";
import { randomFrom } from "./random.ts";
import type { Read } from "./reads.ts";
import type { Recording } from "./recording.ts";
import { type Percentiles, percentilesOf } from "./statistics.ts";
import { asOwner } from "./world/grow.ts";

export interface MeasuredRead extends Percentiles {
  readonly name: string;
  readonly title: string;
  readonly rows: number;
  readonly calls: number;
  /** How many rows a call answered, on average: a read that finds nothing proves nothing. */
  readonly answered: number;
  readonly indexes: readonly string[];
  readonly planFaults: readonly string[];
}

export interface MeasureOptions {
  readonly rows: number;
  readonly calls: number;
  readonly warmUp: number;
  /** Draws whose plans are read, which is not timed. */
  readonly plans: number;
  readonly smallTables: ReadonlySet<string>;
}

const SEED = 20_261_122;
const SMALL_TABLE_ROWS = 2_500;

/** By the planner's own count, which is fresh after loading. */
export function smallTables(target: MigrationTarget): Promise<Set<string>> {
  return asOwner(target, async (client) => {
    const { rows } = await client.query(sql`
      select relname as name from pg_class
      where relnamespace = ${target.schema ?? "public"}::regnamespace and relkind = 'r' and reltuples < ${SMALL_TABLE_ROWS}`);
    return new Set(
      z
        .array(z.object({ name: z.string() }))
        .parse(rows)
        .map(({ name }) => name),
    );
  });
}

/** The plans of all that one call sent, as one: a store may well look in two steps. */
async function planOfCall(db: Database, recorded: Recording): Promise<PlanUse> {
  const uses: PlanUse[] = [];
  for (const { actor, statement } of recorded.take()) {
    const explained = sql`explain (format json) ${statement}`;
    const row = await db.transaction(actor, (tx) => tx.one(explainRowSchema, explained));
    uses.push(useOf(row["QUERY PLAN"][0].Plan));
  }
  return {
    indexes: uses.flatMap(({ indexes }) => indexes),
    scannedTables: uses.flatMap(({ scannedTables }) => scannedTables),
  };
}

export async function measureRead(
  read: Read,
  recorded: Recording,
  db: Database,
  { rows, calls, warmUp, plans, smallTables }: MeasureOptions,
): Promise<MeasuredRead> {
  const random = randomFrom(SEED);
  for (let call = 0; call < warmUp; call += 1) await read.draw(random)();
  const samples: number[] = [];
  let answered = 0;
  for (let call = 0; call < calls; call += 1) {
    const ask = read.draw(random);
    const start = performance.now();
    answered += await ask();
    samples.push(performance.now() - start);
  }
  recorded.take();
  const planned = randomFrom(SEED);
  const uses: PlanUse[] = [];
  for (let draw = 0; draw < plans; draw += 1) {
    await read.draw(planned)();
    uses.push(await planOfCall(db, recorded));
  }
  const faults = uses.flatMap((use) => faultsOf(use, { indexes: read.indexes, smallTables }));
  return {
    name: read.name,
    title: read.title,
    rows,
    calls,
    answered: answered / calls,
    ...percentilesOf(samples),
    indexes: [...new Set(uses.flatMap(({ indexes }) => indexes))].toSorted(),
    planFaults: [...new Set(faults)],
  };
}
