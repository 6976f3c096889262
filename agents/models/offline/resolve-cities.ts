/** From what the traveller typed to cities: which searches to make, and which of the hits was meant. */
import {
  type NamedDestination,
  type NamedPlace,
  type StaySaid,
  type TripRequest,
  UNSAID_STAY,
} from "../../../trip/text/request.ts";
import { type CityHit, citiesResultSchema, read } from "./results.ts";
import type { ToolCall } from "./steps.ts";
import type { ToolUse } from "./thread.ts";

const LIMIT = 3;
/** Enough that a namesake in the right state is among them. */
const LIMIT_WITH_HINT = 10;
/** Below this a similar spelling is another word. */
const FUZZY_FLOOR = 0.5;
const FUZZY_FLOOR_FOR_GUESS = 0.55;
const SIMILAR_FLOOR = 0.4;
const MAX_PARTS = 6;

export interface ResolvedCity {
  hit: CityHit;
  stay: StaySaid;
}

export interface Resolution {
  cities: ResolvedCity[];
  origin: CityHit | null;
  /** Asked for by name, and not found; with the nearest spelling, if there is one. */
  unknown: { text: string; similar: CityHit | null }[];
  /** Names that are no city here; perhaps sights. */
  dropped: string[];
  notes: string[];
}

/** A region goes with the name, where the search understands it; a country goes as its code. */
function searchFor({ text, hint }: NamedPlace): ToolCall {
  const isRegion = hint !== null && (hint.regionCode !== null || hint.countryCode === null);
  const input = {
    query: isRegion ? `${text}, ${hint.text}` : text,
    ...(hint?.countryCode && { countryCode: hint.countryCode }),
    limit: hint ? LIMIT_WITH_HINT : LIMIT,
  };
  return { name: "search_cities", input };
}

export function citySearches({ destinations, origin }: TripRequest): ToolCall[] {
  return [...destinations, ...(origin ? [origin] : [])].map(searchFor);
}

/** Every run of words shorter than the whole, longest first: "new orleans" in "new orleans mardi gras". */
function partsOf(text: string): string[] {
  const words = text.split(" ").slice(0, 4);
  const lengths = words.map((_, index) => words.length - 1 - index).filter((length) => length > 0);
  return lengths
    .flatMap((length) =>
      words.slice(0, words.length - length + 1).map((_, at) => words.slice(at, at + length).join(" ")),
    )
    .filter((part) => part.length > 2)
    .slice(0, MAX_PARTS);
}

const asPart = (text: string): NamedPlace => ({ text, hint: null, certainty: "guess" });

/** "Tokyo Kyoto" found nothing: perhaps it was two names. */
export function splitSearches({ destinations }: TripRequest, uses: readonly ToolUse[]): ToolCall[] {
  const asked = new Set(uses.map(({ input }) => queryOf(input)));
  return destinations
    .filter((place) => place.hint === null && place.text.includes(" ") && pick(hitsFor(place, uses), place) === null)
    .flatMap(({ text }) => partsOf(text))
    .filter((part) => !asked.has(part))
    .map((part) => searchFor(asPart(part)));
}

function queryOf(input: unknown): string {
  return typeof input === "object" && input !== null && "query" in input ? String(input.query) : "";
}

function hitsFor(place: NamedPlace, uses: readonly ToolUse[]): CityHit[] {
  const query = String(searchFor(place).input.query);
  const use = uses.find(({ input, result }) => result !== undefined && queryOf(input) === query);
  return read(citiesResultSchema, use?.result)?.cities ?? [];
}

function isWhereSaid(hit: CityHit, { hint }: NamedPlace): boolean {
  if (!hint) return true;
  const said = hint.text.toLowerCase();
  const region = hit.region?.toLowerCase();
  if (hint.regionCode !== null) return region === said || region === hint.regionCode.toLowerCase();
  return hint.countryCode === hit.countryCode || region === said || hit.countryName.toLowerCase() === said;
}

const isCovered = ({ attractionCount }: CityHit): boolean => attractionCount > 0;

function isGoodEnough(hit: CityHit, { certainty }: NamedPlace): boolean {
  if (hit.match === "exact" || hit.match === "alias") return true;
  if (hit.match === "country") return false;
  if (hit.match === "prefix") return certainty === "named" || isCovered(hit);
  return hit.score >= (certainty === "named" ? FUZZY_FLOOR : FUZZY_FLOOR_FOR_GUESS);
}

