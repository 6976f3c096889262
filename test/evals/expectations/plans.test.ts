/** What is expected of a plan, each kind once where it holds and once where it does not. */
import { expect, test } from "vitest";
import type { Expectation } from "../../../evals/expectation.ts";
import * as cities from "../../../evals/expectations/cities.ts";
import * as clock from "../../../evals/expectations/clock.ts";
import * as dates from "../../../evals/expectations/dates.ts";
import * as kinds from "../../../evals/expectations/kinds.ts";
import * as money from "../../../evals/expectations/money.ts";
import * as needs from "../../../evals/expectations/needs.ts";
import * as pace from "../../../evals/expectations/pace.ts";
import * as party from "../../../evals/expectations/party.ts";
import * as rules from "../../../evals/expectations/rules.ts";
import * as sights from "../../../evals/expectations/sights.ts";
import { faultlessWorld, idOf, type World, withItem, withPlace, withTrip } from "../../trip/world.ts";
import { answerScene, holds, planScene } from "./scenes.ts";

const WORLD = faultlessWorld();
const TITLES = [1, 3, 5, 7, 9, 11];

/** Every sight and table changed alike. */
const withAll = (over: Parameters<typeof withPlace>[2], world: World = WORLD): World =>
  [...TITLES, 22, 24, 26, 28, 30].reduce((changed, number) => withPlace(changed, number, over), world);
const withWalks = (distanceMeters: number): World =>
  withItem(WORLD, 0, 1, { travelFromPrevious: { mode: "walk", distanceMeters, durationMinutes: 30 } });
const vegan = { wishes: { diets: ["vegan" as const] } };
const shutOnMonday = withPlace(WORLD, 1, { hours: null });
const closed = withItem(WORLD, 0, 0, { startTime: "06:00", endTime: "07:00" });

