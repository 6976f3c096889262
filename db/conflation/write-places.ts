/**
 * Records of places into the catalogue: what changed is stored, whoever it concerns is put together anew, and the
 * rows of the places that come out are written. The same records again change nothing.
 */
import sql from "sql-template-tag";
import { hoursFromRule } from "../../trip/hours/hours-from-rule.ts";
import type { PlaceRecord } from "../importers/source-record.ts";
import { type BulkRow, pointWkt, upsertRows } from "../stores/bulk.ts";
import type { Transaction } from "../transaction.ts";
import type { CityEntry, CityIndex } from "./city-index.ts";
import { type Closure, closureOf } from "./closure.ts";
import { clusterRecords } from "./cluster.ts";
import { type Candidate, candidateOf } from "./match.ts";
import { type MergedPlace, mergeRecords, type SourceTerms } from "./merge.ts";
import { OLDER, type Outcome, ofCity, skip, WAITS_FOR_CITY, WAITS_FOR_PLACE } from "./outcome.ts";
import { assignPlaceIds } from "./place-ids.ts";
import { isEatery } from "./place-kinds.ts";
import { MERGED_PLACES, PLACE_RECORDS } from "./place-tables.ts";
import { byPrecedence } from "./precedence.ts";
import { recordsOfSource, type StoredCandidate } from "./stored-places.ts";
import { canonicalJson, keyOf, type SourcedRecord, type StoredRecord } from "./stored-record.ts";

export interface PlaceBatch {
  readonly source: string;
  readonly records: readonly StoredRecord[];
  /** External ids of records that the source no longer has. */
  readonly gone?: readonly string[] | undefined;
  /** Also looks at records that are stored just so: after matching itself has changed. */
  readonly again?: boolean | undefined;
}

export interface Catalogue {
  readonly cities: CityIndex;
  /** Of every source there is. */
  readonly terms: ReadonlyMap<string, SourceTerms>;
}

/** One record a key: the newest, among equals the last. */
function latestOf(records: readonly StoredRecord[]): StoredRecord[] {
  const byId = new Map<string, StoredRecord>();
  for (const record of records) {
    const other = byId.get(record.externalId);
    if (!other || record.sourceDate >= other.sourceDate) byId.set(record.externalId, record);
  }
  return [...byId.values()];
}

interface Sorted {
  readonly fresh: Candidate[];
  readonly former: StoredCandidate[];
  /** Keys of records that were not stored before. */
  readonly added: ReadonlySet<string>;
}

/** What is new, what differs, and what is as it was. */
function sortOut(
  { source, records, gone = [], again }: PlaceBatch,
  stored: readonly StoredCandidate[],
  outcome: Outcome,
): Sorted {
  const storedByKey = new Map(stored.map((entry) => [entry.candidate.key, entry]));
  const left = new Set(gone);
  const former = stored.filter(({ candidate }) => left.has(candidate.sourced.record.externalId));
  const fresh: Candidate[] = [];
  const added = new Set<string>();
  for (const record of latestOf(records)) {
    const before = storedByKey.get(keyOf({ source, record }));
    const known = before?.candidate.sourced.record;
    if (known && record.sourceDate < known.sourceDate) {
      skip(outcome, OLDER);
      continue;
    }
    const isAlike = known !== undefined && canonicalJson(known) === canonicalJson(record);
    if (isAlike) outcome.unchanged += 1;
    if (isAlike && !again) continue;
    const candidate = candidateOf({ source, record });
    fresh.push(candidate);
    if (before) former.push(before);
    else added.add(candidate.key);
    if (before && !isAlike) outcome.changed += 1;
  }
  return { fresh, former, added };
}

interface FormedPlace {
  readonly members: readonly Candidate[];
  readonly id: string;
  /** `null` while its records wait. */
  readonly merged: (MergedPlace & { readonly city: CityEntry }) | null;
  readonly waitsFor: string | null;
}

/** A file of one city says itself where its places belong; among several, whoever is believed most. */
function cityOf(records: readonly SourcedRecord[], { cities }: Catalogue): CityEntry | null {
  const said = byPrecedence("type", records).find(({ record }) => record.cityId !== undefined)?.record.cityId;
  const city = said === undefined ? undefined : cities.get(said);
  if (city) return city;
  const [located] = byPrecedence("location", records);
  return located ? cities.cityOf(located.record.location) : null;
}

function formPlace(members: readonly Candidate[], id: string, catalogue: Catalogue): FormedPlace {
  const records = members.map(({ sourced }) => sourced);
  const city = cityOf(records, catalogue);
  const merged = mergeRecords(records, { currency: city?.currency ?? null, terms: catalogue.terms });
  if (merged && city) return { members, id, merged: { ...merged, city }, waitsFor: null };
  return { members, id, merged: null, waitsFor: merged ? WAITS_FOR_CITY : WAITS_FOR_PLACE };
}

