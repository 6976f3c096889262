/**
 * A request for a whole journey, from its English text alone: where from, where to, when, how many, for how much, and
 * what must hold on the way. Every part has its own small reader; what nobody said is `null`, and without an origin,
 * a destination or dates there is no journey, only the reason.
 */
import type { JourneyRequest } from "../../schedule/journey/request.ts";
import { citiesFor, readCityCount } from "./city-count.ts";
import { readCuisines } from "./cuisines.ts";
import { readHouseRule } from "./house-rule.ts";
import { readJourneyDates } from "./journey-dates.ts";
import { budgetFor, readBudget } from "./journey-money.ts";
import type { KnownPlaces, PlaceName } from "./journey-names.ts";
import { readTravelers } from "./journey-party.ts";
import { readFromAndTo } from "./origin-destination.ts";
import { readRefusedTransport } from "./refused-transport.ts";
import { blankOut, plainText } from "./request-text.ts";
import { readRoomWish } from "./room-wish.ts";
import { isCityToo } from "./us-states.ts";

function isCityMeant({ name, isState }: PlaceName, known: KnownPlaces | undefined): boolean {
  return !isState || (known ? known.isCity(name) : isCityToo(name));
}

export function readJourney(text: string, known?: KnownPlaces): JourneyRequest | { error: string } {
  const plain = plainText(text);
  const { dates, spans, error } = readJourneyDates(plain);
  const undated = blankOut(plain, spans);
  const budget = readBudget(undated);
  const rest = blankOut(undated, budget.spans);
  const said = readCityCount(rest);
  const { origin, destination } = readFromAndTo(rest, said, known);
  if (origin === null) return { error: "It is not said from which city the journey starts: add where from." };
  if (destination === null) return { error: "It is not said where to: add a city or a state." };
  if (error !== null) return { error };
  const unnamed = blankOut(rest, [origin, destination]);
  const travelers = readTravelers(unnamed);
  const days = dates.length;
  return {
    origin: origin.name,
    destination: destination.name,
    cities: said ?? (isCityMeant(destination, known) ? 1 : citiesFor(days)),
    days,
    dates,
    travelers,
    budget: budgetFor(budget, { travelers, days }),
    houseRule: readHouseRule(unnamed),
    cuisines: readCuisines(unnamed),
    room: readRoomWish(unnamed),
    transport: readRefusedTransport(unnamed),
  };
}
