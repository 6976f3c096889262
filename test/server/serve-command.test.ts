/** The server as somebody starts it: where it listens, what it refuses, how it stops. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OwnHome, openOwnHome } from "../db/embedded/own-home.ts";
import { send } from "./http/http-for-tests.ts";
import { runCli, startCli } from "./run-cli.ts";

let own: OwnHome;
const started: ChildProcess[] = [];
const environment = (more: Record<string, string> = {}): Record<string, string> => ({
  DATABASE_URL: "",
  TRIPWRIGHT_HOME: own.home,
  ...more,
});
beforeAll(async () => {
  own = await openOwnHome();
  // Fills the catalogue too, so that no server has to.
  await runCli(["trips"], environment());
}, 240_000);
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "close");
    }
  }
});
afterAll(async () => {
  await own?.[Symbol.asyncDispose]();
});

interface Running {
  child: ChildProcess;
  port: number;
  closed: Promise<unknown>;
  log: string[];
}

async function startServer(more: Record<string, string> = {}, args: readonly string[] = []): Promise<Running> {
  const child = startCli(["serve", "--port", "0", ...args], environment(more));
  started.push(child);
  const log: string[] = [];
  if (!child.stdout || !child.stderr) throw new Error("the server has no streams");
  createInterface({ input: child.stderr }).on("line", (line) => log.push(line));
  const closed = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /listens at http:\/\/127\.0\.0\.1:(\d+)$/.exec(line)?.[1];
    if (port) return { child, port: Number(port), closed, log };
  }
  throw new Error(`it did not start: ${log.join("\n")}`);
}

test("it serves this machine, logs a line a request, and a polite stop ends it", async () => {
  const { child, port, closed, log } = await startServer({}, ["--json"]);
  expect((await send(port, "/readyz")).status).toBe(200);
  expect((await send(port, "/api/trips")).json).toEqual({ trips: [] });
  child.kill("SIGINT");
  await closed;
  expect([child.exitCode, child.signalCode]).toEqual([0, null]);
  const events = log.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.filter(({ event }) => event === "request").map(({ path }) => path)).toEqual(["/readyz", "/api/trips"]);
  expect(events.slice(-2).map(({ event }) => event)).toEqual(["server-stopping", "server-end"]);
});

test("a port that is taken is said in one line", async () => {
  const other = createServer();
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { status, stderr, stdout } = await runCli(["serve"], environment({ PORT: String(port) }));
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr.trim().split("\n").at(-1)).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is taken .*--port`));
  await new Promise((resolve) => other.close(resolve));
});

const exposures: [string[], Record<string, string>][] = [
  [["--host", "0.0.0.0"], {}],
  [["--host", "::"], {}],
  [["--host", "10.0.0.5"], {}],
  [["--host", "example.org"], {}],
  [[], { TRIPWRIGHT_HOST: "0.0.0.0" }],
  [[], { TRIPWRIGHT_PUBLIC_URL: "https://trips.example.org" }],
];
test.each(exposures)("%j with %j is refused while nobody has to sign in", async (args, more) => {
  const { status, stderr, stdout } = await runCli(["serve", "--port", "0", ...args], environment(more));
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/TRIPWRIGHT_AUTH=tokens.*tripwright tokens create/);
});

test("a job that a worker does is watched from its first event to its plan", async () => {
  const { port } = await startServer();
  const worker = startCli(["worker", "--json"], environment());
  started.push(worker);
  worker.stderr?.resume();
  const body = { request: "2 days in Lisbon from 2027-05-10 for two" };
  const { job } = (await send(port, "/api/jobs", { method: "POST", body })).json as { job: { id: string } };
  const watched = await send(port, `/api/jobs/${job.id}/events`);
  expect(watched.headers["content-type"]).toContain("text/event-stream");
  const events = [...watched.text.matchAll(/^event: (.+)\ndata: (.+)\nid: (\d+)$/gm)];
  expect(events.map(([, type]) => type)).toEqual(expect.arrayContaining(["run-start", "tool-result", "run-end"]));
  expect(events.map(([, , , id]) => Number(id))).toEqual(events.map((_, index) => index));
  const last = { headers: { "last-event-id": String(events.length - 1) } };
  expect((await send(port, `/api/jobs/${job.id}/events`, last)).status).toBe(204);
  const middle = await send(port, `/api/jobs/${job.id}/events`, { headers: { "last-event-id": "1" } });
  expect(/^id: (\d+)$/m.exec(middle.text)?.[1]).toBe("2");
  const done = (await send(port, `/api/jobs/${job.id}`)).json as { job: { status: string; tripId: string } };
  expect(done.job.status).toBe("completed");
  expect((await send(port, `/api/trips/${done.job.tripId}/plan`)).json).toMatchObject({ verdict: { ok: true } });
}, 150_000);

test("tokens are asked for, made, used, listed and ended", async () => {
  const closedTo = { TRIPWRIGHT_AUTH: "tokens" };
  const none = await runCli(["serve", "--port", "0", "--host", "0.0.0.0"], environment(closedTo));
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining("there is none yet")]);

  const create = ["tokens", "create", "--label", "phone", "--user", "Ann@Example.org", "--expires", "90d", "--json"];
  const made = JSON.parse((await runCli(create, environment())).stdout);
  expect(made).toMatchObject({
    token: expect.stringMatching(/^tw_[\w-]{43}$/),
    session: { email: "ann@example.org", label: "phone", scopes: ["read", "plan", "write"], revokedAt: null },
    isNewUser: true,
  });
  const { port } = await startServer(closedTo);
  expect((await send(port, "/api/me")).status).toBe(401);
  expect((await send(port, "/api/me", { token: made.token })).json).toMatchObject({ email: "ann@example.org" });

  const listed = await runCli(["tokens", "list"], environment());
  expect(listed.stdout).toMatch(
    /ann@example\.org {2}read,plan,write {2}until \d{4}-\d\d-\d\d {2}last used .* {2}phone$/m,
  );
  expect(listed.stdout).not.toContain(made.token);
  const revoked = await runCli(["tokens", "revoke", made.session.id.slice(0, 8)], environment());
  expect([revoked.status, revoked.stdout]).toEqual([0, expect.stringContaining("Revoked: phone of ann@example.org")]);
  expect((await send(port, "/api/me", { token: made.token })).status).toBe(401);
  const again = await runCli(["tokens", "revoke", made.session.id], environment());
  expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("tokens list")]);
});

test.each([
  [["--scopes", "read,fly"], "read,plan,write"],
  [["--user", "nobody"], "e-mail"],
  [["--expires", "soon"], "90d"],
  [["--expires", "0d"], "90d"],
  [["--label", "x".repeat(101)], "100"],
])("tokens create %j is refused", async (args, said) => {
  const { status, stderr } = await runCli(["tokens", "create", ...args], environment());
  expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
});

test.each([["70000"], ["-1"], ["http"], [""]])("--port %j is refused", async (port) => {
  const { status, stderr } = await runCli(["serve", `--port=${port}`], environment());
  expect([status, stderr]).toEqual([2, expect.stringContaining("65535")]);
});