const TIERS: Record<string, number> = { exact: 0, alias: 0, prefix: 1, fuzzy: 2 };
const tierOf = ({ match }: CityHit): number => TIERS[match] ?? 3;

/** The best match; of equally good ones the city that can be planned in. */
export function pick(hits: readonly CityHit[], place: NamedPlace): CityHit | null {
  const good = hits.filter((hit) => isGoodEnough(hit, place));
  const here = good.filter((hit) => isWhereSaid(hit, place));
  const candidates = here.length > 0 ? here : place.hint?.regionCode ? [] : good;
  const [first] = candidates;
  if (!first) return null;
  return candidates.find((hit) => isCovered(hit) && tierOf(hit) === tierOf(first)) ?? first;
}

function splitHits({ text }: NamedPlace, uses: readonly ToolUse[]): CityHit[] {
  let rest = text;
  const found = partsOf(text).flatMap((part) => {
    if (!rest.includes(part)) return [];
    const hit = pick(hitsFor(asPart(part), uses), asPart(part));
    if (!hit || tierOf(hit) > 0) return [];
    rest = rest.replace(part, "");
    return [{ hit, at: text.indexOf(part) }];
  });
  return found.sort((a, b) => a.at - b.at).map(({ hit }) => hit);
}

function resolveOne(place: NamedDestination, uses: readonly ToolUse[], into: Resolution): void {
  const hits = hitsFor(place, uses);
  const hit = pick(hits, place);
  if (hit) {
    into.cities.push({ hit, stay: place });
    if (hit.match === "fuzzy") into.notes.push(`I took “${place.text}” to be ${hit.name}, ${hit.countryName}.`);
    return;
  }
  const parts = place.text.includes(" ") && place.hint === null ? splitHits(place, uses) : [];
  if (parts.length > 0) into.cities.push(...parts.map((part) => ({ hit: part, stay: UNSAID_STAY })));
  else if (place.certainty === "guess") into.dropped.push(place.text);
  else into.unknown.push({ text: place.text, similar: similarTo(hits) });
}

/** A guess must not spoil a trip: beside a city that can be planned, a guessed one that cannot is no city. */
function withoutIdleGuesses(request: TripRequest, all: Resolution): Resolution {
  const isGuess = (city: CityHit): boolean =>
    request.destinations.some(
      ({ certainty, text }) => certainty === "guess" && text.toLowerCase() === city.name.toLowerCase(),
    );
  const hasCovered = all.cities.some(({ hit }) => isCovered(hit));
  if (!hasCovered) return all;
  const idle = all.cities.filter(({ hit }) => !isCovered(hit) && isGuess(hit));
  return {
    ...all,
    cities: all.cities.filter((city) => !idle.includes(city)),
    dropped: [...all.dropped, ...idle.map(({ hit }) => hit.name)],
  };
}

function distinct(cities: readonly ResolvedCity[]): ResolvedCity[] {
  return cities.filter(({ hit }, index) => cities.findIndex((other) => other.hit.id === hit.id) === index);
}

export function resolveCities(request: TripRequest, uses: readonly ToolUse[]): Resolution {
  const into: Resolution = { cities: [], origin: null, unknown: [], dropped: [], notes: [] };
  for (const place of request.destinations) resolveOne(place, uses, into);
  if (request.origin) {
    into.origin = pick(hitsFor(request.origin, uses), request.origin);
    if (!into.origin)
      into.notes.push(`I could not find “${request.origin.text}”, where you set out from, so flights are not counted.`);
  }
  into.cities = distinct(into.cities);
  if (into.cities.length === 0) {
    into.unknown.push(...into.dropped.map((text) => ({ text, similar: similarTo(hitsOfName(request, text, uses)) })));
    into.dropped = [];
  }
  return withoutIdleGuesses(request, into);
}

function hitsOfName(request: TripRequest, text: string, uses: readonly ToolUse[]): CityHit[] {
  const place = request.destinations.find((candidate) => candidate.text === text);
  return place ? hitsFor(place, uses) : [];
}

/** Worth asking about, although not close enough to take. */
function similarTo(hits: readonly CityHit[]): CityHit | null {
  const [first] = hits;
  return first && first.score >= SIMILAR_FLOOR ? first : null;
}

export function explainUnknown(unknown: Resolution["unknown"]): string {
  return unknown
    .map(({ text, similar }) => {
      const guess = similar ? ` Did you mean ${similar.name}, ${similar.countryName}?` : "";
      return `I could not find a city called “${text}”.${guess}`;
    })
    .concat("Check the spelling, or name the country with it, and I will plan it.")
    .join(" ");
}
