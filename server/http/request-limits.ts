/** What a request may be and how long it may take, before anybody looks at what it says. */
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { timeout } from "hono/timeout";
import { GRACE_MS, LONGEST_CALL_MS } from "../../mcp/call-limits.ts";
import { MCP_PATH } from "../auth/protected-resource.ts";
import type { HttpEnv } from "./parts.ts";

const MEGABYTE = 1_048_576;
/** A page sends all messages of its conversation each time. */
const MAX_CHAT_MEGABYTES = 4;
/** Until there is a response: a stream that has begun may take its time. */
const MAX_RESPONSE_SECONDS = 60;
/** A call of a tool ends itself, and says what has become of it: it must not be cut off while it still writes. */
const MAX_MCP_SECONDS = (LONGEST_CALL_MS + 2 * GRACE_MS) / 1000;

const limitTo = (megabytes: number): MiddlewareHandler<HttpEnv> =>
  bodyLimit({
    maxSize: megabytes * MEGABYTE,
    onError: () => {
      throw new HTTPException(413, { message: `Expected a body of at most ${megabytes} MB, got more. Send less.` });
    },
  });
const limitOfChats = limitTo(MAX_CHAT_MEGABYTES);
const limitOfOthers = limitTo(1);

export const limitBody: MiddlewareHandler<HttpEnv> = (c, next) =>
  (c.req.path === "/api/chat" ? limitOfChats : limitOfOthers)(c, next);

const limitToSeconds = (seconds: number): MiddlewareHandler<HttpEnv> =>
  timeout(seconds * 1000, () => {
    const message = `This took longer than ${seconds} seconds. Try again, or ask for less.`;
    return new HTTPException(504, { message });
  });
const limitOfAnswers = limitToSeconds(MAX_RESPONSE_SECONDS);
const limitOfMcp = limitToSeconds(MAX_MCP_SECONDS);

export const limitTime: MiddlewareHandler<HttpEnv> = (c, next) =>
  (c.req.path === MCP_PATH ? limitOfMcp : limitOfAnswers)(c, next);

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Whatever has a body says that it is JSON: a form of a page elsewhere cannot say that unasked. */
export const requireJson: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const length = c.req.header("content-length");
  const hasBody = (length !== undefined && length !== "0") || c.req.header("transfer-encoding") !== undefined;
  if (hasBody && !JSON_TYPE.test(c.req.header("content-type") ?? "")) {
    throw new HTTPException(415, { message: "Expected a body with Content-Type: application/json, got another kind." });
  }
  return next();
};
