/** What vendors said of places goes when it has had its time: their terms end there too. */
import sql from "sql-template-tag";
import type { Duty } from "./duty.ts";

const BATCH_PLACES = 1000;

export const forgetPlaceData: Duty = {
  name: "place-data",
  async run({ db, now, signal }) {
    const at = now.toISOString();
    for (let places = 0; ; ) {
      signal.throwIfAborted();
      const batch = await db.transaction({ kind: "importer" }, (tx) =>
        tx.execute(sql`
          update attractions a set external_data = left_over.data,
            external_data_cached_at = case when left_over.data is null then null else a.external_data_cached_at end
          from (
            select id, (
              select jsonb_object_agg(said.key, said.value) from jsonb_each(external_data) said
              where (said.value ->> 'expiresAt')::timestamptz > ${at}) as data
            from attractions
            where external_data is not null and exists (
              select from jsonb_each(external_data) said where (said.value ->> 'expiresAt')::timestamptz <= ${at})
            limit ${BATCH_PLACES}
            for no key update skip locked) left_over
          where a.id = left_over.id`),
      );
      places += batch;
      if (batch < BATCH_PLACES) return { counts: { places } };
    }
  },
};
