/** Which city each day is about, from what the whole text names; and what a name is worth that many cities share. */
import { describe, expect, test } from "vitest";
import type { City } from "../../../../trip/catalogue.ts";
import type { Place } from "../../../../trip/place.ts";
import { checkPasted } from "../../../../trip/text/pasted/check-pasted.ts";
import { nameTokens } from "../../../../trip/text/pasted/fold-name.ts";
import type { CityPlaces } from "../../../../trip/text/pasted/gazetteer.ts";
import { NameIndex } from "../../../../trip/text/pasted/name-index.ts";
import { readPasted } from "../../../../trip/text/pasted/read-pasted.ts";
import { CATALOGUE, COUNTRIES, cityNamed, RATES } from "./catalogue.ts";

const [SAMPLE] = cityNamed("Lisbon").places;
if (!SAMPLE) throw new Error("Lisbon has no places");

function cityOf(name: string, places: readonly string[], areas: readonly string[] = []): CityPlaces {
  const city: City = { ...cityNamed("Lisbon").city, id: `city-${name}`, name, nameLocal: null };
  const placeOf = (own: string): Place => {
    return { ...SAMPLE, id: `${name}: ${own}`, cityId: city.id, name: own, nameLocal: null, popularity: 0.4 } as Place;
  };
  return { city, places: places.map(placeOf), areas };
}

const SHARED = ["Botanical Garden", "Central Market", "Parliament Hill", "Japanese Garden", "Planetarium"];
const ALMA = cityOf(
  "Almaville",
  [...SHARED, "Quillon Tower", "Ferrow House", "Tarn Lighthouse"],
  ["Borva", "Old Town"],
);
const BORVA = cityOf("Borva", [...SHARED, "Ostrell Bridge", "Vinder Hall", "Museum of Sarrow"]);
const CORDE = cityOf("Cordemont", [...SHARED, "Pellam Castle", "Drayle Abbey", "Little Borva"]);

function read(text: string, cities: readonly CityPlaces[] = [ALMA, BORVA, CORDE]): { days: string[]; ids: string[] } {
  const { trip, mentions } = readPasted(text, { today: "2027-02-01", startDate: "2027-05-11", cities });
  return {
    days: trip.destinations.map(({ name, arrivalDate }) => `${name} ${arrivalDate.slice(8)}`),
    ids: mentions.map(({ placeId, text: said }) => placeId ?? `? ${said}`),
  };
}

describe("the city of a day", () => {
  test("a quarter called like another city is no journey there", () => {
    const { days, ids } = read(
      "Almaville\nDay 1\n10:00 Quillon Tower\nDay 2: Borva\n10:00 Ferrow House\n14:00 Central Market",
    );
    expect(days).toEqual(["Almaville 11"]);
    expect(ids).toContain("Almaville: Central Market");
  });

  test("unless what is named there stands in that city", () => {
    const text = "Almaville\nDay 1\n10:00 Quillon Tower\nDay 2: Borva\n10:00 Vinder Hall\n14:00 Ostrell Bridge";
    expect(read(text).days).toEqual(["Almaville 11", "Borva 12"]);
  });

  test("a name with a city's name in it is no journey there", () => {
    const text = "Cordemont\nDay 1\n10:00 Pellam Castle\nDay 2\n10:00 Head up to Little Borva\n14:00 Drayle Abbey";
    expect(read(text).days).toEqual(["Cordemont 11"]);
  });

  test("said once at the top, two cities have the days whose names are theirs", () => {
    const days =
      "Day 1\n10:00 Quillon Tower\n12:00 Planetarium\nDay 2\n10:00 Ostrell Bridge\n12:00 Vinder Hall\n15:00 Botanical Garden";
    expect(read(`Almaville and Borva\n${days}`).days).toEqual(["Almaville 11", "Borva 12"]);
    expect(read(`Borva and Almaville\n${days}`).days).toEqual(["Almaville 11", "Borva 12"]);
    expect(read(`Borva and Almaville\n${days}`).ids).toContain("Borva: Botanical Garden");
  });

  test("where none is said, the names that few cities have decide, and shared ones follow", () => {
    const { days, ids } = read("Day 1\n9:00 Central Market\n10:00 Parliament Hill\n13:00 Drayle Abbey");
    expect(days).toEqual(["Cordemont 11"]);
    expect(ids).toEqual(["Cordemont: Central Market", "Cordemont: Parliament Hill", "Cordemont: Drayle Abbey"]);
  });

  test("named in the first heading, unless as where one comes from or in a name", () => {
    expect(read("Day 1: The best of Borva\n10:00 Central Market").days).toEqual(["Borva 11"]);
    expect(read("Day 1: Bosques de Borva\n10:00 Quillon Tower").days).toEqual(["Almaville 11"]);
  });

  test("a city that a text never names takes no day of one about another", () => {
    const text = "Almaville\nDay 1\n10:00 Quillon Tower\nDay 2\n10:00 Ostrell Bridge\n12:00 Vinder Hall";
    expect(read(text).days).toEqual(["Almaville 11"]);
    expect(read(text).ids).toContain("Borva: Vinder Hall");
  });

  test("a journey home in the evening leaves the day where its names are", () => {
    const text =
      "Almaville\nDay 1\n10:00 Quillon Tower\n12:00 Ferrow House\n14:00 Tarn Lighthouse\n20:00 Train to Borva";
    expect(read(text).days).toEqual(["Almaville 11"]);
  });
});

