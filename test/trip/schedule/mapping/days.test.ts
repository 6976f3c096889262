/** Where and when a day begins and ends: flights, beds, luggage, jet lag, legs between cities. */
import { describe, expect, it } from "vitest";
import { check } from "../../../../trip/check/check.ts";
import type { PlanFacts } from "../../../../trip/facts.ts";
import { evaluate } from "../../../../trip/schedule/evaluate.ts";
import type { Change } from "../../../../trip/schedule/mapping/change.ts";
import { problemFrom } from "../../../../trip/schedule/mapping/from-trip.ts";
import { itineraryFrom } from "../../../../trip/schedule/mapping/to-itinerary.ts";
import type { TripProblem } from "../../../../trip/schedule/mapping/trip-problem.ts";
import type { Day } from "../../../../trip/schedule/problem.ts";
import type { Trip } from "../../../../trip/trip.ts";
import { factsWith, flightWith, LISBON, near, PORTO, placeWith, stayWith, TOKYO, tripWith } from "../../world.ts";

const AIRPORT = near(LISBON, 7_000, 0);
const airports: PlanFacts["airports"] = new Map([
  ["LIS", { iataCode: "LIS", name: "Lisbon", city: "Lisbon", countryCode: "PT", location: AIRPORT }],
]);
const sights = Array.from({ length: 20 }, (_, index) => placeWith(index + 1));

function dayOf(index: number, over: Partial<PlanFacts> = {}, trip = tripWith(), change: Change = {}): Day {
  const day = problemFrom(trip, factsWith(sights, over), { change }).problem.days[index];
  if (!day) throw new Error(`Expected a day ${index}.`);
  return day;
}

function placed(mapped: TripProblem): ReturnType<typeof itineraryFrom>["days"] {
  return itineraryFrom(mapped, evaluate(mapped.problem, []).days).days;
}

