/** Keeps a run as it goes: every answer in the log first, then in the database; the log is what counts. */
import type { EvaluationStore } from "../../db/stores/evaluation-store.ts";
import type { LogEnd, LoggedAnswer, LogHead } from "../log/log-lines.ts";
import { openLogWriter } from "../log/write-log.ts";

export interface RunKeeper {
  keep(answer: LoggedAnswer): void;
  /** Throws what the database refused: the log is whole all the same. */
  end(end: LogEnd): Promise<void>;
  /** After an interruption: what is written stays. */
  close(): void;
}

/** `isNew` writes the head; what was answered before is in the database already or put there again. */
export async function openKeeper(
  file: string,
  { head, before, store }: { head: LogHead; before: readonly LoggedAnswer[]; store: EvaluationStore },
): Promise<RunKeeper> {
  const writer = openLogWriter(file);
  if (before.length === 0) writer.write(head);
  await store.startRun(head);
  let kept = before.reduce((done, answer) => done.then(() => store.keepAnswer(head.runId, answer)), Promise.resolve());
  return {
    keep: (answer) => {
      writer.write(answer);
      kept = kept.then(() => store.keepAnswer(head.runId, answer));
      // Heard of at the end.
      kept.catch(() => {});
    },
    end: async (end) => {
      writer.write(end);
      await kept;
      await store.endRun(head.runId, end);
    },
    close: () => writer.close(),
  };
}
