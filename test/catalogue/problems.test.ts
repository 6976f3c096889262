/** What the validator of city files refuses: one impossible thing at a time, in a file that is otherwise good. */
import { describe, expect, test } from "vitest";
import {
  type AttractionEntry,
  type CityFile,
  cityFileSchema,
  type EateryEntry,
  problemsOf,
} from "../../db/catalogue/city-file.ts";

const museum: AttractionEntry = {
  ...{ key: "museum", name: "Town Museum", nameLocal: null, lat: 48.2081, lon: 16.3719, address: null },
  ...{ hours: "Tu 09:00-12:00", wheelchair: "yes", tags: ["indoor"], type: "museum" },
  ...{ description: "A small collection of what the town once made.", categories: ["museums"], visitMinutes: 60 },
  ...{ pricing: "paid", adultPrice: 8, crowdedness: null, bookingNeeded: null, popularity: 0.4, offbeat: false },
};
const garden: AttractionEntry = {
  ...{ ...museum, key: "garden", name: "Town Garden", lat: 48.2091, lon: 16.3729, hours: "24/7", type: "garden" },
  ...{ description: "Lawns and old trees around a pond with ducks.", categories: ["gardens"] },
  ...{ pricing: "free", adultPrice: 0 },
};
const inn: EateryEntry = {
  ...{ key: "inn", name: "The Inn", nameLocal: null, lat: 48.2071, lon: 16.3709, address: null, hours: null },
  ...{ wheelchair: null, tags: [], description: "Soups and dumplings at long wooden tables.", type: "restaurant" },
  ...{ cuisines: ["austrian"], diets: ["vegetarian"], spendLow: 10, spendHigh: 25, bookingNeeded: false },
  popularity: 0.3,
};
const good: CityFile = {
  ...{ city: "Vienna", countryCode: "AT", lat: 48.2082, lon: 16.3738, currency: "EUR", compiledOn: "2026-11-22" },
  ...{ notice: "Compiled for a test; confirm hours and prices.", areas: [], attractions: [museum, garden] },
  eateries: [inn],
};

const withMuseum = (change: Partial<AttractionEntry>): CityFile => ({
  ...good,
  attractions: [{ ...museum, ...change }, garden],
});
const withInn = (change: Partial<EateryEntry>): CityFile => ({ ...good, eateries: [{ ...inn, ...change }] });

test("a good file has no problems", () => {
  expect(cityFileSchema.parse(good)).toEqual(good);
  expect(problemsOf(good)).toEqual([]);
});

describe("impossible, though each value alone could be", () => {
  test.each<[string, CityFile, string]>([
    ["a key used twice", withMuseum({ key: "garden" }), "garden: key used twice"],
    ["a key used for a sight and a kitchen", withInn({ key: "museum" }), "museum: key used twice"],
    ["a name used twice, whatever its case", withMuseum({ name: "TOWN GARDEN" }), "town garden: name used twice"],
    [
      "a description used twice",
      withMuseum({ description: garden.description }),
      `description repeats: "${garden.description}"`,
    ],
    [
      "two places on one spot",
      withInn({ lat: museum.lat, lon: museum.lon }),
      "48.2081,16.3719: two places at the same coordinates",
    ],
    ["a place in another town", withMuseum({ lat: 47.8001, lon: 13.0401 }), "museum: more than 60 km from the city"],
    ["latitude and longitude swapped", withInn({ lat: 16.3709, lon: 48.2071 }), "inn: more than 60 km from the city"],
    [
      "a place known to the nearest kilometre",
      withMuseum({ lat: 48.21, lon: 16.37 }),
      "museum: coordinates coarser than about 100 m",
    ],
    ["a door that never opens", withMuseum({ hours: "off" }), "museum: hours that never open"],
    [
      "a door that is closed whenever it opens",
      withMuseum({ hours: "PH 10:00-12:00; Mo-Su off" }),
      "museum: hours that never open",
    ],
    [
      "hours in words",
      withMuseum({ hours: "9 to 5" }),
      'museum: hours "9 to 5" cannot be used: Times before "the end" may be of the morning or of the afternoon: write them as 09:00 or 21:00.',
    ],
    [
      "days without times",
      withMuseum({ hours: "Tu-Su" }),
      'museum: hours "Tu-Su" cannot be used: Expected times for "Tu-Su", as in 09:00-17:00 or 00:00-24:00; "open" alone may be at the usual hours.',
    ],
    ["a last entry to nothing", withInn({ lastEntryMinutes: 30 }), "inn: a last entry without hours"],
    ["free on a closed day", withMuseum({ freeDays: "Su[1]" }), "museum: free days on which it is never open"],
    ["free before it opens", withMuseum({ freeDays: "Tu 07:00-09:00" }), "museum: free days on which it is never open"],
    [
      "free days in words",
      withMuseum({ freeDays: "first Sunday" }),
      'museum: free days "first Sunday" cannot be used: "first" is no word of opening hours: expected days, months or times.',
    ],
    [
      "free days where nobody pays",
      { ...good, attractions: [museum, { ...garden, freeDays: "Su[1]" }] },
      "garden: always free, so free days say nothing",
    ],
    [
      "a door that never opens, in no season either",
      withInn({ hours: "Jun-Aug off; Sep-May off" }),
      "inn: hours that never open",
    ],
    ["free and yet not", withMuseum({ pricing: "free" }), "museum: free places cost 0, paid ones more"],
    ["paid with nothing", withMuseum({ adultPrice: 0 }), "museum: free places cost 0, paid ones more"],
    ["a meal that costs less at most than at least", withInn({ spendHigh: 9 }), "inn: spend runs backwards"],
  ])("%s", (_, file, problem) => {
    expect(cityFileSchema.safeParse(file).error?.issues ?? []).toEqual([]);
    expect(problemsOf(file)).toEqual([problem]);
  });

  test("everything at once is all said", () => {
    const file = { ...withMuseum({ adultPrice: 0, hours: "off" }), eateries: [{ ...inn, spendHigh: 1 }] };
    expect(problemsOf(file)).toHaveLength(3);
  });
});

