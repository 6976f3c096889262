/**
 * What is different since the plan was made. Everything else about a replanning follows from the trip,
 * its facts and the plan that is replaced: what is locked or done stays, the rest moves as little as it must.
 */
import type { ItineraryDraft } from "../../itinerary.ts";

export interface Moment {
  readonly date: string;
  /** Since midnight, where the traveller is. */
  readonly minute: number;
}

export interface Change {
  /** Places that turn out to be shut on these dates. */
  readonly closures?: readonly { readonly placeId: string; readonly dates: readonly string[] }[];
  /** Dates on which nobody wants to be out of doors. */
  readonly rainyDates?: readonly string[];
  /** Landed, or off the train: "we land at 22:00". Outweighs the flights. */
  readonly arrival?: Moment;
  /** The plane or train home leaves. Outweighs the flights. */
  readonly departure?: Moment;
  /** Places no longer wanted. */
  readonly avoid?: readonly string[];
  /** Places that must now be in, on that date where one is given. */
  readonly wanted?: readonly { readonly placeId: string; readonly date?: string }[];
  /** Dates whose free time may be filled anew. */
  readonly openDates?: readonly string[];
  /** What lies before is over, and stays as it was. */
  readonly now?: Moment;
}

/** How a problem is made from a trip that has a plan already. */
export interface Replanning {
  readonly previous?: ItineraryDraft | undefined;
  readonly change?: Change | undefined;
}
