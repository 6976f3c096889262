/**
 * A database of their own for tests that kill, pause and stop workers: a data folder, or in the native run a cluster.
 * Whatever ends a job writes a line there, so that a job that ended twice shows.
 */
import { randomUUID } from "node:crypto";
import { connectDatabase } from "../../../db/connect.ts";
import { migrate } from "../../../db/migrate.ts";
import { seedCatalogue } from "../../../db/seed/seed-catalogue.ts";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import { createLocalEmbedder } from "../../../providers/embeddings/local-embedding.ts";
import { createClock } from "../../../server/clock.ts";
import { createJobs, type Jobs } from "../../../server/jobs.ts";
import type { City } from "../../../trip/catalogue.ts";
import type { Trip } from "../../../trip/trip.ts";
import { openOwnHome } from "../../db/embedded/own-home.ts";
import { Cluster, createDatabase } from "../../db/native/cluster.ts";
import { TODAY } from "../run-cli.ts";

/** The queue library takes no shorter heartbeat; the search is short, for many plans are made here. */
export const JOB_SETTINGS = {
  TRIPWRIGHT_JOB_HEARTBEAT_SECONDS: "10",
  TRIPWRIGHT_JOB_RETRY_SECONDS: "1",
  TRIPWRIGHT_JOB_LONGEST_RETRY_SECONDS: "4",
  TRIPWRIGHT_SCHEDULER_STEPS: "20",
};

export interface JobHome extends AsyncDisposable {
  /** For processes that use the same database. */
  environment: Record<string, string>;
  jobs: Jobs;
  /** With everybody's rights. */
  admin(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  addUser(): Promise<string>;
  city(name: string): Promise<City>;
}

const RECORD_ENDS = `
  create table job_ends (job_id uuid not null, status text not null, worker text, at timestamptz not null default clock_timestamp());
  create function note_job_end() returns trigger language plpgsql security definer as $$
    begin
      insert into public.job_ends (job_id, status, worker) values (new.id, new.status, new.worker_id);
      return null;
    end $$;
  create trigger note_job_end after update on ai_planning_jobs for each row
    when (new.kind = 'background' and old.status is distinct from new.status and new.status in ('completed', 'failed'))
    execute function note_job_end();`;

export async function openJobHome(): Promise<JobHome> {
  const own = await openOwnHome();
  const cluster = process.env.TEST_DATABASE_URL === undefined ? null : await Cluster.start();
  const databaseUrl = cluster ? await createDatabase(cluster, "jobs") : undefined;
  const database = await connectDatabase({ databaseUrl, home: own.home, cacheDir: own.cacheDir });
  await migrate(database.migrations, { direction: "up" });
  // As the workers do, so that they find nothing left to do.
  await seedCatalogue(database, { embedder: createLocalEmbedder() });
  const admin: JobHome["admin"] = (text, values = []) =>
    database.migrations.withClient(async (client) => (await client.query<Record<string, unknown>>(text, values)).rows);
  await database.migrations.withClient((client) => client.query(RECORD_ENDS));
  const settings = { atOnce: 2, heartbeatSeconds: 10, retrySeconds: 1, longestRetrySeconds: 4 };
  const jobs = createJobs({ database, settings, clock: createClock(TODAY), onError: () => undefined });
  return {
    environment: { DATABASE_URL: databaseUrl ?? "", TRIPWRIGHT_HOME: own.home, ...JOB_SETTINGS },
    jobs,
    admin,
    addUser: async () => {
      const id = randomUUID();
      const names = "(id, email, first_name, last_name) values ($1, $2, 'Ada', 'Byron')";
      await admin(`insert into users ${names}`, [id, `${id}@example.org`]);
      return id;
    },
    city: async (name) => {
      const [city] = await createCatalogueStore(database).searchCities({ text: name, limit: 1 });
      if (!city) throw new Error(`no city ${name}`);
      return city;
    },
    [Symbol.asyncDispose]: async () => {
      await jobs.close();
      await database.close();
      await cluster?.[Symbol.asyncDispose]();
      await own[Symbol.asyncDispose]();
    },
  };
}

/** One easy day. */
export function dayIn(city: City, title: string): Omit<Trip, "id"> {
  const date = "2027-05-12";
  const { id: cityId, name, countryCode } = city;
  return {
    title,
    startDate: date,
    endDate: date,
    travelers: 1,
    childAges: [],
    origin: null,
    destinations: [{ cityId, name, countryCode, arrivalDate: date, departureDate: date }],
    budget: null,
    wishes: {
      interests: [],
      pace: "relaxed",
      style: "mid_range",
      diets: [],
      accessibility: [],
      avoidCrowds: false,
      preferOffbeat: false,
      mustSee: [],
    },
    assumptions: [],
  };
}
