/**
 * What a vendor may be asked in a day, by everybody and by one traveller, over all processes. Past it nobody is asked,
 * and no database either: a day that is used up stays so until it is over. Where calls cannot be counted none is made,
 * for it might cost what nobody agreed to; that is a failure of the search like any other, and soon over.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { CallCount, CallLedger } from "../../trip/vendor-calls.ts";
import type { Descriptor } from "./descriptor.ts";
import { VendorError } from "./vendor-error.ts";
import { isDatabaseAway } from "./without-database.ts";

const DAY_MS = 86_400_000;

/** `null` where nothing is counted. */
export function createDailyBudget(
  { id, name, limits }: Descriptor,
  ledger: CallLedger,
): ((userId: string | null, withinMs: number) => Promise<void>) | null {
  const { perDay, perUserPerDay } = limits;
  if (perDay === null && perUserPerDay === null) return null;
  let usedUpOn: number | null = null;
  const usedUp = (): VendorError =>
    new VendorError(name, "quota", { isHeld: true, retryAfterMs: DAY_MS - (Date.now() % DAY_MS) });
  async function counted(userId: string | null, withinMs: number): Promise<CallCount> {
    const late = new AbortController();
    const tooLate = delay(Math.max(1, withinMs), "late" as const, { signal: late.signal });
    try {
      const count = await Promise.race([ledger.take({ provider: id, userId, perDay, perUserPerDay }), tooLate]);
      if (count !== "late") return count;
    } catch (error) {
      // Told below, without the database's words.
      if (!isDatabaseAway(error)) throw error;
    } finally {
      tooLate.catch(() => {});
      late.abort();
    }
    throw new VendorError(name, "upstream", { isHeld: true, detail: "not asked: its calls could not be counted" });
  }
  return async (userId, withinMs) => {
    const today = Math.floor(Date.now() / DAY_MS);
    if (usedUpOn === today) throw usedUp();
    const count = await counted(userId, withinMs);
    if (count === "counted") return;
    if (count === "all-used") usedUpOn = today;
    throw usedUp();
  };
}
