/** Followers of one run over real sockets: a slow one holds up nobody, keeps nothing waiting in memory, and loses nothing. */
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LiveRun } from "../../../server/chat/live-run.ts";
import { type SendOptions, sendFrames } from "../../../server/chat/send-frames.ts";
import { KEEP_ALIVE } from "../../../server/chat/sse.ts";

const RUN_ID = "3f0f6a1e-0000-4000-8000-000000000001";

let run: LiveRun;
let options: SendOptions = {};
let responses: ServerResponse[] = [];
let server: Server;
beforeAll(async () => {
  server = createServer((_, response) => {
    responses.push(response);
    void sendFrames(response, run, options);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function newRun(): LiveRun {
  const abort = new AbortController();
  responses = [];
  return new LiveRun({ runId: RUN_ID, key: "k", threadId: "t", title: null, replyId: "m", before: null, abort });
}

function follow(): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent: false }, resolve).on("error", reject);
  });
}

const deltasIn = (told: string): string[] => [...told.matchAll(/"delta":"([^"]*)"/g)].map(([, delta]) => delta ?? "");
const end = (): void => {
  run.end(run.last({ type: "run-end", runId: RUN_ID, durationMs: 1, status: "completed" }));
};

test("a reader who does not read holds a position and no more, and gets every word in the end", async () => {
  run = newRun();
  options = {};
  // The headers come with the first words.
  run.append({ type: "run-start", runId: RUN_ID, modelVersion: "offline/1" });
  const slow = await follow();
  slow.pause();
  const read = follow().then(text);
  const words = Array.from({ length: 4_000 }, (_, index) => `${index}:${"x".repeat(4_000)}`);
  for (const [index, word] of words.entries()) {
    run.append({ type: "text-delta", text: word });
    if (index % 100 === 0) await pause(1);
  }
  end();
  expect(deltasIn(await read)).toEqual(words);
  // Sixteen megabytes were told; what waits for the one who sleeps is one piece.
  const waiting = responses.map(({ writableLength }) => writableLength);
  expect(Math.max(...waiting)).toBeLessThan(400_000);
  expect(deltasIn(await text(slow))).toEqual(words);
});

test("a reader who comes late, or comes when all is over, is told everything", async () => {
  run = newRun();
  run.append({ type: "run-start", runId: RUN_ID, modelVersion: "offline/1" });
  run.append({ type: "text-delta", text: "Hello" });
  const early = follow().then(text);
  const late = follow().then(text);
  await pause(50);
  run.append({ type: "text-delta", text: ", you" });
  end();
  const told = await Promise.all([early, late, follow().then(text)]);
  expect(new Set(told).size).toBe(1);
  expect(deltasIn(told[0] ?? "")).toEqual(["Hello", ", you"]);
});

test("a silence is filled with comments, so that nothing on the way takes the connection for dead", async () => {
  run = newRun();
  options = { keepAliveMs: 20 };
  const reading = follow().then(text);
  await pause(200);
  run.append({ type: "text-delta", text: "At last" });
  end();
  const told = await reading;
  expect(told.split(KEEP_ALIVE).length).toBeGreaterThan(3);
  expect(deltasIn(told)).toEqual(["At last"]);
});

test("readers who leave are forgotten, and the run goes on", async () => {
  run = newRun();
  options = {};
  run.append({ type: "run-start", runId: RUN_ID, modelVersion: "offline/1" });
  const leaving = await follow();
  leaving.destroy();
  await pause(20);
  run.append({ type: "text-delta", text: "Still here" });
  end();
  expect(deltasIn(await follow().then(text))).toEqual(["Still here"]);
});

test("what cannot be followed any more is told as an error, not as an end", async () => {
  const broken = createServer((_, response) => {
    const read = (): Promise<never> => Promise.reject(new Error("secret of the house"));
    sendFrames(response, { read }, {}).catch(() => undefined);
  });
  await new Promise<void>((resolve) => broken.listen(0, "127.0.0.1", resolve));
  const answer = await fetch(`http://127.0.0.1:${(broken.address() as AddressInfo).port}`);
  const told = await answer.text();
  broken.close();
  expect(told).toContain('"type":"error"');
  expect(told).not.toContain("secret");
});
