/** A trip's sum, worked out by hand: 120 EUR a day and person, two people, two nights, three days. */
import { describe, expect, it } from "vitest";
import { budgetOf, currencyOf, partyAmount } from "../../trip/budget.ts";
import type { ItineraryDraft } from "../../trip/itinerary.ts";
import {
  BUENOS_AIRES,
  eateryWith,
  euros,
  factsWith,
  flightWith,
  itemWith,
  LISBON,
  mealAt,
  placeWith,
  stayWith,
  tripWith,
  visitOf,
} from "./world.ts";

const museum = placeWith(1);
const tasca = eateryWith(2);
const facts = factsWith([museum, tasca]);
const city = { id: LISBON.id, name: "Lisbon" };
const itinerary: ItineraryDraft = {
  days: [
    {
      dayNumber: 1,
      date: "2027-05-10",
      city,
      items: [visitOf(museum, "10:30", "11:30"), mealAt(tasca, "12:30", "13:30")],
    },
    { dayNumber: 2, date: "2027-05-11", city, items: [] },
    { dayNumber: 3, date: "2027-05-12", city, items: [] },
  ],
};

describe("budgetOf", () => {
  it("adds prices to the known sum and estimates to the interval only", () => {
    const budget = budgetOf(tripWith(), itinerary, facts);
    expect(budget.lines.map(({ kind, known, low, high }) => [kind, known, low, high])).toEqual([
      ["sights", 2000, 2000, 2000],
      // The meal, 24–40; and a breakfast a day: 120 × 33 % × 20 % × 2 = 15.84, −20 % to +25 %.
      ["meals", 0, 2400 + 3 * 1267, 4000 + 3 * 1980],
      // 120 × 42 % × 2 people × 2 nights = 201.60
      ["lodging", 0, 16_128, 25_200],
      // 120 × 10 % × 2 = 24 a day
      ["local_transport", 0, 3 * 1920, 3 * 3000],
    ]);
    expect(budget).toMatchObject({
      currency: "EUR",
      known: 2000,
      estimatedLow: 30_089,
      estimatedHigh: 46_140,
      missing: [],
    });
  });

  it("takes a chosen stay at its price instead of the estimate", () => {
    const { known, lines } = budgetOf(tripWith(), itinerary, { ...facts, stays: [stayWith(1)] });
    expect(lines.find(({ kind }) => kind === "lodging")).toMatchObject({ known: 16_000, low: 16_000, high: 16_000 });
    expect(known).toBe(18_000);
  });

  it("reckons there and back from an origin until flights are chosen", () => {
    const origin = { name: "Lisbon", iataCode: "LIS", location: LISBON.location };
    const flights = { kind: "flights", known: 0, low: 2 * 6000, high: 2 * 18_000 };
    expect(budgetOf(tripWith({ origin }), itinerary, facts).lines).toContainEqual(expect.objectContaining(flights));
    const chosen = budgetOf(tripWith({ origin }), itinerary, { ...facts, flights: [flightWith(1)] });
    expect(chosen.lines.find(({ kind }) => kind === "flights")).toMatchObject({
      known: 18_000,
      low: 18_000,
      high: 18_000,
    });
  });

  it("lists what nobody could price, each once", () => {
    const trip = tripWith({
      budget: { amountMinor: 100_000, currency: "EUR" },
      destinations: [
        {
          cityId: BUENOS_AIRES.id,
          name: "Buenos Aires",
          countryCode: "AR",
          arrivalDate: "2027-05-10",
          departureDate: "2027-05-12",
        },
      ],
    });
    const [first, ...rest] = itinerary.days;
    const unpriced = itemWith({ type: "attraction", title: "Teatro", startTime: "15:00", endTime: "16:00" });
    const pesos = visitOf({ ...museum, admission: euros(10, { currency: "ARS" }) }, "17:00", "18:00");
    const days = first ? [{ ...first, items: [unpriced, pesos] }, ...rest] : [];
    expect(budgetOf(trip, { days }, facts)).toMatchObject({
      known: 0,
      missing: [
        "Teatro",
        "Museum 1: no exchange rate for ARS",
        "2 nights in Buenos Aires",
        "breakfast and local transport",
      ],
    });
  });

  it("leaves out what is skipped or delayed", () => {
    const [first, ...rest] = itinerary.days;
    const items = first?.items.map((item) => ({ ...item, status: "skipped" as const })) ?? [];
    expect(budgetOf(tripWith(), { days: first ? [{ ...first, items }, ...rest] : [] }, facts).known).toBe(0);
  });
});

describe("partyAmount", () => {
  it("multiplies by what a price is quoted per", () => {
    const amounts = (["person", "party", "night", "stay"] as const).map(
      (per) => partyAmount(euros(10, { per }), 4, 3).amountMinor,
    );
    expect(amounts).toEqual([4000, 1000, 3000, 1000]);
  });
});

describe("currencyOf", () => {
  it("is the budget's, else the first country's", () => {
    expect(currencyOf(tripWith({ budget: { amountMinor: 1, currency: "USD" } }), facts)).toBe("USD");
    expect(currencyOf(tripWith({ budget: null }), facts)).toBe("EUR");
  });
});
