/** A request as its parts, and as a sentence: what is changed in a part is changed in the sentence and nowhere else. */
import { addDays } from "../../../trip/calendar.ts";

export interface TripWords {
  readonly id: string;
  readonly city: string;
  /** Whither the same request is put to the proof. */
  readonly otherCity: string;
  readonly days: number;
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly travelers: number;
  readonly likes: readonly [string, ...string[]];
  readonly amount: number;
  readonly currency: string;
  readonly mustSee?: string;
  readonly diet?: string;
  readonly pace?: string;
}

export const lastDay = ({ from, days }: TripWords): string => addDays(from, days - 1);

export function sentence(trip: TripWords): string {
  const { city, days, from, travelers, likes, amount, currency, mustSee, diet, pace } = trip;
  const parts = [
    `${days} days in ${city} from ${from} for ${travelers} adults`,
    likes.join(" and "),
    `${amount} ${currency}`,
    ...(diet ? [diet] : []),
    ...(pace ? [pace] : []),
  ];
  return `${parts.join(", ")}.${mustSee ? ` We must see ${mustSee}.` : ""}`;
}
