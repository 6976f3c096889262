/**
 * What a long call is doing, to a client that wants to know: in a traveller's words, ever further on, and no faster
 * than anybody reads.
 */
import type { ServerContext } from "@modelcontextprotocol/server";
import type { ToolProgress } from "../tools/tool.ts";

const SHORTEST_PAUSE_MS = 250;

export interface ProgressReports {
  report: ((progress: ToolProgress) => void) | undefined;
  /** Nothing is said after the result. */
  end(): void;
}

export function progressReports({ _meta, notify }: Pick<ServerContext["mcpReq"], "_meta" | "notify">): ProgressReports {
  const token = _meta?.progressToken;
  if (token === undefined) return { report: undefined, end: () => {} };
  let progress = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  let next: { message: string; timer: NodeJS.Timeout } | null = null;
  const say = (message: string): void => {
    lastAt = performance.now();
    progress++;
    const params = { progressToken: token, progress, message };
    // A client that is gone needs no word of it.
    notify({ method: "notifications/progress", params }).catch(() => {});
  };
  const sayNext = (): void => {
    const waiting = next;
    next = null;
    if (waiting) say(waiting.message);
  };
  const report = ({ message }: ToolProgress): void => {
    const pause = SHORTEST_PAUSE_MS - (performance.now() - lastAt);
    // What comes too soon waits; of several that wait, the newest is said.
    if (next) next.message = message;
    else if (pause <= 0) say(message);
    else next = { message, timer: setTimeout(sayNext, pause) };
  };
  const end = (): void => {
    if (next) clearTimeout(next.timer);
    next = null;
  };
  return { report, end };
}
