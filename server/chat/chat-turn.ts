/**
 * One turn from its request to its reply. The request is answered as soon as the turn stands in the database; from then
 * on the run is followed, not waited for, and its reply is stored whatever becomes of whoever asked.
 */
import { randomUUID } from "node:crypto";
import type { RunEvent } from "../../agents/events.ts";
import type { ChatTurns } from "../../db/stores/chat-turns.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { ChatMessage, ChatStore, RunEventLog, RunRecorder } from "../../trip/ports.ts";
import type { Runtime, UserApplication } from "../compose.ts";
import { type EventLog, errorFields } from "../event-log.ts";
import type { ChatRequest, Said } from "./chat-request.ts";
import { LiveRun } from "./live-run.ts";
import type { LiveRuns } from "./live-runs.ts";
import { callsOf, shownMessage, storedMessage } from "./message-record.ts";
import { startTurn } from "./start-turn.ts";
import type { TripwrightUIMessage } from "./ui-message.ts";

/** What chats need of one traveller. */
export interface ChatUser {
  readonly application: UserApplication;
  readonly chats: ChatStore;
  readonly turns: ChatTurns;
  readonly events: RunEventLog;
}

export interface ChatParts {
  readonly runtime: Runtime;
  readonly runs: LiveRuns;
  readonly log: EventLog;
}

/** What a run begins with: the words to keep, and the reply that it goes on with. */
interface Beginning {
  message: ChatMessage | null;
  words: string | null;
  replyId: string;
  before: TripwrightUIMessage | null;
  /** What the last reply asks; a plain yes or no in new words answers it, and nothing else. */
  asked: readonly string[];
}

const TITLE_CHARACTERS = 80;

export const keyOf = (userId: string, threadId: string): string => `${userId} ${threadId}`;

/** Throws what keeps the turn from being opened, `thread_busy` above all. */
export async function beginTurn(parts: ChatParts, user: ChatUser, request: ChatRequest): Promise<LiveRun> {
  const { threadId, said, timeZone, tripId, model } = request;
  const { application, turns } = user;
  await parts.runs.whenStored(keyOf(application.userId, threadId));
  const beginning = await beginningOf(turns, threadId, said);
  const { replyId, words } = beginning;
  const opened = Promise.withResolvers<LiveRun>();
  const run = new OpeningRun();
  const recorder: RunRecorder = {
    ...application.recorder,
    startRun: async (start) => {
      const runId = randomUUID();
      const title = titleOf(words);
      const { message } = beginning;
      await turns.open({ runId, threadId, title, timeZone, tripId, run: start, replyId, message });
      run.live = new LiveRun({
        runId,
        key: keyOf(application.userId, threadId),
        threadId,
        title,
        abort: run.abort,
        replyId,
        before: beginning.before,
      });
      parts.runs.add(run.live);
      opened.resolve(run.live);
      return { id: runId };
    },
  };
  const { runtime, log } = parts;
  const answers = said.kind === "answers" ? said.answers : [];
  const { listener, abort } = run;
  startTurn({
    runtime,
    application,
    threadId,
    replyId,
    words,
    asked: beginning.asked,
    answers,
    timeZone,
    tripId,
    model,
    recorder,
    listener,
    signal: abort.signal,
    log,
  })
    .then(
      () => run.finish(parts, turns, null),
      (failure: unknown) => (run.live ? run.finish(parts, turns, failure) : opened.reject(failure)),
    )
    .catch((error: unknown) => parts.log("turn-unfinished", errorFields(error)));
  return opened.promise;
}

/** Hears the run from before it stands until after it has ended. */
class OpeningRun {
  readonly abort = new AbortController();
  readonly #startedAt = performance.now();
  live: LiveRun | null = null;
  #end: Extract<RunEvent, { type: "run-end" }> | null = null;

  readonly listener = (event: RunEvent): void => {
    if (event.type !== "run-end") {
      this.live?.append(event);
      return;
    }
    this.#end = event;
    if (this.live) this.live.isClosing = true;
  };

  /** The reply is stored before anybody hears that there is no more of it. */
  async finish({ runs, log }: ChatParts, turns: ChatTurns, failure: unknown): Promise<void> {
    const { live } = this;
    if (!live) throw new TripwrightError("internal", "A turn ended that was never opened.");
    const { runId, threadId } = live;
    const chunks = live.last(this.#end ?? this.#endFor(runId, failure));
    try {
      const reply = storedMessage(await live.message());
      await turns.close({ runId, threadId, reply, agreed: live.agreedElsewhere });
    } catch (error) {
      log("reply-unsaved", { runId, ...errorFields(error) });
    }
    await runs.writeAll(live);
    runs.remove(live);
    live.end(chunks);
  }

  #endFor(runId: string, failure: unknown): RunEvent {
    const durationMs = Math.round(performance.now() - this.#startedAt);
    const status = this.abort.signal.aborted ? "stopped" : "failed";
    return { type: "run-end", runId, durationMs, status, error: inPlainWords(failure) };
  }
}

function inPlainWords(failure: unknown): { code: string; message: string } {
  if (failure instanceof TripwrightError && failure.code !== "internal") {
    return { code: failure.code, message: failure.message };
  }
  return { code: "internal", message: "Something inside Tripwright went wrong. It is on record; try again." };
}

async function beginningOf(turns: ChatTurns, threadId: string, said: Said): Promise<Beginning> {
  if (said.kind === "answers") return answeredReply(turns, threadId, said);
  const begins = { replyId: randomUUID(), before: null };
  if (said.kind !== "words") {
    const message = await lastWords(turns, threadId);
    return { ...begins, message, words: wordsOf(message), asked: [] };
  }
  const message = messageOf(said.messageId, said.text);
  const [reply, words] = await Promise.all([turns.findLast(threadId, "assistant"), turns.findLast(threadId, "user")]);
  const isNew = words?.id !== message.id;
  const asked = reply && isNew ? callsOf(shownMessage(reply)).flatMap(({ approvalId }) => approvalId ?? []) : [];
  return { ...begins, message, words: wordsOf(message), asked };
}

function messageOf(id: string, text: string): ChatMessage {
  return { id, role: "user", parts: [{ type: "text", text }] };
}

const wordsOf = ({ parts }: ChatMessage): string => parts.map(({ text }) => String(text)).join("\n");

async function lastWords(turns: ChatTurns, threadId: string): Promise<ChatMessage> {
  const last = await turns.findLast(threadId, "user");
  if (last) return last;
  throw new TripwrightError("thread_not_found", "Expected a conversation in which something was said, got none.");
}

type Answers = Extract<Said, { kind: "answers" }>;

async function answeredReply(turns: ChatTurns, threadId: string, { replyId, answers }: Answers): Promise<Beginning> {
  const last = await turns.findLast(threadId, "assistant");
  const before = last ? shownMessage(last) : null;
  const asked = new Set((before ? callsOf(before) : []).map(({ approvalId }) => approvalId));
  const isAsked = answers.every(({ approvalId }) => asked.has(approvalId));
  if (before && isAsked && (replyId === null || replyId === before.id)) {
    return { message: null, words: null, replyId: before.id, before, asked: [] };
  }
  const message =
    "Expected answers to what the last reply asks, got others. It may be answered already: load the conversation again.";
  throw new TripwrightError("approval_not_found", message, { threadId });
}

function titleOf(words: string | null): string | null {
  if (words === null) return null;
  const line = words.replaceAll(/\s+/g, " ");
  if (line.length <= TITLE_CHARACTERS) return line;
  return `${line.slice(0, TITLE_CHARACTERS - 1).replace(/\s\S*$/, "")}…`;
}
