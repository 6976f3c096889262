/** Runs of one process: each keeps its own record, whatever else of its thread stands beside it. */
import { expect, test } from "vitest";
import type { EventBatch, RunEventWriter } from "../../../db/stores/run-events.ts";
import { LiveRun } from "../../../server/chat/live-run.ts";
import { LiveRuns } from "../../../server/chat/live-runs.ts";

class Kept implements RunEventWriter {
  readonly batches: EventBatch[] = [];
  async appendAll(batches: readonly EventBatch[]): Promise<void> {
    this.batches.push(...batches);
  }
}

function liveRun(runId: string): LiveRun {
  const parts = { key: "somebody thread", threadId: "thread", title: null, replyId: runId, before: null };
  return new LiveRun({ runId, ...parts, abort: new AbortController() });
}

const openRuns = (writer: RunEventWriter): LiveRuns =>
  new LiveRuns({ writer, stops: { stopRequested: async () => [] }, log: () => {}, writeEveryMs: 60_000 });

test("the next run of a thread does not keep the last one from being written down", { timeout: 5_000 }, async () => {
  const kept = new Kept();
  const runs = openRuns(kept);
  const [first, second] = [liveRun("first"), liveRun("second")];
  for (const run of [first, second]) {
    runs.add(run);
    run.append({ type: "run-start", runId: run.runId, modelVersion: "offline/2" });
  }
  expect(runs.find("somebody thread")).toBe(second);
  await runs.writeAll(first);
  expect(kept.batches.map(({ runId }) => runId)).toEqual(["first", "second"]);
  runs.remove(first);
  expect(runs.find("somebody thread")).toBe(second);
  runs.remove(second);
  expect(runs.size).toBe(0);
});

test("a record that cannot be written is given up after some tries", { timeout: 5_000 }, async () => {
  let tries = 0;
  const broken: RunEventWriter = {
    appendAll: async () => {
      tries += 1;
      throw new Error("no database");
    },
  };
  const runs = openRuns(broken);
  const run = liveRun("only");
  runs.add(run);
  run.append({ type: "run-start", runId: "only", modelVersion: "offline/2" });
  await runs.writeAll(run);
  expect(tries).toBe(3);
  runs.remove(run);
});

test("who comes next waits until the reply of the last run is stored", async () => {
  const runs = openRuns(new Kept());
  const run = liveRun("ending");
  runs.add(run);
  run.isClosing = true;
  const order: string[] = [];
  const next = runs.whenStored("somebody thread").then(() => order.push("next"));
  setTimeout(() => {
    order.push("stored");
    runs.remove(run);
  }, 300);
  await next;
  expect(order).toEqual(["stored", "next"]);
});

test("a process that is going down stops what begins, too", () => {
  const runs = openRuns(new Kept());
  runs.stopAll(new Error("going down"));
  const abort = new AbortController();
  const parts = { key: "k", threadId: "t", title: null, replyId: "r", before: null };
  const late = new LiveRun({ runId: "late", ...parts, abort });
  runs.add(late);
  expect(abort.signal.aborted).toBe(true);
  runs.remove(late);
});
