import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BucketWaitError, createBucket } from "../../../providers/kernel/token-bucket.ts";

const signal = new AbortController().signal;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function asked(bucket: ReturnType<typeof createBucket>, count: number, withinMs = 60_000) {
  const began: number[] = [];
  const start = performance.now();
  const releases: (() => void)[] = [];
  for (let one = 0; one < count; one += 1) {
    void bucket.take({ signal, withinMs }).then((release) => {
      began.push(Math.round(performance.now() - start));
      releases.push(release);
    });
  }
  return { began, releases };
}

test("so many a second and no more", async () => {
  const { began } = asked(createBucket({ perSecond: 2, atOnce: 10 }), 6);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(began).toEqual([0, 0, 500, 1_000, 1_500, 2_000]);
});

test("less than one a second", async () => {
  const { began } = asked(createBucket({ perSecond: 0.5, atOnce: 1 }), 1);
  await vi.advanceTimersByTimeAsync(0);
  expect(began).toEqual([0]);
});

test("so many at once and no more", async () => {
  const { began, releases } = asked(createBucket({ perSecond: 100, atOnce: 2 }), 3);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(began).toHaveLength(2);
  releases[0]?.();
  releases[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(began).toEqual([0, 0, 1_000]);
  const more = asked(createBucket({ perSecond: 100, atOnce: 2 }), 0);
  expect(more.began).toEqual([]);
});

test("who could not be served in time is told how long it would have been, at once", async () => {
  const bucket = createBucket({ perSecond: 1, atOnce: 5 });
  await bucket.take({ signal, withinMs: 0 });
  const late = bucket.take({ signal, withinMs: 999 });
  await expect(late).rejects.toBeInstanceOf(BucketWaitError);
  await expect(bucket.take({ signal, withinMs: 999 })).rejects.toMatchObject({ waitMs: 1_000 });
});

test("a turn that does not come in time is no turn, and nobody waits behind it", async () => {
  const bucket = createBucket({ perSecond: 100, atOnce: 1 });
  const release = await bucket.take({ signal, withinMs: 0 });
  const late = expect(bucket.take({ signal, withinMs: 200 })).rejects.toBeInstanceOf(BucketWaitError);
  const patient = bucket.take({ signal, withinMs: 1_000 });
  await vi.advanceTimersByTimeAsync(300);
  await late;
  release();
  await expect(patient).resolves.toBeTypeOf("function");
});

test("who stops waiting leaves the line", async () => {
  const bucket = createBucket({ perSecond: 100, atOnce: 1 });
  const release = await bucket.take({ signal, withinMs: 0 });
  const stop = new AbortController();
  const stopped = expect(bucket.take({ signal: stop.signal, withinMs: 1_000 })).rejects.toThrow("left");
  const next = bucket.take({ signal, withinMs: 1_000 });
  stop.abort(new Error("left"));
  await stopped;
  release();
  await expect(next).resolves.toBeTypeOf("function");
  await expect(bucket.take({ signal: AbortSignal.abort(new Error("gone")), withinMs: 9 })).rejects.toThrow("gone");
});

test("a vendor that wants to be left alone is left alone", async () => {
  const bucket = createBucket({ perSecond: 10, atOnce: 10 });
  bucket.pause(5_000);
  await expect(bucket.take({ signal, withinMs: 4_000 })).rejects.toMatchObject({ waitMs: 5_000 });
  const { began } = asked(bucket, 2);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(began).toEqual([5_000, 5_000]);
});
