/** What has to be known beside offers: who did not answer, how old prices are, what is not in them, what is not shown. */
import { durationText } from "../trip/export/words.ts";
import type { SearchOutcome } from "../trip/offer.ts";
import { failureWords, isWaiting } from "../trip/offers/failure-words.ts";
import type { ToolStatus } from "./tool.ts";

/** As many as anybody compares. */
export const MOST_OFFERS = 10;

export function statusOf({ offers, estimate, failures, isStale }: SearchOutcome<unknown>): ToolStatus {
  if (offers.length > 0) return isStale ? "stale" : "ok";
  if (failures.length > 0 && failures.every(isWaiting)) return "rate_limited";
  return estimate ? "estimate_only" : "empty";
}

const NO_OFFER =
  "No provider has an offer for this: it is an estimate, nothing that can be booked. The links search elsewhere.";
const NOTHING_KNOWN = "No provider has an offer for this, and nothing is known to estimate it by.";

function withoutOffers({ estimate, failures }: SearchOutcome<unknown>): string[] {
  if (failures.length === 0) return [estimate ? NO_OFFER : NOTHING_KNOWN];
  const who = failureWords(failures);
  return [
    estimate
      ? `${who}: this is an estimate, nothing that can be booked. Search again later, or use the links.`
      : `${who}, and nothing is known to estimate it by. Search again later.`,
  ];
}

function ageOf(cachedAt: string | null, now: Date): string | null {
  if (cachedAt === null) return null;
  const minutes = Math.floor((now.getTime() - Date.parse(cachedAt)) / 60_000);
  return minutes >= 1 ? durationText(minutes) : null;
}

export function noticesOf<Offer extends object>(outcome: SearchOutcome<Offer>, now: Date): string[] {
  const { offers, failures, isStale, cachedAt } = outcome;
  if (offers.length === 0) return withoutOffers(outcome);
  const age = ageOf(cachedAt, now);
  const shown = offers.slice(0, MOST_OFFERS);
  const unsure = shown.filter((offer) => "propertyName" in offer && !("dueAtProperty" in offer && offer.dueAtProperty));
  return [
    ...(offers.length > shown.length ? [`The best ${shown.length} of ${offers.length} are shown.`] : []),
    ...(failures.length > 0 ? [`${failureWords(failures)}: its offers may be missing.`] : []),
    ...(isStale
      ? [`Some prices are ${age ?? "a moment"} old and may no longer hold: search again before choosing.`]
      : []),
    ...(!isStale && age ? [`Prices were read up to ${age} ago.`] : []),
    ...(unsure.length > 0
      ? [`Whether anything is due at the property is not known for ${unsure.length} of these.`]
      : []),
  ];
}
