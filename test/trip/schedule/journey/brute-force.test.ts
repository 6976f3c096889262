/** In small random worlds the cheapest journey is the one that trying everything finds. */
import { expect, test } from "vitest";
import { cheapestJourney } from "../../../../trip/schedule/journey/cheapest.ts";
import type { JourneyRequest } from "../../../../trip/schedule/journey/request.ts";
import type { JourneyRestaurant, JourneyWorld } from "../../../../trip/schedule/journey/world.ts";
import { seededRandom } from "../../../../trip/schedule/random.ts";
import { flight, request, restaurant, type SmallWorld, smallWorld, stay, worldOf } from "./small-world.ts";

const CUISINES = ["Thai", "French"];

function randomWorld(seed: number): SmallWorld {
  const { below } = seededRandom(seed);
  const small = smallWorld();
  for (const town of ["Ash", "Birch", "Cedar"]) {
    small.stays[town] = Array.from({ length: 1 + below(3) }, (_, index) =>
      stay(`${town} ${index}`, 20 + below(80), { minimumNights: 1 + below(3), sleeps: 1 + below(3) }),
    );
    small.restaurants[town] = Array.from({ length: 3 + below(3) }, (_, index) =>
      restaurant(
        `${town} ${index}`,
        10 + below(30),
        CUISINES.filter(() => below(3) === 0),
      ),
    );
    small.attractions[town] = (small.attractions[town] ?? []).slice(0, below(3));
    for (const day of [1, 2, 3, 4]) {
      if (below(2) === 0) small.flights[`Home>${town} 2026-03-0${day}`] = [flight(`F${day}${town}`, 5 + below(60))];
      if (below(2) === 0) small.flights[`${town}>Home 2026-03-0${day}`] = [flight(`B${day}${town}`, 5 + below(60))];
    }
    if (below(4) === 0) delete small.roads[`Home>${town}`];
  }
  return small;
}

function* subsets(items: readonly JourneyRestaurant[], least: number, most: number): Generator<JourneyRestaurant[]> {
  for (let mask = 0; mask < 1 << items.length; mask++) {
    const chosen = items.filter((_, bit) => (mask >> bit) & 1);
    if (chosen.length >= least && chosen.length <= most) yield chosen;
  }
}

function wayCost(
  world: JourneyWorld,
  asked: JourneyRequest,
  isOwn: boolean,
  way: readonly [string, string, number],
): number {
  const [from, to, day] = way;
  const drives = world.drives(from, to).filter((drive) => (drive.mode === "self-driving") === isOwn);
  const driven = drives.map((drive) => drive.price * Math.ceil(asked.travelers / drive.seats));
  const flights = isOwn ? [] : world.flights(from, to, asked.dates[day] ?? "");
  return Math.min(...driven, ...flights.map((one) => one.price * asked.travelers));
}

function nightsCost(world: JourneyWorld, asked: JourneyRequest, town: string, nights: number): number {
  const suited = world.stays(town).filter((one) => one.minimumNights <= nights);
  return Math.min(...suited.map((one) => one.price * nights * Math.ceil(asked.travelers / one.sleeps)));
}

/** Meals of two towns, for one person, that hold all cuisines. */
function mealsCost(world: JourneyWorld, asked: JourneyRequest, towns: readonly [string, number][]): number {
  const [first = [], second = []] = towns.map(([town, nights]) => [
    ...subsets(world.restaurants(town), 3 * (nights - 1), 3 * nights + 3),
  ]);
  let best = Number.POSITIVE_INFINITY;
  for (const meals of first.flatMap((some) => second.map((others) => [...some, ...others]))) {
    const isCovered = asked.cuisines.every((wanted) => meals.some((one) => one.cuisines.includes(wanted)));
    if (isCovered)
      best = Math.min(
        best,
        meals.reduce((sum, one) => sum + one.price, 0),
      );
  }
  return best;
}

function journeyCost(
  world: JourneyWorld,
  asked: JourneyRequest,
  towns: readonly [[string, number], [string, number]],
): number {
  const [[first, nights], [second, others]] = towns;
  if (first === second || towns.some(([town, count]) => world.attractions(town).length < count - 1)) {
    return Number.POSITIVE_INFINITY;
  }
  const ways = [true, false].map((isOwn) => {
    const way = (from: string, to: string, day: number) => wayCost(world, asked, isOwn, [from, to, day]);
    return way("Home", first, 0) + way(first, second, nights) + way(second, "Home", asked.days - 1);
  });
  const slept = nightsCost(world, asked, first, nights) + nightsCost(world, asked, second, others);
  const fixed = Math.min(...ways) + slept;
  return fixed === Number.POSITIVE_INFINITY ? fixed : fixed + mealsCost(world, asked, towns) * asked.travelers;
}

function bruteForce(world: JourneyWorld, asked: JourneyRequest): number {
  const towns = world.citiesOf(asked.destination);
  const costs = towns.flatMap((first) =>
    towns.flatMap((second) =>
      [1, 2].map((nights) =>
        journeyCost(world, asked, [
          [first, nights],
          [second, asked.days - 1 - nights],
        ]),
      ),
    ),
  );
  return Math.min(...costs);
}

test("nothing cheaper was missed, and nothing possible was called impossible", () => {
  let possible = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const world = worldOf(randomWorld(seed));
    const asked = request({ cities: 2, days: 4, travelers: 1 + (seed % 4), cuisines: CUISINES.slice(seed % 3) });
    const expected = bruteForce(world, asked);
    const { draft, isProven } = cheapestJourney(world, asked, "any");
    expect(isProven).toBe(true);
    expect({ seed, cost: draft?.cost ?? Number.POSITIVE_INFINITY }).toEqual({ seed, cost: expected });
    if (draft !== null) possible++;
  }
  expect(possible).toBeGreaterThan(40);
});
