/** After a fault: is everything there that was acknowledged, and is nothing there by halves? */
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import { LOCAL_USER_ID } from "../../../db/stores/users.ts";
import type { Database } from "../../../db/transaction.ts";
import { type Acknowledgement, DATES, ITEMS_A_DAY, OFFERS_A_SEARCH } from "./workload.ts";

/** Statements past row-level security. */
export type Admin = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Each answers with what should not be: rows that are there by halves, or that contradict each other. */
const HALVES: Readonly<Record<string, string>> = {
  "trips without preferences or destinations": `
    select t.id from trips t
    where not exists (select from trip_preferences p where p.trip_id = t.id)
      or not exists (select from trip_destinations d where d.trip_id = t.id)`,
  "itineraries without all their days and items": `
    select i.id from itineraries i
    where (select count(*) from itinerary_days d where d.itinerary_id = i.id
             and (select count(*) from itinerary_items x where x.itinerary_day_id = d.id) = ${ITEMS_A_DAY})
          <> ${DATES.length}
      or (select count(*) from itinerary_days d where d.itinerary_id = i.id) <> ${DATES.length}`,
  "trips whose versions have gaps, or whose newest version is not the one that is selected": `
    select trip_id as id from itineraries group by trip_id
    having max(version) <> count(*) or count(*) filter (where is_selected) <> 1
      or max(version) filter (where is_selected) <> max(version)`,
  "searches without all their offers": `
    select search_hash as id from flight_search_cache where jsonb_array_length(results) <> ${OFFERS_A_SEARCH}`,
  "runs that ended without an end": `
    select id from ai_planning_jobs
    where (status = 'completed') <> (result_data is not null and completed_at is not null and itinerary_id is not null)`,
};

/** Of those acknowledged, the ones that are not there. */
const LOST: Readonly<Record<Acknowledgement["kind"], string>> = {
  trip: "select id from unnest($1::uuid[]) as id where not exists (select from trips t where t.id = id.id)",
  itinerary: "select id from unnest($1::uuid[]) as id where not exists (select from itineraries i where i.id = id.id)",
  search: `select id from unnest($1::int[]) as id
           where not exists (select from flight_search_cache c where c.passengers = id.id)`,
  "run-started":
    "select id from unnest($1::uuid[]) as id where not exists (select from ai_planning_jobs j where j.id = id.id)",
  "run-completed": `select id from unnest($1::uuid[]) as id
                    where not exists (select from ai_planning_jobs j where j.id = id.id and j.status = 'completed')`,
};

export interface Finding {
  readonly what: string;
  readonly rows: readonly Record<string, unknown>[];
}

const foundBy = async (admin: Admin, what: string, statement: string, values: unknown[] = []): Promise<Finding[]> => {
  const rows = await admin(statement, values);
  return rows.length === 0 ? [] : [{ what, rows }];
};

/** A handful of statements: cheap enough for every round. Nothing found is what a test wants. */
export async function audit(admin: Admin, ledger: readonly Acknowledgement[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [what, statement] of Object.entries(HALVES)) findings.push(...(await foundBy(admin, what, statement)));
  for (const [kind, entries] of Map.groupBy(ledger, (entry) => entry.kind)) {
    const keys = entries.map((entry) => ("id" in entry ? entry.id : entry.passengers));
    findings.push(...(await foundBy(admin, `${kind} acknowledged and lost`, LOST[kind], [keys])));
  }
  return findings;
}

/** Once every worker is dead, no run stays in the making. */
export async function auditSweep(db: Database, admin: Admin): Promise<Finding[]> {
  const recorder = createRunRecorder({
    db,
    userId: LOCAL_USER_ID,
    workerId: "the one that sweeps",
    now: () => new Date(),
    isWorkerAlive: () => false,
  });
  await recorder.sweepAbandonedRuns();
  const running = "select id, status from ai_planning_jobs where status in ('queued', 'processing')";
  return foundBy(admin, "runs in the making for ever", running);
}

export interface StorageAudit {
  readonly indexes: number;
  readonly tables: number;
  readonly findings: readonly Finding[];
}

/** Every B-tree with its table and every page of every table, by PostgreSQL's own checker; a broken index throws. */
export async function auditStorage(admin: Admin): Promise<StorageAudit> {
  await admin("create extension if not exists amcheck schema public");
  const indexes = await admin(
    `select public.bt_index_check(i.indexrelid, true)::text
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
     where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p' and i.indisready and i.indisvalid`,
  );
  const checked = "from pg_class c where c.relkind in ('r', 'm', 't') and c.relpersistence = 'p'";
  const tables = await admin(`select c.oid ${checked}`);
  const broken = `select c.relname, v.blkno, v.offnum, v.msg
                  ${checked.replace("where", ", lateral public.verify_heapam(c.oid) v where")}`;
  return {
    indexes: indexes.length,
    tables: tables.length,
    findings: await foundBy(admin, "broken pages", broken),
  };
}
