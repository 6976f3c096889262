/** Cities, towns, villages and the parts of a city, by their tags. Which villages count is decided later. */
import type { AreaRecord, CityRecord } from "../../source-record.ts";
import type { Tags } from "../elements.ts";

export type Settlement =
  | {
      readonly kind: "city" | "village";
      readonly facts: Pick<CityRecord, "cityType" | "countryCode" | "population" | "timezone">;
    }
  | { readonly kind: "area"; readonly areaType: AreaRecord["areaType"] };

const AREA_TYPES: Readonly<Record<string, AreaRecord["areaType"]>> = {
  borough: "district",
  district: "district",
  suburb: "suburb",
  quarter: "quarter",
  neighbourhood: "neighborhood",
};
/** Of a country: `capital=4` is one of a province. */
const NATIONAL: ReadonlySet<string> = new Set(["yes", "2"]);
const MAJOR_CITY = 500_000;
const SETTLEMENTS: ReadonlySet<string> = new Set(["city", "town", "village", "hamlet"]);
const COUNTRY_KEYS = [
  "ISO3166-1:alpha2",
  "ISO3166-1",
  "country_code_iso3166_1_alpha_2",
  "is_in:country_code",
  "addr:country",
];

export const PLACE_VALUES: readonly string[] = [...SETTLEMENTS, ...Object.keys(AREA_TYPES)];

export function countryCodeOf(tags: Tags): string | undefined {
  return COUNTRY_KEYS.map((key) => tags[key]?.toUpperCase()).find(
    (code) => code !== undefined && /^[A-Z]{2}$/.test(code),
  );
}

/** "35881", "35 881" or "35,881"; nothing rounded or guessed. */
function populationOf(tags: Tags): number | undefined {
  const text = tags.population?.trim() ?? "";
  return /^\d{1,9}$|^\d{1,3}(?:[ ,.'’]\d{3})+$/.test(text) ? Number(text.replace(/\D/g, "")) : undefined;
}

function timezoneOf(tags: Tags): string | undefined {
  const zone = tags.timezone;
  if (zone === undefined || !/^[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+$/.test(zone)) return undefined;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    return undefined;
  }
}

function cityTypeOf(place: string, isCapital: boolean, population: number | undefined): CityRecord["cityType"] {
  if (isCapital) return "capital";
  if (place !== "city") return "town";
  return (population ?? 0) >= MAJOR_CITY ? "major_city" : "city";
}

export function settlementOf(tags: Tags): Settlement | null {
  const { place } = tags;
  if (place === undefined) return null;
  const areaType = AREA_TYPES[place];
  if (areaType !== undefined) return { kind: "area", areaType };
  const isCapital = NATIONAL.has(tags.capital ?? "");
  if (!SETTLEMENTS.has(place) || (place === "hamlet" && !isCapital)) return null;
  const population = populationOf(tags);
  const countryCode = countryCodeOf(tags);
  const timezone = timezoneOf(tags);
  const facts = {
    cityType: cityTypeOf(place, isCapital, population),
    ...(population !== undefined && { population }),
    ...(countryCode !== undefined && { countryCode }),
    ...(timezone !== undefined && { timezone }),
  };
  return { kind: place === "village" && !isCapital ? "village" : "city", facts };
}
