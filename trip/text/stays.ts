/** Which length belongs to which city, and how long the whole trip is: "3 nights in Rome and 2 in Florence". */
import type { PlacedDuration } from "./durations.ts";
import type { PlacedName } from "./place-names.ts";
import { type Duration, type NamedDestination, UNSAID_STAY } from "./request.ts";
import { endOf, isOptional } from "./stay-wishes.ts";

export interface Stays {
  destinations: NamedDestination[];
  duration: Duration | null;
}

export interface StaysSaid {
  names: readonly PlacedName[];
  durations: readonly PlacedDuration[];
  /** Days of the trip where its dates were said, both ends. */
  datedDays: number | null;
  text: string;
}

const BEFORE = /^\s*(?:in|at|for|to|around|exploring|visiting|of)?\s*(?:the )?$/i;
const AFTER = /^\s*(?:[(:-]|for)?\s*(?:for\s*)?$/i;

const isEach = (lengths: readonly (PlacedDuration | null)[]): boolean =>
  lengths.every((length) => length !== null) && new Set(lengths).size === lengths.length;

/** "Rome 3n Florence 2n": a length between two names belongs to the first where that gives each its own. */
function ownLengths({ names, durations, text }: StaysSaid): (PlacedDuration | null)[] {
  const after = names.map(
    (name) => durations.find(({ start }) => start >= name.end && AFTER.test(text.slice(name.end, start))) ?? null,
  );
  if (names.length > 1 && isEach(after)) return after;
  return names.map((name) => lengthOf(name, durations, text));
}

function lengthOf(name: PlacedName, durations: readonly PlacedDuration[], text: string): PlacedDuration | null {
  const before = durations.find(({ end, start }) => start < name.start && BEFORE.test(text.slice(end, name.start)));
  const after = durations.find(({ start }) => start >= name.end && AFTER.test(text.slice(name.end, start)));
  return before ?? after ?? null;
}

/** Days in each city add up to the days of the trip, so the last city has one night fewer. */
function nightsFrom(lengths: readonly PlacedDuration[]): number[] {
  const isDays = lengths.every(({ unit }) => unit === "days");
  return lengths.map(({ count, unit, days }, index) => {
    if (!isDays) return unit === "nights" ? count : days;
    return index === lengths.length - 1 ? count - 1 : count;
  });
}

const plain = ({ kind, days, said, note }: PlacedDuration): Duration => ({ kind, days, said, note });

function bare({ names, text }: StaysSaid): NamedDestination[] {
  const isSeveral = names.length > 1;
  return names.map((name) => ({
    ...UNSAID_STAY,
    text: name.text,
    hint: name.hint,
    certainty: name.certainty,
    end: isSeveral ? endOf(name, text) : null,
    isOptional: isSeveral && isOptional(name, text),
  }));
}

/** "Two weeks: Tokyo and Kyoto, at least 4 nights in Tokyo": the length names its city once more. */
function namedAfter({ end }: PlacedDuration, { names, text }: StaysSaid): number {
  const rest = text
    .slice(end)
    .replace(/^\s*(?:in|at|for|exploring|visiting)?\s+(?:the )?/i, "")
    .toLowerCase();
  return names.findIndex(
    (name) => rest.startsWith(name.text.toLowerCase()) && !/^\p{L}/u.test(rest.slice(name.text.length)),
  );
}

/** The whole trip's length: none where it has dates, else the longest of several. */
function wholeOf({ durations, datedDays }: StaysSaid): PlacedDuration | null {
  if (datedDays !== null) return durations.find(({ days }) => days >= datedDays) ?? null;
  return durations.reduce<PlacedDuration | null>((most, one) => (most && most.days >= one.days ? most : one), null);
}

/** Some cities have a length of their own, the whole trip has one too: the rest is to be shared out. */
function partlySaid(said: StaysSaid): NamedDestination[] {
  const destinations = bare(said);
  if (said.names.length < 2) return destinations;
  const whole = wholeOf(said);
  for (const duration of said.durations) {
    const named = namedAfter(duration, said);
    const own = said.names.findIndex((name) => lengthOf(name, said.durations, said.text) === duration);
    const city = destinations[named >= 0 ? named : own];
    if (duration === whole || !city) continue;
    if (duration.bound !== "most") city.minNights = duration.count;
    if (duration.bound !== "least") city.maxNights = duration.count;
  }
  return destinations;
}

export function staysOf(said: StaysSaid): Stays {
  const { names, durations } = said;
  const each = durations.find(({ isEach }) => isEach) ?? null;
  const lengths = each ? names.map(() => each) : ownLengths(said);
  const isAllThereIs = durations.length === names.length && said.datedDays === null;
  const isComplete =
    names.length > 1 &&
    lengths.every((length) => length !== null && (length.bound === null || isAllThereIs)) &&
    (each !== null || new Set(lengths).size === names.length);
  if (!isComplete) {
    const destinations = partlySaid(said);
    const isShared = destinations.some(({ minNights, maxNights }) => minNights !== null || maxNights !== null);
    const whole = isShared ? wholeOf(said) : durations[0];
    return { destinations, duration: whole ? plain(whole) : null };
  }
  const own = lengths.filter((length) => length !== null);
  const nights = nightsFrom(own);
  const days = nights.reduce((sum, count) => sum + count, 0) + 1;
  const total = durations.find((length) => !own.includes(length) && length.days === days);
  const words = total?.said ?? (each ? each.said : own.map((length) => length.said).join(" and "));
  return {
    destinations: bare(said).map((city, index) => ({ ...city, nights: nights[index] ?? null })),
    duration: { kind: "days", days, said: words, note: null },
  };
}
