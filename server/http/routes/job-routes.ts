/** Planning in the background: ordered, watched, ended, begun again. Workers do it, in this process or another. */
import { createRoute, z } from "@hono/zod-openapi";
import { createTrip } from "../../../tools/create-trip.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import type { PlanningJob } from "../../../trip/planning-jobs.ts";
import type { UserApplication } from "../../compose.ts";
import { errorFields } from "../../event-log.ts";
import { createJobs, type Jobs, type TravellersJobs } from "../../jobs.ts";
import { bodyOf, callTool, contextOf, signalOf } from "../call-tool.ts";
import { eventStream, nextSeq } from "../event-stream.ts";
import type { HttpApp, HttpParts } from "../parts.ts";
import { problemResponses } from "../problem.ts";
import { answers, jsonBody, jsonOf } from "../route-parts.ts";

const tags = ["jobs"];
const MAX_JOBS = 1_000;
const MAX_REQUEST_CHARACTERS = 4_000;

const jobParams = z.object({ jobId: z.uuid().toLowerCase() });
const jobSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(["queued", "processing", "completed", "failed"]),
    request: z.string().describe("the words, or the title of the trip"),
    model: z.string().nullable(),
    tripId: z.uuid().nullable(),
    version: z.int().nullable().describe("of the plan it made"),
    failures: z.int(),
    maxFailures: z.int(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    waitsForPerson: z.boolean().describe("it has failed for good: cancel or retry it"),
    nextRetryAt: z.string().nullable(),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    completedAt: z.string().nullable(),
  })
  .openapi("Job") satisfies z.ZodType<PlanningJob>;
const oneJob = z.object({ job: jobSchema });

const orderSchema = z.union([
  z.strictObject({ request: z.string().trim().min(1).max(MAX_REQUEST_CHARACTERS).describe("a trip in plain words") }),
  z.strictObject({ trip: bodyOf(createTrip, []).describe("made together with its job: both or neither") }),
]);

const orderRoute = createRoute({
  method: "post",
  path: "/api/jobs",
  operationId: "orderPlan",
  tags,
  summary: "Have a trip planned in the background",
  request: jsonBody(orderSchema),
  responses: { 202: jsonOf(oneJob, "It is queued"), ...problemResponses },
});
const listRoute = createRoute({
  method: "get",
  path: "/api/jobs",
  operationId: "listJobs",
  tags,
  summary: "The traveller's jobs, newest first",
  request: { query: z.object({ limit: z.coerce.number<string>().int().min(1).max(MAX_JOBS).default(50) }) },
  responses: answers(z.object({ jobs: z.array(jobSchema) }), "The jobs"),
});
const getRoute = createRoute({
  method: "get",
  path: "/api/jobs/{jobId}",
  operationId: "getJob",
  tags,
  summary: "How a job stands",
  request: { params: jobParams },
  responses: answers(oneJob, "The job"),
});
const eventsRoute = createRoute({
  method: "get",
  path: "/api/jobs/{jobId}/events",
  operationId: "followJob",
  tags,
  summary: "What its run does, as server-sent events, until it has ended; Last-Event-ID goes on where one was",
  request: { params: jobParams },
  responses: {
    200: { description: "One event each", content: { "text/event-stream": { schema: z.string() } } },
    204: { description: "It has ended, and the reader has all of it" },
    ...problemResponses,
  },
});
const cancelRoute = createRoute({
  method: "post",
  path: "/api/jobs/{jobId}/cancel",
  operationId: "cancelJob",
  tags,
  summary: "End a job that is not done, or put away one that has failed",
  request: { params: jobParams },
  responses: answers(oneJob, "The job as it is now"),
});
const retryRoute = createRoute({
  method: "post",
  path: "/api/jobs/{jobId}/retry",
  operationId: "retryJob",
  tags,
  summary: "Begin a failed job again",
  request: { params: jobParams },
  responses: answers(oneJob, "The job as it is now"),
});

