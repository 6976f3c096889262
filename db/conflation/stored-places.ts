/** What is stored of places' records: those of a batch, and those that one of them might be the same as. */
import sql from "sql-template-tag";
import { z } from "zod";
import { pointWkt } from "../stores/bulk.ts";
import type { Transaction } from "../transaction.ts";
import { type Candidate, candidateOf } from "./match.ts";
import { searchReachOf } from "./place-kinds.ts";
import { PERSON, storedRecordSchema } from "./stored-record.ts";

const storedRowSchema = z.object({
  source: z.string(),
  record: storedRecordSchema,
  placeId: z.string().nullable(),
});

export interface StoredCandidate {
  readonly candidate: Candidate;
  /** `null` while it waits. */
  readonly placeId: string | null;
}

const toCandidate = ({ source, record, placeId }: z.infer<typeof storedRowSchema>): StoredCandidate => ({
  candidate: candidateOf({ source, record }),
  placeId,
});

export async function recordsOfSource(
  tx: Transaction,
  source: string,
  externalIds: readonly string[],
): Promise<StoredCandidate[]> {
  const rows = await tx.many(
    storedRowSchema,
    sql`
      select p.source, p.record, p.attraction_id as "placeId" from place_records p
      where p.source = ${source} and p.external_id = any(${externalIds}::text[])`,
  );
  return rows.map(toCandidate);
}

/** The ball that PostGIS measures on and the sphere that we do differ by less. */
const SPHEROID_SLACK = 1.01;

export interface Reaching {
  readonly from: readonly Candidate[];
  /** Whose records are wanted, wherever they are. */
  readonly placeIds: readonly string[];
}

/** Near enough, with an identifier in common, of one of the places, or said of by a person: one statement. */
export async function recordsAround(tx: Transaction, { from, placeIds }: Reaching): Promise<StoredCandidate[]> {
  const points = from.map(({ sourced: { record } }) => ({
    at: pointWkt(record.location),
    reach: searchReachOf(record.type) * SPHEROID_SLACK,
  }));
  const identifiers = [...new Set(from.flatMap((candidate) => candidate.identifiers))];
  const keys = from.map(({ key }) => key);
  const rows = await tx.many(
    storedRowSchema,
    sql`
      with found as (
        select p.source, p.external_id
        from json_to_recordset(${JSON.stringify(points)}::json) as w (at geography, reach float8)
        join place_records p on st_dwithin(p.location, w.at, w.reach, false)
        union
        select p.source, p.external_id from place_records p where p.identifiers && ${identifiers}::varchar[]
        union
        select p.source, p.external_id from place_records p where p.attraction_id = any(${placeIds}::uuid[])
        union
        select p.source, p.external_id from place_records p
        where p.source = ${PERSON} and p.record -> 'said' ?| ${keys}::text[]
      )
      select p.source, p.record, p.attraction_id as "placeId"
      from found f join place_records p on p.source = f.source and p.external_id = f.external_id`,
  );
  return rows.map(toCandidate);
}
