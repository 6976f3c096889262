/** Planning that runs in the background, as a job: the port of whoever orders it and watches it. */
import type { Trip } from "./trip.ts";

/** What a background job plans: somebody's words, or a trip that is made together with the job. */
export type PlanningRequest = { request: string } | { trip: Omit<Trip, "id"> };

export interface PlanningJob {
  id: string;
  status: "queued" | "processing" | "completed" | "failed";
  /** The words, or the title of the trip. */
  request: string;
  /** As chosen; `null` for the configured one. */
  model: string | null;
  tripId: string | null;
  /** Of the plan it made. */
  version: number | null;
  /** Failures of its own, and how many of them end it. */
  failures: number;
  maxFailures: number;
  /** Why it failed last; `null` while nothing has. */
  error: { code: string; message: string } | null;
  /** It has failed for good, and nobody has said what is to become of it. */
  waitsForPerson: boolean;
  nextRetryAt: string | null;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
}

/** One traveller's planning in the background. Its events are read by the job's id, for that is the run's. */
export interface PlanningJobs {
  /** The trip, where one is given, the job's record and its place in the queue: all of them or none. */
  enqueue(
    request: PlanningRequest,
    options?: { model?: string | undefined },
  ): Promise<{ jobId: string; tripId: string | null }>;
  /** `null` for one that this traveller does not have. */
  find(jobId: string): Promise<PlanningJob | null>;
  /** Newest first. */
  list(limit: number): Promise<PlanningJob[]>;
  /** Ends one that is not done, or puts away one that has failed. Throws `run_not_found`, `invalid_input`. */
  cancel(jobId: string): Promise<PlanningJob>;
  /** Begins a failed one again, from what it has stored. Throws `run_not_found`, `invalid_input`. */
  retry(jobId: string): Promise<PlanningJob>;
}