describe("what a name is worth", () => {
  const index = new NameIndex([ALMA, BORVA, CORDE]);
  const said = (text: string): Map<string, number> =>
    new Map(index.namesIn(nameTokens(text)).map((name) => [name.id, index.weightOf(name)]));

  test("one to the only city that has it, little to all of three", () => {
    expect(said("to Ostrell Bridge").get("bridge ostrell")).toBe(1);
    expect(said("the Central Market").get("central market")).toBeCloseTo(Math.log(4 / 3) / Math.log(4));
  });

  test("said in full, its words together", () => {
    expect(said("Ostrell and then over to the other bridge").has("bridge ostrell")).toBe(false);
    expect(said("Bridge, then Ostrell").has("bridge ostrell")).toBe(false);
    expect(said("Ostrell").size).toBe(0);
  });

  test("a name of one city is followed there; a name of several to none of them", () => {
    const dorn = cityOf("Dornach", ["Elm Gallery"]);
    const cities = [ALMA, BORVA, CORDE, dorn];
    const text = "Dornach\nDay 1\n10:00 Elm Gallery\n12:00 Parliament Hill\n14:00 Vinder Hall";
    expect(read(text, cities).ids).toEqual(["Dornach: Elm Gallery", "Borva: Vinder Hall"]);
  });
});

test("forty more cities full of the same names change nothing in what a text means", () => {
  const crowd = Array.from({ length: 40 }, (_, at) =>
    cityOf(`Crowd${at}ville`, [...SHARED, "Jewish Ghetto", "Little Venice", "Aquarium", `Spire of ${at}`], ["Palermo"]),
  );
  const text = `**Buenos Aires**

Friday: Palacio Barolo at 10:00. Lunch at El Cuartito.

Saturday: Jardin Japones at 9:30, then Bosques de Palermo. At 12:00 the planetarium. Museo Evita at 3 pm.`;
  const judged = (cities: readonly CityPlaces[]): unknown => {
    const options = { today: "2027-02-01", startDate: "2027-03-05", cities, countries: COUNTRIES, rates: RATES };
    const { trip, mentions, verdict } = checkPasted(text, options);
    return {
      cities: trip.destinations.map(({ name }) => name),
      places: mentions.map(({ placeName }) => placeName),
      wrong: verdict.violations.filter(({ code }) => code === "wrong_city"),
    };
  };
  const alone = judged([cityNamed("Buenos Aires")]);
  expect(alone).toMatchObject({ cities: ["Buenos Aires"], wrong: [] });
  expect(judged([...CATALOGUE, ...crowd])).toEqual(alone);
});
