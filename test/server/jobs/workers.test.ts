/** Jobs from the command line to the plan, with real workers: shared, paused, stopped, cancelled, failed, followed. */
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { LOCAL_USER_ID } from "../../../db/stores/users.ts";
import type { TravellersJobs } from "../../../server/jobs.ts";
import type { PlanningJob } from "../../../trip/planning-jobs.ts";
import { runCli } from "../run-cli.ts";
import { dayIn, type JobHome, openJobHome } from "./job-home.ts";
import { type WorkerEvent, WorkerProcess } from "./worker-process.ts";

/** The scheduler's deadline ends the search after some seconds: time enough to be in the middle of it. */
const SLOW = { TRIPWRIGHT_SCHEDULER_STEPS: "1000000" };

let home: JobHome;
let jobs: TravellersJobs;
const workers: WorkerProcess[] = [];
beforeAll(async () => {
  home = await openJobHome();
  await runCli(["trips"], home.environment);
  jobs = home.jobs.forUser(LOCAL_USER_ID);
}, 300_000);
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.kill()));
});
afterAll(() => home?.[Symbol.asyncDispose]());

function startWorker(environment: Record<string, string> = {}): WorkerProcess {
  const worker = new WorkerProcess({ ...home.environment, ...environment });
  workers.push(worker);
  return worker;
}

const isEnd =
  (jobId: string, result: string) =>
  ({ event, job, result: came }: WorkerEvent): boolean =>
    event === "job-end" && job === jobId && came === result;
const isOf =
  (jobId: string, name: string) =>
  ({ event, job }: WorkerEvent): boolean =>
    event === name && job === jobId;

async function until(jobId: string, isIt: (job: PlanningJob) => boolean): Promise<PlanningJob> {
  for (const deadline = Date.now() + 120_000; ; await wait(100)) {
    const job = await jobs.find(jobId);
    if (job && isIt(job)) return job;
    if (Date.now() > deadline) throw new Error(`it did not come to that: ${JSON.stringify(job)}`);
  }
}

const endsOf = (jobId: string) =>
  home.admin("select status, worker from job_ends where job_id = $1 order by at", [jobId]);

test("a worker that is paused past its lease changes nothing when it wakes up", { timeout: 240_000 }, async () => {
  const { jobId } = await jobs.enqueue({ trip: dayIn(await home.city("Boston"), "A pause") });
  const paused = startWorker(SLOW);
  await paused.saw(isOf(jobId, "job-start"));
  await wait(1_000);
  paused.child.kill("SIGSTOP");
  const other = startWorker();
  await other.saw(isEnd(jobId, "completed"));
  const [before] = await home.admin("select * from ai_planning_jobs where id = $1", [jobId]);
  const trips = await home.admin("select id, updated_at from trips");
  paused.child.kill("SIGCONT");
  await paused.saw(isOf(jobId, "job-lost"));
  expect(await home.admin("select * from ai_planning_jobs where id = $1", [jobId])).toEqual([before]);
  expect(await home.admin("select id, updated_at from trips")).toEqual(trips);
  expect(await home.admin("select from itineraries where run_id = $1", [jobId])).toHaveLength(1);
  const ends = await endsOf(jobId);
  expect(ends).toMatchObject([{ status: "completed" }]);
  expect(String(ends[0]?.worker)).toContain(`:${other.child.pid}:`);
});

test("a worker that is told to stop hands its job back, and the next one does it", { timeout: 240_000 }, async () => {
  const { jobId } = await jobs.enqueue({ trip: dayIn(await home.city("Boston"), "A stop") });
  const first = startWorker(SLOW);
  await first.saw(isOf(jobId, "job-start"));
  await wait(1_000);
  await first.kill("SIGTERM");
  expect([first.child.exitCode, first.events.at(-1)?.event]).toEqual([0, "worker-end"]);
  expect(first.events.find(isEnd(jobId, "handed-back"))).toBeDefined();
  expect(await jobs.find(jobId)).toMatchObject({ status: "queued", failures: 0 });
  startWorker();
  expect(await until(jobId, ({ status }) => status === "completed")).toMatchObject({ version: 1, failures: 0 });
  expect(await endsOf(jobId)).toMatchObject([{ status: "completed" }]);
});

