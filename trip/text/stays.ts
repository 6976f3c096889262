/** Which length belongs to which city, and how long the whole trip is: "3 nights in Rome and 2 in Florence". */
import type { PlacedDuration } from "./durations.ts";
import type { PlacedName } from "./place-names.ts";
import type { Duration, NamedDestination } from "./request.ts";

export interface Stays {
  destinations: NamedDestination[];
  duration: Duration | null;
}

const BEFORE = /^\s*(?:in|at|for|to|around|exploring|visiting|of)?\s*(?:the )?$/i;
const AFTER = /^\s*(?:[(:-]|for)?\s*(?:for\s*)?$/i;

function lengthOf(name: PlacedName, durations: readonly PlacedDuration[], text: string): PlacedDuration | null {
  const before = durations.find(({ end, start }) => start < name.start && BEFORE.test(text.slice(end, name.start)));
  const after = durations.find(({ start }) => start >= name.end && AFTER.test(text.slice(name.end, start)));
  return before ?? after ?? null;
}

const plain = ({ kind, days, said, note }: PlacedDuration): Duration => ({ kind, days, said, note });

/** Days in each city add up to the days of the trip, so the last city has one night fewer. */
function nightsFrom(lengths: readonly PlacedDuration[]): number[] {
  const isDays = lengths.every(({ unit }) => unit === "days");
  return lengths.map(({ count, unit, days }, index) => {
    if (!isDays) return unit === "nights" ? count : days;
    return index === lengths.length - 1 ? count - 1 : count;
  });
}

export function staysOf(names: readonly PlacedName[], durations: readonly PlacedDuration[], text: string): Stays {
  const each = durations.find(({ isEach }) => isEach) ?? null;
  const lengths = names.map((name) => each ?? lengthOf(name, durations, text));
  const isComplete =
    names.length > 1 &&
    lengths.every((length) => length !== null) &&
    (each !== null || new Set(lengths).size === names.length);
  const bare = (nights: number[] | null): NamedDestination[] =>
    names.map(({ text: name, hint, certainty }, index) => ({
      text: name,
      hint,
      certainty,
      nights: nights?.[index] ?? null,
    }));
  const [first] = durations;
  if (!isComplete) return { destinations: bare(null), duration: first ? plain(first) : null };
  const own = lengths.filter((length) => length !== null);
  const nights = nightsFrom(own);
  const days = nights.reduce((sum, count) => sum + count, 0) + 1;
  const total = durations.find((length) => !own.includes(length) && length.days === days);
  const said = total?.said ?? (each ? each.said : own.map((length) => length.said).join(" and "));
  return { destinations: bare(nights), duration: { kind: "days", days, said, note: null } };
}
