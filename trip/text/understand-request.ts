/**
 * From a request in plain English to what it means. Each kind of rule takes its share of the text, the
 * surest first, and what is left at the end is admitted. Pure: the same words on the same day always
 * mean the same.
 */
import { daysBetween } from "../calendar.ts";
import { type AirportPair, takeAirportPair } from "./airport-pair.ts";
import { type ChosenDates, chooseDates } from "./choose-dates.ts";
import { takeExcursions } from "./excursions.ts";
import { takeInterests } from "./interests.ts";
import { isTripRequest } from "./is-trip-request.ts";
import { leftoversOf } from "./leftovers.ts";
import { settleBudget, takeMoney } from "./money-words.ts";
import { type SightsFound, takeSights } from "./must-see.ts";
import { takeParty } from "./party.ts";
import { type NamesFound, takeLooseNames, takeWrittenNames } from "./place-names.ts";
import { Reading } from "./reading.ts";
import type { MissingPiece, NamedDestination, NamedPlace, TripRequest } from "./request.ts";
import { takeEndWords, takeOpenOrder } from "./stay-wishes.ts";
import { staysOf } from "./stays.ts";
import { takeUnwantedSights } from "./unwanted-sights.ts";
import { takeTiming } from "./when.ts";
import { takeWishes } from "./wishes.ts";

const MAX_ASSUMPTION = 300;

/** "Must see Rome" names the destination when nothing else does. */
function withBareSights(names: NamesFound, { bare }: SightsFound): NamesFound {
  if (names.destinations.length > 0 || names.countries.length > 0) return names;
  const destinations = bare.map((text) => ({ text, hint: null, certainty: "named" as const, start: 0, end: 0 }));
  return { ...names, destinations };
}

function withAirports(names: NamesFound, pair: AirportPair | null): NamesFound {
  if (pair === null) return names;
  return { ...names, destinations: [pair.destination, ...names.destinations], origin: names.origin ?? pair.origin };
}

/** One country named beside the cities is where they are: "Italy: Rome and Florence". */
function withCountry(names: NamesFound): NamesFound {
  const [country] = names.countries;
  if (!country || names.countries.length > 1 || names.destinations.length === 0) return names;
  const hint = { text: country.text, countryCode: country.code, regionCode: null };
  return {
    ...names,
    countries: [],
    destinations: names.destinations.map((name) => ({ ...name, hint: name.hint ?? hint })),
  };
}

/** "Rome, Florence and Venice, start from Rome": nobody sets out from where they are going. */
function isFirstStop(origin: NamedPlace | null, destinations: readonly NamedDestination[]): boolean {
  const name = origin?.text.toLowerCase();
  return destinations.some(({ text, end }) => end === "first" && text.toLowerCase() === name);
}

function missingFrom(names: NamesFound, { startDate }: ChosenDates): MissingPiece[] {
  const missing: MissingPiece[] = [];
  if (names.destinations.length === 0) missing.push("destination");
  if (startDate === null) missing.push("dates");
  return missing;
}

export function understandRequest(text: string, { today }: { today: string }): TripRequest {
  const reading = new Reading(text);
  const money = takeMoney(reading);
  const excursions = takeExcursions(reading);
  const timing = takeTiming(reading, today);
  const orderIsOpen = takeOpenOrder(reading);
  const party = takeParty(reading);
  const avoid = takeUnwantedSights(reading);
  const sights = takeSights(reading);
  const pair = takeAirportPair(reading);
  const written = withAirports(takeWrittenNames(reading), pair);
  const wishes = takeWishes(reading);
  const { interests, unwanted } = takeInterests(reading);
  const names = withCountry(withBareSights(takeLooseNames(reading, written), sights));
  const { when } = timing;
  const datedDays = when?.kind === "range" ? daysBetween(when.start, when.end) + 1 : null;
  const stays = { names: names.destinations, durations: timing.durations, datedDays, text: reading.text };
  const { destinations, duration } = staysOf(stays);
  if (destinations.some(({ end }) => end !== null)) takeEndWords(reading);
  const dates = chooseDates({ duration, when: timing.when }, today);
  const days =
    dates.startDate && dates.endDate ? daysBetween(dates.startDate, dates.endDate) + 1 : (duration?.days ?? null);
  const { budget, assumptions: budgetNotes } = settleBudget(money.money, { travelers: party.travelers, days });
  const leftovers = leftoversOf(reading);
  const isBareUsed = names.destinations.some(({ start, end }) => start === end);
  return {
    isTripRequest: isTripRequest(reading.text, {
      hasPlace: names.destinations.length > 0,
      hasCountry: names.countries.length > 0,
      hasLength: timing.durations.length > 0,
      hasWhen: timing.when !== null,
    }),
    destinations,
    orderIsOpen,
    countries: names.countries,
    origin: isFirstStop(names.origin, destinations) ? null : names.origin,
    timing: { duration, when: timing.when },
    startDate: dates.startDate,
    endDate: dates.endDate,
    travelers: party.travelers,
    childAges: party.childAges,
    budget,
    interests,
    pace: wishes.pace,
    style: wishes.style,
    diets: wishes.diets,
    accessibility: wishes.accessibility,
    avoidCrowds: wishes.avoidCrowds,
    preferOffbeat: wishes.preferOffbeat,
    avoid,
    mustSee: isBareUsed ? sights.sights : [...sights.sights, ...sights.bare],
    wantsFlights: wishes.wantsFlights,
    wantsHotels: wishes.wantsHotels,
    assumptions: [
      ...dates.assumptions,
      ...timing.notes,
      ...(duration?.note ? [duration.note] : []),
      ...names.assumptions,
      ...party.assumptions,
      ...budgetNotes,
      ...(money.isNothing ? ["A budget has to be more than nothing: I planned without one."] : []),
      ...wishes.assumptions,
    ].map((sentence) => sentence.slice(0, MAX_ASSUMPTION)),
    missing: missingFrom(names, dates),
    notUnderstood: [...timing.impossible, ...money.notUnderstood, ...excursions, ...unwanted, ...leftovers],
  };
}