/** Where it holds, and where it does not. */
const CASES: readonly (readonly [Expectation, World, Expectation, World])[] = [
  [dates.travelsOn("2027-05-10", "2027-05-12"), WORLD, dates.travelsOn("2027-05-10", "2027-05-13"), WORLD],
  [dates.lasts(3), WORLD, dates.lasts(4), WORLD],
  [dates.staysWithin("2027-05-01", "2027-05-12"), WORLD, dates.staysWithin("2027-05-11", "2027-05-31"), WORLD],
  [dates.beginsOnA("monday"), WORLD, dates.beginsOnA("sunday"), WORLD],
  [dates.includesDates("2027-05-11"), WORLD, dates.includesDates("2027-05-11", "2027-05-13"), WORLD],
  [dates.includesA("monday", "wednesday"), WORLD, dates.includesA("saturday"), WORLD],
  [party.travellers(2), WORLD, party.travellers(3), WORLD],
  [party.childrenAged(7, 4), withTrip(WORLD, { childAges: [4, 7] }), party.childrenAged(4), WORLD],
  [money.budgetIs(1_500, "EUR"), WORLD, money.budgetIs(1_500, "USD"), WORLD],
  [money.costsAtMost(5_000, "EUR"), WORLD, money.costsAtMost(50, "EUR"), WORLD],
  [money.reckonedIn("EUR"), WORLD, money.reckonedIn("JPY"), WORLD],
  [money.travelsInStyle("mid_range"), WORLD, money.travelsInStyle("luxury"), WORLD],
  [needs.eats("vegan"), withTrip(withAll({ diets: ["vegan"] }), vegan), needs.eats("vegan"), withTrip(WORLD, vegan)],
  [needs.hasNamedMeals(5), WORLD, needs.hasNamedMeals(6), WORLD],
  [
    needs.needs("wheelchair"),
    withTrip(WORLD, { wishes: { accessibility: ["wheelchair"] } }),
    needs.needs("wheelchair"),
    WORLD,
  ],
  [needs.noKnownSteps(), WORLD, needs.noKnownSteps(), withPlace(WORLD, 3, { wheelchair: "no" })],
  [needs.mostlyStepFree(1), WORLD, needs.mostlyStepFree(0.9), withPlace(WORLD, 3, { wheelchair: null })],
  [sights.sees("museum 3"), WORLD, sights.sees("Louvre"), WORLD],
  [
    sights.seesSomeOf(2, ["Museum 3", "Museum 5", "Louvre"]),
    WORLD,
    sights.seesSomeOf(2, ["Museum 3", "Louvre"]),
    WORLD,
  ],
  [sights.avoids("Louvre"), WORLD, sights.avoids("Tasca 24"), WORLD],
  [sights.seesOnDay("Museum 5", 2), WORLD, sights.seesOnDay("Museum 5", 1), WORLD],
  [sights.notOnA("monday", "Museum 5"), WORLD, sights.notOnA("tuesday", "Museum 5"), WORLD],
  [sights.notOnDate("2027-05-10", "Museum 5"), WORLD, sights.notOnDate("2027-05-11", "Museum 5"), WORLD],
  [
    sights.insistsOn("Museum 3"),
    withTrip(WORLD, { wishes: { mustSee: [idOf(2, 3)] } }),
    sights.insistsOn("Museum 3"),
    WORLD,
  ],
  [kinds.atLeast(6, "culture_history"), WORLD, kinds.atLeast(1, "beaches"), WORLD],
  [kinds.atMost(6, "museums"), WORLD, kinds.atMost(5, "museums"), WORLD],
  [kinds.atMostPerDay(2, "museums"), WORLD, kinds.atMostPerDay(1, "museums"), WORLD],
  [kinds.mostlyOf(1, "museums"), WORLD, kinds.mostlyOf(0.9, "museums"), withPlace(WORLD, 3, { categories: ["parks"] })],
  [kinds.dayHas(1, "parks"), withPlace(WORLD, 3, { categories: ["parks"] }), kinds.dayHas(2, "parks"), WORLD],
  [kinds.dayLacks(2, "parks"), WORLD, kinds.dayLacks(2, "museums"), WORLD],
  [kinds.hasType("zoo"), withPlace(WORLD, 3, { type: "zoo" }), kinds.hasType("zoo"), WORLD],
  [kinds.lacksType("zoo"), WORLD, kinds.lacksType("restaurant"), WORLD],
  [kinds.quietShare(1), WORLD, kinds.quietShare(0.9), withPlace(WORLD, 3, { crowdedness: "high" })],
  [kinds.offbeatAtLeast(1), withPlace(WORLD, 3, { isOffbeat: true }), kinds.offbeatAtLeast(1), WORLD],
  [rules.noErrors(), WORLD, rules.noErrors(), closed],
  [rules.noViolation("outside_hours"), WORLD, rules.noViolation("outside_hours"), closed],
  [rules.everyDoorOpen(), WORLD, rules.everyDoorOpen(), closed],
  [rules.tells("unknown_hours", /hours/), WORLD, rules.tells("unknown_hours", /hours/), shutOnMonday],
  [clock.nothingBefore("10:30", 1), WORLD, clock.nothingBefore("10:31", 1), WORLD],
  [clock.nothingAfter("20:15", 1), WORLD, clock.nothingAfter("20:00", 1), WORLD],
  [clock.neverBefore("10:30"), WORLD, clock.neverBefore("11:00"), WORLD],
  [clock.neverAfter("20:15"), WORLD, clock.neverAfter("20:00"), WORLD],
  [
    clock.visitedBetween("Museum 3", "14:00", "15:00"),
    WORLD,
    clock.visitedBetween("Museum 3", "08:00", "12:00"),
    WORLD,
  ],
  [clock.outInTheEvening(1), WORLD, clock.outInTheEvening(1), withItem(WORLD, 0, 3, null)],
  [clock.everyDayHasVisits(2), WORLD, clock.everyDayHasVisits(3), WORLD],
  [pace.paceIs("moderate"), WORLD, pace.paceIs("fast"), WORLD],
  [pace.atMostVisitsPerDay(2), WORLD, pace.atMostVisitsPerDay(1), WORLD],
  [pace.atLeastVisits(6), WORLD, pace.atLeastVisits(7), WORLD],
  [pace.walksAtMost(2_000), withWalks(2_000), pace.walksAtMost(2_000), withWalks(2_001)],
  [cities.goesTo("Lisbon"), WORLD, cities.goesTo("Lisbon", "Porto"), WORLD],
  [cities.goesToAll("Lisbon"), WORLD, cities.goesToAll("Porto"), WORLD],
  [cities.beginsIn("Lisbon"), WORLD, cities.beginsIn("Porto"), WORLD],
  [cities.endsIn("Lisbon"), WORLD, cities.endsIn("Porto"), WORLD],
  [cities.nights("Lisbon", 2), WORLD, cities.nights("Lisbon", 3), WORLD],
  [cities.nightsAtLeast("Lisbon", 2), WORLD, cities.nightsAtLeast("Porto", 1), WORLD],
  [
    cities.seesSomethingInEach(),
    WORLD,
    cities.seesSomethingInEach(),
    withTrip(WORLD, {
      destinations: WORLD.trip.destinations.map((destination) => ({ ...destination, cityId: idOf(1, 2) })),
    }),
  ],
];

test.each(CASES.map((each) => [each[0].demand, each] as const))("%s", (_, [right, there, wrong, elsewhere]) => {
  const good = right.check(planScene(there));
  const bad = wrong.check(planScene(elsewhere));
  expect([good.holds, bad.holds], `${good.found} / ${bad.found}`).toEqual([true, false]);
  expect(right.kind).toBe(wrong.kind);
});

test("without a plan nothing of a plan holds", () => {
  const wrong = CASES.flatMap(([right, , other]) => [right, other]).filter((each) => holds(each, answerScene("No.")));
  expect(wrong.map(({ demand }) => demand)).toEqual([]);
});
