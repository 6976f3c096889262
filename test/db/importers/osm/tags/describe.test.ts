/** What the tables of rules mean: things as a mapper tags them, and what a traveller should find. */
import { describe, expect, test } from "vitest";
import { ATTRACTION_RULES } from "../../../../../db/importers/osm/tags/attraction-rules.ts";
import { describe as describeElement } from "../../../../../db/importers/osm/tags/describe.ts";
import { EATERY_RULES } from "../../../../../db/importers/osm/tags/eatery-rules.ts";
import type { PlaceRecord } from "../../../../../db/importers/source-record.ts";

type Tags = Record<string, string>;

function described(tags: Tags, isArea = false): ReturnType<typeof describeElement> {
  const context = { osm: "way/1", isArea, dataDate: "2026-01-01" };
  return describeElement({ id: 1, tags, date: "2025-05-05" }, context);
}

/** "museum: museums art_museums", a lodging's type, a reason, or "nothing". */
function said(tags: Tags, isArea = false): string {
  const all = described(tags, isArea);
  if (typeof all === "string") return all;
  const words = all.map(({ draft }) => {
    if (draft.kind === "place") return `${draft.type}: ${draft.categories?.join(" ") ?? ""}`.trim();
    if (draft.kind === "lodging") return `sleep in a ${draft.lodgingType}`;
    return draft.kind === "area" ? `area, ${draft.areaType}` : draft.kind;
  });
  return words.length === 0 ? "nothing" : words.join(" + ");
}

const name = "Aldera";
const noted = { name, wikidata: "Q5" };
const church = { amenity: "place_of_worship", religion: "christian" };

describe("a place is of one type and the categories it is looked for under", () => {
  test.each<[string, Tags]>([
    ["museum: museums art_museums", { name, tourism: "museum", museum: "art" }],
    ["museum: museums palaces_castles historical_sites", { name, tourism: "museum", historic: "castle" }],
    ["museum: museums", { name, tourism: "attraction;museum" }],
    ["gallery: galleries", { name, tourism: "gallery" }],
    ["other: street_art", { name, tourism: "artwork", artwork_type: "mural" }],
    ["zoo: wildlife kids", { name, tourism: "zoo" }],
    ["aquarium: wildlife kids", { name, tourism: "aquarium" }],
    ["theme_park: theme_parks kids", { name, tourism: "theme_park" }],
    ["cathedral: churches architecture", { name, building: "cathedral", ...church }],
    ["church: churches", { ...noted, ...church }],
    ["church: churches historical_sites", { ...noted, ...church, historic: "church" }],
    ["church: churches historical_sites", { name, ...church, historic: "church" }],
    ["mosque: mosques_synagogues", { ...noted, amenity: "place_of_worship", religion: "muslim" }],
    ["synagogue: mosques_synagogues", { ...noted, amenity: "place_of_worship", religion: "jewish" }],
    ["shrine: temples_shrines", { ...noted, amenity: "place_of_worship", religion: "shinto" }],
    ["temple: temples_shrines", { ...noted, amenity: "place_of_worship", religion: "buddhist" }],
    ["castle: palaces_castles historical_sites", { name, historic: "castle" }],
    ["palace: palaces_castles historical_sites", { name, historic: "castle", castle_type: "stately" }],
    ["ruins: palaces_castles historical_sites", { name, historic: "castle", ruins: "yes" }],
    ["ruins: archaeology historical_sites", { name, historic: "archaeological_site" }],
    ["monument: memorials historical_sites", { name, historic: "monument" }],
    ["monument: memorials historical_sites", { name, historic: "memorial", tourism: "attraction" }],
    ["landmark: historical_sites architecture", { name, historic: "city_gate" }],
    ["cemetery: memorials", { name, landuse: "cemetery", wikipedia: "en:X" }],
    ["park: parks", { name, leisure: "park" }],
    ["garden: gardens", { name, leisure: "garden", "garden:type": "botanical" }],
    ["park: parks hiking wildlife", { ...noted, boundary: "national_park" }],
    ["beach: beaches", { name, natural: "beach" }],
    ["hike: hiking viewpoints", { name, natural: "peak", wikipedia: "en:Peak" }],
    ["hike: hiking", { ...noted, waterway: "waterfall" }],
    ["island: waterfront", { ...noted, place: "island" }],
    ["viewpoint: viewpoints", { name, tourism: "viewpoint" }],
    ["observation_deck: viewpoints architecture", { name, man_made: "tower", "tower:type": "observation" }],
    ["market: markets", { name, amenity: "marketplace" }],
    ["shop: malls", { name, shop: "mall" }],
    ["theater: performing_arts", { name, amenity: "theatre" }],
    ["theater: live_music", { name, amenity: "music_venue" }],
    ["library: architecture", { ...noted, amenity: "library" }],
    ["spa: spas", { name, amenity: "public_bath" }],
    ["stadium: sports", { ...noted, leisure: "stadium" }],
    ["bridge: architecture", { ...noted, man_made: "bridge" }],
    ["bridge: architecture", { ...noted, highway: "footway", bridge: "yes" }],
    ["street: shopping_streets", { name, wikipedia: "en:Street", highway: "pedestrian" }],
    ["square: squares", { ...noted, place: "square" }],
    ["tram_or_boat: viewpoints", { ...noted, railway: "funicular" }],
    ["tram_or_boat: viewpoints", { ...noted, aerialway: "cable_car" }],
    ["landmark: architecture", { name, tourism: "attraction", building: "yes" }],
    ["landmark:", { name, tourism: "attraction" }],
    ["restaurant: restaurants", { name, amenity: "restaurant" }],
    ["cafe: cafes", { name, amenity: "cafe" }],
    ["cafe: cafes", { name, amenity: "ice_cream" }],
    ["bakery: bakeries", { name, shop: "bakery" }],
    ["food_hall: markets street_food", { name, amenity: "food_court" }],
    ["street_food: street_food", { name, amenity: "fast_food" }],
    ["bar: bars", { name, amenity: "pub" }],
    ["sleep in a hotel", { name, tourism: "hotel", amenity: "restaurant" }],
    ["sleep in a hostel", { name, tourism: "hostel" }],
    ["sleep in a camp_site", { name, tourism: "caravan_site" }],
    ["sleep in a other", { name, tourism: "alpine_hut" }],
  ])("%s", (expected, tags) => {
    expect(said(tags)).toBe(expected);
  });
});

