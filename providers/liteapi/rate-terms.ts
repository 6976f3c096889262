/**
 * What a LiteAPI rate says beside its price: what is still to be paid at the house, and until when cancelling is free.
 * Every room of an offer has a rate of its own; what is said of the offer holds for all of them.
 */
import { Temporal } from "temporal-polyfill";
import { dateInZone } from "../../trip/calendar.ts";
import { type Money, toMinor } from "../../trip/money.ts";
import type { StayOffer } from "../../trip/offer.ts";
import type { Rate } from "./rates-answer.ts";

type Fee = NonNullable<NonNullable<Rate["retailRate"]>["taxesAndFees"]>[number];

/** `null` where it is not said whether, how much or, in this currency, what. */
function dueMinor({ included, amount, currency }: Fee, wanted: string): number | null {
  if (included === true) return 0;
  const isSaid = included === false && typeof amount === "number" && amount >= 0 && amount < 1e9;
  return isSaid && currency === wanted ? toMinor(amount, wanted) : null;
}

export function dueAtProperty(rates: readonly Rate[], currency: string): Money | null {
  let amountMinor = 0;
  for (const { retailRate } of rates) {
    if (!retailRate?.taxesAndFees) return null;
    for (const fee of retailRate.taxesAndFees) {
      const due = dueMinor(fee, currency);
      if (due === null) return null;
      amountMinor += due;
    }
  }
  return { amountMinor, currency };
}

type Policies = NonNullable<Rate["cancellationPolicies"]>;
type Penalty = NonNullable<Policies["cancelPolicyInfos"]>[number];

/** "2027-05-08 02:00:00", in GMT unless another zone stands beside it. `null` for what is no time. */
function instantOf({ cancelTime, timezone }: Penalty): Temporal.Instant | null {
  try {
    const zone = !timezone || timezone.toUpperCase() === "GMT" ? "UTC" : timezone;
    return Temporal.PlainDateTime.from(cancelTime.slice(0, 40)).toZonedDateTime(zone).toInstant();
  } catch {
    return null;
  }
}

/** When cancelling begins to cost; `null` where nobody says, or not in a way that can be read. */
function costsFrom({ cancelPolicyInfos }: Policies): Temporal.Instant | null {
  const costly = (cancelPolicyInfos ?? []).filter(({ amount }) => amount > 0);
  const from = costly.map(instantOf);
  const known = from.flatMap((instant) => instant ?? []).sort(Temporal.Instant.compare);
  return known.length === from.length ? (known[0] ?? null) : null;
}

/** The last day that is free from its beginning to its end, as the clock of the house shows it. */
function lastFreeDay(deadline: Temporal.Instant, zone: string): string {
  const local = deadline.toZonedDateTimeISO(zone);
  const isEndOfDay = local.hour === 23 && local.minute >= 59;
  return (isEndOfDay ? local : local.subtract({ days: 1 })).toPlainDate().toString();
}

export type Cancelling = Pick<StayOffer, "isRefundable" | "freeCancellationUntil">;

export function cancelling(
  rates: readonly Rate[],
  { zone, now, checkInDate }: { zone: string; now: Date; checkInDate: string },
): Cancelling {
  const policies = rates.map(({ cancellationPolicies }) => cancellationPolicies ?? {});
  const tags = policies.map(({ refundableTag }) => refundableTag);
  if (tags.includes("NRFN")) return { isRefundable: false, freeCancellationUntil: null };
  if (tags.some((tag) => tag !== "RFN")) return { isRefundable: null, freeCancellationUntil: null };
  const deadlines = policies.map(costsFrom);
  const known = deadlines.flatMap((deadline) => deadline ?? []).sort(Temporal.Instant.compare);
  const [first] = known;
  if (first === undefined || known.length < deadlines.length)
    return { isRefundable: true, freeCancellationUntil: null };
  // What was refundable may cost all of it by now: nobody says how much comes back.
  if (first.epochMilliseconds <= now.getTime()) return { isRefundable: null, freeCancellationUntil: null };
  const day = lastFreeDay(first, zone);
  const isOver = day < dateInZone(now, zone);
  return { isRefundable: true, freeCancellationUntil: isOver ? null : day < checkInDate ? day : checkInDate };
}
