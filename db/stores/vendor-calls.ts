/**
 * How often each vendor was asked today, by everybody and by each traveller: one statement counts a call or refuses it,
 * whichever process makes it. The row of nobody (all zeros) counts everybody's calls together.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { CallAsked, CallCount, CallLedger } from "../../trip/vendor-calls.ts";
import type { Actor, Database } from "../transaction.ts";

const SERVICE: Actor = { kind: "service" };
const EVERYBODY = "00000000-0000-0000-0000-000000000000";
const WITHOUT_END = 2_147_483_647;

const countedSchema = z.object({ isCounted: z.boolean(), isOwnCounted: z.boolean() });

/** Undoes what one of the two rows has counted when the other refuses. */
class UsedUpError extends Error {
  readonly count: CallCount;

  constructor(count: CallCount) {
    super("A day is used up.");
    this.count = count;
  }
}

const lastCallSchema = z.object({
  at: z.coerce.date().transform((at) => at.toISOString()),
  /** HTTP's; `null` where no answer came. */
  status: z.int().nullable(),
  /** Of which kind; `null` where it was answered. */
  failure: z.string().nullable(),
});
const activitySchema = z.object({
  provider: z.string(),
  today: z.coerce.number(),
  last: lastCallSchema.nullable(),
});
/** What was asked of a vendor today (UTC), and how the newest call ended, whenever that was. */
export type VendorActivity = z.infer<typeof activitySchema>;

/** One for each of `providers`. Calls of a vendor without a daily limit are not counted one by one: the log's rows are. */
export function callsToday(db: Database, providers: readonly string[], now: Date): Promise<VendorActivity[]> {
  const today = now.toISOString().slice(0, 10);
  return db.read(SERVICE, (tx) =>
    tx.many(
      activitySchema,
      sql`
        select asked.provider, greatest(coalesce(counted.calls, 0), logged.calls) as today,
          case when last.at is not null
            then jsonb_build_object('at', last.at, 'status', last.status, 'failure', last.failure) end as last
        from unnest(${[...providers]}::text[]) with ordinality asked (provider, place)
        left join vendor_calls counted
          on counted.provider = asked.provider and counted.day = ${today}::date and counted.user_id = ${EVERYBODY}::uuid
        cross join lateral (
          select count(*)::int as calls from external_api_logs l
          where l.api_provider = asked.provider and l.created_at >= ${`${today}T00:00:00Z`}::timestamptz
            and l.request_started_at >= ${`${today}T00:00:00Z`}::timestamptz) logged
        left join lateral (
          select l.request_started_at as at, l.response_status as status, l.error_message as failure
          from external_api_logs l
          where l.api_provider = asked.provider and l.error_message is distinct from 'stopped'
          order by l.created_at desc, l.request_started_at desc limit 1) last on true
        order by asked.place`,
    ),
  );
}

export function createCallLedger(db: Database): CallLedger {
  async function counted({ provider, userId, perDay, perUserPerDay }: CallAsked): Promise<void> {
    const most = perDay ?? WITHOUT_END;
    const mostOwn = perUserPerDay ?? WITHOUT_END;
    const { isCounted, isOwnCounted } = await db.transaction(SERVICE, async (tx) => {
      const row = await tx.one(
        countedSchema,
        sql`
          with everybody as (
            insert into vendor_calls as c (provider, day, user_id, calls)
            select ${provider}, (now() at time zone 'UTC')::date, ${EVERYBODY}::uuid, 1 where ${most}::int > 0
            on conflict (provider, day, user_id) do update set calls = c.calls + 1 where c.calls < ${most}::int
            returning calls),
          own as (
            insert into vendor_calls as c (provider, day, user_id, calls)
            select ${provider}, (now() at time zone 'UTC')::date, ${userId}::uuid, 1
            from everybody where ${userId}::uuid is not null and ${mostOwn}::int > 0
            on conflict (provider, day, user_id) do update set calls = c.calls + 1 where c.calls < ${mostOwn}::int
            returning calls)
          select exists (select from everybody) as "isCounted",
            ${userId}::uuid is null or exists (select from own) as "isOwnCounted"`,
      );
      if (row.isCounted && !row.isOwnCounted) throw new UsedUpError("own-used");
      return row;
    });
    if (!isCounted || !isOwnCounted) throw new UsedUpError("all-used");
  }

  return {
    async take(asked) {
      try {
        await counted(asked);
        return "counted";
      } catch (error) {
        if (error instanceof UsedUpError) return error.count;
        throw error;
      }
    },
  };
}
