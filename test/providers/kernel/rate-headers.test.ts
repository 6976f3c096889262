import { expect, test } from "vitest";
import { rateStanding } from "../../../providers/kernel/rate-headers.ts";

const NOW = Date.parse("2026-11-22T09:00:00Z");
const standing = (headers: Record<string, string>): ReturnType<typeof rateStanding> =>
  rateStanding(new Headers(headers), NOW);

test.for<[string, Record<string, string>, object]>([
  ["nothing", {}, { remaining: null, resetMs: null, retryAfterMs: null }],
  ["seconds to wait", { "Retry-After": "7" }, { retryAfterMs: 7_000 }],
  ["a date to wait for", { "Retry-After": "Sun, 22 Nov 2026 09:01:00 GMT" }, { retryAfterMs: 60_000 }],
  ["a date that is over", { "Retry-After": "Sun, 22 Nov 2026 08:00:00 GMT" }, { retryAfterMs: 0 }],
  [
    "IETF: seconds",
    { "RateLimit-Limit": "60", "RateLimit-Remaining": "3", "RateLimit-Reset": "12" },
    { remaining: 3, resetMs: 12_000 },
  ],
  [
    "a date",
    { "ratelimit-remaining": "0", "ratelimit-reset": "Sun, 22 Nov 2026 09:00:30 GMT" },
    { remaining: 0, resetMs: 30_000 },
  ],
  [
    "a moment in seconds",
    { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": String(NOW / 1000 + 90) },
    { remaining: 0, resetMs: 90_000 },
  ],
  [
    "a moment in milliseconds",
    { "X-RateLimit-Remaining": "5", "X-RateLimit-Reset": String(NOW + 2_500) },
    { remaining: 5, resetMs: 2_500 },
  ],
  [
    "two windows: the nearer to its end",
    {
      "Rate-Limit-Minute-Remaining": "40",
      "Rate-Limit-Minute-Reset": "9",
      "Rate-Limit-Day-Remaining": "0",
      "Rate-Limit-Day-Reset": "3600",
    },
    { remaining: 0, resetMs: 3_600_000 },
  ],
  ["IETF: one field", { RateLimit: '"default";r=50;t=30' }, { remaining: 50, resetMs: 30_000 }],
  ["several policies in one", { "RateLimit-Remaining": "2, 900;w=60" }, { remaining: 2, resetMs: null }],
  [
    "the vendor's clock",
    { date: "Sun, 22 Nov 2026 11:00:00 GMT", "retry-after": "Sun, 22 Nov 2026 11:00:05 GMT" },
    { retryAfterMs: 5_000 },
  ],
  [
    "words",
    { "Retry-After": "soon", "RateLimit-Remaining": "many", "RateLimit-Reset": "NaN" },
    { remaining: null, resetMs: null, retryAfterMs: null },
  ],
  ["for ever", { "Retry-After": "1e300" }, { retryAfterMs: 7 * 86_400_000 }],
  ["before now", { "Retry-After": "-5" }, { retryAfterMs: 0 }],
])("%s", ([, headers, expected]) => {
  expect(standing(headers)).toMatchObject(expected);
});
