/** The run that is under way in a thread, wherever it runs: in this process from memory, in another one from its record. */
import { TripwrightError } from "../../trip/errors.ts";
import { type ChatParts, type ChatUser, keyOf } from "./chat-turn.ts";
import { stoppedByTraveller } from "./live-runs.ts";
import { callsOf, shownMessage } from "./message-record.ts";
import { followRecord } from "./recorded-run.ts";
import { chunksOfMessage } from "./replay.ts";
import { type FrameSource, frameOf } from "./sse.ts";
import { ChunkMaker } from "./ui-chunks.ts";
import type { TripwrightUIMessage } from "./ui-message.ts";

export interface FollowedRun {
  source: FrameSource;
  /** For a page that begins from nothing: what the reply held before the run. */
  opening: string;
}

export async function findRun({ runs }: ChatParts, user: ChatUser, threadId: string): Promise<FollowedRun | null> {
  const live = runs.find(keyOf(user.application.userId, threadId));
  if (live) return { source: live, opening: openingOf(live.before) };
  const open = await user.turns.findOpen(threadId);
  if (!open) return null;
  const { runId, replyId: messageId, title } = open;
  const before = open.before && shownMessage(open.before);
  const maker = new ChunkMaker({ threadId, messageId, title, calls: before ? callsOf(before) : [] });
  return { source: followRecord({ runId, events: user.events, maker }), opening: openingOf(before) };
}

function openingOf(before: TripwrightUIMessage | null): string {
  if (!before) return "";
  return [{ type: "start", messageId: before.id } as const, ...chunksOfMessage(before)].map(frameOf).join("");
}

/** Answers with the run that will end now; `null` when nothing is under way. Throws `thread_not_found`. */
export async function stopRun({ runs }: ChatParts, user: ChatUser, threadId: string): Promise<string | null> {
  const live = runs.find(keyOf(user.application.userId, threadId));
  if (live) {
    live.stop(stoppedByTraveller());
    return live.runId;
  }
  const thread = await user.chats.findThread(threadId);
  if (!thread) throw threadNotFound(threadId);
  if (thread.activeRunId !== null) await user.events.requestStop(thread.activeRunId);
  return thread.activeRunId;
}

export function threadNotFound(threadId: string): TripwrightError {
  const message = `Expected a conversation of yours, got "${threadId}". GET /api/chat lists them.`;
  return new TripwrightError("thread_not_found", message, { threadId });
}