describe("possible, however odd", () => {
  test.each<[string, CityFile]>([
    ["open in one season only", withMuseum({ hours: "Jun-Aug Fr 09:00-12:00" })],
    ["open on holidays only", withMuseum({ hours: "PH 09:00-12:00" })],
    ["open while it is light, or with an appointment", withMuseum({ hours: 'sunrise-sunset || "by appointment"' })],
    ["free once a month", withMuseum({ freeDays: "Tu[1]", lastEntryMinutes: 30 })],
    ["free for an hour, of hours nobody knows", withMuseum({ freeDays: "Fr 17:00-21:00", hours: null })],
    ["of unknown price", withMuseum({ adultPrice: null })],
    ["of unknown pricing and price", withMuseum({ pricing: null, adultPrice: null })],
    ["a round latitude, when the longitude is fine", withMuseum({ lat: 48.2 })],
    ["one price for every meal", withInn({ spendHigh: 10 })],
  ])("%s", (_, file) => {
    expect(problemsOf(cityFileSchema.parse(file))).toEqual([]);
  });
});

describe("not a city file at all", () => {
  const changed = (change: object): unknown => ({ ...good, attractions: [{ ...museum, ...change }] });
  test.each<[string, unknown, string]>([
    ["a field nobody knows", { ...good, rating: 5 }, "rating"],
    ["a rating", changed({ rating: 4.7 }), "rating"],
    ["a place off the map", changed({ lat: 91 }), "attractions.0.lat"],
    ["a category that does not exist", changed({ categories: ["casinos"] }), "attractions.0.categories.0"],
    ["a root for a category", changed({ categories: ["art"] }), "attractions.0.categories.0"],
    ["no category", changed({ categories: [] }), "attractions.0.categories"],
    ["a visit in the blink of an eye", changed({ visitMinutes: 5 }), "attractions.0.visitMinutes"],
    ["a price below nothing", changed({ adultPrice: -1 }), "attractions.0.adultPrice"],
    ["a kitchen among the sights", changed({ type: "restaurant" }), "attractions.0.type"],
    ["fame beyond measure", changed({ popularity: 1.1 }), "attractions.0.popularity"],
    ["hours as a document", changed({ hours: { monday: [] } }), "attractions.0.hours"],
    ["a last entry in words", changed({ lastEntryMinutes: "an hour" }), "attractions.0.lastEntryMinutes"],
    ["free days for a meal", { ...good, eateries: [{ ...inn, freeDays: "Su[1]" }] }, "eateries.0.freeDays"],
    ["a key with spaces", changed({ key: "Town Museum" }), "attractions.0.key"],
    ["a word for a description", changed({ description: "Nice." }), "attractions.0.description"],
    ["a diet that does not exist", { ...good, eateries: [{ ...inn, diets: ["carnivore"] }] }, "eateries.0.diets.0"],
    ["a free meal", { ...good, eateries: [{ ...inn, spendLow: 0 }] }, "eateries.0.spendLow"],
    ["a currency in words", { ...good, currency: "euro" }, "currency"],
    ["a day that does not exist", { ...good, compiledOn: "2026-02-30" }, "compiledOn"],
  ])("%s", (_, file, where) => {
    const issues = cityFileSchema.safeParse(file).error?.issues ?? [];
    const named = issues.map((issue) => [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])]);
    expect(named.map((path) => path.join("."))).toContainEqual(expect.stringContaining(where));
  });
});
