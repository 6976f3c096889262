/**
 * What vendors know of a trip's days and ways, for one traveller. Nobody to ask, or nobody answering, is less knowledge
 * and no failure: plans go by estimates then, and say who did not answer.
 */
import type { City } from "./catalogue.ts";
import type { Coordinates } from "./place.ts";
import type { TravelMatrices } from "./travel-times.ts";
import type { DayWeather, VendorFailure } from "./vendor-ports.ts";

export interface Surroundings {
  /** What the terms of those who may be asked want shown wherever their knowledge is, each once. */
  readonly attributions: readonly string[];
  weather(query: {
    city: Pick<City, "location" | "timezone">;
    from: string;
    to: string;
    today: string;
    signal: AbortSignal | undefined;
  }): Promise<{ days: (DayWeather & { provider: string })[]; failures: VendorFailure[] }>;
  /** Between the first points, as many as the vendor takes; `null` where there is nobody to ask. */
  travelTimes(
    points: readonly Coordinates[],
    signal: AbortSignal | undefined,
  ): Promise<{ matrices: TravelMatrices | null; failures: VendorFailure[] }>;
}
