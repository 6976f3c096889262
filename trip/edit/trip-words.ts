/** What became of the trip itself, in sentences: dates, cities, party, budget, wishes, conditions, beds and flights. */
import { dayName, plainWord } from "../check/phrases.ts";
import { counted, dateRangeText, listed, partyText } from "../export/words.ts";
import { formatMoney } from "../money.ts";
import type { FlightOffer } from "../offer.ts";
import { wallTimeOf } from "../opening-hours.ts";
import type { Trip, TripConditions } from "../trip.ts";
import type { PlanVersion } from "./diff.ts";

export function tripSentences(before: Trip, after: Trip): string[] {
  return [
    ...dateSentences(before, after),
    ...citySentences(before, after),
    ...partySentences(before, after),
    ...wishSentences(before, after),
    ...conditionSentences(before.conditions ?? {}, after.conditions ?? {}),
  ];
}

function dateSentences(before: Trip, after: Trip): string[] {
  if (before.startDate === after.startDate && before.endDate === after.endDate) return [];
  const was = dateRangeText(before.startDate, before.endDate);
  return [`The trip now runs ${dateRangeText(after.startDate, after.endDate)} (was ${was}).`];
}

function citySentences(before: Trip, after: Trip): string[] {
  const names = (trip: Trip): string[] => trip.destinations.map(({ name }) => name);
  const gone = names(before).filter((name) => !names(after).includes(name));
  const fresh = after.destinations.filter(({ name }) => !names(before).includes(name));
  return [
    ...(gone.length > 0 ? [`${listed(gone)} ${gone.length === 1 ? "is" : "are"} no longer part of the trip.`] : []),
    ...fresh.map(
      ({ name, arrivalDate, departureDate }) => `Added ${name}, ${dateRangeText(arrivalDate, departureDate)}.`,
    ),
  ];
}

function partySentences(before: Trip, after: Trip): string[] {
  const budget = (trip: Trip): string => (trip.budget ? formatMoney(trip.budget) : "none");
  return [
    ...(partyText(before) === partyText(after) ? [] : [`The party is ${partyText(after)} (was ${partyText(before)}).`]),
    ...(budget(before) === budget(after) ? [] : [`The budget is ${budget(after)} (was ${budget(before)}).`]),
  ];
}

function wishSentences({ wishes: old }: Trip, { wishes }: Trip): string[] {
  const lists = { diets: "diets", accessibility: "access needs" } as const;
  const mustSees = wishes.mustSee.filter((id) => !old.mustSee.includes(id)).length;
  const kinds = (of: Trip["wishes"]): string => of.interests.map(({ category }) => plainWord(category)).join(", ");
  return [
    ...(old.pace === wishes.pace ? [] : [`The pace is ${wishes.pace} (was ${old.pace}).`]),
    ...(old.style === wishes.style ? [] : [`The style is ${plainWord(wishes.style)} (was ${plainWord(old.style)}).`]),
    ...(kinds(old) === kinds(wishes) ? [] : [`Interests: ${kinds(wishes) || "none in particular"}.`]),
    ...(["diets", "accessibility"] as const).flatMap((key) =>
      old[key].join() === wishes[key].join()
        ? []
        : [`${lists[key]}: ${wishes[key].map(plainWord).join(", ") || "none"}.`],
    ),
    ...(mustSees > 0 ? [`${counted(mustSees, "place", "places")} more must be seen.`] : []),
  ];
}

function conditionSentences(before: TripConditions, after: TripConditions): string[] {
  const at = (moment: { date: string; minute: number } | undefined): string =>
    moment ? `${wallTimeOf(moment.minute)} on ${dayName(moment.date)}` : "";
  const rain = (after.rainyDates ?? []).filter((date) => !before.rainyDates?.includes(date));
  return [
    ...(after.arrival && at(before.arrival) !== at(after.arrival) ? [`You arrive at ${at(after.arrival)}.`] : []),
    ...(after.departure && at(before.departure) !== at(after.departure)
      ? [`You leave at ${at(after.departure)}.`]
      : []),
    ...(rain.length > 0 ? [`Planned for rain on ${listed(rain.map(dayName))}.`] : []),
  ];
}

export function offerSentences(before: PlanVersion, after: PlanVersion): string[] {
  const stays = changed(before.stays, after.stays, ({ propertyName }) => propertyName);
  return [...stays, ...changed(before.flights, after.flights, flightWords)];
}

/** "the flight 204 from JFK to LIS and back"; home from elsewhere, both airports are told. */
function flightWords(flight: FlightOffer): string {
  const { departureAirport: from, arrivalAirport: to, flightNumber, returning } = flight;
  const there = `the flight ${flightNumber ?? ""} from ${from} to ${to}`.replace("  ", " ");
  if (!returning) return there;
  const isSameWay = returning.departureAirport === to && returning.arrivalAirport === from;
  return `${there} and back${isSameWay ? "" : ` from ${returning.departureAirport} to ${returning.arrivalAirport}`}`;
}

function changed<Offer extends { offerId: string }>(
  before: readonly Offer[] | undefined,
  after: readonly Offer[] | undefined,
  name: (offer: Offer) => string,
): string[] {
  if (!before || !after) return [];
  const gone = before.filter(({ offerId }) => !after.some((other) => other.offerId === offerId));
  const fresh = after.filter(({ offerId }) => !before.some((other) => other.offerId === offerId));
  return [
    ...gone.map((offer) => `No longer chosen: ${name(offer)}.`),
    ...fresh.map((offer) => `Chosen: ${name(offer)}.`),
  ];
}
