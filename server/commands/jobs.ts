/** `tripwright jobs`: plans that are made in the background, ordered, watched, begun again, ended. */
import { TripwrightError } from "../../trip/errors.ts";
import type { PlanningJob, PlanningJobs } from "../../trip/planning-jobs.ts";
import { createJobs, type TravellersJobs } from "../jobs.ts";
import { createProgress } from "../progress.ts";
import { renderJob, renderJobs } from "../render/render-jobs.ts";
import { type CommandSession, withSession } from "../session.ts";
import { terminal } from "../terminal.ts";
import { requestFrom } from "./plan.ts";

interface JobOptions {
  json?: boolean;
}

const MAX_JOBS = 1_000;
const SHORTEST_PREFIX = 4;

function withJobs(
  options: { today?: string | undefined },
  work: (jobs: TravellersJobs, session: CommandSession) => Promise<void>,
): Promise<void> {
  return withSession(options, async (session) => {
    const { config, database, userId, toolContext } = session;
    const jobs = createJobs({
      ...{ database, schema: database.migrations.schema, settings: config.jobs, clock: toolContext.clock },
      // What matters comes back to the caller; nothing else of the queue is at work here.
      onError: () => undefined,
    });
    try {
      await work(jobs.forUser(userId), session);
    } finally {
      await jobs.close();
    }
  });
}

/** People copy the first characters of an id; they are enough while they name one job. */
async function resolveJob(typed: string, jobs: PlanningJobs): Promise<PlanningJob> {
  const isPrefix = /^[0-9a-f-]+$/i.test(typed) && typed.length >= SHORTEST_PREFIX;
  const known = isPrefix ? await jobs.list(MAX_JOBS) : [];
  const matches = known.filter(({ id }) => id.startsWith(typed.toLowerCase()));
  const [only] = matches;
  const found = matches.length === 1 ? only : await jobs.find(typed);
  if (found) return found;
  const says = matches.length > 1 ? `which names ${matches.length} jobs` : "which names none";
  throw new TripwrightError(
    "run_not_found",
    `Expected the id of a job, or its first ${SHORTEST_PREFIX} or more characters, got "${typed}", ${says}. List them with: tripwright jobs list`,
    { job: typed },
  );
}

function printJob(job: PlanningJob, { json = false }: JobOptions, { config }: CommandSession): void {
  process.stdout.write(json ? `${JSON.stringify({ job }, null, 2)}\n` : `${renderJob(job, terminal(config))}\n`);
}

export async function addJobCommand(
  words: readonly string[],
  options: JobOptions & { model?: string; today?: string },
): Promise<void> {
  const request = requestFrom(words);
  const { model, today } = options;
  await withJobs({ today }, async (jobs, session) => {
    const { jobId } = await jobs.enqueue({ request }, { model });
    printJob(await resolveJob(jobId, jobs), options, session);
  });
}

export async function listJobsCommand(options: JobOptions & { limit: string }): Promise<void> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_JOBS) {
    const message = `Expected --limit as a whole number from 1 to ${MAX_JOBS}, got "${options.limit}".`;
    throw new TripwrightError("invalid_input", message);
  }
  await withJobs({}, async (jobs, { config }) => {
    const listed = await jobs.list(limit);
    const text = options.json ? JSON.stringify({ jobs: listed }, null, 2) : renderJobs(listed, terminal(config));
    process.stdout.write(`${text}\n`);
  });
}

export async function showJobCommand(typed: string, options: JobOptions & { follow?: boolean }): Promise<void> {
  await withJobs({}, async (jobs, session) => {
    const { id } = await resolveJob(typed, jobs);
    if (options.follow) {
      const progress = createProgress({ quiet: options.json === true });
      for await (const event of jobs.follow(id, { signal: session.signal })) {
        if (options.json) process.stdout.write(`${JSON.stringify(event)}\n`);
        else progress.listener(event);
      }
      session.signal.throwIfAborted();
    }
    printJob(await resolveJob(id, jobs), options, session);
  });
}

export async function retryJobCommand(typed: string, options: JobOptions): Promise<void> {
  await withJobs({}, async (jobs, session) => {
    printJob(await jobs.retry((await resolveJob(typed, jobs)).id), options, session);
  });
}

export async function cancelJobCommand(typed: string, options: JobOptions): Promise<void> {
  await withJobs({}, async (jobs, session) => {
    printJob(await jobs.cancel((await resolveJob(typed, jobs)).id), options, session);
  });
}
