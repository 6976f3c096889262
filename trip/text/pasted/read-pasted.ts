/**
 * Any itinerary as text, in the style of any chatbot, as a trip and a draft that the checker can judge:
 *
 *     readPasted(text, { today: "2026-11-22", startDate: "2027-05-10", cities })
 *       → { trip, draft, mentions, unresolved, assumptions }
 *
 * `cities` are the cities that may be meant, each with its places; the whole catalogue may be handed in.
 * `startDate` is the date of day 1 where the text has none. Nothing is matched on a guess: what no place
 * answers to is in `unresolved`, and what was filled in stands in `assumptions`. Times that the text says
 * are kept to the minute.
 */

import { addDays } from "../../calendar.ts";
import type { ItineraryDraft } from "../../itinerary.ts";
import type { Money } from "../../money.ts";
import { windowsOn } from "../../opening-hours.ts";
import { mobilityOf } from "../../pace.ts";
import type { Trip } from "../../trip.ts";
import { buildDraft, type ReadDay } from "./build-draft.ts";
import { type CityEvidence, cityEvidence } from "./city-evidence.ts";
import { JOURNEY } from "./clause-words.ts";
import { CityNames, citiesOfDays, type DayCity, firstCityNamed } from "./day-cities.ts";
import { type DatedPlan, datesOfDays } from "./day-dates.ts";
import type { NameToken } from "./fold-name.ts";
import type { CityPlaces, Gazetteer } from "./gazetteer.ts";
import type { NameForm } from "./name-forms.ts";
import { type NameIndex, nameIndexOf } from "./name-index.ts";
import { pastedTrip } from "./pasted-trip.ts";
import { fillItems, frameOf, withoutHalves } from "./plan-items.ts";
import type { Candidate } from "./resolve.ts";
import { type SaidDay, type SaidPlan, splitDays } from "./said-days.ts";
import type { SaidItem } from "./said-items.ts";
import { type LinesReading, readLines } from "./said-lines.ts";
import { findTimes } from "./said-times.ts";
import { readSource, type SourceText } from "./source-text.ts";
import type { TextLine } from "./text-lines.ts";
import { readTripWords, type TripWords } from "./trip-words.ts";

export interface PastedOptions {
  /** Dates without a year are the next such ones from here on. */
  today: string;
  startDate?: string | undefined;
  travelers?: number | undefined;
  /** At least one; those the text does not name are searched only for names said in full. */
  cities: readonly CityPlaces[];
  /** Where the trip is when the text names no city. */
  cityId?: string | undefined;
}

export interface PastedMention {
  /** As written, with its position in the text as it was pasted. */
  text: string;
  from: number;
  to: number;
  /** Number of the day. */
  day: number | null;
  placeId: string | null;
  placeName: string | null;
  /** 0–1. */
  confidence: number;
  alternatives: Candidate[];
  /** The item of the draft it became; `null` where it is only mentioned ("near the Duomo"). */
  itemKey: string | null;
  /** As the text says it; never taken for what the place costs. */
  price: Money | null;
}

export interface PastedPlan {
  trip: Trip;
  draft: ItineraryDraft;
  /** Everything named, in the order of the text. */
  mentions: PastedMention[];
  /** Those of them that no place answers to. */
  unresolved: PastedMention[];
  assumptions: string[];
  /** Keys of items whose start the text does not say. */
  assumedTimes: string[];
}

const MOST_DAYS = 30;

export function readPasted(text: string, options: PastedOptions): PastedPlan {
  const source = readSource(text);
  const names = new CityNames(options.cities);
  const index = nameIndexOf(options.cities);
  const draftPlan = splitDays(source, options.today);
  const words = readTripWords(draftPlan.preamble.map((line) => line.text).join("\n"), options.today);
  const said = words.range?.start;
  const anchor = words.hasYear && said ? said : (options.startDate ?? said);
  const plan = limited(anchor ? splitDays(source, addDays(anchor, -10)) : draftPlan);
  const evidence = cityEvidence(plan, source, index);
  const first = firstCity(plan, source, { names, evidence, options });
  const cities = citiesOfDays(plan, source, { names, first, evidence, index });
  const readings = readDays(plan, cities, { source, names, index, options });
  const dates = datesOfDays(plan.days, {
    today: options.today,
    startDate: options.startDate ?? null,
    range: words.range,
    closures: (start) => closuresFrom(start, plan, readings),
  });
  const trip = pastedTrip({ dates, cities, words, options });
  const days = filled({ trip, plan, dates, cities, readings, words, options, source });
  return buildDraft({ text, trip, dates, days, words });
}

function limited(plan: SaidPlan): SaidPlan {
  return { ...plan, days: plan.days.slice(0, MOST_DAYS) };
}

interface Finding {
  names: CityNames;
  evidence: CityEvidence;
  options: PastedOptions;
}

/** As asked for, as named, or what most of what is named speaks for. */
function firstCity(plan: SaidPlan, source: SourceText, { names, evidence, options }: Finding): number {
  const asked = options.cities.findIndex(({ city }) => city.id === options.cityId);
  if (asked >= 0) return asked;
  return firstCityNamed(plan, source, { names, evidence }) ?? evidence.bestOfAll() ?? 0;
}

