/**
 * The seams of a server whose clients are programs: calls that may arrive twice, calls that wait for a person's yes,
 * and trips that somebody watches. As in `ports.ts`, everything is bound to its traveller already.
 */

/** A write as its client names it, and what was asked for: the same key never stands for two different calls. */
export interface KeyedCall {
  key: string;
  tool: string;
  /** SHA-256 of tool and arguments, hexadecimal. */
  argumentsHash: string;
}

/** Who does a call: after a claim has lapsed and another has taken its place, it is good for nothing. */
export interface CallClaim {
  key: string;
  /** Instant at which it lapses, ISO 8601; no two claims of a key have the same. */
  until: string;
}

/** `claimed`: it is ours to do. `done`: it was done, with that result. `running`: another call is doing it. */
export type ClaimedCall =
  | { state: "claimed"; claim: CallClaim }
  | { state: "done"; result: unknown }
  | { state: "running" };

/** What a person is asked before a call is made. */
export interface PendingConfirmation {
  tool: string;
  argumentsHash: string;
}

export interface CallKeeper {
  /** Throws `invalid_input` where the key was used for another call. A claim of a process that is gone lapses. */
  claimCall(call: KeyedCall): Promise<ClaimedCall>;
  /** Keeps the result for a day, unless the call is another's by now. */
  keepResult(claim: CallClaim, result: unknown): Promise<void>;
  /** Nothing was done: the key is free again, unless the call is another's by now. */
  releaseCall(claim: CallClaim): Promise<void>;
  /** A code that confirms that one call, once, within ten minutes. */
  askConfirmation(confirmation: PendingConfirmation): Promise<{ code: string }>;
  /** Whether the code was given out for that call, not used and not too old; it is used up by this. */
  useConfirmation(code: string, confirmation: PendingConfirmation): Promise<boolean>;
}

export interface TripChanges {
  /**
   * A stamp for each of these trips that is the traveller's: another one when the trip, its plan or the choice of its
   * plan has changed, by whichever process. One statement, however many trips.
   */
  stampsOf(tripIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** A trip in a list of what there is to read. */
export interface ListedTrip {
  id: string;
  title: string;
  startDate: string;
  endDate: string;
  travelers: number;
  cities: string[];
  /** Verdict of the selected itinerary; `null` when none is selected. */
  isPlanOk: boolean | null;
  /** Instants, ISO 8601 in UTC. */
  createdAt: string;
  updatedAt: string;
}

export interface TripPageQuery {
  limit: number;
  /** The last trip of the page before, by what orders the list. */
  after?: Pick<ListedTrip, "createdAt" | "id"> | undefined;
  /** Somewhere in the title, or how the id begins; capitals do not matter. */
  matching?: string | undefined;
}

export interface TripDirectory {
  /** The newest first, and how many there are from that page's first trip on. */
  listPage(query: TripPageQuery): Promise<{ trips: ListedTrip[]; total: number }>;
}
