/** What came of a batch of records, counted for the summary. */
import type { SourceRecord } from "../importers/source-record.ts";

export interface CityOutcome {
  readonly name: string;
  readonly countryCode: string;
  /** Records that are now part of the city, new or not. */
  attractions: number;
  eateries: number;
  lodgings: number;
  areas: number;
}

export interface Outcome {
  new: number;
  changed: number;
  unchanged: number;
  /** New records of places that another record had described. */
  merged: number;
  /** Kept apart from a place that they may be, for nobody can tell. */
  unsure: number;
  hoursNotUnderstood: number;
  skipped: Record<string, number>;
  kinds: Partial<Record<SourceRecord["kind"], number>>;
  cities: Record<string, CityOutcome>;
}

export const WAITS_FOR_CITY = "no known city near";
export const WAITS_FOR_PLACE = "adds to a place that nobody knows yet";
export const OLDER = "older than what is known";

export function emptyOutcome(): Outcome {
  return {
    new: 0,
    changed: 0,
    unchanged: 0,
    merged: 0,
    unsure: 0,
    hoursNotUnderstood: 0,
    skipped: {},
    kinds: {},
    cities: {},
  };
}

export function skip(outcome: Outcome, reason: string, count = 1): void {
  outcome.skipped[reason] = (outcome.skipped[reason] ?? 0) + count;
}

export function countKind(outcome: Outcome, kind: SourceRecord["kind"], count = 1): void {
  outcome.kinds[kind] = (outcome.kinds[kind] ?? 0) + count;
}

/** The entry of a city, made when it is first named. */
export function ofCity(
  outcome: Outcome,
  city: { readonly id: string; readonly name: string; readonly countryCode: string },
): CityOutcome {
  const { id, name, countryCode } = city;
  outcome.cities[id] ??= { name, countryCode, attractions: 0, eateries: 0, lodgings: 0, areas: 0 };
  return outcome.cities[id];
}