describe("what nobody travels for is left out without a word", () => {
  test.each<[string, Tags]>([
    ["an information board", { name, tourism: "information", information: "board" }],
    ["a guidepost", { name, tourism: "information", information: "guidepost", hiking: "yes" }],
    ["a plaque, though it has an article", { ...noted, historic: "memorial", memorial: "plaque" }],
    ["a stumbling stone", { ...noted, historic: "memorial", memorial: "stolperstein", wikipedia: "de:X" }],
    ["a memorial like any", { name, historic: "memorial" }],
    ["a statue like any", { name, tourism: "artwork", artwork_type: "statue" }],
    ["a bench made by an artist", { name, tourism: "artwork", artwork_type: "bench", amenity: "bench" }],
    ["a parish church", { name, ...church, building: "church" }],
    ["a chapel that is on some list of all", { ...noted, ...church, building: "chapel" }],
    ["a chapel that is old", { name, ...church, historic: "chapel" }],
    ["a wayside cross", { ...noted, historic: "wayside_cross", wikipedia: "pl:X" }],
    ["a peak that a robot wrote about", { ...noted, natural: "peak" }],
    ["a building with an entry", { ...noted, building: "office" }],
    ["a museum's car park", { name, amenity: "parking" }],
    ["a car-free lane that a robot wrote about", { ...noted, highway: "pedestrian" }],
    ["a square like any", { name, place: "square" }],
    ["a stadium of a school", { name, leisure: "stadium" }],
    ["a ride", { name, tourism: "attraction", attraction: "roller_coaster" }],
    ["a flat", { building: "apartments", name }],
    ["a shop", { name, shop: "supermarket" }],
    ["a picnic table", { name, tourism: "picnic_site" }],
    ["a hamlet", { name, place: "hamlet" }],
  ])("%s", (_, tags) => {
    expect(said(tags)).toBe("nothing");
  });
});

