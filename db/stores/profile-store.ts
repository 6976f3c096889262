/** A traveller's own account as they see it, and what they have told us to keep in mind. */
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { type Preferences, preferencesSchema } from "../../trip/preferences.ts";
import type { Actor, Database } from "../transaction.ts";

export interface Profile {
  email: string;
  preferences: Preferences;
}

export interface ProfileStore {
  getProfile(): Promise<Profile>;
  /** Those that are named; `null` takes one back. */
  changePreferences(changes: { [Key in keyof Preferences]?: Preferences[Key] | null }): Promise<Profile>;
}

/** What another release wrote, and this one does not know, is left where it is and not shown. */
const shownSchema = z.record(z.string(), z.unknown()).transform((stored): Preferences => {
  const known = Object.entries(preferencesSchema.shape).map(([key, field]) => [key, field.safeParse(stored[key]).data]);
  return preferencesSchema.parse(Object.fromEntries(known.filter(([, value]) => value !== undefined)));
});
const rowSchema = z.object({ email: z.string(), preferences: shownSchema });

export function createProfileStore({ db, userId }: { db: Database; userId: string }): ProfileStore {
  const actor: Actor = { kind: "user", userId };
  const found = (row: Profile | null): Profile => {
    if (row) return row;
    throw new TripwrightError("not_signed_in", "The account that this acts for is gone.");
  };
  return {
    getProfile: async () =>
      found(
        await db.transaction(actor, (tx) =>
          tx.maybeOne(rowSchema, sql`select email, preferences from users where id = app_user_id()`),
        ),
      ),
    changePreferences: async (changes) => {
      const taken = Object.entries(changes).flatMap(([key, value]) => (value === null ? [key] : []));
      return found(
        await db.transaction(actor, (tx) =>
          tx.maybeOne(
            rowSchema,
            sql`
              update users set preferences = (preferences || ${JSON.stringify(changes)}::jsonb) - ${taken}::text[]
              where id = app_user_id() returning email, preferences`,
          ),
        ),
      );
    },
  };
}
