/** Conversations over HTTP: as `useChat` of the AI SDK speaks, and plainly enough for curl. */
import { randomUUID } from "node:crypto";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createRoute, z } from "@hono/zod-openapi";
import { createCheckpointSaver } from "../../db/checkpoints/checkpoint-saver.ts";
import { createChatStore } from "../../db/stores/chat-store.ts";
import { createChatTurns } from "../../db/stores/chat-turns.ts";
import { createRunEventLog, createRunEventWriter, createStopRequests } from "../../db/stores/run-events.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { UserApplication } from "../compose.ts";
import { errorFields } from "../event-log.ts";
import type { HttpContext, HttpParts, RouteInstaller } from "../http/parts.ts";
import { problemResponses } from "../http/problem.ts";
import { headersSoFar } from "../http/security-headers.ts";
import { ownWorkerId } from "../worker-id.ts";
import { chatBodySchema, nameSchema, readChatRequest } from "./chat-request.ts";
import { beginTurn, type ChatParts, type ChatUser } from "./chat-turn.ts";
import { findRun, stopRun, threadNotFound } from "./find-run.ts";
import { LiveRuns } from "./live-runs.ts";
import { type SendOptions, sendFrames } from "./send-frames.ts";
import type { FrameSource } from "./sse.ts";

const THREADS_SHOWN = 100;
const JSON_TYPE = "application/json";

const threadParams = z.object({ threadId: nameSchema.describe("the conversation, as its page names it") });
const threadSchema = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    tripId: z.string().nullable(),
    updatedAt: z.string(),
    activeRunId: z.string().nullable().describe("the run under way; null when none is"),
  })
  .openapi("ChatThread");
