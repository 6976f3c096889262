/** Jobs as a person reads them: what was ordered, how far it is, and what can be done about it. */
import { plainText } from "../../trip/export/words.ts";
import type { PlanningJob } from "../../trip/planning-jobs.ts";
import { pageOf } from "./page.ts";
import { wrapText } from "./text-layout.ts";

interface Sheet {
  color: boolean;
  width: number;
}

const EMPTY = 'No jobs yet. Order one: tripwright jobs add "4 days in Lisbon in May for two, 900 EUR"';

function stateText(job: PlanningJob): string {
  const { id, status, failures, maxFailures, nextRetryAt, tripId, waitsForPerson } = job;
  switch (status) {
    case "queued": {
      const tried = failures > 0 ? `, failed ${failures} of ${maxFailures} times` : "";
      return nextRetryAt === null ? `queued${tried}` : `queued${tried}, tried again from ${nextRetryAt}`;
    }
    case "processing":
      return "being planned";
    case "completed":
      return `planned: tripwright show ${tripId}`;
    case "failed":
      return waitsForPerson
        ? `failed, and waits for you: tripwright jobs retry ${id}, or tripwright jobs cancel ${id}`
        : "ended";
  }
}

function linesOf(job: PlanningJob, { color, width }: Sheet): string[] {
  const page = pageOf({ color, width });
  const { paint } = page;
  const [first = "", ...rest] = wrapText(plainText(job.request), page.width);
  return [
    ...[first, ...rest].map((line) => paint.strong(line)),
    ...wrapText(`${job.id} · ${stateText(job)}`, page.width),
    ...(job.error ? wrapText(plainText(job.error.message), page.width) : []),
  ];
}

export function renderJob(job: PlanningJob, sheet: Sheet): string {
  return linesOf(job, sheet).join("\n");
}

export function renderJobs(jobs: readonly PlanningJob[], sheet: Sheet): string {
  if (jobs.length === 0) return wrapText(EMPTY, pageOf(sheet).width).join("\n");
  return jobs.map((job) => renderJob(job, sheet)).join("\n\n");
}
