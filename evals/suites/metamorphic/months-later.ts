/** The same day some months on; the last of a shorter month where it has no such day. */
import { Temporal } from "temporal-polyfill";

export function monthsLater(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}
