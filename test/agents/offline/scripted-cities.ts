/** A handful of cities, how each is found, and what there is to see: the world of the scripted tools. */
import { createHash } from "node:crypto";
import type { CityHit } from "../../../trip/ports.ts";

export function idOf(name: string): string {
  const hex = createHash("sha1").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface CityRow {
  name: string;
  country: [code: string, name: string];
  region?: string;
  iata?: string;
  covered?: boolean;
  /** What finds it: a query in small letters → how. */
  found: Record<string, [match: CityHit["match"], score: number]>;
  places?: string[];
}

export const CITIES: readonly CityRow[] = [
  {
    name: "Lisbon",
    country: ["PT", "Portugal"],
    iata: "LIS",
    found: { lisbon: ["exact", 0.97] },
    places: ["Jerónimos Monastery", "Belém Tower (riverside view)", "Castelo de São Jorge"],
  },
  {
    name: "Porto",
    country: ["PT", "Portugal"],
    iata: "OPO",
    found: { porto: ["exact", 0.95] },
    places: ["Clérigos Tower and Church"],
  },
  {
    name: "Kyoto",
    country: ["JP", "Japan"],
    iata: "UKY",
    found: { kyoto: ["exact", 0.96] },
    places: ["Kinkaku-ji (Golden Pavilion)", "Ryoan-ji"],
  },
  {
    name: "Tokyo",
    country: ["JP", "Japan"],
    iata: "HND",
    found: { tokyo: ["exact", 0.99] },
    places: ["Senso-ji", "Meiji Shrine"],
  },
  {
    name: "Rome",
    country: ["IT", "Italy"],
    iata: "FCO",
    found: { rome: ["exact", 0.98] },
    places: ["Colosseum", "Pantheon", "Galleria Borghese"],
  },
  {
    name: "Florence",
    country: ["IT", "Italy"],
    iata: "FLR",
    found: { florence: ["exact", 0.95] },
    places: ["Uffizi Gallery", "Accademia Gallery"],
  },
  {
    name: "Florence",
    region: "Alabama",
    country: ["US", "United States"],
    covered: false,
    found: { florence: ["exact", 0.86] },
  },
  {
    name: "Paris",
    country: ["FR", "France"],
    iata: "CDG",
    found: { paris: ["exact", 1], paree: ["alias", 0.96] },
    places: ["Louvre Museum", "Eiffel Tower"],
  },
  {
    name: "Bangkok",
    country: ["TH", "Thailand"],
    iata: "BKK",
    found: { bankok: ["fuzzy", 0.7] },
    places: ["Grand Palace"],
  },
  {
    name: "London",
    country: ["GB", "United Kingdom"],
    iata: "LHR",
    found: { london: ["exact", 1] },
    places: ["British Museum"],
  },
  {
    name: "Springfield",
    region: "Illinois",
    country: ["US", "United States"],
    covered: false,
    found: { "springfield, illinois": ["exact", 0.83] },
  },
  { name: "Tobruk", country: ["LY", "Libya"], covered: false, found: { atlantisburg: ["fuzzy", 0.3] } },
];

export function hitOf(
  { name, country, region, iata, covered }: CityRow,
  [match, score]: [CityHit["match"], number],
): CityHit {
  return {
    id: idOf(`city ${name} ${country[0]}`),
    name,
    nameLocal: null,
    region: region ?? null,
    countryCode: country[0],
    countryName: country[1],
    location: { lat: 40, lon: 10 },
    timezone: "Europe/Rome",
    population: 500_000,
    iataCode: iata ?? null,
    attractionCount: covered === false ? 0 : 40,
    eateryCount: covered === false ? 0 : 10,
    match,
    score,
    distanceMeters: null,
  };
}

export const cityId = (name: string): string => {
  const row = CITIES.find((city) => city.name === name);
  if (!row) throw new Error(`No scripted city ${name}`);
  return hitOf(row, ["exact", 1]).id;
};

export const rowOf = (id: string): CityRow | undefined => CITIES.find((row) => hitOf(row, ["exact", 1]).id === id);
