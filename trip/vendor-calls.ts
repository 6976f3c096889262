/**
 * What is kept of calls to vendors: how many of a day, counted by all processes together, and what each was. Neither
 * holds a secret, a name or an answer.
 */

export interface CallAsked {
  /** The vendor's id. */
  readonly provider: string;
  /** `null` for work that nobody asked for. */
  readonly userId: string | null;
  /** Of all travellers together and of one; `null` is without end. */
  readonly perDay: number | null;
  readonly perUserPerDay: number | null;
}

/** Whose day is used up, or `counted`. */
export type CallCount = "counted" | "all-used" | "own-used";

/** Days are UTC's, and the database's. */
export interface CallLedger {
  /** Counts one call, unless it would be one too many. */
  take(asked: CallAsked): Promise<CallCount>;
}

export type CallParameter = string | number | boolean | null | readonly CallParameter[] | CallParameters;
export interface CallParameters {
  readonly [name: string]: CallParameter;
}

/** One request that was made, whatever came of it. */
export interface CallRecord {
  readonly provider: string;
  readonly endpoint: string;
  readonly method: string;
  readonly parameters: CallParameters | null;
  /** `null` where no answer came. */
  readonly status: number | null;
  /** As the vendor names what it did not like; never a sentence of its. */
  readonly errorCode: string | null;
  /** A `FailureKind`, or `stopped`; `null` for an answer that was used. */
  readonly failure: string | null;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** As the vendor's headers say. */
  readonly remaining: number | null;
  readonly runId: string | null;
}

export interface CallLog {
  /** Takes no time and never throws; it is written later, and may be lost. */
  record(call: CallRecord): void;
}
