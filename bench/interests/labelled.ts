/**
 * Labelled wishes: what a traveller types over a city, and the places that anybody would expect to see first.
 * Right is a wish with one of its places among the first five that the search answers.
 */
import { parse } from "csv-parse/sync";
import { TripwrightError } from "../../trip/errors.ts";
import type { CatalogueStore } from "../../trip/ports.ts";

export interface LabelledWish {
  readonly city: string;
  readonly query: string;
  /** Names as the catalogue has them; any of them will do. */
  readonly expected: readonly string[];
}
export interface WishResult extends LabelledWish {
  readonly found: readonly string[];
  /** Of the first expected place, from 1; `null` when none is among the first five. */
  readonly place: number | null;
}
export interface WishFigures {
  readonly queries: number;
  readonly first: number;
  readonly firstFive: number;
  readonly share: number;
}

const LOOKED_AT = 5;
const COLUMNS = ["city", "query", "expected"] as const;

/** `city,query,expected`, the expected names separated by `|`. */
export function readWishes(csv: string): LabelledWish[] {
  return parse<Record<string, string>>(csv, { columns: true, bom: true }).map((row, index) => {
    const missing = COLUMNS.filter((column) => !row[column]?.trim());
    if (missing.length > 0) {
      const line = index + 2;
      const message = `Expected city, query and expected on every line, got no ${missing.join(" and no ")} on line ${line}. Fill it in.`;
      throw new TripwrightError("catalogue_invalid", message, { line });
    }
    const { city = "", query = "", expected = "" } = row;
    return { city, query, expected: expected.split("|").map((name) => name.trim()) };
  });
}

async function cityIdOf(catalogue: CatalogueStore, name: string): Promise<string> {
  const [city] = await catalogue.searchCities({ text: name, limit: 1 });
  if (city) return city.id;
  throw new TripwrightError(
    "city_not_found",
    `Expected a city of the catalogue, got "${name}". Mend the labelled file.`,
  );
}

export async function measureWishes(
  catalogue: CatalogueStore,
  wishes: readonly LabelledWish[],
): Promise<{ results: WishResult[]; figures: WishFigures }> {
  const cities = new Map<string, string>();
  const results: WishResult[] = [];
  for (const wish of wishes) {
    const cityId = cities.get(wish.city) ?? (await cityIdOf(catalogue, wish.city));
    cities.set(wish.city, cityId);
    const { places } = await catalogue.searchPlaces({ cityId, text: wish.query, limit: LOOKED_AT });
    const found = places.map(({ name }) => name);
    const at = found.findIndex((name) => wish.expected.includes(name));
    results.push({ ...wish, found, place: at < 0 ? null : at + 1 });
  }
  const first = results.filter(({ place }) => place === 1).length;
  const firstFive = results.filter(({ place }) => place !== null).length;
  const share = results.length === 0 ? 0 : Number((firstFive / results.length).toFixed(4));
  return { results, figures: { queries: results.length, first, firstFive, share } };
}