/** A heading's own words are a line of the day where nothing else is, or where they say a time. */
function linesOfDay({ head, lines }: SaidDay, { clean }: SourceText): TextLine[] {
  if (!head || head.rest.to <= head.rest.from) return lines;
  const text = clean.slice(head.rest.from, head.rest.to);
  if (lines.length > 0 && findTimes(text).times.length === 0 && !isSentence(text, lines)) return lines;
  const line = { ...head.rest, text, indent: 0, isBullet: false, isHeading: false, cells: null };
  return [line, ...lines];
}

/** "Day 2: We start at the Uffizi and …": prose goes on where a title would end. */
const isSentence = (text: string, lines: readonly TextLine[]): boolean =>
  /[.!?]\s*$/.test(text) && text.split(/\s+/).length > 8 && !lines.some(({ isBullet }) => isBullet);

interface Reading {
  source: SourceText;
  names: CityNames;
  index: NameIndex;
  options: PastedOptions;
}

function readDays(
  plan: SaidPlan,
  cities: readonly DayCity[],
  { source, names, index: { gazetteers }, index: nameIndex, options }: Reading,
): LinesReading[] {
  const used = new Set(cities.map(({ city }) => city));
  const elsewhere = (tokens: readonly NameToken[]): Gazetteer[] =>
    [...nameIndex.citiesNamedIn(tokens)].filter((city) => !used.has(city)).flatMap((city) => gazetteers[city] ?? []);
  return plan.days.map((day, index) => {
    const at = cities[index]?.city ?? 0;
    const here = gazetteers[at] ?? null;
    const scope = {
      here,
      onTrip: [...used].flatMap((city) => (city === at ? [] : (gazetteers[city] ?? []))),
      elsewhere,
      isOneInTheWorld: (sighting: { form: NameForm }) => nameIndex.isOneInTheWorld(sighting),
    };
    const areas = here?.areas ?? new Set<string>();
    const reading = readLines(linesOfDay(day, source), { source, scope, areas, cityNames: names.words });
    return withJourney(reading, day, {
      source,
      isMove: isMove(cities, index),
      to: options.cities[at]?.city.name ?? "",
    });
  });
}

function isMove(cities: readonly DayCity[], index: number): boolean {
  const before = cities[index - 1];
  return before !== undefined && before.city !== cities[index]?.city;
}

/** "Day 4: Train to Porto" over a list of sights is a journey before them. */
function withJourney(
  reading: LinesReading,
  { head }: SaidDay,
  { source, isMove, to }: { source: SourceText; isMove: boolean; to: string },
): LinesReading {
  const title = head ? source.clean.slice(head.rest.from, head.rest.to) : "";
  const hasJourney = reading.items.some(({ type }) => type === "transport" || type === "flight");
  if (!isMove || hasJourney || !(JOURNEY.test(title) || /\btravel|->|;|\bto\b/i.test(title))) return reading;
  const clause = { from: 0, to: 0, time: null, length: null, names: [], isHead: true };
  const journey: SaidItem = {
    ...{ type: "transport", title: `To ${to}`, mention: null, name: null, isUnknown: false, near: null },
    ...{ time: null, minutes: null, price: null, part: null, meal: null, clause },
  };
  return { ...reading, items: [journey, ...reading.items] };
}

function closuresFrom(start: string, plan: SaidPlan, readings: readonly LinesReading[]): number {
  return plan.days.reduce((sum, { head }, index) => {
    const date = addDays(start, (head?.number ?? index + 1) - 1);
    const closed =
      readings[index]?.items.filter(({ name }) => name && windowsOn(name.place.hours, date)?.length === 0) ?? [];
    return sum + closed.length;
  }, 0);
}

interface Filling {
  trip: Trip;
  plan: SaidPlan;
  dates: DatedPlan;
  cities: readonly DayCity[];
  readings: readonly LinesReading[];
  words: TripWords;
  options: PastedOptions;
  source: SourceText;
}

function filled({ trip, plan, dates, cities, readings, options, source }: Filling): ReadDay[] {
  const mobility = mobilityOf(trip);
  const is24 = writes24Hours(source.clean);
  const seen = new Map<string, string>();
  return plan.days.map((_, index): ReadDay => {
    const dated = dates.days[index] ?? { number: index + 1, date: trip.startDate, weekday: null };
    const here = options.cities[cities[index]?.city ?? 0];
    const before = options.cities[cities[index - 1]?.city ?? -1];
    const move = isMove(cities, index) && before && here ? { from: before.city, to: here.city } : null;
    const items = withoutHalves(readings[index]?.items ?? [], seen);
    const hasJourney = items.some(({ type }) => type === "transport" || type === "flight");
    const frame = frameOf(dated.date, mobility, move, hasJourney);
    const city = { id: here?.city.id ?? "", name: here?.city.name ?? "" };
    return { ...dated, city, items: fillItems(items, { frame, is24, move }), asides: readings[index]?.asides ?? [] };
  });
}

function writes24Hours(text: string): boolean {
  if (/\d\s?[ap]\.?m\b/iu.test(text)) return false;
  return /(?<!\d)(?:1[3-9]|2[0-3])[:h.]\d{2}(?!\d)/u.test(text);
}