test("a job that is cancelled while it is planned ends there", { timeout: 240_000 }, async () => {
  const { jobId } = await jobs.enqueue({ trip: dayIn(await home.city("Boston"), "A change of mind") });
  const worker = startWorker(SLOW);
  await worker.saw(isOf(jobId, "job-start"));
  await wait(1_000);
  await jobs.cancel(jobId);
  await worker.saw(isOf(jobId, "job-lost"));
  expect(await jobs.find(jobId)).toMatchObject({
    status: "failed",
    error: { code: "cancelled" },
    waitsForPerson: false,
  });
  expect(await home.admin("select from itineraries where run_id = $1", [jobId])).toEqual([]);
  expect(await endsOf(jobId)).toMatchObject([{ status: "failed" }]);
});

const jobSchema = z.object({ job: z.looseObject({ id: z.string(), status: z.string(), waitsForPerson: z.boolean() }) });
const jobIn = (stdout: string) => jobSchema.parse(JSON.parse(stdout)).job;
const cli = (...args: string[]) => runCli(args, home.environment);

test("ordered, followed from another process, and shown", { timeout: 240_000 }, async () => {
  const { id } = jobIn((await cli("jobs", "add", "1 day in Boston on 2027-05-12", "--json")).stdout);
  const following = cli("jobs", "show", id.slice(0, 8), "--follow", "--json");
  startWorker();
  const { status, stdout } = await following;
  expect(status).toBe(0);
  const types = [...stdout.matchAll(/^\{"type":"([a-z-]+)"/gm)].map(([, type]) => type);
  expect([types[0], types.at(-1)]).toEqual(["run-start", "run-end"]);
  expect(types).toContain("itinerary-checked");
  const shown = await cli("jobs", "show", id);
  expect(shown.stdout).toContain("1 day in Boston");
  expect(shown.stdout).toContain("tripwright show");
  expect((await cli("jobs", "list")).stdout).toContain(id);
});

test("what nobody can plan fails at once, asks a person, and doctor knows", { timeout: 240_000 }, async () => {
  const { jobId } = await jobs.enqueue({ request: "3 days in Qwertyburg from 2027-05-10" });
  startWorker();
  const failed = await until(jobId, ({ status }) => status === "failed");
  expect(failed).toMatchObject({ failures: 1, waitsForPerson: true, error: { code: "city_not_found" } });
  const [told] = await home.admin("select notification_type, body from notifications where data->>'jobId' = $1", [
    jobId,
  ]);
  expect(told).toMatchObject({ notification_type: "planning_failed" });
  const doctor = await cli("doctor");
  expect(doctor.status).toBe(0);
  expect(doctor.stdout).toContain(`! ${jobId}`);
  expect(JSON.parse((await cli("doctor", "--json")).stdout).waitingJobs).toMatchObject([{ id: jobId }]);

  expect(jobIn((await cli("jobs", "retry", jobId, "--json")).stdout)).toMatchObject({ status: "queued" });
  await until(jobId, ({ status }) => status === "failed");
  expect(jobIn((await cli("jobs", "cancel", jobId, "--json")).stdout)).toMatchObject({ waitsForPerson: false });
  expect((await cli("doctor")).stdout).not.toContain(jobId);
});

test.each([
  [["jobs", "show", "latest"], 3, "names none"],
  [["jobs", "list", "--limit", "none"], 2, "whole number"],
  [["jobs", "add"], 2, "in your own words"],
  [["worker", "--only", "letters"], 2, "planning, maintenance, embeddings"],
])("%j is refused in one line", async (args, status, said) => {
  const refused = await runCli(args, home.environment);
  expect([refused.status, refused.stderr.trim().split("\n").length]).toEqual([status, 1]);
  expect(refused.stderr).toContain(said);
});
