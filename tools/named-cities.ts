/**
 * Cities as whoever calls names them: by id, or by a name that only one covered city answers to. A name that could
 * mean several is asked about, never guessed.
 */
import { z } from "zod";
import { type City, isCovered } from "../trip/catalogue.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { CatalogueStore, CityHit } from "../trip/ports.ts";
import { requireCovered } from "./coverage.ts";
import { type MissingFact, needsInput } from "./missing-facts.ts";

const HITS = 10;
const MOST_CHOICES = 5;

export interface NamedCities {
  /** One for each name or id, in their order. */
  cities: City[];
  /** What names were taken to mean. */
  notices: string[];
}

type Found = { city: City; notice: string | null } | { missing: MissingFact };

const labelOf = ({ name, region, countryName }: City): string =>
  [name, region, countryName].filter((part, index, parts) => part && parts.indexOf(part) === index).join(", ");

const isNamed = ({ match }: CityHit): boolean => match === "exact" || match === "alias";

async function cityNamed(name: string, field: string, catalogue: CatalogueStore): Promise<Found> {
  const hits = await catalogue.searchCities({ text: name, limit: HITS });
  const named = hits.filter(isNamed);
  const covered = named.filter(isCovered);
  const [only, ...others] = covered;
  if (only && others.length === 0) return { city: only, notice: `Took “${name}” to be ${labelOf(only)}.` };
  const [uncovered] = named;
  if (uncovered && covered.length === 0) await requireCovered(uncovered, catalogue, field);
  const choices = (covered.length > 0 ? covered : hits.filter(isCovered)).slice(0, MOST_CHOICES);
  const question = choices.length > 0 ? `Which city do you mean by “${name}”?` : `Which city? Nobody knows “${name}”.`;
  const asked: MissingFact = { field, question, kind: "text" };
  if (choices.length === 0) {
    const message = `Expected a city's id or name, got "${name}", which no city answers to. Check the spelling, or call search_cities.`;
    throw new TripwrightError("city_not_found", message, { missing: [asked] });
  }
  return { missing: { ...asked, choices: choices.map((city) => ({ value: city.id, label: labelOf(city) })) } };
}

/** Throws `needs_input` with the choices, `city_not_found` and `city_not_covered`. */
export async function citiesNamed(
  given: readonly string[],
  field: string,
  catalogue: CatalogueStore,
): Promise<NamedCities> {
  const found = await Promise.all(
    given.map(async (named, index): Promise<Found> => {
      const place = `${field}.${index}`;
      if (!z.uuid().safeParse(named).success) return cityNamed(named, place, catalogue);
      const city = await catalogue.getCity(named);
      await requireCovered(city, catalogue, place);
      return { city, notice: null };
    }),
  );
  const missing = found.flatMap((each) => ("missing" in each ? [each.missing] : []));
  if (missing.length > 0) {
    const said = missing.map(
      ({ question, choices = [] }) => `${question} ${choices.map(({ label }) => label).join("; ")}.`,
    );
    throw needsInput(said.join(" "), missing);
  }
  const cities = found.flatMap((each) => ("city" in each ? [each] : []));
  return { cities: cities.map(({ city }) => city), notices: cities.flatMap(({ notice }) => notice ?? []) };
}
