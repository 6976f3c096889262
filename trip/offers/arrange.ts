/** What vendors answered, made one list: the same thing once, what the traveller values first, and why it is there. */
import type { Rates } from "../exchange.ts";
import type { FlightOffer, FlightQuery, StayOffer, StayQuery } from "../offer.ts";
import type { Purse } from "./cost.ts";
import { explainFlights, explainStays } from "./explain.ts";
import { mergeFlights, mergeStays } from "./merge.ts";
import { rankFlights, rankStays } from "./rank.ts";
import { type Taste, USUAL_TASTE } from "./taste.ts";

interface Arranging<Query> {
  readonly query: Query;
  /** Of every currency among the offers, and of the query's; what has none goes last. */
  readonly rates: Rates;
  readonly taste?: Taste | undefined;
}

export function arrangeFlights(
  offers: readonly FlightOffer[],
  { query, rates, taste = USUAL_TASTE }: Arranging<FlightQuery>,
): FlightOffer[] {
  const purse: Purse = { currency: query.currency, people: query.passengers, rates };
  return explainFlights(rankFlights(mergeFlights(offers, purse), purse, taste), purse);
}

export function arrangeStays(
  offers: readonly StayOffer[],
  { query, rates, taste = USUAL_TASTE }: Arranging<StayQuery>,
): StayOffer[] {
  const purse: Purse = { currency: query.currency, people: query.guests, rates };
  return explainStays(rankStays(mergeStays(offers, purse), purse, taste), purse, taste);
}

/** Those that `arrange…` needs rates of. */
export function currenciesOf(
  offers: readonly (FlightOffer | StayOffer)[],
  { currency }: { currency: string },
): string[] {
  const dues = offers.flatMap((offer) => ("dueAtProperty" in offer && offer.dueAtProperty?.currency) || []);
  return [...new Set([currency, ...offers.map(({ price }) => price.currency), ...dues])];
}
