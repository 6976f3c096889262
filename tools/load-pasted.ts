/** What a pasted text needs to be read: the cities it names, with all their places, found by their names. */
import type { City } from "../trip/catalogue.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { Holidays } from "../trip/hours/resolve-hours.ts";
import type { CityHit } from "../trip/ports.ts";
import { cityCandidates } from "../trip/text/pasted/city-candidates.ts";
import type { CityPlaces } from "../trip/text/pasted/gazetteer.ts";
import { requireCovered } from "./coverage.ts";
import { holidaysIn, withHoursOn } from "./local-hours.ts";
import { needsInput } from "./missing-facts.ts";
import type { ToolContext } from "./tool.ts";

type Catalogue = ToolContext["catalogue"];

const PLACES_PER_CITY = 600;
const MOST_CITIES = 6;
const HITS_PER_NAME = 3;

export interface PastedCities {
  cities: CityPlaces[];
  /** As asked for by name. */
  cityId: string | undefined;
}

const isNamed = ({ match }: CityHit): boolean => match === "exact" || match === "alias";

/** A misspelt name is taken from somebody who was asked for one, never from running text. */
async function cityAsked(catalogue: Catalogue, name: string): Promise<CityHit> {
  const hits = await catalogue.searchCities({ text: name, limit: HITS_PER_NAME });
  const found = hits.find(({ attractionCount }) => attractionCount > 0) ?? hits[0];
  if (!found) {
    throw new TripwrightError("city_not_found", `Expected the name of a city, got "${name}". Check the spelling.`);
  }
  await requireCovered(found, catalogue);
  return found;
}

export async function citiesNamedIn(
  text: string,
  asked: string | undefined,
  catalogue: Catalogue,
): Promise<PastedCities> {
  const first = asked === undefined ? null : await cityAsked(catalogue, asked);
  const names = cityCandidates(text);
  const found = await Promise.all(
    names.map(async (name) => {
      const hits = await catalogue.searchCities({ text: name, limit: HITS_PER_NAME });
      return hits.filter(isNamed).map((hit) => ({ hit, name }));
    }),
  );
  const named = found.flat();
  const covered = named.filter(({ hit }) => hit.attractionCount > 0);
  const cities = new Map<string, { city: City; otherNames: string[] }>();
  if (first) cities.set(first.id, { city: first, otherNames: asked ? [asked] : [] });
  for (const { hit, name } of covered) {
    const known = cities.get(hit.id);
    if (known) known.otherNames.push(name);
    else if (cities.size < MOST_CITIES) cities.set(hit.id, { city: hit, otherNames: [name] });
  }
  if (cities.size === 0) {
    const [uncovered] = named;
    if (uncovered) await requireCovered(uncovered.hit, catalogue);
    throw needsInput(
      "Expected a text that names its city, found none the catalogue knows. Say which city it is about.",
      [{ field: "city", question: "Which city is the itinerary about?", kind: "text" }],
    );
  }
  const loaded = await Promise.all([...cities.values()].map((city) => withPlaces(city, catalogue)));
  return { cities: loaded, cityId: first?.id };
}

async function withPlaces(
  { city, otherNames }: { city: City; otherNames: readonly string[] },
  catalogue: Catalogue,
): Promise<CityPlaces> {
  const [places, areas] = await Promise.all([
    catalogue.listPlaces(city.id, PLACES_PER_CITY),
    catalogue.listAreas(city.id),
  ]);
  return { city, places, areas, otherNames };
}

/** The same cities, their places' hours as they are on these dates. */
export async function citiesOnDates(
  found: readonly CityPlaces[],
  dates: readonly string[],
  calendar: ToolContext["holidays"],
): Promise<{ cities: CityPlaces[]; holidays: Map<string, Holidays> }> {
  const cities = found.map(({ city }) => city);
  const holidays = await holidaysIn(cities, dates, calendar);
  const local = { cities, dates, holidays };
  return { cities: found.map((city) => ({ ...city, places: withHoursOn(city.places, local) })), holidays };
}

const MOST_LOOKED_UP = 8;

/** Sights that none of the cities has may stand in another one: then that is what is wrong with them. */
export async function citiesOfStrangers(
  names: readonly string[],
  known: readonly CityPlaces[],
  catalogue: Catalogue,
): Promise<CityPlaces[]> {
  const results = await Promise.all(
    names.slice(0, MOST_LOOKED_UP).map((text) => catalogue.searchPlaces({ text: text.slice(0, 120), limit: 2 })),
  );
  const ids = new Set(
    results.flatMap(({ places }) => places.filter(({ match }) => match === "name").map(({ cityId }) => cityId)),
  );
  const unseen = [...ids].filter((id) => !known.some(({ city }) => city.id === id)).slice(0, MOST_CITIES);
  return Promise.all(
    unseen.map(async (id) => withPlaces({ city: await catalogue.getCity(id), otherNames: [] }, catalogue)),
  );
}

/** Money's side of the facts for these cities. */
export async function moneyOf(
  cities: readonly CityPlaces[],
  currency: string | undefined,
  catalogue: Catalogue,
): Promise<{
  countries: NonNullable<Awaited<ReturnType<Catalogue["findCountry"]>>>[];
  rates: NonNullable<Awaited<ReturnType<Catalogue["findExchangeRate"]>>>[];
}> {
  const codes = [...new Set(cities.map(({ city }) => city.countryCode))];
  const countries = (await Promise.all(codes.map((code) => catalogue.findCountry(code)))).filter(
    (found) => found !== null,
  );
  const currencies = new Set(
    [currency, ...countries.flatMap(({ currencyCode, dailyCost }) => [currencyCode, dailyCost?.currency])].filter(
      (code) => typeof code === "string",
    ),
  );
  const rates = await Promise.all([...currencies].map((code) => catalogue.findExchangeRate(code)));
  return { countries, rates: rates.filter((rate) => rate !== null) };
}
