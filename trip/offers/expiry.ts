/** Until when a price is good: an instant where the vendor said one, else the whole of a day. */
import { isDate } from "../calendar.ts";
import type { Price } from "../money.ts";

/** When offers are judged. Without an instant, a price that runs out today is still good. */
export interface Moment {
  /** The traveller's date. */
  readonly today: string;
  /** ISO instant. */
  readonly now?: string | undefined;
}

export function isExpired({ expiresAt }: Pick<Price, "expiresAt">, { today, now }: Moment): boolean {
  const date = expiresAt?.slice(0, 10);
  if (!expiresAt || date === undefined || !isDate(date)) return false;
  if (date < today) return true;
  const until = expiresAt.length > 10 ? Date.parse(expiresAt) : Number.NaN;
  return now !== undefined && !Number.isNaN(until) && until <= Date.parse(now);
}
