/** The server as the process that an assistant starts: what comes first, what it shares, what it says, how it ends. */
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findHost, stopHost } from "../../../db/embedded/ensure-host.ts";
import { TOOLS } from "../../../tools/registry.ts";
import { type OwnHome, openOwnHome } from "../../db/embedded/own-home.ts";
import { RawStdio } from "./raw-stdio.ts";

let own: OwnHome;
const running: RawStdio[] = [];
const embedded = (): Record<string, string> => ({ DATABASE_URL: "", TRIPWRIGHT_HOME: own.home });

async function open(env: Record<string, string> = embedded()): Promise<RawStdio> {
  const server = await RawStdio.open(env);
  running.push(server);
  return server;
}

async function noHost(): Promise<void> {
  while ((await findHost(own.home)) !== null) await sleep(100);
}

beforeAll(async () => {
  own = await openOwnHome();
});
afterEach(async () => {
  for (const { child } of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "close");
  }
});
afterAll(() => own?.[Symbol.asyncDispose]());

// The first of all: the folder is still empty.
test("greeting and tools are answered while there is no database yet", { timeout: 200_000 }, async () => {
  const server = await open();
  const { result } = await server.request("tools/list");
  const host = await findHost(own.home);
  expect(result?.tools).toHaveLength(TOOLS.length);
  expect(host?.phase ?? "absent").not.toBe("ready");
  expect(server.stderr.join("\n")).not.toContain("tables up to date");
  expect(await server.call("list_trips")).toMatchObject({ structuredContent: { status: "empty" } });
  expect(server.stderr.join("\n")).toContain("tables up to date");
  expect(await server.end()).toEqual({ code: 0, signal: null });
});

test("several assistants share one database process, and each sees what another wrote", async () => {
  const [first, ...others] = await Promise.all([open(), open(), open()]);
  const found = await first.call("search_cities", { query: "Porto" });
  const { cities } = found.structuredContent as { cities: { id: string }[] };
  const trip = { cityIds: [cities[0]?.id], startDate: "2027-03-05", endDate: "2027-03-06" };
  expect(await first.call("create_trip", trip)).toMatchObject({ structuredContent: { status: "ok" } });
  for (const server of [first, ...others]) {
    const listed = (await server.call("list_trips")).structuredContent as { trips: unknown[] };
    expect(listed.trips).toHaveLength(1);
  }
  const starts = (await own.log()).match(/ready/gi) ?? [];
  expect(starts).toHaveLength(1);
  for (const server of [first, ...others]) expect(await server.end()).toEqual({ code: 0, signal: null });
});

test("when its client has gone it ends, and the shared process by its idle time", async () => {
  await stopHost(own.home);
  // Long enough for the server to come before it has gone again.
  await own.ensureHost({ idleMs: 12_000 });
  const server = await open();
  await server.call("list_trips");
  expect(await server.end()).toEqual({ code: 0, signal: null });
  await noHost();
});

test.each(["SIGTERM", "SIGINT"] as const)("%s ends it politely", async (signal) => {
  const server = await open();
  await server.call("list_trips");
  expect(await server.end(signal)).toEqual({ code: 0, signal: null });
});

test("it leaves at once, too, while the database is still coming up", async () => {
  const silent = createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const at = silent.address();
  const port = typeof at === "object" && at ? at.port : 0;
  const server = await open({ DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none` });
  expect((await server.request("tools/list")).result?.tools).toHaveLength(TOOLS.length);
  expect(await server.end()).toEqual({ code: 0, signal: null });
  silent.close();
});

test("with an older Node in the assistant's path, the one of the install runs it", async () => {
  const old = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });`;
  const server = await open({
    ...embedded(),
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}`,
  });
  expect((await server.request("tools/list")).result?.tools).toHaveLength(TOOLS.length);
  expect(await server.end("SIGTERM")).toEqual({ code: 0, signal: null });
});

const BROKEN: [what: string, env: Record<string, string>, said: RegExp][] = [
  ["a setting", { TRIPWRIGHT_TODAY: "tomorrow" }, /TRIPWRIGHT_TODAY: expected YYYY-MM-DD/],
  ["the database", { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" }, /No PostgreSQL answered at 127\.0\.0\.1:1/],
  ["the data folder", { DATABASE_URL: "", TRIPWRIGHT_HOME: "/dev/null/x" }, /\/dev\/null\/x cannot be created/],
];
test.each(BROKEN)("with %s broken it serves, and every call says so in one line", async (_, env, said) => {
  const server = await open(env);
  expect((await server.request("tools/list")).result?.tools).toHaveLength(TOOLS.length);
  for (const name of ["list_trips", "search_cities"]) {
    const { structuredContent, isError } = await server.call(name, name === "search_cities" ? { query: "Rome" } : {});
    expect(isError).toBe(true);
    expect(structuredContent).toMatchObject({ status: "error", error: { message: expect.stringMatching(said) } });
  }
  const lines = server.stderr.filter((line) => !line.includes(" progress "));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(said);
  expect(await server.end()).toEqual({ code: 0, signal: null });
});

test("with debugging on, the output is messages still", async () => {
  const server = await open({ ...embedded(), TRIPWRIGHT_DEBUG: "1", TRIPWRIGHT_TODAY: "tomorrow" });
  await server.call("list_trips");
  expect(await server.end()).toEqual({ code: 0, signal: null });
  expect(server.stderr.join("\n")).toMatch(/^ {4}at /m);
  expect(server.stdout.map((line) => JSON.parse(line).jsonrpc)).toEqual(["2.0", "2.0"]);
});