describe("the day of arrival", () => {
  it("begins at eleven while nobody knows when they land", () => {
    expect(dayOf(0)).toMatchObject({ startMinute: 660, endMinute: 1_290 });
  });

  it("begins at the airport once they are through it, where there is no bed yet", () => {
    // 12:00 UTC is 13:00 in Lisbon in May.
    const flights = [flightWith(1, { arrivalAt: "2027-05-10T12:00:00Z" })];
    const mapped = problemFrom(tripWith(), factsWith(sights, { flights, airports }));
    const [day] = mapped.problem.days;
    expect(day?.startMinute).toBe(13 * 60 + 45);
    expect(day?.startPoint).not.toBe(day?.endPoint);
    expect(mapped.days[0]?.meals).toEqual(["lunch", "dinner"]);
  });

  it("begins at the bed, luggage left there, where one is chosen", () => {
    const flights = [flightWith(1, { arrivalAt: "2027-05-10T09:00:00Z" })];
    const stays = [stayWith(1, { location: near(LISBON, 500, 0), checkInFrom: "14:00" })];
    const mapped = problemFrom(tripWith(), factsWith(sights, { flights, stays, airports }));
    const [luggage] = placed(mapped)[0]?.items ?? [];
    // Landed at 10:00, out at 10:45, 39 minutes to the bed.
    expect(luggage).toMatchObject({ type: "check_in", startTime: "11:25", endTime: "11:40" });
    expect(luggage?.title).toBe("Leave the luggage at Pensão Alegria");
    expect(mapped.problem.days[0]).toMatchObject({ startMinute: 11 * 60 + 40 });
    const { violations } = check(tripWith(), { days: placed(mapped) }, mapped.facts);
    expect(violations.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("is a check-in when the room is ready", () => {
    const flights = [flightWith(1, { arrivalAt: "2027-05-10T15:00:00Z" })];
    const mapped = problemFrom(tripWith(), factsWith(sights, { flights, stays: [stayWith(1)], airports }));
    expect(placed(mapped)[0]?.items[0]?.title).toBe("Check in at Pensão Alegria");
  });

  it("is nothing when they land late at night, and the days before it as well", () => {
    const late = dayOf(0, {}, tripWith(), { arrival: { date: "2027-05-10", minute: 22 * 60 } });
    expect(late).toMatchObject({ maxVisits: 0, meals: [] });
    const flights = [
      flightWith(1, { departureAt: "2027-05-10T20:00:00Z", arrivalAt: "2027-05-11T08:00:00Z", durationMinutes: 720 }),
    ];
    expect(dayOf(0, { flights })).toMatchObject({ maxVisits: 0, meals: [] });
    expect(dayOf(1, { flights }).startMinute).toBe(9 * 60 + 45 + 45);
  });

  it("is shorter and emptier after five hours of sun time", () => {
    const from = (lon: number): Trip =>
      tripWith({ origin: { name: "X", iataCode: "XXX", location: { lat: 40, lon } } });
    const usual = dayOf(0, {}, from(2));
    expect(dayOf(0, {}, from(-85))).toMatchObject({ maxVisits: 3, maxVisitMinutes: 252, endMinute: 1_230 });
    expect(dayOf(1, {}, from(-85)).maxVisitMinutes).toBe(usual.maxVisitMinutes);
    expect(usual).toMatchObject({ maxVisitMinutes: 420, endMinute: 1_290 });
  });
});

describe("the day of departure", () => {
  it("ends at six while nobody knows when they leave", () => {
    expect(dayOf(2).endMinute).toBe(1_080);
  });

  it("ends in time for the flight: at the airport, or at the bed where the luggage waits", () => {
    const flights = [
      flightWith(1, {
        departureAirport: "LIS",
        arrivalAirport: "VIE",
        departureAt: "2027-05-12T19:00:00Z",
        arrivalAt: "2027-05-12T23:00:00Z",
      }),
    ];
    expect(dayOf(2, { flights, airports }).endMinute).toBe(18 * 60);
    const stays = [stayWith(1, { location: LISBON.location })];
    expect(dayOf(2, { flights, airports, stays }).endMinute).toBe(18 * 60 - 42);
  });

  it("is over when they leave at dawn", () => {
    const change: Change = { departure: { date: "2027-05-12", minute: 6 * 60 } };
    expect(dayOf(2, {}, tripWith(), change)).toMatchObject({ maxVisits: 0, meals: [] });
  });
});

describe("a stay in two cities", () => {
  const trip = tripWith({
    endDate: "2027-05-13",
    destinations: [
      { cityId: LISBON.id, name: "Lisbon", countryCode: "PT", arrivalDate: "2027-05-10", departureDate: "2027-05-12" },
      { cityId: PORTO.id, name: "Porto", countryCode: "PT", arrivalDate: "2027-05-12", departureDate: "2027-05-13" },
    ],
  });
  const flight = flightWith(1, {
    departureAirport: "LIS",
    arrivalAirport: "OPO",
    departureAt: "2027-05-12T08:00:00Z",
    arrivalAt: "2027-05-12T09:00:00Z",
  });

  it("goes by the chosen flight, else by a train that is reckoned", () => {
    const legWith = (flights: PlanFacts["flights"]): unknown =>
      problemFrom(trip, factsWith(sights, { flights })).days[2]?.draft.items[0];
    expect(legWith([])).toMatchObject({ type: "transport", startTime: "09:00" });
    expect(legWith([flight])).toMatchObject({ type: "flight", startTime: "09:00", endTime: "10:00" });
    expect(dayOf(2, { flights: [flight] }, trip).startMinute).toBe(10 * 60 + 90);
  });

  it("takes neither end of the trip from a flight in its middle", () => {
    const days = [0, 3].map((index) => dayOf(index, { flights: [flight] }, trip));
    expect(days.map(({ startMinute }) => startMinute)).toEqual([660, 570]);
    expect(days[1]?.endMinute).toBe(1_080);
  });

  it("keeps a train that the traveller has booked and locked", () => {
    const { draft } = problemFrom(trip, factsWith(sights)).days[2] ?? {};
    const leg = draft?.items[0];
    if (!draft || !leg) throw new Error("Expected a leg.");
    const booked = { ...leg, startTime: "14:00", endTime: "17:00", locked: true };
    const mapped = problemFrom(trip, factsWith(sights), { previous: { days: [{ ...draft, items: [booked] }] } });
    expect(mapped.days[2]?.draft.items).toEqual([booked]);
    expect(mapped.problem.days[2]?.startMinute).toBe(17 * 60 + 45);
  });
});

describe("every day", () => {
  it("holds an empty plan, whatever the flights", () => {
    for (const minute of [0, 300, 700, 1_000, 1_200, 1_400, 1_439]) {
      const change: Change = { arrival: { date: "2027-05-11", minute }, departure: { date: "2027-05-11", minute } };
      const { problem } = problemFrom(tripWith(), factsWith(sights), { change });
      expect(evaluate(problem, []).broken).toEqual([]);
    }
    expect(TOKYO.name).toBe("Tokyo");
  });
});