const messageSchema = z
  .object({
    id: z.string(),
    role: z.enum(["user", "assistant"]),
    parts: z.array(z.record(z.string(), z.unknown())),
    metadata: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi("ChatMessage");

const stream = {
  200: {
    description: "The run as it happens: the AI SDK's UI message stream, ended by `data: [DONE]`",
    content: { "text/event-stream": { schema: z.string() } },
  },
  ...problemResponses,
};
const tags = ["chat"];

const postRoute = createRoute({
  method: "post",
  path: "/api/chat",
  operationId: "chat",
  tags,
  summary: "Says something, answers what was asked, or asks for another reply",
  request: { body: { required: true, content: { [JSON_TYPE]: { schema: chatBodySchema } } } },
  responses: stream,
});
const resumeRoute = createRoute({
  method: "get",
  path: "/api/chat/{threadId}/stream",
  operationId: "resumeChat",
  tags,
  summary: "Follows the run under way, from its beginning",
  request: { params: threadParams },
  responses: { ...stream, 204: { description: "Nothing is under way" } },
});
const stopRoute = createRoute({
  method: "post",
  path: "/api/chat/{threadId}/stop",
  operationId: "stopChat",
  tags,
  summary: "Ends the run under way: model, tools and solver",
  request: { params: threadParams },
  responses: {
    202: {
      description: "It will have ended in a moment; `runId` is null when nothing was under way",
      content: { [JSON_TYPE]: { schema: z.object({ runId: z.string().nullable() }) } },
    },
    ...problemResponses,
  },
});
const listRoute = createRoute({
  method: "get",
  path: "/api/chat",
  operationId: "listChats",
  tags,
  summary: "The latest conversations",
  responses: {
    200: {
      description: "Latest first",
      content: { [JSON_TYPE]: { schema: z.object({ threads: z.array(threadSchema) }) } },
    },
    ...problemResponses,
  },
});
const getRoute = createRoute({
  method: "get",
  path: "/api/chat/{threadId}",
  operationId: "getChat",
  tags,
  summary: "A conversation whole, for a page that loads it: what still asks for a yes is in it",
  request: { params: threadParams },
  responses: {
    200: {
      description: "Its messages are UIMessages of the AI SDK",
      content: { [JSON_TYPE]: { schema: threadSchema.extend({ messages: z.array(messageSchema) }) } },
    },
    ...problemResponses,
  },
});
const deleteRoute = createRoute({
  method: "delete",
  path: "/api/chat/{threadId}",
  operationId: "deleteChat",
  tags,
  summary: "Removes all that was said; the trip stays",
  request: { params: threadParams },
  responses: { 204: { description: "It is gone" }, ...problemResponses },
});

export interface ChatRoutesOptions {
  keepAliveMs?: number | undefined;
}

export function chatRoutes(options: ChatRoutesOptions = {}): RouteInstaller {
  return (app, parts) => {
    const { parts: chat, userOf } = chatPartsOf(parts);
    const follow = (c: HttpContext, source: FrameSource, opening?: string): Response =>
      followed(c, parts, source, { opening, ...options });

    app.openapi(postRoute, async (c) => {
      const user = userOf(await parts.actFor(c, "plan"));
      const request = readChatRequest(c.req.valid("json"), randomUUID);
      return follow(c, await beginTurn(chat, user, request));
    });

    app.openapi(resumeRoute, async (c) => {
      const user = userOf(await parts.actFor(c, "read"));
      const run = await findRun(chat, user, c.req.valid("param").threadId);
      return run ? follow(c, run.source, run.opening) : c.body(null, 204);
    });

    app.openapi(stopRoute, async (c) => {
      const user = userOf(await parts.actFor(c, "plan"));
      return c.json({ runId: await stopRun(chat, user, c.req.valid("param").threadId) }, 202);
    });

    app.openapi(listRoute, async (c) => {
      const { chats } = userOf(await parts.actFor(c, "read"));
      return c.json({ threads: await chats.listThreads(THREADS_SHOWN) }, 200);
    });

    app.openapi(getRoute, async (c) => {
      const { chats } = userOf(await parts.actFor(c, "read"));
      const { threadId } = c.req.valid("param");
      const [thread, messages] = await Promise.all([chats.findThread(threadId), chats.listMessages(threadId)]);
      if (!thread) throw threadNotFound(threadId);
      return c.json(
        { ...thread, messages: messages.map((message) => ({ ...message, parts: [...message.parts] })) },
        200,
      );
    });

    app.openapi(deleteRoute, async (c) => {
      const user = userOf(await parts.actFor(c, "write"));
      await removeThread(user, parts, c.req.valid("param").threadId);
      return c.body(null, 204);
    });
  };
}

type UserOf = (application: UserApplication) => ChatUser;

function chatPartsOf({ runtime, log, signal, onEnd }: HttpParts): { parts: ChatParts; userOf: UserOf } {
  const { database: db, clock } = runtime;
  const workerId = ownWorkerId();
  const runs = new LiveRuns({ writer: createRunEventWriter(db), stops: createStopRequests(db), log });
  signal.addEventListener("abort", () => {
    runs.stopAll(
      new TripwrightError("cancelled", "The server is being stopped, and this with it. Send it again later."),
    );
  });
  onEnd(() => runs.allEnded());
  const userOf: UserOf = (application) => {
    const own = { db, userId: application.userId, now: clock.now };
    return {
      application,
      chats: createChatStore(own),
      turns: createChatTurns({ ...own, workerId }),
      events: createRunEventLog(own),
    };
  };
  return { parts: { runtime, runs, log }, userOf };
}

/** Straight to the socket: whoever reads slowly is seen here, and nothing is kept for them. */
function followed(c: HttpContext, { log }: HttpParts, source: FrameSource, options: SendOptions): Response {
  const { outgoing } = c.env;
  if (!outgoing || "stream" in outgoing) {
    throw new TripwrightError("internal", "A stream needs a connection of its own, over HTTP/1.1.");
  }
  sendFrames(outgoing, source, { ...options, headers: headersSoFar(c) }).catch((error: unknown) => {
    log("stream-broken", { id: c.var.requestId, ...errorFields(error) });
  });
  return RESPONSE_ALREADY_SENT;
}

async function removeThread(user: ChatUser, { runtime }: HttpParts, threadId: string): Promise<void> {
  const { chats, application } = user;
  const thread = await chats.findThread(threadId);
  if (!thread) throw threadNotFound(threadId);
  if (thread.activeRunId !== null) {
    const message = "Expected a conversation in which nothing is under way. Stop its run first.";
    throw new TripwrightError("thread_busy", message, { threadId });
  }
  await chats.deleteThread(threadId);
  const { database: db } = runtime;
  await createCheckpointSaver({ db, userId: application.userId, schema: db.schema }).deleteThread(threadId);
}