describe("what would have been wanted is left out with a reason", () => {
  test.each<[string, Tags]>([
    ["no name", { tourism: "viewpoint" }],
    ["no name", { amenity: "restaurant", cuisine: "thai" }],
    ["no name", { leisure: "park", name: "  " }],
    ["no longer there", { name, "disused:amenity": "restaurant" }],
    ["no longer there", { name, "demolished:tourism": "museum" }],
    ["no longer there", { name, "was:tourism": "hotel" }],
    ["no longer there", { name, amenity: "pub", disused: "yes" }],
    ["no longer there", { name, tourism: "museum", end_date: "2019-10-01" }],
    ["not there yet", { name, "construction:tourism": "museum" }],
    ["closed for good", { name, tourism: "museum", opening_hours: "closed" }],
    ["closed for good", { name, amenity: "cafe", opening_hours: "off" }],
    ["not open to visitors", { name, historic: "castle", access: "private" }],
    ["not open to visitors", { name, leisure: "park", access: "no" }],
  ])("%s: %j", (expected, tags) => {
    expect(said(tags)).toBe(expected);
  });

  test("what it was before does not count when it is something now", () => {
    expect(said({ name, amenity: "cafe", "disused:amenity": "pub" })).toBe("cafe: cafes");
    expect(said({ name, historic: "castle", abandoned: "yes" })).toContain("castle");
    expect(said({ name, tourism: "museum", end_date: "2031-01-01" })).toContain("museum");
    expect(said({ name, "disused:shop": "clothes" })).toBe("nothing");
  });
});

test("a name says what the tags leave out", () => {
  expect(said({ ...church, name: "Cathédrale Saint-Jean" })).toBe("cathedral: churches architecture");
  expect(said({ ...church, name: "Кафедральный собор" })).toBe("cathedral: churches architecture");
  expect(said({ ...church, name: "Accathedralis" })).toBe("nothing");
  expect(said({ name: "Cathedral Café", amenity: "cafe" })).toBe("cafe: cafes");
  expect(said({ name: "Palais de la Reine", historic: "castle" })).toMatch(/^palace:/);
  expect(said({ name: "National Aquarium", tourism: "museum" })).toBe("aquarium: wildlife kids");
  expect(said({ name: "Cathedral Museum", tourism: "museum", ...church })).toBe("museum: museums");
});

test("a harbour counts where it is drawn, not as a point, and not every jetty", () => {
  expect(said({ name: "Port Vell", leisure: "marina" }, true)).toBe("waterfront: waterfront");
  expect(said({ name: "Port Vell", leisure: "marina" }, false)).toBe("nothing");
  expect(said({ name: "Anchorage Marina", leisure: "marina" }, true)).toBe("nothing");
  expect(said({ ...noted, leisure: "marina" }, false)).toBe("waterfront: waterfront");
});

test("a pedestrian area is a square, a pedestrian way a street", () => {
  const street = { name, highway: "pedestrian", wikipedia: "en:Place" };
  expect(said(street, true)).toBe("square: squares");
  expect(said(street, false)).toBe("street: shopping_streets");
});

test("a famous castle that lets nobody in is seen from outside", () => {
  const [first] = [described({ name, historic: "castle", access: "private", wikipedia: "en:Castle" })].flat();
  expect(first).toMatchObject({ draft: { type: "castle", tags: ["exterior_only"] } });
});

test("an old quarter that is a sight is both", () => {
  expect(said({ name, place: "quarter", tourism: "attraction" })).toBe("area, quarter + neighborhood: neighborhoods");
});

