/**
 * How soon reviews of a place are worth reading again: where people write every day they are old tomorrow, where they
 * write once a year they are not. Half the usual time between the newest ones, so that about every other look finds
 * something; never sooner than a day and never later than a month.
 */
const DAY_MS = 86_400_000;
const SOONEST_DAYS = 1;
const LATEST_DAYS = 30;
/** A place that was fashionable two years ago is not now. */
export const NEWEST_REVIEWS = 10;

/** `dates` are those of reviews that carry one, in any order; `checkedAt` is when they were last read. */
export function nextReviewCheck(dates: readonly string[], checkedAt: Date): Date {
  const newest = dates
    .map((date) => Date.parse(`${date}T00:00:00Z`))
    .sort((a, b) => b - a)
    .slice(0, NEWEST_REVIEWS);
  return new Date(checkedAt.getTime() + daysBetweenLooks(newest, checkedAt) * DAY_MS);
}

function daysBetweenLooks(newest: readonly number[], checkedAt: Date): number {
  const [first, last] = [newest.at(0), newest.at(-1)];
  if (first === undefined || last === undefined || newest.length < 2) return LATEST_DAYS;
  const usual = (first - last) / (newest.length - 1);
  // Nobody has written for longer than usual: it has become quieter.
  const silence = checkedAt.getTime() - first;
  const days = Math.max(usual, silence) / 2 / DAY_MS;
  return Math.min(LATEST_DAYS, Math.max(SOONEST_DAYS, days));
}
