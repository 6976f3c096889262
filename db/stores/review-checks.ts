/** When reviews of a place were last read at a source, and when they are worth reading again: by how often people write. */
import sql from "sql-template-tag";
import { z } from "zod";
import { NEWEST_REVIEWS, nextReviewCheck } from "../../trip/review-velocity.ts";
import type { Transaction } from "../transaction.ts";

export interface ReviewsRead {
  readonly placeId: string;
  readonly source: string;
  readonly readAt: string;
}

const datesSchema = z.object({ placeId: z.string(), source: z.string(), dates: z.array(z.string()) });

/** The last reading of each place and source. */
function lastOfEach(read: readonly ReviewsRead[]): Map<string, ReviewsRead> {
  const ordered = read.toSorted((a, b) => Date.parse(a.readAt) - Date.parse(b.readAt));
  return new Map(ordered.map((one) => [`${one.placeId}/${one.source}`, one]));
}

/** After the reviews themselves; an older reading does not take back what a newer one said. */
export async function recordReviewChecks(tx: Transaction, read: readonly ReviewsRead[]): Promise<void> {
  const last = lastOfEach(read);
  if (last.size === 0) return;
  const asked = [...last.values()].map(({ placeId, source }) => ({ placeId, source }));
  const known = await tx.many(
    datesSchema,
    sql`
      select w."placeId", w.source, (
        select coalesce(json_agg(n.date), '[]') from (
          select r.review_date::text as date from attraction_reviews r
          where r.attraction_id = w."placeId" and r.source = w.source and r.review_date is not null
          order by r.review_date desc limit ${NEWEST_REVIEWS}) n) as dates
      from json_to_recordset(${JSON.stringify(asked)}::json) as w ("placeId" uuid, source varchar(50))`,
  );
  const rows = known.flatMap(({ placeId, source, dates }) => {
    const checkedAt = last.get(`${placeId}/${source}`)?.readAt;
    if (checkedAt === undefined) return [];
    return [{ placeId, source, checkedAt, nextCheckAt: nextReviewCheck(dates, new Date(checkedAt)).toISOString() }];
  });
  await tx.execute(sql`
    insert into review_checks as c (attraction_id, source, checked_at, next_check_at)
    select r."placeId", r.source, r."checkedAt", r."nextCheckAt"
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r ("placeId" uuid, source varchar(50), "checkedAt" timestamptz, "nextCheckAt" timestamptz)
    order by r."placeId", r.source
    on conflict (attraction_id, source) do update
    set checked_at = excluded.checked_at, next_check_at = excluded.next_check_at
    where c.checked_at <= excluded.checked_at`);
}
