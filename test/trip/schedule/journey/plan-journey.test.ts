/** Holds the planner of whole journeys to sums reckoned by hand and to what each wish means. */
import { describe, expect, test } from "vitest";
import type { JourneyPlan } from "../../../../trip/schedule/journey/journey-plan.ts";
import { planJourney } from "../../../../trip/schedule/journey/plan-journey.ts";
import type { JourneyRequest } from "../../../../trip/schedule/journey/request.ts";
import { flight, request, restaurant, type SmallWorld, smallWorld, stay, worldOf } from "./small-world.ts";

function planned(small: SmallWorld, asked: JourneyRequest): { plan: JourneyPlan; cheapest: number } {
  const outcome = planJourney(worldOf(small), asked);
  if (outcome.kind !== "planned") throw new Error(outcome.reason);
  expect(outcome.isProven).toBe(true);
  return outcome;
}

function impossible(small: SmallWorld, asked: JourneyRequest) {
  const outcome = planJourney(worldOf(small), asked);
  if (outcome.kind !== "impossible") throw new Error("a plan came");
  return outcome;
}

describe("what a journey costs", () => {
  test("the cheapest is two drives of 5, two nights of 50 and one day's meals for two", () => {
    const { cheapest, plan } = planned(smallWorld(), request());
    expect(cheapest).toBe(5 + 5 + 100 + 2 * (10 + 11 + 12));
    expect(plan.cities).toEqual(["Ash"]);
    expect(plan.days.map((day) => day.leg?.mode ?? null)).toEqual(["self-driving", null, "self-driving"]);
    expect(plan.days.at(-1)?.stay).toBeNull();
  });

  test("a budget of exactly that is enough, one less is not, and the budget it takes is told", () => {
    expect(planned(smallWorld(), request({ budget: 176 })).plan.cost).toBe(176);
    const outcome = impossible(smallWorld(), request({ budget: 175 }));
    expect(outcome.reason).toBe("the cheapest journey with all wishes costs 176; the budget is 175");
    expect(outcome.relaxations).toEqual([{ giveUp: "the budget of 175, for 176", cost: 176 }]);
    expect(outcome.isProven).toBe(true);
  });

  test("three people need two rooms of two, six need two cars", () => {
    const three = planned(smallWorld(), request({ travelers: 3 })).cheapest;
    expect(three).toBe(10 + 200 + 3 * 33);
    const six = planned(smallWorld(), request({ travelers: 6 })).cheapest;
    expect(six).toBe(20 + 300 + 6 * 33);
  });

  test("several cities form one round without coming back to any", () => {
    const { plan } = planned(smallWorld(), request({ cities: 3, days: 7 }));
    expect(new Set(plan.cities).size).toBe(3);
    expect(plan.nights.reduce((sum, nights) => sum + nights, 0)).toBe(6);
    expect([plan.days[0]?.leg?.from, plan.days.at(-1)?.leg?.to]).toEqual(["Home", "Home"]);
  });
});

describe("wishes", () => {
  test("minimum nights decide how the nights are shared", () => {
    const small = smallWorld();
    small.restaurants.Ash?.push(restaurant("Ash 14", 14), restaurant("Ash 15", 15));
    small.stays.Ash = [stay("Long house", 20, { minimumNights: 3 })];
    const { plan } = planned(
      { ...small, stays: { Ash: small.stays.Ash, Birch: small.stays.Birch ?? [] } },
      request({ cities: 2, days: 5 }),
    );
    expect(Object.fromEntries(plan.cities.map((city, at) => [city, plan.nights[at]]))).toEqual({ Ash: 3, Birch: 1 });
  });

  test("a car of one's own is never mixed with flights or taxis", () => {
    const small = smallWorld();
    small.flights["Home>Ash 2026-03-01"] = [flight("F1", 1)];
    const { plan, cheapest } = planned(small, request());
    const modes = new Set(plan.days.flatMap((day) => day.leg?.mode ?? []));
    expect(modes.has("self-driving") && modes.size > 1).toBe(false);
    expect(cheapest).toBe(176);
  });

  test("without driving oneself the flight out is joined by a taxi home", () => {
    const small = smallWorld();
    small.flights["Home>Ash 2026-03-01"] = [flight("F1", 30)];
    const { cheapest } = planned(small, request({ transport: "no self-driving" }));
    expect(cheapest).toBe(2 * 30 + 100 + 100 + 66);
  });

  test("rooms and house rules are kept", () => {
    const small = smallWorld();
    small.stays.Ash = [stay("Den", 5, { type: "shared" }), stay("Quiet", 6, { forbids: ["pets"] }), stay("Kennel", 9)];
    const { plan } = planned(small, request({ room: "not shared room", houseRule: "pets", budget: 100 + 10 }));
    expect(plan.days[0]?.stay?.it.name).toBe("Kennel");
  });

  test("each cuisine is eaten at the least extra cost, and no restaurant twice", () => {
    const small = smallWorld();
    small.restaurants.Ash?.push(
      restaurant("Both", 20, ["Thai", "French"]),
      restaurant("Thai", 14, ["Thai"]),
      restaurant("Paris", 15, ["French"]),
    );
    const { cheapest, plan } = planned(small, request({ cuisines: ["thai", "French"] }));
    expect(cheapest).toBe(110 + 2 * (10 + 14 + 15));
    const eaten = plan.days.flatMap((day) => Object.values(day.meals).map((meal) => meal.it.name));
    expect(new Set(eaten).size).toBe(eaten.length);
  });

  test("a cuisine nobody cooks is what to give up", () => {
    const { reason, relaxations } = impossible(smallWorld(), request({ cuisines: ["Thai"] }));
    expect(reason).toContain("at any price");
    expect(relaxations).toEqual([{ giveUp: "Thai food", cost: 176 }]);
  });

  test("a town without sights is only passed through", () => {
    const small = smallWorld();
    small.attractions.Ash = [];
    expect(planned(small, request()).plan.cities).toEqual(["Birch"]);
  });
});

test("questions that make no sense are told what is wrong", () => {
  expect(impossible(smallWorld(), request({ cities: 3, days: 3 })).reason).toBe(
    "3 cities need 3 nights; 3 days have 2",
  );
  expect(impossible(smallWorld(), request({ destination: "Nowhere" })).reason).toContain(
    "no city or state called Nowhere",
  );
  expect(impossible(smallWorld(), request({ cities: 4, days: 7 })).reason).toBe(
    "Woods has 3 known cities; 4 are to be visited",
  );
});

test("money left buys better rated houses and quicker ways, within the budget and within reason", () => {
  const small = smallWorld();
  small.stays.Ash?.push(stay("Palace", 60, { rating: 5 }), stay("Gold palace", 900, { rating: 5 }));
  const { plan } = planned(small, request({ budget: 5000 }));
  expect(plan.days[0]?.stay?.it.name).toBe("Palace");
  expect(plan.cost).toBeLessThan(600);
});