describe("further facts", () => {
  const placeOf = (tags: Tags): Partial<PlaceRecord> => {
    const [first] = [described({ name, ...tags })].flat();
    if (typeof first !== "object" || first.draft.kind !== "place")
      throw new Error(`Expected a place of ${JSON.stringify(tags)}.`);
    return first.draft;
  };

  test("cuisines, and diets that are served, not those in part", () => {
    const eatery = placeOf({
      amenity: "restaurant",
      cuisine: "Thai; ice cream;vegan",
      "diet:halal": "only",
      "diet:gluten_free": "limited",
      "diet:lactose_free": "yes",
    });
    expect(eatery.cuisines).toEqual(["thai", "ice_cream", "vegan"]);
    expect(eatery.diets).toEqual(["halal", "dairy_free", "vegan", "vegetarian"]);
  });

  test("an eatery has no admission, an attraction no cuisine", () => {
    expect(placeOf({ amenity: "cafe", fee: "yes", charge: "3 EUR" })).not.toHaveProperty("pricing");
    expect(placeOf({ tourism: "museum", cuisine: "cake" })).not.toHaveProperty("cuisines");
  });

  test("hours as they are written, not those of the pandemic", () => {
    expect(placeOf({ tourism: "museum", opening_hours: "Mo-Fr 10:00-18:00" }).hours).toBe("Mo-Fr 10:00-18:00");
    expect(placeOf({ tourism: "museum", "opening_hours:covid19": "off" })).not.toHaveProperty("hours");
  });

  test("world and national heritage, not every list", () => {
    expect(placeOf({ tourism: "museum", heritage: "1" })).toMatchObject({
      isHeritage: true,
      tags: ["unesco_world_heritage"],
    });
    expect(placeOf({ tourism: "museum", heritage: "2" }).isHeritage).toBe(true);
    expect(placeOf({ tourism: "museum", heritage: "4" })).not.toHaveProperty("isHeritage");
  });

  test("booking only where it is said to be needed, or not", () => {
    expect(placeOf({ amenity: "restaurant", reservation: "required" }).bookingNeeded).toBe(true);
    expect(placeOf({ amenity: "restaurant", reservation: "no" }).bookingNeeded).toBe(false);
    expect(placeOf({ amenity: "restaurant", reservation: "yes" })).not.toHaveProperty("bookingNeeded");
  });

  test("words to find it by", () => {
    const garden = placeOf({ leisure: "garden", "garden:type": "botanical", "building:architecture": "Art Deco" });
    expect(garden.tags).toEqual(["botanical", "art_deco"]);
    expect(placeOf({ amenity: "fast_food", brand: "Burgers" }).tags).toEqual(["chain"]);
  });
});

test("a hotel has stars where they are tagged", () => {
  const starsOf = (stars: string): unknown => {
    const [first] = [described({ name, tourism: "hotel", stars })].flat();
    return typeof first === "object" && first.draft.kind === "lodging" ? first.draft.stars : "none";
  };
  expect(["4", "4S", "3.5", "5*", "many", "12"].map(starsOf)).toEqual([4, 4, 3.5, 5, undefined, undefined]);
});

describe("settlements", () => {
  const cityOf = (tags: Tags): unknown => {
    const [first] = [described({ name, ...tags })].flat();
    return typeof first === "object" ? { group: first.group, ...first.draft } : first;
  };

  test.each<[Tags, object]>([
    [
      { place: "city", population: "1,234,567" },
      { group: "city", cityType: "major_city", population: 1_234_567 },
    ],
    [
      { place: "city", population: "120000" },
      { group: "city", cityType: "city", population: 120_000 },
    ],
    [
      { place: "city", capital: "yes" },
      { group: "city", cityType: "capital" },
    ],
    [
      { place: "town", capital: "4" },
      { group: "city", cityType: "town" },
    ],
    [
      { place: "village", capital: "yes" },
      { group: "city", cityType: "capital" },
    ],
    [{ place: "village" }, { group: "village" }],
    [{ place: "town", "is_in:country_code": "mt" }, { countryCode: "MT" }],
    [{ place: "town", timezone: "Europe/Malta" }, { timezone: "Europe/Malta" }],
    [{ place: "borough" }, { group: "area", areaType: "district" }],
    [{ place: "neighbourhood" }, { group: "area", areaType: "neighborhood" }],
  ])("%j", (tags, expected) => {
    expect(cityOf(tags)).toMatchObject(expected);
  });

  test("nothing is read out of a number or a zone that is none", () => {
    for (const tags of [{ population: "about 900" }, { population: "1.5" }, { timezone: "Europe/Nowhere" }]) {
      expect(cityOf({ place: "town", ...tags })).not.toHaveProperty("population");
      expect(cityOf({ place: "town", ...tags })).not.toHaveProperty("timezone");
    }
  });
});

test("no row of the tables stands in the shadow of another of the same words", () => {
  const rows = [...ATTRACTION_RULES, ...EATERY_RULES].map(([when, worth]) => `${when} ${worth}`);
  expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([]);
});
