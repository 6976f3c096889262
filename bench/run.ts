/** `npm run bench -- NAME [options]`: one file a benchmark, loaded only when asked for. */
import { argv, stderr } from "node:process";

export type Benchmark = (args: readonly string[]) => Promise<number>;

const BENCHMARKS: Readonly<Record<string, { about: string; load: () => Promise<Benchmark> }>> = {
  chat: {
    about: "what our server adds to a chat: first word, 200 at once, stops, memory",
    load: async () => (await import("./chat.ts")).run,
  },
  check: { about: "judging a plan of a fortnight", load: async () => (await import("./check.ts")).run },
  replan: {
    about: "how fast a plan gives way, and how much of it",
    load: async () => (await import("./replan.ts")).run,
  },
  bound: { about: "the bound on any plan against known scores", load: async () => (await import("./bound.ts")).run },
  db: {
    about: "reads, saving and index builds at up to a million rows, native and embedded",
    load: async () => (await import("./db.ts")).run,
  },
  cache: {
    about: "how much of a day's searches is answered from the cache",
    load: async () => (await import("./cache.ts")).run,
  },
  providers: {
    about: "what a search adds to a vendor's own time: cold, cached, and fifty callers at once",
    load: async () => (await import("./providers.ts")).run,
  },
  mcp: {
    about: "calls of MCP tools a second over stdio and HTTP, next to an SDK server that echoes",
    load: async () => (await import("./mcp.ts")).run,
  },
  tokens: {
    about: "what a plan costs a model in tokens, and what a plain tool loop would",
    load: async () => (await import("./tokens.ts")).run,
  },
  interests: {
    about: "whether wishes in a traveller's words find the places that were meant",
    load: async () => (await import("./interests.ts")).run,
  },
  osm: {
    about: "reading an OpenStreetMap extract of a million elements into records",
    load: async () => (await import("./osm.ts")).run,
  },
  import: {
    about: "the whole import of an OpenStreetMap extract of a million elements into the built-in database",
    load: async () => (await import("./import.ts")).run,
  },
  toptw: {
    about: "the scheduler on the public benchmark of team orienteering with time windows",
    load: async () => (await import("./toptw.ts")).run,
  },
  schedule: {
    about: "the scheduler on its full model: quality over time, growth, plain methods, proven optima",
    load: async () => (await import("./schedule.ts")).run,
  },
};

function usage(name: string | undefined): string {
  const list = Object.entries(BENCHMARKS).map(([known, { about }]) => `  ${known.padEnd(10)}${about}`);
  const came = name === undefined ? "none" : `"${name}"`;
  return `Expected the name of a benchmark, got ${came}. There are:\n${list.join("\n")}\n`;
}

const [name, ...args] = argv.slice(2);
const benchmark = name === undefined ? undefined : BENCHMARKS[name];
if (benchmark) {
  process.exitCode = await (await benchmark.load())(args);
} else {
  stderr.write(usage(name));
  process.exitCode = 2;
}
