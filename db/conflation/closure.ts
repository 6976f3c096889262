/**
 * Everybody whom a change may concern: the records that are the same as a changed one, theirs in turn, and all that
 * is stored of the places they stand in. Places are put together from these alone, and come out as if all records of
 * the catalogue had been looked at.
 */
import type { Transaction } from "../transaction.ts";
import { Decisions, Neighbourhood } from "./cluster.ts";
import { type Candidate, decide } from "./match.ts";
import { recordsAround, type StoredCandidate } from "./stored-places.ts";
import { PERSON, placeIdOf } from "./stored-record.ts";

export interface Change {
  /** Records as they are from now on. */
  readonly fresh: readonly Candidate[];
  /** Stored records that change or go, as they were: whoever was kept from others by them is looked at anew. */
  readonly former: readonly StoredCandidate[];
}

export interface Closure {
  readonly members: readonly Candidate[];
  readonly near: Neighbourhood;
  readonly decisions: Decisions;
  /** Of stored records, changed ones included, by key; `null` while one waits. */
  readonly placeOf: ReadonlyMap<string, string | null>;
}

class Walk {
  readonly near = new Neighbourhood();
  readonly decisions = new Decisions();
  readonly members = new Map<string, Candidate>();
  readonly placeOf = new Map<string, string | null>();
  readonly #replaced: ReadonlySet<string>;
  readonly #seenPlaces = new Set<string>();
  readonly #stored = new Map<string, StoredCandidate>();

  constructor({ fresh, former }: Change) {
    this.#replaced = new Set(former.map(({ candidate }) => candidate.key));
    for (const { candidate, placeId } of former) this.placeOf.set(candidate.key, placeId);
    for (const candidate of fresh) {
      this.near.add(candidate);
      this.members.set(candidate.key, candidate);
    }
  }

  learn(found: readonly StoredCandidate[]): void {
    for (const stored of found) {
      const { key } = stored.candidate;
      if (this.#replaced.has(key) || this.near.has(key)) continue;
      this.near.add(stored.candidate);
      this.#stored.set(key, stored);
      this.placeOf.set(key, stored.placeId);
    }
  }

  /** Records that were found, are no members yet and have to be. */
  next(frontier: readonly Candidate[], placeIds: readonly string[]): Candidate[] {
    const wanted = new Set(placeIds);
    const mates = [...this.#stored.values()]
      .filter(
        ({ candidate, placeId }) => (placeId !== null && wanted.has(placeId)) || candidate.sourced.source === PERSON,
      )
      .map(({ candidate }) => candidate);
    const alike = frontier.flatMap((candidate) =>
      this.near.around(candidate).filter((other) => !this.members.has(other.key) && this.#areSame(candidate, other)),
    );
    const joining = [...mates, ...alike].filter(({ key }) => !this.members.has(key));
    for (const candidate of joining) this.members.set(candidate.key, candidate);
    return [...new Set(joining)];
  }

  /** A former record has the key of the one that took its place, and nothing is remembered of it. */
  #areSame(candidate: Candidate, other: Candidate): boolean {
    const isFormer = this.#replaced.has(candidate.key) && this.members.get(candidate.key) !== candidate;
    const decision = isFormer ? decide(candidate, other) : this.decisions.of(candidate, other);
    return decision.verdict === "same";
  }

  newPlaces(candidates: readonly Candidate[]): string[] {
    const placeIds = candidates.flatMap(({ key }) => this.placeOf.get(key) ?? []);
    const unseen = [...new Set(placeIds)].filter((id) => !this.#seenPlaces.has(id));
    for (const id of unseen) this.#seenPlaces.add(id);
    return unseen;
  }
}

export async function closureOf(tx: Transaction, change: Change): Promise<Closure> {
  const walk = new Walk(change);
  let frontier: readonly Candidate[] = [...change.fresh, ...change.former.map(({ candidate }) => candidate)];
  // Whoever stands in a place that a fresh record began has a say in whether it may have its id back.
  let placeIds = [...new Set([...walk.newPlaces(frontier), ...change.fresh.map(({ sourced }) => placeIdOf(sourced))])];
  while (frontier.length > 0) {
    walk.learn(await recordsAround(tx, { from: frontier, placeIds }));
    frontier = walk.next(frontier, placeIds);
    placeIds = walk.newPlaces(frontier);
  }
  const { near, decisions, placeOf } = walk;
  return { members: [...walk.members.values()], near, decisions, placeOf };
}
