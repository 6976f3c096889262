/**
 * Thousands of malformed and out-of-order lines on the input of `tripwright mcp`: whatever comes out is JSON-RPC, an
 * honest call in between and at the end is answered, and where the framing itself is lost the process says so and ends.
 */

import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { seededRandom } from "../../trip/schedule/random.ts";
import { hostileMessage } from "./hostile/messages.ts";
import { type StdioSession, startStdio } from "./hostile/stdio-session.ts";

const SEED = Number(process.env.HOSTILE_SEED ?? 7);
const LINES = Number(process.env.HOSTILE_LINES ?? 2_000);
const HONEST_EVERY = 500;
const TEN_MEGABYTES = 10 * 1_048_576;
/** As every command ends that was given what it cannot use. */
const USAGE = 2;
const MINUTES = 60_000;

const line = (message: object): string => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;

/** Ten seconds of them. */
const MOST_ATTEMPTS = 50;
const INITIALIZE = {
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "honest", version: "1" } },
};

async function honestStart(session: StdioSession, id: string): Promise<void> {
  const answer = session.answerTo(id);
  await session.write(line({ id, ...INITIALIZE }));
  expect(await answer).toMatchObject({ result: { serverInfo: { name: "tripwright" } } });
  await session.write(line({ method: "notifications/initialized" }));
}

/** Where hostile calls of the same traveller are still under way it is told to make the call again, and does. */
async function honestCall(session: StdioSession, id: string): Promise<void> {
  const params = { name: "search_cities", arguments: { query: "Lisbon" } };
  for (let attempt = 1; ; attempt++) {
    const answer = session.answerTo(`${id} ${attempt}`);
    await session.write(line({ id: `${id} ${attempt}`, method: "tools/call", params }));
    const told = await answer;
    if (attempt < MOST_ATTEMPTS && JSON.stringify(told).includes('"status":"rate_limited"')) {
      await sleep(200);
      continue;
    }
    expect(told).toMatchObject({ result: { structuredContent: { status: "ok", cities: [{ name: "Lisbon" }] } } });
    return;
  }
}

/** In one piece, in two, or together with what comes next. */
async function pour(session: StdioSession, count: number): Promise<void> {
  const random = seededRandom(SEED);
  let held = "";
  for (let made = 1; made <= count; made += 1) {
    held += `${hostileMessage(random).text.replaceAll("\n", " ")}${random.below(5) === 0 ? "\r\n" : "\n"}`;
    if (random.below(3) > 0) {
      const cut = random.below(held.length);
      await session.write(held.slice(0, cut));
      held = held.slice(cut);
    }
    if (made % HONEST_EVERY > 0) continue;
    await session.write(held);
    held = "";
    await honestCall(session, `honest-${made}`);
  }
  await session.write(held);
}

function expectCleanLines({ lines, errors }: StdioSession): void {
  for (const said of lines) expect(JSON.parse(said)).toMatchObject({ jsonrpc: "2.0" });
  const internal = lines.filter((said) => said.includes("-32603") && !said.includes('"message":"[\\n  {'));
  expect(internal.slice(0, 3)).toEqual([]);
  expect(errors()).not.toMatch(/TypeError|RangeError|ReferenceError|\n {4}at /);
}

test(`${LINES} hostile lines after a handshake leave the server serving`, { timeout: 5 * MINUTES }, async () => {
  const session = startStdio();
  await honestStart(session, "first");
  await pour(session, LINES);
  await honestStart(session, "again");
  await honestCall(session, "last");
  expect(await session.end()).toBe(0);
  expectCleanLines(session);
  process.stdout.write(`hostile lines, seed ${SEED}: ${LINES}, ${session.lines.length} answers\n`);
});

test("garbage before the handshake does not keep an honest client out", { timeout: 2 * MINUTES }, async () => {
  const session = startStdio();
  await session.write(`\u0000\u0001\n{\n[]\nnull\n${"[".repeat(50_000)}\n{"jsonrpc":"2.0"}\n`);
  await session.write(line({ id: 1, method: "tools/call", params: { name: "list_trips", arguments: {} } }));
  await honestStart(session, "first");
  await honestCall(session, "last");
  expect(await session.end()).toBe(0);
  expectCleanLines(session);
});

test("a line that never ends ends the process, with one clear line", { timeout: 2 * MINUTES }, async () => {
  const session = startStdio();
  await honestStart(session, "first");
  await session.write(Buffer.alloc(TEN_MEGABYTES + 2 ** 20, "x"));
  expect(await session.exited).toBe(USAGE);
  expect(session.errors()).toMatch(/Expected messages of at most 10 MB, a line each, got more without an end/);
});

test("and says so, too, while the database is still coming up", { timeout: 2 * MINUTES }, async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => {
    sockets.push(socket.on("error", () => {}));
  }).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const session = startStdio(`postgres://nobody@127.0.0.1:${port}/none`);
  await honestStart(session, "first");
  await session.write(Buffer.alloc(TEN_MEGABYTES + 2 ** 20, "x"));
  expect(await session.exited).toBe(USAGE);
  expect(session.errors()).toMatch(/Expected messages of at most 10 MB, a line each, got more without an end/);
  for (const socket of sockets) socket.destroy();
  silent.close();
});
