/**
 * What our server adds to a chat, against the least that an AI SDK server does, on the same machine at the same time:
 * time to the first word, many chats at once, stops, and memory. The model answers at once; all servers are processes
 * of their own.
 */
import { parseArgs } from "node:util";
import { measureFirstWord, measureLoad, measureMemory, measureStops } from "./chat/measures.ts";
import { type ServerProcess, startServer } from "./chat/processes.ts";
import { memoryOf } from "./db/memory.ts";
import { machineLine } from "./machine.ts";
import { openPlace } from "./open-place.ts";

const USAGE = `npm run bench -- chat [options]
  --turns 200      of which the first word is timed
  --chats 200      at the same time
  --words 400      in the answer of each of them
  --stops 20       here, and as many from another server
  --minutes 0      of steady chats, while memory is watched
  --embedded       on the built-in database; otherwise on DATABASE_URL, or a throwaway PostgreSQL
`;
const TARGET = { addedMs: 20, ratio: 0.7, memoryMb: 300 };

interface Options {
  turns: number;
  chats: number;
  words: number;
  stops: number;
  minutes: number;
  embedded: boolean;
}

function readOptions(args: readonly string[]): Options | null {
  const number = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        turns: number,
        chats: number,
        words: number,
        stops: number,
        minutes: number,
        embedded: { type: "boolean" },
      },
    });
    const { turns = "200", chats = "200", words = "400", stops = "20", minutes = "0", embedded = false } = values;
    const [t, c, w, s, m] = [turns, chats, words, stops, minutes].map(Number);
    if (![t, c, w, s, m].every((value) => Number.isFinite(value) && Number(value) >= 0)) return null;
    return { turns: t ?? 0, chats: c ?? 0, words: w ?? 0, stops: s ?? 0, minutes: m ?? 0, embedded };
  } catch {
    return null;
  }
}

const say = (text: string): void => console.error(`· ${text}`);

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  await using place = await openPlace(options.embedded);
  await using model = await startServer(["bench/chat/model-server.ts"]);
  const settings = { TRIPWRIGHT_MODEL: "compatible:words-5-0", TRIPWRIGHT_MODEL_BASE_URL: `${model.url}/v1` };
  const serve = (): Promise<ServerProcess> =>
    startServer(["server/cli.ts", "serve", "--port", "0"], { ...place.environment, ...settings });
  say(`starting the servers, database ${place.name}`);
  await using bare = await startServer(["bench/chat/bare-server.ts", `${model.url}/v1`]);
  await using ours = await serve();
  await using other = await serve();
  return await report(options, place.name, { bare, ours, other });
}

interface Servers {
  bare: ServerProcess;
  ours: ServerProcess;
  other: ServerProcess;
}

async function report(options: Options, database: string, { bare, ours, other }: Servers): Promise<number> {
  const { turns, chats, words, stops, minutes } = options;
  say(`the first word of ${turns} turns`);
  const first = await measureFirstWord(ours.url, bare.url, turns);
  console.log(
    `First word: ${first.oursMs} ms, bare ${first.bareMs} ms: we add ${first.addedMs} ms (p95 ${first.addedP95Ms}).`,
  );

  say(`${chats} chats at once`);
  for (const { url } of [bare, ours]) await measureLoad(url, { chats: Math.min(chats, 20), words, name: "warm" });
  const loads = { bare: [] as number[], ours: [] as number[] };
  let faults = 0;
  for (const [index, name] of (["bare", "ours", "ours", "bare"] as const).entries()) {
    const load = await measureLoad((name === "bare" ? bare : ours).url, { chats, words, name: `${name}-${index}` });
    loads[name].push(load.chunksPerSecond);
    if (name === "ours") faults += load.faults;
  }
  const best = { bare: Math.max(...loads.bare), ours: Math.max(...loads.ours) };
  const ratio = Math.round((best.ours / best.bare) * 100) / 100;
  console.log(
    `${chats} chats: ${best.ours} chunks/s, bare ${best.bare}: ${ratio} of it; ${faults} lost or out of order.`,
  );

  say(`${stops} stops here, and from another server`);
  const stopHere = await measureStops(ours.url, ours.url, stops);
  const stopElsewhere = await measureStops(ours.url, other.url, stops);
  console.log(
    `Stops: ${stopHere.medianMs} ms (most ${stopHere.mostMs}), from another server ${stopElsewhere.medianMs} ms (most ${stopElsewhere.mostMs}).`,
  );

  const memory = minutes > 0 ? await measureMemory(ours.url, ours.pid, minutes) : null;
  if (memory)
    console.log(`Memory each minute: ${memory.everyMinuteMb.join(", ")} MB${memory.isFlat ? ": flat" : ": it grows"}.`);
  const { peakMb, rssMb } = await memoryOf(ours.pid);
  console.log(`Memory: ${Math.round(rssMb)} MB now, ${Math.round(peakMb)} MB at most.`);
  console.log(machineLine());
  const isMet =
    first.addedMs <= TARGET.addedMs &&
    ratio >= TARGET.ratio &&
    faults === 0 &&
    rssMb < TARGET.memoryMb &&
    memory?.isFlat !== false;
  console.log(
    isMet
      ? "Targets met."
      : `Target missed: ${TARGET.addedMs} ms, ${TARGET.ratio}, none lost, flat under ${TARGET.memoryMb} MB.`,
  );
  console.log(
    JSON.stringify({
      database,
      first,
      load: { ...best, ratio, faults, runs: loads },
      stopHere,
      stopElsewhere,
      memory,
      rssMb: Math.round(rssMb),
      peakMb: Math.round(peakMb),
    }),
  );
  return faults === 0 ? 0 : 1;
}
