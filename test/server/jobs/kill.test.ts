/**
 * `kill -9` of workers while they plan, at any moment: no job is lost, none is done twice. Three hundred jobs come in
 * while workers are killed and started again; in the end each has ended once, with one plan and one trip.
 */
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFailed, onTestFinished, test } from "vitest";
import { type Random, seededRandom } from "../../db/faults/random.ts";
import { dayIn, type JobHome, openJobHome } from "./job-home.ts";
import { WorkerProcess } from "./worker-process.ts";

/** Each costs a worker's start, about a second of a processor, so `.ci/run` asks for the hundred. */
const KILLS = Number(process.env.JOB_KILLS ?? 25);
const JOBS = 300;
const WORKERS = 3;
const AT_ONCE = 2;
/** What a job of this test takes, and a bit more: kills fall before, into and after one. */
const LONGEST_WAIT_MS = 1_000;
/** Jobs of killed workers come back after the heartbeat's time; until then there may be nothing to do. */
const IDLE_LIMIT_MS = 20_000;

let home: JobHome;
beforeAll(async () => {
  home = await openJobHome();
}, 300_000);
afterAll(() => home?.[Symbol.asyncDispose]());

const startWorker = (): WorkerProcess =>
  new WorkerProcess({ ...home.environment, TRIPWRIGHT_JOBS_AT_ONCE: String(AT_ONCE) });
/** With a job in its hands. */
function isBusy({ events }: WorkerProcess): boolean {
  const count = (name: string): number => events.filter(({ event }) => event === name).length;
  return count("job-start") > count("job-end") + count("job-lost");
}

/** Most are at work when they are hit; one that is idle, or still starting, may be hit as well. */
async function pickVictim(workers: readonly WorkerProcess[], random: Random): Promise<number> {
  const index = Math.floor(random.next() * WORKERS);
  if (random.next() < 0.1) return index;
  for (const deadline = Date.now() + IDLE_LIMIT_MS; Date.now() < deadline; await wait(20)) {
    const busy = workers.flatMap((worker, at) => (isBusy(worker) ? [at] : []));
    const picked = busy[index % busy.length];
    if (picked !== undefined) return picked;
  }
  return index;
}

/** Orders jobs for two travellers in turn, most with their trip, some in words. */
async function ordering(): Promise<(count: number) => Promise<void>> {
  const users = [await home.addUser(), await home.addUser()];
  const city = await home.city("Bogotá");
  let ordered = 0;
  return async (count) => {
    for (let last = ordered + count; ordered < last; ordered += 1) {
      const jobs = home.jobs.forUser(users[ordered % 2] ?? "");
      const isInWords = ordered % 4 === 3;
      const request = `1 day in Boston on 2027-05-12, number ${ordered}`;
      await jobs.enqueue(isInWords ? { request } : { trip: dayIn(city, `Day ${ordered}`) });
    }
  };
}

/** Kills one after the other, each with its share of the jobs before it. */
async function torment(workers: WorkerProcess[], random: Random, order: (count: number) => Promise<void>) {
  let ordered = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const due = Math.ceil((JOBS * kill) / KILLS);
    await order(due - ordered);
    ordered = due;
    const index = await pickVictim(workers, random);
    await wait(random.next() * LONGEST_WAIT_MS);
    await workers[index]?.kill();
    workers[index] = startWorker();
  }
}

async function untilAllHaveEnded(): Promise<void> {
  for (const deadline = Date.now() + 600_000; ; await wait(500)) {
    const open =
      "select status, worker_id, next_retry_at from ai_planning_jobs where status in ('queued', 'processing')";
    const rows = await home.admin(open);
    if (rows.length === 0) return;
    if (Date.now() > deadline) throw new Error(`not done in time: ${JSON.stringify(rows)}`);
  }
}

test(`${KILLS} killed workers lose none of ${JOBS} jobs, and do none twice`, { timeout: 1_500_000 }, async () => {
  const random = seededRandom();
  onTestFailed(() => {
    process.stderr.write(`FAULT_SEED=${random.seed}\n`);
  });
  const began = performance.now();
  const workers = Array.from({ length: WORKERS }, startWorker);
  onTestFinished(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
  });
  await torment(workers, random, await ordering());
  await untilAllHaveEnded();

  const ends = await home.admin("select job_id, array_agg(status) as ends from job_ends group by job_id");
  expect(ends).toHaveLength(JOBS);
  expect(ends.filter(({ ends: each }) => String(each) !== "completed")).toEqual([]);

  const plans = await home.admin(
    `select j.id, j.retry_count as failures,
       (select count(*)::int from itineraries i where i.job_id = j.id) as marked,
       (select count(*)::int from itineraries i where i.run_id = j.id) as made,
       (select count(*)::int from itineraries i where i.run_id = j.id and i.is_selected) as selected,
       (select count(*)::int from trips t where t.ai_planning_job_id = j.id) as trips,
       (select count(*)::int from trips t join itineraries i on i.trip_id = t.id
        where t.user_id = j.user_id and t.id = j.trip_id and i.id = j.itinerary_id and i.job_id = j.id) as agreeing
     from ai_planning_jobs j`,
  );
  expect(plans).toHaveLength(JOBS);
  const once = { failures: 0, marked: 1, made: 1, selected: 1, trips: 1, agreeing: 1 };
  const isOnce = (each: Record<string, unknown>): boolean =>
    Object.entries(once).every(([what, times]) => each[what] === times);
  expect(plans.filter((each) => !isOnce(each))).toEqual([]);
  const [sums] = await home.admin(
    `select (select count(*)::int from trips) as trips, (select count(*)::int from itineraries) as plans,
       (select count(*)::int from notifications) as notifications,
       count(*) filter (where state = 'completed')::int as completed, sum(retry_count)::int as retries,
       max(retry_count)::int as most
     from tripwright_queue.job where name = 'planning'`,
  );
  expect(sums).toMatchObject({ trips: JOBS, plans: JOBS, notifications: 0, completed: JOBS });
  // A worker that is killed takes its jobs with it, as many as it may have and no more.
  expect(sums?.retries).toBeGreaterThan(KILLS / 4);
  expect(sums?.retries).toBeLessThanOrEqual(KILLS * AT_ONCE);
  const seconds = Math.round((performance.now() - began) / 1_000);
  process.stdout.write(`${JSON.stringify({ kills: KILLS, jobs: JOBS, ...sums, seconds })}\n`);
});