export function jobRoutes(app: HttpApp, parts: HttpParts): void {
  const jobs = openJobs(parts);
  app.openapi(orderRoute, async (c) => {
    const application = await parts.actFor(c, "plan");
    const own = jobs.forUser(application.userId);
    const order = c.req.valid("json");
    const jobId =
      "request" in order
        ? (await own.enqueue({ request: order.request })).jobId
        : await enqueueTrip(own, application, { args: order.trip, signal: signalOf(c, parts) });
    return c.json({ job: await jobOf(own, jobId) }, 202, { location: `/api/jobs/${jobId}` });
  });
  app.openapi(listRoute, async (c) => {
    const { userId } = await parts.actFor(c, "read");
    return c.json({ jobs: await jobs.forUser(userId).list(c.req.valid("query").limit) }, 200);
  });
  app.openapi(getRoute, async (c) => {
    const { userId } = await parts.actFor(c, "read");
    return c.json({ job: await jobOf(jobs.forUser(userId), c.req.valid("param").jobId) }, 200);
  });
  app.openapi(cancelRoute, async (c) => {
    const { userId } = await parts.actFor(c, "plan");
    return c.json({ job: await jobs.forUser(userId).cancel(c.req.valid("param").jobId) }, 200);
  });
  app.openapi(retryRoute, async (c) => {
    const { userId } = await parts.actFor(c, "plan");
    return c.json({ job: await jobs.forUser(userId).retry(c.req.valid("param").jobId) }, 200);
  });
  addEventsRoute(app, parts, jobs);
}

function openJobs({ runtime, log, onEnd }: HttpParts): Jobs {
  const { database, schema, clock, config } = runtime;
  const onError = (error: Error): void => log("queue-error", errorFields(error));
  const jobs = createJobs({ database, schema, settings: config.jobs, clock, onError });
  onEnd(() => jobs.close());
  return jobs;
}

async function jobOf(jobs: TravellersJobs, jobId: string): Promise<PlanningJob> {
  const job = await jobs.find(jobId);
  if (job) return job;
  throw new TripwrightError("run_not_found", `There is no job ${jobId}. GET /api/jobs lists them.`, { jobId });
}

/** The trip is judged as `create_trip` judges it, and stored with its job in one transaction. */
async function enqueueTrip(
  jobs: TravellersJobs,
  application: UserApplication,
  { args, signal }: { args: unknown; signal: AbortSignal },
): Promise<string> {
  let queued: string | null = null;
  const context = contextOf(application, signal);
  const trips: typeof context.trips = {
    ...context.trips,
    createTrip: async (trip) => {
      const { jobId, tripId } = await jobs.enqueue({ trip });
      queued = jobId;
      return { ...trip, id: tripId ?? "" };
    },
  };
  await callTool(createTrip, args, { ...context, trips });
  if (queued === null) throw new TripwrightError("internal", "The trip was made without a job.");
  return queued;
}

const ENDED: ReadonlySet<PlanningJob["status"]> = new Set(["completed", "failed"]);

function addEventsRoute(app: HttpApp, { actFor, signal, log }: HttpParts, jobs: Jobs): void {
  app.openapi(eventsRoute, async (c) => {
    const own = jobs.forUser((await actFor(c, "read")).userId);
    const { jobId } = c.req.valid("param");
    const { status } = await jobOf(own, jobId);
    const fromSeq = nextSeq(c);
    if (ENDED.has(status) && fromSeq > 0 && !(await hasMore(own, jobId, fromSeq))) return c.body(null, 204);
    const events = (until: AbortSignal): ReturnType<TravellersJobs["follow"]> =>
      own.follow(jobId, { signal: until, fromSeq });
    const onError = (error: unknown): void => log("stream-broken", { id: c.var.requestId, ...errorFields(error) });
    return eventStream(c, { fromSeq, events, signal, onError });
  });
}

/** Of a run that has ended. */
async function hasMore(jobs: TravellersJobs, jobId: string, fromSeq: number): Promise<boolean> {
  for await (const _ of jobs.follow(jobId, { signal: AbortSignal.timeout(5_000), fromSeq })) return true;
  return false;
}
