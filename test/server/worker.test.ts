/** The worker as somebody would run it: a process that works, shares, stops politely and is missed when it is killed. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ConnectedDatabase, connectDatabase } from "../../db/connect.ts";
import { stopHost } from "../../db/embedded/ensure-host.ts";
import { createJobQueue } from "../../db/queue/job-queue.ts";
import { type OwnHome, openOwnHome } from "../db/embedded/own-home.ts";
import { runCli, startCli } from "./run-cli.ts";

const eventSchema = z.looseObject({ event: z.string(), queue: z.string().optional(), job: z.string().optional() });
type Event = z.infer<typeof eventSchema>;

interface Worker {
  readonly child: ChildProcess;
  readonly events: Event[];
  readonly closed: Promise<unknown>;
  saw(isIt: (event: Event) => boolean): Promise<Event>;
}

let own: OwnHome;
let database: ConnectedDatabase;
let archive = "";
const workers: Worker[] = [];
const environment = (): Record<string, string> => ({
  DATABASE_URL: "",
  TRIPWRIGHT_HOME: own.home,
  TRIPWRIGHT_ARCHIVE: archive,
});
beforeAll(async () => {
  own = await openOwnHome();
  archive = await mkdtemp(join(tmpdir(), "tripwright-worker-archive-"));
  await runCli(["migrate"], environment());
  database = await connectDatabase({ home: own.home, cacheDir: own.cacheDir });
});
afterEach(async () => {
  for (const { child, closed } of workers.splice(0)) {
    child.kill("SIGKILL");
    await closed;
  }
});
afterAll(async () => {
  await database?.close();
  await own[Symbol.asyncDispose]();
  await rm(archive, { recursive: true, force: true });
});

function startWorker(): Worker {
  const child = startCli(["worker", "--json", "--only", "maintenance"], environment());
  const events: Event[] = [];
  if (!child.stderr) throw new Error("the worker has no error stream");
  createInterface({ input: child.stderr }).on("line", (line) => events.push(eventSchema.parse(JSON.parse(line))));
  const worker: Worker = {
    child,
    events,
    closed: once(child, "close"),
    async saw(isIt) {
      for (const deadline = Date.now() + 90_000; ; await wait(20)) {
        const event = events.find(isIt);
        if (event) return event;
        if (Date.now() > deadline) throw new Error(`not seen in time; what was: ${JSON.stringify(events)}`);
      }
    },
  };
  workers.push(worker);
  return worker;
}

const isStarted = ({ event }: Event): boolean => event === "worker-start";
const isDone = ({ event, queue }: Event): boolean => event === "job-end" && queue === "maintenance";

/** As another process would. */
async function sendMaintenance(): Promise<string> {
  const queue = createJobQueue(database, { onError: () => undefined });
  for (const deadline = Date.now() + 60_000; ; await wait(200)) {
    // Needs no start: nothing of it is to run here. One that is still under way takes the place.
    await queue.start();
    const id = await queue.send("maintenance");
    await queue.stop({ timeout: 1000 });
    if (id !== null) return id;
    if (Date.now() > deadline) throw new Error("a job is in the way");
  }
}

test("it maintains when it starts, and a polite stop ends it well", async () => {
  const worker = startWorker();
  await worker.saw(isDone);
  expect(worker.events.filter(({ event }) => event === "duty-end").map(({ duty }) => duty)).toEqual([
    "partitions-ahead",
    "archive",
    "notifications",
    "run-events",
    "expired",
    "place-data",
    "statistics",
    "vacuum",
  ]);
  const asked = Date.now();
  worker.child.kill("SIGTERM");
  await worker.closed;
  expect([worker.child.exitCode, worker.child.signalCode]).toEqual([0, null]);
  expect(Date.now() - asked).toBeLessThan(10_000);
  expect(worker.events.at(-1)?.event).toBe("worker-end");
});

test("one of two that is killed in the middle of a job is missed, and the other does it", async () => {
  const [one, two] = [startWorker(), startWorker()];
  await Promise.all([one.saw(isStarted), two.saw(isStarted)]);
  const id = await sendMaintenance();
  const isBegun = ({ event, job }: Event): boolean => event === "job-start" && job === id;
  const first = await Promise.race([one.saw(isBegun).then(() => one), two.saw(isBegun).then(() => two)]);
  first.child.kill("SIGKILL");
  await first.closed;
  const other = first === one ? two : one;
  await other.saw((event) => isDone(event) && event.job === id);
}, 150_000);

test("it goes on when the database comes back", async () => {
  const worker = startWorker();
  await worker.saw(isStarted);
  await stopHost(own.home);
  const id = await sendMaintenance();
  await worker.saw((event) => isDone(event) && event.job === id);
  worker.child.kill("SIGINT");
  await worker.closed;
  expect(worker.child.exitCode).toBe(0);
}, 150_000);

test("once, and as a command for people", async () => {
  const once = await runCli(["worker", "--once", "--json"], environment());
  expect(once.status).toBe(0);
  expect(once.stderr).toContain('"event":"job-end","queue":"maintenance"');
  const human = await runCli(["maintain"], environment());
  expect([human.status, human.stdout]).toEqual([0, expect.stringMatching(/^✓ partitions-ahead {2}nothing to do$/m)]);
  const json = await runCli(["maintain", "--json"], environment());
  expect(JSON.parse(json.stdout)).toMatchObject({
    duties: [{ duty: "partitions-ahead", outcome: "done" }, {}, {}, {}, {}, {}, {}, {}],
  });
});

test.each([
  ["somewhere", "whole path"],
  ["ftp://example.org/x", "a folder or s3://bucket/prefix"],
  ["s3://", "a bucket"],
  ["s3://bucket/prefix", "ACCESS_KEY_ID"],
])("an archive at %j is refused at once", async (place, said) => {
  const { status, stderr } = await runCli(["maintain"], { ...environment(), TRIPWRIGHT_ARCHIVE: place });
  expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
});
