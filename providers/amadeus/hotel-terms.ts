/** What an offer of a hotel says beside its price: what is still to be paid there, and until when cancelling is free. */
import { z } from "zod";
import { addDays, isDate } from "../../trip/calendar.ts";
import { type Money, toMinor } from "../../trip/money.ts";
import type { StayOffer } from "../../trip/offer.ts";

export const taxSchema = z.object({
  amount: z.string().nullish(),
  currency: z.string().nullish(),
  included: z.boolean().nullish(),
  pricingFrequency: z.string().nullish(),
  pricingMode: z.string().nullish(),
});
type Tax = z.infer<typeof taxSchema>;

export interface Party {
  readonly nights: number;
  readonly guests: number;
  readonly currency: string;
}

const AMOUNT = /^\d{1,9}(\.\d{1,4})?$/;

/** `null` where it is not said whether, how much, how often or, in this currency, what. */
function dueMinor({ amount, currency, included, pricingFrequency, pricingMode }: Tax, party: Party): number | null {
  if (included === true) return 0;
  const times = { PER_STAY: 1, PER_NIGHT: party.nights }[pricingFrequency ?? ""];
  const heads = { PER_PRODUCT: 1, PER_OCCUPANT: party.guests }[pricingMode ?? ""];
  if (included !== false || !amount || !AMOUNT.test(amount) || currency !== party.currency) return null;
  return times === undefined || heads === undefined ? null : toMinor(amount, party.currency) * times * heads;
}

export function dueAtProperty(taxes: readonly Tax[] | null | undefined, party: Party): Money | null {
  const due = taxes?.map((tax) => dueMinor(tax, party)) ?? [null];
  const known = due.flatMap((minor) => minor ?? []);
  if (known.length < due.length) return null;
  return { amountMinor: known.reduce((sum, minor) => sum + minor, 0), currency: party.currency };
}

/** From its deadline on, which the hotel's clock shows, cancelling costs. */
export const cancellationSchema = z.object({ type: z.string().nullish(), deadline: z.string().nullish() });
type Cancellation = z.infer<typeof cancellationSchema>;

/** The last day that is free from its beginning to its end; the text is local time with its offset. */
function lastFreeDay(deadline: string): string | null {
  const date = deadline.slice(0, 10);
  if (!isDate(date) || Number.isNaN(Date.parse(deadline))) return null;
  return /T23:59/.test(deadline) ? date : addDays(date, -1);
}

export function cancelling(
  cancellations: readonly Cancellation[] | null | undefined,
  { now, checkInDate }: { now: Date; checkInDate: string },
): Pick<StayOffer, "isRefundable" | "freeCancellationUntil"> {
  const unknown = { isRefundable: null, freeCancellationUntil: null };
  const [first] = (cancellations ?? []).toSorted((a, b) => Date.parse(a.deadline ?? "") - Date.parse(b.deadline ?? ""));
  if (!first || !cancellations) return unknown;
  if (cancellations.some(({ deadline }) => !deadline)) {
    const isLost = cancellations.some(({ type, deadline }) => type === "FULL_STAY" && !deadline);
    return isLost ? { isRefundable: false, freeCancellationUntil: null } : unknown;
  }
  const day = lastFreeDay(first.deadline ?? "");
  // What was free may cost all of it by now.
  if (day === null || Date.parse(first.deadline ?? "") <= now.getTime()) return unknown;
  const isOver = day < now.toISOString().slice(0, 10);
  return { isRefundable: true, freeCancellationUntil: isOver ? null : day < checkInDate ? day : checkInDate };
}
