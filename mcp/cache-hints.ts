/** How long clients may keep what they were told: what is the same for everybody a while, what is a traveller's not at all. */
import type { ServerOptions } from "@modelcontextprotocol/server";

/** Changes with the program alone, and clients outlive that. */
const OF_THE_PROGRAM = { ttlMs: 3_600_000, cacheScope: "public" } as const;

export const CACHE_HINTS: NonNullable<ServerOptions["cacheHints"]> = {
  "server/discover": OF_THE_PROGRAM,
  "tools/list": OF_THE_PROGRAM,
  "prompts/list": OF_THE_PROGRAM,
  "resources/templates/list": OF_THE_PROGRAM,
  "resources/list": { ttlMs: 0, cacheScope: "private" },
  "resources/read": { ttlMs: 0, cacheScope: "private" },
};
