/** Calls a second of two servers that answer alike, turn by turn, so that whatever else the machine does meets both. */
import { type Percentiles, percentilesOf } from "../db/statistics.ts";
import type { BenchClient, ToolCall } from "./client.ts";

export interface Side {
  /** Calls are spread over them; each takes several at once where there are fewer than are in flight. */
  readonly clients: readonly BenchClient[];
  call(index: number): ToolCall;
}

export interface Load extends Percentiles {
  readonly callsPerSecond: number;
}

export interface Pair {
  readonly ours: Load;
  readonly echo: Load;
  /** Ours of the echo's calls a second. */
  readonly ratio: number;
}

export interface Amount {
  readonly calls: number;
  readonly inFlight: number;
}

/** What each of so many calls took, and all of them together. */
async function drive({ clients, call }: Side, { calls, inFlight }: Amount): Promise<{ took: number[]; ms: number }> {
  const took: number[] = [];
  let next = 0;
  const lane = async (client: BenchClient | undefined): Promise<void> => {
    if (!client) throw new Error("Expected a client to make calls with, got none.");
    while (next < calls) {
      const startedAt = performance.now();
      await client.call(call(next++));
      took.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: inFlight }, (_, index) => lane(clients[index % clients.length])));
  return { took, ms: performance.now() - startedAt };
}

/** Half of the calls of each side stand before the other side's, half after them. */
export async function measurePair(ours: Side, echo: Side, amount: Amount): Promise<Pair> {
  const sides = { ours, echo };
  const took = { ours: [] as number[], echo: [] as number[] };
  const ms = { ours: 0, echo: 0 };
  const half = { ...amount, calls: Math.ceil(amount.calls / 2) };
  for (const side of [ours, echo]) await drive(side, half);
  for (const name of ["echo", "ours", "ours", "echo"] as const) {
    const round = await drive(sides[name], half);
    took[name].push(...round.took);
    ms[name] += round.ms;
  }
  const loadOf = (name: "ours" | "echo"): Load => ({
    callsPerSecond: Math.round((took[name].length / ms[name]) * 1000),
    ...percentilesOf(took[name]),
  });
  const ratio = took.ours.length / ms.ours / (took.echo.length / ms.echo);
  return { ours: loadOf("ours"), echo: loadOf("echo"), ratio: Math.round(ratio * 100) / 100 };
}

/** Of the answers to so many calls. */
export async function answerSize({ clients, call }: Side, calls: number): Promise<number> {
  let characters = 0;
  const [client] = clients;
  for (let index = 0; index < calls; index += 1) characters += JSON.stringify(await client?.call(call(index))).length;
  return Math.round(characters / calls);
}
