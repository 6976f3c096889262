/** What is measured of a chat: the first word, many at once, stops, and memory over time. */
import { setTimeout as pause } from "node:timers/promises";
import { memoryOf } from "../db/memory.ts";
import { percentile } from "../db/statistics.ts";
import { type Heard, talk } from "./talk.ts";

export interface FirstWord {
  oursMs: number;
  bareMs: number;
  addedMs: number;
  addedP95Ms: number;
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;
const TURNS_A_THREAD = 10;

/** Turn by turn in turns, so that whatever else the machine does meets both alike. Threads grow as real ones do. */
export async function measureFirstWord(ours: string, bare: string, turns: number): Promise<FirstWord> {
  const model = "compatible:words-5-0";
  const pairs: { ours: number; bare: number }[] = [];
  for (let turn = -TURNS_A_THREAD * 2; turn < turns; turn += 1) {
    const threadId = `first-${Math.floor(turn / TURNS_A_THREAD) + 2}-${process.pid}`;
    const base = await talk({ url: bare, threadId, model, words: 5 });
    const own = await talk({ url: ours, threadId, model, words: 5 });
    // The first ones warm both servers.
    if (turn >= 0) pairs.push({ ours: own.firstMs, bare: base.firstMs });
  }
  const added = pairs.map((pair) => pair.ours - pair.bare);
  return {
    oursMs: rounded(
      percentile(
        pairs.map((pair) => pair.ours),
        0.5,
      ),
    ),
    bareMs: rounded(
      percentile(
        pairs.map((pair) => pair.bare),
        0.5,
      ),
    ),
    addedMs: rounded(percentile(added, 0.5)),
    addedP95Ms: rounded(percentile(added, 0.95)),
  };
}

export interface Load {
  chunksPerSecond: number;
  faults: number;
}

export async function measureLoad(
  url: string,
  { chats, words, name }: { chats: number; words: number; name: string },
): Promise<Load> {
  const startedAt = performance.now();
  const talks = Array.from({ length: chats }, (_, index) =>
    talk({ url, threadId: `load-${name}-${index}-${process.pid}`, model: `compatible:words-${words}-0`, words }),
  );
  const heard = await Promise.all(talks);
  const seconds = (performance.now() - startedAt) / 1000;
  const sum = (count: (one: Heard) => number): number => heard.reduce((all, one) => all + count(one), 0);
  return { chunksPerSecond: Math.round(sum(({ chunks }) => chunks) / seconds), faults: sum(({ faults }) => faults) };
}

/** From the request to the stream's own word that it was stopped: by then model, tools and solver have ended. */
export async function measureStops(
  url: string,
  stopUrl: string,
  times: number,
): Promise<{ medianMs: number; mostMs: number }> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const threadId = `stop-${new URL(stopUrl).port}-${time}-${process.pid}`;
    const begun = Promise.withResolvers<void>();
    const talking = talk(
      { url, threadId, model: "compatible:open-20-0", words: 20 },
      (count) => count === 20 && begun.resolve(),
    );
    await begun.promise;
    await pause(200);
    const askedAt = performance.now();
    const answer = await post(`${stopUrl}/api/chat/${threadId}/stop`);
    const { stoppedAt } = await talking;
    if (stoppedAt === null) throw new Error(`A stop stopped nothing: ${answer}`);
    took.push(stoppedAt - askedAt);
  }
  return { medianMs: rounded(percentile(took, 0.5)), mostMs: rounded(Math.max(...took)) };
}

async function post(url: string): Promise<string> {
  const { request } = await import("node:http");
  const { text } = await import("node:stream/consumers");
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST" }, (response) => resolve(text(response)));
    sent.on("error", reject);
    sent.end();
  });
}

export interface MemoryOverTime {
  everyMinuteMb: number[];
  isFlat: boolean;
  mostMb: number;
}

const STEADY_CHATS = 20;
const LOOK_MS = 5_000;
const MOST_GROWTH = 1.1;

/** Steady chats, each one turn after another, and what the process holds meanwhile. */
export async function measureMemory(url: string, pid: number, minutes: number): Promise<MemoryOverTime> {
  const until = performance.now() + minutes * 60_000;
  const talks = Array.from({ length: STEADY_CHATS }, async (_, index) => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      const threadId = `steady-${index}-${Math.floor(turn / TURNS_A_THREAD)}-${process.pid}`;
      await talk({ url, threadId, model: "compatible:words-100-10", words: 100 });
    }
  });
  const looks: number[] = [];
  const looking = (async () => {
    while (performance.now() < until) {
      await pause(LOOK_MS);
      looks.push((await memoryOf(pid)).rssMb);
    }
  })();
  await Promise.all([...talks, looking]);
  const third = Math.max(1, Math.floor(looks.length / 3));
  const mean = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / some.length;
  const perMinute = Math.round(60_000 / LOOK_MS);
  return {
    everyMinuteMb: looks.filter((_, index) => (index + 1) % perMinute === 0).map(Math.round),
    isFlat: mean(looks.slice(-third)) <= MOST_GROWTH * mean(looks.slice(0, third)),
    mostMb: Math.round(Math.max(...looks)),
  };
}
