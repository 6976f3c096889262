/**
 * The record of requests made to vendors, written in small batches behind whoever makes them. A batch that cannot be
 * written is tried once more with the next one; nobody's search waits for it or fails with it.
 */
import type { CallLog, CallRecord } from "../../trip/vendor-calls.ts";
import type { Database } from "../transaction.ts";
import { type BulkRow, insertRows } from "./bulk.ts";

export interface ApiCallLog extends CallLog {
  /** When everything recorded so far is written, or given up. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const WRITE_AFTER_MS = 500;
const BATCH_ROWS = 200;
/** More than this waits only where nothing can be written: then the oldest are let go. */
const MOST_WAITING = 2_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const TABLE = {
  name: "external_api_logs",
  key: [],
  columns: {
    ...{ api_provider: "varchar", api_endpoint: "varchar", request_method: "varchar", request_params: "jsonb" },
    ...{ response_status: "int", response_body: "jsonb", error_message: "text", request_started_at: "timestamptz" },
    ...{ request_completed_at: "timestamptz", duration_ms: "int", rate_limit_remaining: "int", run_id: "uuid" },
  },
};

function rowOf(call: CallRecord): BulkRow {
  const { provider, endpoint, method, startedAt, durationMs, remaining, runId } = call;
  return {
    ...{ api_provider: provider.slice(0, 50), api_endpoint: endpoint.slice(0, 200), request_method: method },
    request_params: call.parameters,
    response_status: call.status,
    response_body: call.errorCode === null ? null : { code: call.errorCode },
    error_message: call.failure,
    request_started_at: startedAt.toISOString(),
    request_completed_at: new Date(startedAt.getTime() + durationMs).toISOString(),
    duration_ms: Math.round(durationMs),
    rate_limit_remaining: remaining === null ? null : Math.min(remaining, 2_147_483_647),
    run_id: runId !== null && UUID.test(runId) ? runId : null,
  };
}

export function createApiCallLog(db: Database): ApiCallLog {
  let waiting: CallRecord[] = [];
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let hasFailed = false;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH_ROWS);
      try {
        await db.transaction({ kind: "service" }, (tx) => insertRows(tx, TABLE, batch.map(rowOf)));
        hasFailed = false;
      } catch {
        if (!hasFailed) waiting = [...batch, ...waiting];
        hasFailed = !hasFailed;
        return;
      }
    }
  }
  const flush = (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  };
  return {
    record(call) {
      waiting.push(call);
      if (waiting.length > MOST_WAITING) waiting.shift();
      timer ??= setTimeout(() => void flush(), WRITE_AFTER_MS).unref();
    },
    flush,
    async close() {
      await flush();
      // What failed a moment ago gets its second chance now.
      if (waiting.length > 0) await flush();
    },
  };
}
