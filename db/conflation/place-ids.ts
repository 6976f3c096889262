/**
 * Which id a place keeps when its records come together or part. Stored itineraries name places by id, so an id stays
 * with the record that it began with, and one that a person looked at stays whatever happens.
 */
import { byPrecedence } from "./precedence.ts";
import { keyOf, PERSON, placeIdOf, type SourcedRecord } from "./stored-record.ts";

type Records = readonly SourcedRecord[];

/** For each group of records its place's id; `stored` has the ids that the records have now. */
export function assignPlaceIds(groups: readonly Records[], stored: ReadonlyMap<string, string | null>): string[] {
  const taken = new Set<string>();
  const ids = new Map<Records, string>();
  const claim = (group: Records, wanted: readonly string[]): void => {
    const id = ids.has(group) ? undefined : wanted.find((candidate) => !taken.has(candidate));
    if (id === undefined) return;
    taken.add(id);
    ids.set(group, id);
  };
  const ordered = groups.map((group) => byPrecedence("type", group));
  const current = (group: Records): string[] => group.flatMap((sourced) => stored.get(keyOf(sourced)) ?? []);
  const rounds: readonly ((group: Records) => string[])[] = [
    (group) => group.filter(({ source }) => source === PERSON).map(placeIdOf),
    // Built-in and other records whose own place is there: it stays theirs.
    (group) => group.map(placeIdOf).filter((id) => current(group).includes(id)),
    current,
    (group) => group.map(placeIdOf),
  ];
  for (const wantedBy of rounds) for (const group of ordered) claim(group, wantedBy(group));
  return ordered.map((group) => ids.get(group) ?? "");
}
