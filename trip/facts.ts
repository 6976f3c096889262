/**
 * What is known about the world a plan moves through. The scheduler proposes from these facts and the
 * checker judges by them; both are pure, so everything they may look at is here.
 */
import type { Airport, City, Country, ExchangeRate } from "./catalogue.ts";
import type { Holidays } from "./hours/resolve-hours.ts";
import type { FlightOffer, StayOffer } from "./offer.ts";
import type { Place } from "./place.ts";
import type { KnownTravel } from "./travel-times.ts";
import type { VendorFailure } from "./vendor-ports.ts";

export interface PlanFacts {
  /** The date on which the plan is judged: what lies before it is past. */
  today: string;
  /** The instant of it, where prices are judged to the minute. */
  now?: string | undefined;
  /** By city id: every city the trip or the itinerary names. */
  cities: ReadonlyMap<string, City>;
  /** By ISO code: the countries of those cities. */
  countries: ReadonlyMap<string, Country>;
  /** Public holidays around the trip by city id; a city whose country's are not known is not here. */
  holidays?: ReadonlyMap<string, Holidays>;
  /** By place id, their hours resolved for the trip's dates. An item naming a place that is not here names an unknown place. */
  places: ReadonlyMap<string, Place>;
  /** By currency code. */
  rates: ReadonlyMap<string, ExchangeRate>;
  flights: readonly FlightOffer[];
  stays: readonly StayOffer[];
  /** By IATA code: those of the flights. */
  airports?: ReadonlyMap<string, Airport>;
  /** Real travel times, where a provider was asked; estimates fill the rest. */
  travel?: KnownTravel | undefined;
  /** What the terms of those who know days and ways want shown with a plan. */
  attributions?: readonly string[] | undefined;
  /** Vendors that were asked about these facts and did not answer: estimates stand in for them. */
  unanswered?: readonly VendorFailure[] | undefined;
  /** The names of everybody who can have quoted a price. Left out where nobody keeps count: then any name is believed. */
  providers?: ReadonlySet<string>;
}
