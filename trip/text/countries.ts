/** Countries and regions by name: the platform knows the countries, the rest is what people say instead. */
import type { PlaceHint } from "./request.ts";

/** Codes that the platform names although they are no country. */
const NOT_COUNTRIES = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AQ"]);
/** A country that is a city, and cities that share a country's or state's name: alone, the city is meant. */
const CITIES_TOO = new Set(["SG", "HK", "MO", "MC", "LU", "GI", "VA", "SM"]);

const OTHER_NAMES: Record<string, string> = {
  uk: "GB",
  "u.k.": "GB",
  britain: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  usa: "US",
  us: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  "the states": "US",
  america: "US",
  holland: "NL",
  "the netherlands": "NL",
  czechia: "CZ",
  "czech republic": "CZ",
  turkey: "TR",
  "south korea": "KR",
  korea: "KR",
  burma: "MM",
  "ivory coast": "CI",
  uae: "AE",
  emirates: "AE",
  vietnam: "VN",
  bosnia: "BA",
  macedonia: "MK",
  "cape verde": "CV",
  "the philippines": "PH",
  "the maldives": "MV",
  "the bahamas": "BS",
};

function namesOfCountries(): Map<string, string> {
  const display = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = new Map<string, string>(Object.entries(OTHER_NAMES));
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const name = NOT_COUNTRIES.has(code) ? undefined : display.of(code);
    if (name) names.set(name.toLowerCase().replaceAll("&", "and"), code);
  }
  return names;
}

/** Old codes ("UK" for "GB") share a name with new ones; the last, alphabetically, would win. */
const COUNTRY_CODES = namesOfCountries();
const CANONICAL: Record<string, string> = {
  UK: "GB",
  AN: "CW",
  BU: "MM",
  CS: "RS",
  DD: "DE",
  FX: "FR",
  SU: "RU",
  TP: "TL",
  YD: "YE",
  YU: "RS",
  ZR: "CD",
  NH: "VU",
  RH: "ZW",
  DY: "BJ",
  HV: "BF",
  VD: "VN",
};

/** Regions that people add to a city's name. States of the federations carry the code that catalogues use. */
const REGIONS: Record<string, readonly [countryCode: string, regionCode: string | null]> = {
  alabama: ["US", "AL"],
  alaska: ["US", "AK"],
  arizona: ["US", "AZ"],
  arkansas: ["US", "AR"],
  california: ["US", "CA"],
  colorado: ["US", "CO"],
  connecticut: ["US", "CT"],
  delaware: ["US", "DE"],
  florida: ["US", "FL"],
  hawaii: ["US", "HI"],
  idaho: ["US", "ID"],
  illinois: ["US", "IL"],
  indiana: ["US", "IN"],
  iowa: ["US", "IA"],
  kansas: ["US", "KS"],
  kentucky: ["US", "KY"],
  louisiana: ["US", "LA"],
  maine: ["US", "ME"],
  maryland: ["US", "MD"],
  massachusetts: ["US", "MA"],
  michigan: ["US", "MI"],
  minnesota: ["US", "MN"],
  mississippi: ["US", "MS"],
  missouri: ["US", "MO"],
  montana: ["US", "MT"],
  nebraska: ["US", "NE"],
  nevada: ["US", "NV"],
  "new hampshire": ["US", "NH"],
  "new jersey": ["US", "NJ"],
  "new mexico": ["US", "NM"],
  "north carolina": ["US", "NC"],
  "north dakota": ["US", "ND"],
  ohio: ["US", "OH"],
  oklahoma: ["US", "OK"],
  oregon: ["US", "OR"],
  pennsylvania: ["US", "PA"],
  "rhode island": ["US", "RI"],
  "south carolina": ["US", "SC"],
  "south dakota": ["US", "SD"],
  tennessee: ["US", "TN"],
  texas: ["US", "TX"],
  utah: ["US", "UT"],
  vermont: ["US", "VT"],
  virginia: ["US", "VA"],
  "west virginia": ["US", "WV"],
  wisconsin: ["US", "WI"],
  wyoming: ["US", "WY"],
  alberta: ["CA", "AB"],
  "british columbia": ["CA", "BC"],
  manitoba: ["CA", "MB"],
  "nova scotia": ["CA", "NS"],
  ontario: ["CA", "ON"],
  saskatchewan: ["CA", "SK"],
  "new south wales": ["AU", "NSW"],
  queensland: ["AU", "QLD"],
  tasmania: ["AU", "TAS"],
  victoria: ["AU", "VIC"],
  "western australia": ["AU", "WA"],
  "south australia": ["AU", "SA"],
  tuscany: ["IT", null],
  lombardy: ["IT", null],
  sicily: ["IT", null],
  sardinia: ["IT", null],
  umbria: ["IT", null],
  veneto: ["IT", null],
  bavaria: ["DE", null],
  saxony: ["DE", null],
  tyrol: ["AT", null],
  catalonia: ["ES", null],
  andalusia: ["ES", null],
  andalucia: ["ES", null],
  galicia: ["ES", null],
  provence: ["FR", null],
  normandy: ["FR", null],
  brittany: ["FR", null],
  alsace: ["FR", null],
  burgundy: ["FR", null],
  algarve: ["PT", null],
  "the algarve": ["PT", null],
  cornwall: ["GB", null],
  devon: ["GB", null],
  yorkshire: ["GB", null],
  kent: ["GB", null],
  transylvania: ["RO", null],
  flanders: ["BE", null],
  bohemia: ["CZ", null],
};

const REGION_CODES = new Map(
  Object.values(REGIONS).flatMap(([countryCode, code]) =>
    countryCode !== "AU" && code ? [[code, countryCode] as const] : [],
  ),
)
  .set("NY", "US")
  .set("WA", "US")
  .set("DC", "US")
  .set("GA", "US")
  .set("QC", "CA");

const fold = (text: string): string => text.trim().toLowerCase();

/** The code of a country said by name; `null` for what is no country or, alone, means a city. */
export function readCountry(text: string): string | null {
  if (text === "us") return null;
  const code = COUNTRY_CODES.get(fold(text)) ?? null;
  const canonical = code === null ? null : (CANONICAL[code] ?? code);
  return canonical === null || CITIES_TOO.has(canonical) ? null : canonical;
}

/** Said after a city, a name that is also a city's own may still be its country. */
export function readHint(text: string): PlaceHint | null {
  const said = text.trim();
  if (said === "us") return null;
  const country = COUNTRY_CODES.get(fold(said));
  const region = REGIONS[fold(said)];
  if (country === "GE" || fold(said) === "georgia") return { text: said, countryCode: null, regionCode: null };
  if (country) return { text: said, countryCode: CANONICAL[country] ?? country, regionCode: null };
  if (region) return { text: said, countryCode: region[0], regionCode: region[1] };
  const ofCode = /^[A-Z]{2}$/.test(said) ? REGION_CODES.get(said) : undefined;
  return ofCode ? { text: said, countryCode: ofCode, regionCode: said } : null;
}
