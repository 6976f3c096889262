/** How long a request may take until there is an answer: a call of a tool has a limit of its own, which comes first. */
import { Hono } from "hono";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LONGEST_CALL_MS } from "../../../mcp/call-limits.ts";
import type { HttpEnv } from "../../../server/http/parts.ts";
import { limitTime } from "../../../server/http/request-limits.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ["/api/trips", 60_000],
  ["/mcp", LONGEST_CALL_MS + 10_000],
])("%s is answered within %i ms", async (path, limitMs) => {
  const app = new Hono<HttpEnv>().use(limitTime);
  app.post("*", () => new Promise<Response>(() => {}));
  let status = 0;
  const answered = Promise.resolve(app.request(path, { method: "POST" })).then((response) => {
    status = response.status;
  });
  await vi.advanceTimersByTimeAsync(limitMs - 1);
  expect(status).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await answered;
  expect(status).toBe(504);
  expect(vi.getTimerCount()).toBe(0);
});
