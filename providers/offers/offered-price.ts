/**
 * A vendor's price as ours: exact, in the currency asked for, and somebody's to answer for. What is no price (nothing,
 * less than nothing, more than a database holds, another currency) is none; nothing is converted here.
 */
import { type Price, toMinor } from "../../trip/money.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";

export interface SaidPrice {
  /** Decimal text, or a number where the vendor writes one. */
  readonly amount: string | number;
  readonly currency: string;
  readonly per: Price["per"];
  /** The currency asked for. */
  readonly wanted: string;
  /** Where the vendor says until when it is good. */
  readonly expiresAt?: string | null;
}

/** NUMERIC(14,3), in which prices are kept. */
const MOST_MAJOR = 1e11;

function minorOf(amount: string | number, currency: string): number | null {
  try {
    const minor = toMinor(amount, currency);
    return Number.isSafeInteger(minor) && minor > 0 && Number(amount) < MOST_MAJOR ? minor : null;
  } catch {
    return null;
  }
}

/** Never later than the vendor's terms let it be kept; `null` for what has passed already. */
function endOf(said: string | null | undefined, keepSeconds: number, now: Date): Date | null {
  const kept = new Date(now.getTime() + keepSeconds * 1000);
  const until = said ? new Date(said) : kept;
  if (Number.isNaN(until.getTime())) return kept;
  if (until <= now) return null;
  return until < kept ? until : kept;
}

export function offeredPrice(
  said: SaidPrice,
  { name, terms }: Pick<Descriptor, "name" | "terms">,
  { basis, now }: Pick<OpenVendor, "basis" | "now">,
): Price | null {
  const fetched = now();
  const amountMinor = said.currency === said.wanted ? minorOf(said.amount, said.wanted) : null;
  const end = endOf(said.expiresAt, terms.priceSeconds, fetched);
  if (amountMinor === null || end === null) return null;
  return {
    ...{ amountMinor, currency: said.wanted, per: said.per, basis, provider: name },
    ...{ fetchedAt: fetched.toISOString(), expiresAt: end.toISOString() },
  };
}