function formPlaces({ members, near, decisions, placeOf }: Closure, catalogue: Catalogue): FormedPlace[] {
  const groups = clusterRecords(members, near, decisions).map((cluster) => cluster.members);
  const ids = assignPlaceIds(
    groups.map((group) => group.map(({ sourced }) => sourced)),
    placeOf,
  );
  return groups.map((group, at) => formPlace(group, ids[at] ?? "", catalogue));
}

const placeRow = ({ id, merged }: FormedPlace): BulkRow[] =>
  merged ? [{ id, city_id: merged.city.id, ...merged.row, retired_at: null }] : [];

export function recordRow({ sourced, identifiers }: Candidate, placeId: string | null): BulkRow {
  const { source, record } = sourced;
  return {
    source,
    external_id: record.externalId,
    attraction_id: placeId,
    record,
    source_date: record.sourceDate,
    location: pointWkt(record.location),
    identifiers,
  };
}

/** Places that lost all their records are retired, never deleted: stored itineraries name them. */
async function writeRows(
  tx: Transaction,
  places: readonly FormedPlace[],
  { fresh, former }: Sorted,
  closure: Closure,
): Promise<void> {
  await upsertRows(tx, MERGED_PLACES, places.flatMap(placeRow));
  const freshKeys = new Set(fresh.map(({ key }) => key));
  const rows = places.flatMap(({ id, merged, members }) => {
    const placeId = merged ? id : null;
    return members
      .filter(({ key }) => freshKeys.has(key) || closure.placeOf.get(key) !== placeId)
      .map((candidate) => recordRow(candidate, placeId));
  });
  await upsertRows(tx, PLACE_RECORDS, rows);
  const gone = former
    .filter(({ candidate }) => !freshKeys.has(candidate.key))
    .map(({ candidate }) => candidate.sourced);
  for (const source of new Set(gone.map((sourced) => sourced.source))) {
    const ids = gone.filter((sourced) => sourced.source === source).map(({ record }) => record.externalId);
    await tx.execute(sql`delete from place_records where source = ${source} and external_id = any(${ids}::text[])`);
  }
  const kept = new Set(places.flatMap(({ id, merged }) => (merged ? [id] : [])));
  const left = [...new Set(closure.placeOf.values())].filter((id) => id !== null && !kept.has(id));
  if (left.length > 0) {
    await tx.execute(sql`
      update attractions set retired_at = now() where id = any(${left}::uuid[]) and retired_at is null
        and not exists (select from place_records p where p.attraction_id = attractions.id)`);
  }
}

function countPlace(
  { members, merged, waitsFor }: FormedPlace,
  { fresh, added }: Counted,
  closure: Closure,
  outcome: Outcome,
): void {
  const came = members.filter(({ key }) => fresh.has(key));
  const news = came.filter(({ key }) => added.has(key)).length;
  if (news > 0 && !merged && waitsFor) skip(outcome, waitsFor, news);
  if (!merged) return;
  const isKnown = members.some(({ key }) => (closure.placeOf.get(key) ?? null) !== null);
  const founded = news > 0 && !isKnown ? 1 : 0;
  outcome.new += founded;
  outcome.merged += news - founded;
  const inCity = ofCity(outcome, merged.city);
  if (came.length > 0) inCity[isEatery(typeOf(merged)) ? "eateries" : "attractions"] += 1;
  outcome.hoursNotUnderstood += came.filter(({ sourced: { record } }) => isUnclear(record)).length;
  const own = new Set(members);
  const hasDouble = (candidate: Candidate): boolean =>
    closure.near
      .around(candidate)
      .some((other) => !own.has(other) && closure.decisions.of(candidate, other).verdict === "unsure");
  outcome.unsure += came.filter(hasDouble).length;
}

interface Counted {
  readonly fresh: ReadonlySet<string>;
  readonly added: ReadonlySet<string>;
}

const typeOf = ({ row }: MergedPlace): PlaceRecord["type"] => row.attraction_type as PlaceRecord["type"];
const isUnclear = ({ hours, lastEntryMinutes }: StoredRecord): boolean =>
  hours !== undefined && hoursFromRule(hours, { lastEntryMinutes }).problem !== null;

export async function writePlaces(
  tx: Transaction,
  batch: PlaceBatch,
  catalogue: Catalogue,
  outcome: Outcome,
): Promise<void> {
  const ids = [...new Set([...batch.records.map(({ externalId }) => externalId), ...(batch.gone ?? [])])];
  const sorted = sortOut(batch, await recordsOfSource(tx, batch.source, ids), outcome);
  if (sorted.fresh.length === 0 && sorted.former.length === 0) return;
  const closure = await closureOf(tx, sorted);
  const places = formPlaces(closure, catalogue);
  await writeRows(tx, places, sorted, closure);
  const counted = { fresh: new Set(sorted.fresh.map(({ key }) => key)), added: sorted.added };
  for (const place of places) countPlace(place, counted, closure, outcome);
}
