/** The one place that knows how the agent runs a turn of a conversation. */

import type { RunListener } from "../../agents/events.ts";
import { runTurn } from "../../agents/run-turn.ts";
import { createCheckpointSaver } from "../../db/checkpoints/checkpoint-saver.ts";
import { createProfileStore } from "../../db/stores/profile-store.ts";
import { loadPrompt } from "../../prompts/load-prompt.ts";
import { TOOLS } from "../../tools/registry.ts";
import type { RunRecorder } from "../../trip/ports.ts";
import type { Runtime, UserApplication } from "../compose.ts";
import type { EventLog } from "../event-log.ts";
import { prepareRun } from "../prepare-run.ts";
import { createRunLog } from "../run-log.ts";
import type { ChatAnswer } from "./chat-request.ts";

export interface TurnStart {
  runtime: Runtime;
  application: UserApplication;
  threadId: string;
  /** The reply's id. */
  replyId: string;
  /** The traveller's words; `null` when they answered what was asked. */
  words: string | null;
  /** Of the questions that are open, those that these words may answer. */
  asked: readonly string[];
  answers: readonly ChatAnswer[];
  timeZone: string | null;
  tripId: string | null;
  model: string | null;
  /** Its `startRun` opens the turn. */
  recorder: RunRecorder;
  listener: RunListener;
  signal: AbortSignal;
  log: EventLog;
}

/** Settles when the run is over and recorded; throws when it could not begin. */
export async function startTurn(turn: TurnStart): Promise<void> {
  const { runtime, application, threadId, words, answers, tripId, recorder, listener, signal } = turn;
  const { database: db } = runtime;
  const { toolContext, userId } = application;
  const [{ model, limits }, { preferences }] = await Promise.all([
    prepareRun(runtime, application, turn.model),
    createProfileStore({ db, userId }).getProfile(),
  ]);
  const saver = createCheckpointSaver({ db, userId, schema: db.schema });
  const logged = createRunLog(turn.log);
  await runTurn({
    input: words === null ? { kind: "approval", answers } : { kind: "message", text: words, asked: turn.asked },
    thread: { id: threadId, saver, messageId: turn.replyId },
    timeZone: turn.timeZone ?? preferences.timeZone ?? null,
    preferences,
    tripId,
    model,
    tools: TOOLS,
    toolContext,
    recorder,
    onModelCall: logged.onModelCall,
    prompt: loadPrompt("planner"),
    limits,
    listener: (event) => {
      listener(event);
      logged.listener(event);
    },
    signal,
  });
}
