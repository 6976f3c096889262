/** Where a seller's prices start: of nobody's party and no particular day, and never in another currency than asked for. */
import { type Price, toMinor } from "../../trip/money.ts";
import type { OpenVendor } from "../kernel/descriptor.ts";

export interface StartingPrice {
  readonly amount: number | null | undefined;
  /** As the seller says, and as it was asked. */
  readonly currency: string | null | undefined;
  readonly asked: string;
  readonly per: "person" | "party";
}

/** Beyond this it is a slip of the seller's, or no money. */
const MOST_MINOR = 100_000_000_000;

export function startingPrice(
  { amount, currency, asked, per }: StartingPrice,
  {
    provider,
    priceSeconds,
    basis,
    now,
  }: { provider: string; priceSeconds: number } & Pick<OpenVendor, "basis" | "now">,
): Price | null {
  // Before it is made exact: of a number with an exponent nothing exact can be made.
  if (amount == null || !(amount >= 0 && amount <= MOST_MINOR) || currency !== asked) return null;
  const amountMinor = toMinor(amount, asked);
  if (amountMinor > MOST_MINOR) return null;
  const fetched = now();
  const expiresAt = new Date(fetched.getTime() + priceSeconds * 1000).toISOString();
  return { amountMinor, currency: asked, per, basis, provider, fetchedAt: fetched.toISOString(), expiresAt };
}
